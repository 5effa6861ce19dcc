//! Claims about what a leader can do, and about why it stops leading.

use raft_sim::raft_core::{Body, Event, Node, NodeId, Payload, Term, Timer};
use raft_sim::{Address, AdminRequest, Command, Packet, RecordKind, RoleName};

use super::arithmetic::{decides, exchange, passes, voters};
use super::{Checked, Moment, claim, is_about};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::HeartbeatsHold { leader, term } => {
            leads(moment, leader, term).and_then(|node| all_hear(moment, node)).into()
        }
        Statement::HeartbeatsHoldSome { leader, term } => {
            leads(moment, leader, term).and_then(|node| tells_no_successor(moment, node)).into()
        }
        Statement::LeaderAlone { leader, term } => leads(moment, leader, term)
            .and_then(|node| match voters(node.membership()).len() {
                1 => Ok(()),
                count => Err(format!("there are {count} voters")),
            })
            .into(),
        Statement::LeaderCutOff { leader, term, count, all } => {
            cut_off(moment, leader, term, count, all).into()
        }
        Statement::OldLeaderCutOff { leader, term, count, all } => {
            cut_off(moment, leader, term, count, all)
                .and_then(|()| is_old(moment, leader, term))
                .into()
        }
        Statement::LeaderCutOffWithEntry { leader, term, count, all, .. } => {
            cut_off(moment, leader, term, count, all)
                .and_then(|()| has_open_entry(moment, leader))
                .into()
        }
        Statement::OldLeaderCutOffWithEntry { leader, term, count, all, .. } => {
            cut_off(moment, leader, term, count, all)
                .and_then(|()| is_old(moment, leader, term))
                .and_then(|()| has_open_entry(moment, leader))
                .into()
        }
        Statement::LeaderUnanswered { leader, term, count, all } => {
            cut_off(moment, leader, term, count, all).and_then(|()| is_heard(moment, leader)).into()
        }
        Statement::LeaderUnansweredWithEntry { leader, term, count, all, .. } => {
            cut_off(moment, leader, term, count, all)
                .and_then(|()| is_heard(moment, leader))
                .and_then(|()| has_open_entry(moment, leader))
                .into()
        }
        Statement::LeaderCutOffJoint { leader, term, .. } => {
            leads(moment, leader, term).and_then(|node| reaches_too_few(moment, node)).into()
        }
        _ => stepped_down(said, moment),
    }
}

