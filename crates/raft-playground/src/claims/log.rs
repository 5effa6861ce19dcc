//! Claims about entries: where they are, what commits them, what removes them.

use raft_sim::raft_core::{Body, Entry, Event, LogIndex, LogPosition, NodeId, Payload, Term};
use raft_sim::{Address, Host, RecordKind, Request};

use super::arithmetic::{decides, groups, has, needed, voters};
use super::elections::is_off;
use super::{Checked, Moment, claim, is_about};
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::EntryInLog { entry, leader, quorum }
        | Statement::EntryInLogJoint { entry, leader, quorum } => created(moment, leader)
            .and_then(|found| is_entry(entry, found))
            .and_then(|()| quorum_is(moment, quorum))
            .into(),
        Statement::EntryInLogAlone { entry, leader } => created(moment, leader)
            .and_then(|found| is_entry(entry, found))
            .and_then(|()| is_only_voter(moment, leader))
            .into(),
        Statement::MembershipInLog { leader, quorum }
        | Statement::MembershipInLogJoint { leader, quorum } => created(moment, leader)
            .and_then(|found| match found.payload {
                Payload::Membership(_) => Ok(()),
                _ => Err("it is no membership".into()),
            })
            .and_then(|()| quorum_is(moment, quorum))
            .into(),
        Statement::EntryCommitted { copies, all, entry, .. } => decided(moment)
            .and_then(|found| {
                is_entry(entry, found).and_then(|()| copied(moment, found, copies, all))
            })
            .into(),
        Statement::EntryCommittedWithoutRule { copies, all, entry, entry_term, .. } => {
            decided(moment)
                .and_then(|found| {
                    is_entry(entry, found)?;
                    is_of_term(found, entry_term)?;
                    copied(moment, found, copies, all)
                })
                .into()
        }
        Statement::EntryCommittedJoint { entry, .. } => decided(moment)
            .and_then(|found| is_entry(entry, found).and_then(|()| copied_by_quorum(moment, found)))
            .into(),
        Statement::MembershipCommitted { copies, all, .. } => {
            decided(moment).and_then(|found| copied(moment, found, copies, all)).into()
        }
        Statement::MembershipCommittedJoint { leader } => {
            let found = is_about(moment, leader).and_then(|()| decided(moment));
            found.and_then(|found| copied_by_quorum(moment, found)).into()
        }
        Statement::EntryCounted { copies, leader, entry } => decided(moment)
            .and_then(|found| is_entry(entry, found))
            .and_then(|()| counted(moment, leader, copies))
            .into(),
        Statement::MembershipCounted { copies, leader } => counted(moment, leader, copies).into(),
        Statement::EntryOfOlderTerm { copies, all, entry, term, .. } => decided(moment)
            .and_then(|found| {
                is_entry(entry, found)?;
                copied(moment, found, copies, all)?;
                if found.term < term { Ok(()) } else { Err(format!("it is of {:?}", found.term)) }
            })
            .into(),
        Statement::EntryAppliedEverywhere { count, .. }
        | Statement::MembershipAppliedEverywhere { count } => {
            applied_everywhere(moment, count).into()
        }
        Statement::EntryRemoved { node, index, term, leader, leader_term } => {
            removed(moment, node, (index, index), leader, leader_term)
                .and_then(
                    |position| {
                        if position.term == term { Ok(()) } else { Err(format!("{position:?}")) }
                    },
                )
                .into()
        }
        Statement::EntriesRemoved { node, index, last_index, leader, leader_term } => {
            removed(moment, node, (index, last_index), leader, leader_term).map(|_| ()).into()
        }
        Statement::EntriesRemovedWithoutRule { index, last_index, rule, .. } => {
            let Some(RecordKind::Protocol(Event::Truncated { first, last, .. })) =
                moment.record.map(|record| &record.kind)
            else {
                return None;
            };
            let body = moment.record.and_then(|record| moment.truth.message(record));
            let conflicts = match body {
                Some((_, _, Body::AppendEntries { entries, .. })) => entries
                    .iter()
                    .any(|entry| entry.index == first.index && entry.term != first.term),
                _ => false,
            };
            let is_right = (first.index, last.index) == (index, last_index) && !conflicts;
            claim(is_right, || format!("removed {first:?} to {last:?}; conflicts: {conflicts}"))
                .map(|checked| checked.and_then(|()| is_off(moment, rule)))
        }
        Statement::SnapshotInstalled { node, index } => {
            let process = moment.simulation.host(node.node()?).process.as_ref()?;
            let base = process.node.log().base().index;
            claim(base >= index, || format!("the log of {node} begins after {base:?}"))
        }
        _ => None,
    }
}

