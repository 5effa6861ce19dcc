//! Claims about nodes and their disks, and about clients.

use raft_sim::raft_core::{Answer, Body, Membership, NodeId, Payload};
use raft_sim::{
    Address, Command, Damage, DiskState, Host, Operation, Outcome, Packet, Process, Record,
    RecordKind, Reply, RoleName, Status,
};

use super::{Checked, Moment, claim};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::NodeStarted { node, term } => {
            started(moment, node, term.0).and_then(|()| votes_are_kept(moment, true)).into()
        }
        Statement::NodeStartedWithoutVote { node, term } => {
            started(moment, node, term.0).and_then(|()| votes_are_kept(moment, false)).into()
        }
        Statement::NodeStopped { node } => stopped(moment, node)
            .and_then(|host| keeps_everything(host, node))
            .and_then(|()| votes_are_kept(moment, true))
            .into(),
        Statement::NodeStoppedWithoutVote { node } => stopped(moment, node)
            .and_then(|host| keeps_everything(host, node))
            .and_then(|()| votes_are_kept(moment, false))
            .into(),
        Statement::NodeStoppedDamaged { node } => stopped(moment, node)
            .and_then(|host| match host.disk.damage() {
                Some(Damage::Rotten(_)) => Ok(()),
                other => Err(format!("its disk is {other:?}")),
            })
            .into(),
        Statement::DiskNothingToDamage { node } => {
            let disk = &moment.simulation.host(node.node()?).disk;
            let is_empty = disk.durable().entries.is_empty();
            let command = moment.record.map(|record| &record.kind);
            let is_its = matches!(command,
                Some(RecordKind::Commanded(Command::CorruptDisk(of))) if *of == node);
            claim(is_empty && is_its, || format!("its disk ends at {:?}", disk.durable().last()))
        }
        Statement::NodeStoppedInWrite { node } => stopped(moment, node)
            .and_then(|_| lost(moment, |writes, torn| writes > 0 && !torn))
            .into(),
        Statement::NodeStoppedTornWrite { node } => stopped(moment, node)
            .and_then(|_| lost(moment, |writes, torn| writes > 0 && torn))
            .into(),
        Statement::NodeStoppedErased { node } | Statement::DiskErased { node } => {
            stopped(moment, node)
                .and_then(|host| match host.disk.damage() {
                    Some(Damage::Erased) => Ok(()),
                    other => Err(format!("its disk is {other:?}")),
                })
                .into()
        }
        Statement::NodeStoppedWriteFailed { node } => stopped(moment, node)
            .and_then(|_| {
                let cause = moment.record.and_then(|record| moment.truth.cause(record));
                match cause.map(|cause| &cause.kind) {
                    Some(RecordKind::WriteFailed(_)) => Ok(()),
                    other => Err(format!("the cause is {other:?}")),
                }
            })
            .into(),
        Statement::NodeCannotStart { node, damage } => stopped(moment, node)
            .and_then(|host| match (host.disk.damage(), damage.statement()) {
                (Some(Damage::Erased), Statement::DamageErased {})
                | (_, Statement::DamageHidden {}) => Ok(()),
                (Some(Damage::Rotten(at)), Statement::DamageEntry { index }) if at == index => {
                    Ok(())
                }
                (other, _) => Err(format!("its disk is {other:?}")),
            })
            .into(),
        Statement::DiskLostEntry { node, index } => {
            let last = moment.simulation.host(node.node()?).disk.durable().last().index;
            claim(last < index, || format!("its disk ends at {last:?}"))
        }
        Statement::DiskLostEntries { node, index, .. } => {
            let last = moment.simulation.host(node.node()?).disk.durable().last().index;
            claim(last < index, || format!("its disk ends at {last:?}"))
        }
        Statement::DiskStuck { node } => disk_is(moment, node, DiskState::Stuck).into(),
        Statement::DiskFails { node } => disk_is(moment, node, DiskState::Fails).into(),
        Statement::DiskWorks { node } | Statement::DiskSlow { node, .. } => {
            disk_is(moment, node, DiskState::Works).into()
        }
        Statement::DiskDamaged { node } => {
            let damage = moment.simulation.host(node.node()?).disk.damage();
            claim(matches!(damage, Some(Damage::Rotten(_))), || format!("its disk is {damage:?}"))
        }
        Statement::ServerReplaced { node } => {
            let host = moment.simulation.host(node.node()?);
            let is_new = host.process.is_some() && host.disk.damage().is_none();
            claim(is_new, || format!("{node} runs: {}", host.process.is_some()))
        }
        Statement::NodeFrozen { node } => frozen(moment, node, true).into(),
        Statement::NodeResumed { node } => frozen(moment, node, false).into(),
        Statement::Redirected { node, leader } => redirected(moment, node, Some(leader)).into(),
        Statement::RedirectedNowhere { node } => redirected(moment, node, None).into(),
        _ => replaced(said, moment).or_else(|| clients(said, moment)),
    }
}