fn stepped_down(said: &Statement, moment: &Moment) -> Option<Checked> {
    let record = moment.record;
    let state = || record?.state.as_ref();
    match *said {
        Statement::SteppedDownNewerTerm { node, term } => {
            let now = state()?.term;
            let RecordKind::Protocol(Event::SteppedDown { term: led, .. }) = record?.kind else {
                return None;
            };
            claim(now == term && now > led, || format!("{node} led {led:?} and is in {now:?}"))
        }
        Statement::SteppedDownForOther { leader, term, node } => {
            let both =
                moment.truth.led(term, leader.node()?) && moment.truth.led(term, node.node()?);
            claim(both, || format!("not both {leader} and {node} led term {}", term.0))
        }
        Statement::SteppedDownLostQuorum { node, count, all } => {
            answered(moment, node, count, all).into()
        }
        Statement::SteppedDownOwnCount { node } => {
            let subject = Some(node);
            let lost = moment.truth.caused_by(record?.cause).any(|other| {
                other.subject == subject
                    && matches!(other.kind, RecordKind::Protocol(Event::QuorumLost { .. }))
            });
            claim(lost, || "it did not count".into())
        }
        Statement::SteppedDownLostEveryone { node } => {
            is_about(moment, node).and_then(|()| answered(moment, node, 1, 0)).into()
        }
        Statement::SteppedDownRemoved { node } => {
            let members = &state()?.membership;
            claim(!voters(members).contains(&node.node()?), || {
                format!("the members are {members:?}")
            })
        }
        Statement::SteppedDownHandedOver { successor, term, node } => {
            let told = moment.truth.backwards(record?).any(|other| {
                other.subject == Some(successor)
                    && matches!(other.kind, RecordKind::Protocol(Event::ElectionStarted {
                        term: begun, handover: true, ..
                    }) if begun == term)
            });
            claim(told, || format!("{node} did not tell {successor} to take over"))
        }
        Statement::TransferStarted { node, successor } => {
            let role = state()?.role;
            let RecordKind::Protocol(Event::TransferStarted { successor: to }) = record?.kind
            else {
                return None;
            };
            let is_so = role == RoleName::Leader && successor == Address::Node(to);
            claim(is_so, || format!("it is {role:?}, and hands over to {to:?}"))
                .map(|checked| checked.and_then(|()| is_about(moment, node)))
        }
        Statement::TransferEnded { successor, node } => {
            let role = state()?.role;
            let started = moment.truth.backwards(record?).find(|other| {
                other.subject == Some(node)
                    && matches!(other.kind, RecordKind::Protocol(Event::TransferStarted { .. }))
            });
            let is_late = record
                .and_then(|record| moment.truth.cause(record))
                .is_some_and(|cause| matches!(cause.kind, RecordKind::TimerFired(Timer::Transfer)));
            claim(role == RoleName::Leader && started.is_some() && is_late, || {
                format!("{node} is {role:?}; {successor} was not late: {is_late}")
            })
        }
        Statement::TransferWithdrawn { successor, .. } => {
            let cause =
                record.and_then(|record| moment.truth.cause(record)).map(|cause| &cause.kind);
            let is_other = match cause {
                Some(RecordKind::Commanded(
                    Command::Transfer(to)
                    | Command::Administer { request: AdminRequest::Transfer(to), .. },
                )) => *to != successor,
                _ => false,
            };
            claim(is_other, || format!("the cause is {cause:?}"))
        }
        Statement::TransferImpossible { successor, node } => {
            let newest = &state()?.membership.voters;
            let is_other_voter = successor != node && newest.contains(&successor.node()?);
            claim(!is_other_voter, || format!("{successor} is another voter: {newest:?}"))
        }
        _ => None,
    }
}

/// The node, which leads this term now.
fn leads<'a>(moment: &Moment<'a>, leader: Address, term: Term) -> Result<&'a Node, String> {
    let process = leader
        .node()
        .and_then(|node| moment.simulation.host(node).process.as_ref())
        .ok_or_else(|| format!("{leader} is stopped"))?;
    let node = &process.node;
    if node.is_leader() && node.term() == term {
        Ok(node)
    } else {
        Err(format!("{leader} is {:?} in term {}", node.role(), node.term().0))
    }
}

/// Every other voter hears the leader.
fn all_hear(moment: &Moment, leader: &Node) -> Checked {
    let deaf: Vec<NodeId> = voters(leader.membership())
        .into_iter()
        .filter(|&voter| voter != leader.id())
        .filter(|&voter| !arrives(moment, leader.id(), voter))
        .collect();
    if deaf.is_empty() { Ok(()) } else { Err(format!("{deaf:?} do not hear it")) }
}

/// Whether all that a node sends arrives at another one, which runs and handles it.
fn arrives(moment: &Moment, from: NodeId, to: NodeId) -> bool {
    let network = moment.simulation.network();
    let (sender, receiver) = (Address::Node(from), Address::Node(to));
    let is_awake =
        moment.simulation.host(to).process.as_ref().is_some_and(|process| !process.is_frozen());
    passes(moment.simulation, from, to)
        && is_awake
        && network.is_stalled(sender, receiver) == Some(false)
        && network.link_config(sender, receiver).is_some_and(|quality| quality.loss_permille == 0)
}

/// The leader has told no node to take over that has not heard it yet.
fn tells_no_successor(moment: &Moment, leader: &Node) -> Checked {
    let mut messages = moment.simulation.network().messages();
    let told = messages.find(|flight| {
        flight.from == Address::Node(leader.id())
            && matches!(&flight.packet, Packet::Raft(message)
                if message.term == leader.term() && matches!(message.body, Body::TimeoutNow))
    });
    match told {
        None => Ok(()),
        Some(flight) => Err(format!("it tells {} to start an election", flight.to)),
    }
}