/// The entry that the record says was created.
fn created<'a>(moment: &Moment<'a>, leader: Address) -> Result<&'a Entry, String> {
    let Some(RecordKind::Protocol(Event::EntryCreated { position, .. })) =
        moment.record.map(|record| &record.kind)
    else {
        return Err("no entry was created".into());
    };
    let process = leader.node().and_then(|node| moment.simulation.host(node).process.as_ref());
    let entry = process.and_then(|process| process.node.log().entry(position.index));
    entry.filter(|entry| entry.term == position.term).ok_or_else(|| "it is not there".into())
}

/// The entry about which the record says that its leader counted copies.
fn decided<'a>(moment: &Moment<'a>) -> Result<&'a Entry, String> {
    let record = moment.record.ok_or("it tells of nothing")?;
    let RecordKind::Protocol(Event::CommitDecided { candidate, .. }) = record.kind else {
        return Err("nothing was decided".into());
    };
    let node = record.subject.and_then(Address::node).ok_or("no node decided")?;
    let process = moment.simulation.host(node).process.as_ref().ok_or("it is stopped")?;
    process.node.log().entry(candidate.index).ok_or_else(|| "it is not there".into())
}

/// What the page calls an entry is what is in it.
pub(super) fn is_entry(told: &Sentence, entry: &Entry) -> Checked {
    let right = match (&entry.payload, told.statement()) {
        (Payload::NoOp, Statement::EntryNoOp {})
        | (Payload::Membership(_), Statement::EntryMembership {}) => true,
        (Payload::Command(command), Statement::EntryCommand { operation }) => {
            Request::decode(command)
                .is_some_and(|request| request.operation.to_string() == operation)
        }
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("the entry is {entry:?}")) }
}

fn is_of_term(entry: &Entry, term: Term) -> Checked {
    if entry.term == term { Ok(()) } else { Err(format!("it is of term {}", entry.term.0)) }
}

/// The quorum that the page names is the one that the node needs.
pub(super) fn quorum_is(moment: &Moment, told: &Sentence) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let state = state.ok_or("it has no state")?;
    let groups = groups(&state.membership);
    let sizes: Vec<(u64, usize)> = groups
        .iter()
        .map(|group| (needed(moment.simulation, group.len()) as u64, group.len()))
        .collect();
    let names = |told: &[Address], group: &[NodeId]| {
        told.iter().copied().eq(group.iter().copied().map(Address::Node))
    };
    let right = match told.statement() {
        Statement::QuorumOfNodes { needed, all } => {
            sizes == [(needed, usize::try_from(all).unwrap_or(0))]
        }
        Statement::QuorumJoint { needed, old_voters, other_needed, voters } => {
            sizes.len() == 2
                && (needed, other_needed) == (sizes[0].0, sizes[1].0)
                && names(old_voters, &groups[0])
                && names(voters, &groups[1])
        }
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("it needs {sizes:?} of {groups:?}")) }
}

fn is_only_voter(moment: &Moment, leader: Address) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let voters = state.map(|state| voters(&state.membership)).unwrap_or_default();
    if voters.len() == 1 && Address::Node(voters[0]) == leader {
        Ok(())
    } else {
        Err(format!("the voters are {voters:?}"))
    }
}