/// What a node whose disk is erased needs before it can be replaced.
fn replaced(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::ReplaceMembersFirst { node } => {
            let is_member = is_member(moment, node)?;
            claim(is_member, || format!("no node counts {node} as a member"))
        }
        Statement::ReplaceImpossible { node } => {
            let is_member = is_member(moment, node)?;
            let damage = moment.simulation.host(node.node()?).disk.damage();
            claim(!is_member && damage == Some(Damage::Erased), || {
                format!("a node counts it as a member: {is_member}; its disk is {damage:?}")
            })
        }
        _ => None,
    }
}

/// Whether any node counts this one as a member.
fn is_member(moment: &Moment, node: Address) -> Option<bool> {
    let id = node.node()?;
    let counts = |membership: &Membership| membership.contains(id);
    Some(moment.simulation.hosts().iter().any(|host| match &host.process {
        Some(process) => process.node.possible_memberships().any(counts),
        None => memberships_on_disk(host).any(counts),
    }))
}

/// The memberships that a node would start with, whichever of its entries are committed.
fn memberships_on_disk(host: &Host) -> impl Iterator<Item = &Membership> {
    let disk = host.disk.durable();
    let base = disk.snapshot.iter().map(|snapshot| &*snapshot.membership);
    base.chain(disk.entries.iter().filter_map(|entry| match &entry.payload {
        Payload::Membership(membership) => Some(&**membership),
        _ => None,
    }))
}

fn stopped<'a>(moment: &Moment<'a>, node: Address) -> Result<&'a Host, String> {
    let host = node.node().map(|node| moment.simulation.host(node)).ok_or("no node")?;
    match host.process {
        None => Ok(host),
        Some(_) => Err(format!("{node} runs")),
    }
}

fn started(moment: &Moment, node: Address, term: u64) -> Checked {
    let host = node.node().map(|node| moment.simulation.host(node)).ok_or("no node")?;
    let kept = host.disk.durable().hard_state.term.0;
    match host.process {
        Some(_) if kept == term => Ok(()),
        Some(_) => Err(format!("its disk has term {kept}")),
        None => Err(format!("{node} is stopped")),
    }
}

fn votes_are_kept(moment: &Moment, expected: bool) -> Checked {
    let kept = !moment.simulation.run().scenario.injected_bugs.votes_not_durable;
    if kept == expected { Ok(()) } else { Err(format!("votes are kept: {kept}")) }
}

/// Nothing that the node had written is missing or damaged.
fn keeps_everything(host: &Host, node: Address) -> Checked {
    match host.disk.damage() {
        None => Ok(()),
        Some(damage) => Err(format!("the disk of {node} is {damage:?}")),
    }
}