fn reaches_too_few(moment: &Moment, leader: &Node) -> Checked {
    let reached = |voter| exchange(moment.simulation, leader.id(), voter);
    if decides(moment.simulation, leader.membership(), reached) {
        Err("it exchanges messages with enough voters".into())
    } else {
        Ok(())
    }
}

fn cut_off(moment: &Moment, leader: Address, term: Term, count: u64, all: u64) -> Checked {
    let node = leads(moment, leader, term)?;
    reaches_too_few(moment, node)?;
    let voters = voters(node.membership());
    let reached = voters.iter().filter(|&&voter| exchange(moment.simulation, node.id(), voter));
    let reached = reached.count() as u64;
    if (reached, voters.len() as u64) == (count, all) {
        Ok(())
    } else {
        Err(format!("it reaches {reached} of {} voters", voters.len()))
    }
}

fn is_old(moment: &Moment, leader: Address, term: Term) -> Checked {
    let newer = moment
        .simulation
        .hosts()
        .iter()
        .any(|host| host.process.as_ref().is_some_and(|process| process.node.term() > term));
    if newer { Ok(()) } else { Err(format!("no node is in a newer term than {leader}")) }
}

fn has_open_entry(moment: &Moment, leader: Address) -> Checked {
    let process = leader.node().and_then(|node| moment.simulation.host(node).process.as_ref());
    let open = process.is_some_and(|process| {
        let node = &process.node;
        let mut entries = node.log().entries_from(node.commit_index().next());
        entries.any(|entry| matches!(entry.payload, Payload::Command(_)))
    });
    if open { Ok(()) } else { Err(format!("{leader} has no entry that waits")) }
}

/// Enough voters get what the leader sends.
fn is_heard(moment: &Moment, leader: Address) -> Checked {
    let process = leader.node().and_then(|node| moment.simulation.host(node).process.as_ref());
    let Some(process) = process else { return Err(format!("{leader} is stopped")) };
    let node = &process.node;
    let hears = |voter| voter == node.id() || passes(moment.simulation, node.id(), voter);
    if decides(moment.simulation, node.membership(), hears) {
        Ok(())
    } else {
        Err("too few voters hear it".into())
    }
}

/// A leader has got answers from no more than so many voters, itself among them, since it last
/// counted them, or since it leads.
fn answered(moment: &Moment, node: Address, count: u64, all: u64) -> Checked {
    let (Some(record), Some(id)) = (moment.record, node.node()) else {
        return Err("it tells of nothing".into());
    };
    let Some(state) = &record.state else { return Err("it has no state".into()) };
    let RecordKind::Protocol(Event::SteppedDown { term, .. }) = record.kind else {
        return Err("it did not step down".into());
    };
    let voters = voters(&state.membership);
    if all != 0 && voters.len() as u64 != all {
        return Err(format!("there are {} voters", voters.len()));
    }
    let mut answering = vec![id];
    let before = moment.truth.backwards(record).filter(|other| other.subject == Some(node));
    for other in before.skip_while(|other| Some(other.seq) != record.cause).skip(1) {
        match &other.kind {
            RecordKind::TimerFired(Timer::Quorum)
            | RecordKind::Protocol(Event::LeaderElected { .. }) => break,
            RecordKind::Delivered(envelope) => {
                if let Packet::Raft(message) = &envelope.packet
                    && message.term == term
                    && is_answer(&message.body)
                    && let Some(from) = envelope.from.node()
                    && voters.contains(&from)
                    && !answering.contains(&from)
                {
                    answering.push(from);
                }
            }
            _ => {}
        }
    }
    if answering.len() as u64 <= count { Ok(()) } else { Err(format!("{answering:?} answered")) }
}

/// Whether a follower answers what its leader sent. What a leader of an older term sent has no
/// round in the answer.
fn is_answer(body: &Body) -> bool {
    matches!(body, Body::AppendEntriesReply { round, .. } | Body::InstallSnapshotReply { round, .. }
        if round.0 > 0)
}