/// What the leader itself counts.
fn counted(moment: &Moment, leader: Address, copies: u64) -> Checked {
    match moment.record.map(|record| (record.subject, &record.kind)) {
        Some((
            subject,
            RecordKind::Protocol(Event::CommitDecided { copies: own, verdict, .. }),
        )) if subject == Some(leader) && *own as u64 == copies && verdict.is_allowed() => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

/// The voters that have an entry.
fn holders(moment: &Moment, position: LogPosition) -> Result<(usize, usize), String> {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let voters = voters(&state.ok_or("it has no state")?.membership);
    let hold = voters.iter().filter(|voter| has(moment.simulation.host(**voter), position));
    Ok((hold.count(), voters.len()))
}

fn copied(moment: &Moment, entry: &Entry, copies: u64, all: u64) -> Checked {
    let (hold, voters) = holders(moment, entry.position())?;
    if hold as u64 >= copies && voters as u64 == all {
        Ok(())
    } else {
        Err(format!("{hold} of {voters} voters have it"))
    }
}

fn copied_by_quorum(moment: &Moment, entry: &Entry) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let state = state.ok_or("it has no state")?;
    // A membership is committed by the quorum of the one before it or by its own.
    let membership = match &entry.payload {
        Payload::Membership(membership) => membership,
        _ => &state.membership,
    };
    let position = entry.position();
    if decides(moment.simulation, membership, |voter| has(moment.simulation.host(voter), position))
    {
        Ok(())
    } else {
        Err(format!("not enough of {membership:?} have it"))
    }
}

fn applied_everywhere(moment: &Moment, count: u64) -> Checked {
    let record = moment.record.ok_or("it tells of nothing")?;
    let RecordKind::Applied { entry, .. } = &record.kind else { return Err("nothing".into()) };
    let state = record.state.as_ref().ok_or("it has no state")?;
    let leader = moment.simulation.leader().and_then(|leader| {
        moment.simulation.host(leader).process.as_ref().map(|process| process.node.membership())
    });
    let voters = voters(leader.unwrap_or(&state.membership));
    let applied = |host: &Host| {
        host.process.as_ref().is_some_and(|process| process.node.last_applied() >= entry.index)
    };
    let behind: Vec<_> =
        voters.iter().filter(|voter| !applied(moment.simulation.host(**voter))).collect();
    if behind.is_empty() && voters.len() as u64 == count {
        Ok(())
    } else {
        Err(format!("{behind:?} of {} voters have not applied it", voters.len()))
    }
}

/// The first entry that was removed, in whose place the sender of the message, which leads its
/// term, has an entry of this term.
fn removed(
    moment: &Moment,
    node: Address,
    range: (LogIndex, LogIndex),
    leader: Address,
    leader_term: Term,
) -> Result<LogPosition, String> {
    let record = moment.record.ok_or("it tells of nothing")?;
    let RecordKind::Protocol(Event::Truncated { first, last, .. }) = record.kind else {
        return Err("nothing was removed".into());
    };
    if (first.index, last.index) != range || record.subject != Some(node) {
        return Err(format!("{:?} removed {first:?} to {last:?}", record.subject));
    }
    let (from, term, body) = moment.truth.message(record).ok_or("no message caused it")?;
    if Address::Node(from) != leader || !moment.truth.led(term, from) {
        return Err(format!("{from:?} sent it in term {}", term.0));
    }
    let there = match body {
        Body::AppendEntries { previous, entries, .. } => {
            let sent = entries.iter().find(|entry| entry.index == first.index);
            sent.map(|entry| entry.term)
                .or((previous.index == first.index).then_some(previous.term))
        }
        Body::InstallSnapshot(chunk) => (chunk.last.index >= first.index).then_some(leader_term),
        _ => None,
    };
    if there == Some(leader_term) {
        Ok(first)
    } else {
        Err(format!("the leader has an entry of {there:?} there"))
    }
}