fn lost(moment: &Moment, is_right: impl Fn(usize, bool) -> bool) -> Checked {
    match moment.record.map(|record| &record.kind) {
        Some(RecordKind::Crashed { lost_writes, torn }) if is_right(*lost_writes, *torn) => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

fn disk_is(moment: &Moment, node: Address, expected: DiskState) -> Checked {
    let host = node.node().map(|node| moment.simulation.host(node)).ok_or("no node")?;
    let state = host.disk.state();
    if state == expected { Ok(()) } else { Err(format!("its disk is {state:?}")) }
}

fn frozen(moment: &Moment, node: Address, expected: bool) -> Checked {
    let host = node.node().map(|node| moment.simulation.host(node)).ok_or("no node")?;
    let is_frozen = host.process.as_ref().map(Process::is_frozen);
    if is_frozen == Some(expected) {
        Ok(())
    } else {
        Err(format!("{node} is frozen: {is_frozen:?}"))
    }
}

/// The node is not the leader, and names this one to the client; or it knows none.
fn redirected(moment: &Moment, node: Address, leader: Option<Address>) -> Checked {
    let Some(record) = moment.record else { return Err("it tells of nothing".into()) };
    let is_leader = record.state.as_ref().is_some_and(|state| state.role == RoleName::Leader);
    let leader = leader.and_then(Address::node);
    let mut followed = moment.truth.caused_by(record.cause);
    let is_named = followed.any(|other| match &other.kind {
        RecordKind::Sent(envelope) => names(&envelope.packet, leader),
        RecordKind::Administered { answer: Answer::NotLeader { hint }, .. } => *hint == leader,
        _ => false,
    });
    if !is_leader && is_named {
        Ok(())
    } else {
        Err(format!("{node} leads: {is_leader}; it does not answer so"))
    }
}

/// Whether an answer refuses because its sender does not lead, and names this leader.
fn names(answer: &Packet, leader: Option<NodeId>) -> bool {
    match answer {
        Packet::Answer(answer) => {
            matches!(answer.reply, Reply::NotLeader { hint } if hint == leader)
        }
        Packet::Raft(message) => match message.body {
            Body::ForwardReply { answer: Answer::NotLeader { hint }, .. } => hint == leader,
            Body::ReadIndexReply { index: None, .. } => leader.is_none(),
            _ => false,
        },
        Packet::Request(_) => false,
    }
}

/// A client's operation, and how it stands.
fn settled<'a>(moment: &Moment<'a>) -> Option<(&'a Record, &'a Operation, &'a Status)> {
    let record = moment.record?;
    let RecordKind::Settled { serial, status } = &record.kind else { return None };
    let Some(Address::Client(client)) = record.subject else { return None };
    let client = moment.simulation.clients().iter().find(|other| other.id == client)?;
    let operation = client.operations().iter().find(|operation| operation.serial == *serial)?;
    Some((record, &operation.operation, status))
}

fn clients(said: &Statement, moment: &Moment) -> Option<Checked> {
    let (record, operation, status) = settled(moment)?;
    let Some(Address::Client(id)) = record.subject else { return None };
    let RecordKind::Settled { serial, .. } = record.kind else { return None };
    let applied = moment.truth.was_applied(id, serial);
    let is_about = |told: &str| told == operation.to_string();
    let is_key = |told: &str| told == operation.key();
    let right = match *said {
        Statement::ClientToldCommitted { operation, .. } => is_about(operation) && applied,
        Statement::ClientToldValue { key, value, .. } => {
            is_key(key) && *status == Status::Done(Outcome::Read(Some(value.into())))
        }
        Statement::ClientToldUnset { key, .. } => {
            is_key(key) && *status == Status::Done(Outcome::Read(None))
        }
        Statement::ClientToldDiffers { key, value, .. } => {
            is_key(key) && *status == Status::Done(Outcome::Differs(Some(value.into())))
        }
        Statement::ClientToldDiffersUnset { key, .. } => {
            is_key(key) && *status == Status::Done(Outcome::Differs(None))
        }
        Statement::ClientToldNotANumber { key, .. } => {
            is_key(key) && *status == Status::Done(Outcome::NotANumber)
        }
        Statement::ClientToldSuperseded { operation, .. } => is_about(operation) && !applied,
        Statement::ClientToldSupersededUnsafe { operation, .. } => {
            is_about(operation) && *status == Status::Failed
        }
        Statement::ClientReadUnanswered { key, .. } => {
            is_key(key) && *status == Status::Unknown && matches!(operation, Operation::Get(_))
        }
        Statement::ClientWriteUnanswered { operation: told, .. } => {
            is_about(told) && *status == Status::Unknown && !matches!(operation, Operation::Get(_))
        }
        _ => return None,
    };
    claim(right, || format!("{operation} is {status:?}, applied: {applied}"))
}
