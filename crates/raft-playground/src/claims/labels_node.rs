//! Claims in the tab of a node: its disk, the writes under way, its memory, what it knows.

use raft_sim::Address;
use raft_sim::raft_core::{Entry, LogIndex, NodeSet, ProgressState, Role, Timer};

use super::labels_drawn::role;
use super::labels_place::{Place, damage, expect, is_name, is_range, is_role, is_when, kind_of};
use super::log::is_entry;
use super::transcript_parts::write_is;
use super::{Checked, Moment};
use crate::text::{Sentence, Statement, Words};

pub(super) fn check(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    match place.list {
        "unsynced" => write(told, place, moment),
        "followers" => follower(told, place, moment),
        "sent" => sent(told, place, moment),
        _ => disk(told, place, moment).or_else(|| memory(told, place, moment)),
    }
}

fn disk(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let host = moment.simulation.host(place.node);
    let disk = host.disk.durable();
    let value = place.words(1);
    let right = match told.statement() {
        Statement::DamageErased {} | Statement::DamageEntry { .. } | Statement::DamageHidden {} => {
            return damage(told, place.node, moment).into();
        }
        Statement::FieldTerm {} => value == Some(&Words::Number(disk.hard_state.term.0)),
        Statement::FieldVote {} => is_name(value, disk.hard_state.voted_for),
        Statement::FieldSnapshot {} => {
            let last = disk.snapshot.as_ref().map(|snapshot| snapshot.last.index);
            last.is_some_and(|last| is_range(value, LogIndex(1), last) || last == LogIndex(1))
        }
        Statement::FieldLog {} => {
            let index = |entry: Option<&Entry>| entry.map(|entry| entry.index);
            let (first, last) = (index(disk.entries.get(0)), index(disk.entries.last()));
            is_range(value, first.unwrap_or(LogIndex(1)), last.unwrap_or(LogIndex(0)))
        }
        _ => return None,
    };
    expect(right, || format!("the disk has {:?}, {} entries", disk.hard_state, disk.entries.len()))
}

fn write(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let host = moment.simulation.host(place.node);
    let (item, number) = place.item?;
    let (at, write) = host.disk.under_way().nth(number)?;
    let is_first = item.parts.first().and_then(|part| part.text.as_ref());
    if is_first == Some(&Words::Sentence(told.clone())) {
        return expect(is_when(is_first, at, moment), || format!("it is due at {at:?}"));
    }
    if let Statement::WriteWithEntry { write: told, entry } = told.statement() {
        let first = write.log.as_ref().and_then(|log| log.entries.first());
        let Some(first) = first else { return Some(Err("it writes no entry".into())) };
        return write_is(told, write, moment.simulation)
            .and_then(|()| is_entry(entry, first))
            .into();
    }
    write_is(told, write, moment.simulation).into()
}

fn follower(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let Statement::FollowerProgress { next_index, match_index, answered, sent, transit } =
        told.statement()
    else {
        return None;
    };
    let node = &moment.simulation.host(place.node).process.as_ref()?.node;
    let leader = node.as_leader()?;
    let hosts = moment.simulation.hosts();
    let of = hosts.iter().find(|host| is_name(place.words(0), Some(host.id)))?;
    let progress = leader.progress(of.id)?;
    let waits = match (transit.statement(), &progress.state) {
        (Statement::FollowerProbing { count }, ProgressState::Probe { waiting }) => {
            count == u64::from(*waiting)
        }
        (Statement::FollowerReplicating { count }, ProgressState::Replicate { in_flight }) => {
            count == in_flight.len() as u64
        }
        (Statement::FollowerSnapshot { count }, ProgressState::Snapshot { received, .. }) => {
            count == *received
        }
        _ => false,
    };
    let right = (next_index, match_index) == (progress.next_index, progress.match_index)
        && (answered, sent) == (progress.answered().0, leader.round().0);
    expect(right && waits, || format!("{progress:?}"))
}

fn sent(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let host = moment.simulation.host(place.node);
    let kind = kind_of(told)?;
    let count = host.sent(kind);
    expect(place.words(1) == Some(&Words::Number(count)), || format!("it sent {count}"))
}

fn memory(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let host = moment.simulation.host(place.node);
    if let Statement::NodeMemoryNone {} = told.statement() {
        return expect(host.process.is_none(), || "it runs".into());
    }
    let process = host.process.as_ref()?;
    let node = &process.node;
    let value = place.words(1);
    let are = |nodes: &NodeSet| match value {
        Some(Words::Sentence(told)) => match told.statement() {
            Statement::ValueNodes { voters } => {
                voters.iter().copied().eq(nodes.iter().copied().map(Address::Node))
            }
            _ => false,
        },
        _ => false,
    };
    let timer = |timer| {
        let fires = process.timer(timer).map(|timer| timer.fires_at());
        fires.is_some_and(|at| is_when(value, at, moment))
    };
    let right = match told.statement() {
        Statement::FieldRole {} => match value {
            Some(Words::Sentence(told)) => is_role(told, role(host)),
            _ => false,
        },
        Statement::FieldLeader {} => is_name(value, node.leader()),
        Statement::FieldCommitIndex {} => value == Some(&Words::Number(node.commit_index().0)),
        Statement::FieldLastApplied {} => value == Some(&Words::Number(node.last_applied().0)),
        Statement::FieldVoters {} => are(&node.membership().voters),
        Statement::FieldOldVoters {} => are(&node.membership().outgoing),
        Statement::FieldLearners {} => are(&node.membership().learners),
        Statement::TimerElection {} => timer(Timer::Election),
        Statement::TimerHeartbeat {} => timer(Timer::Heartbeat),
        Statement::TimerQuorum {} => timer(Timer::Quorum),
        Statement::TimerTransfer {} => timer(Timer::Transfer),
        Statement::FieldValue { key } => {
            let mut values = process.machine.registers();
            let is = values.find(|(other, _)| *other == key).map(|(_, value)| Words::from(value));
            is.as_ref() == value
        }
        Statement::FieldFrozen {} | Statement::ValueFrozen {} => process.is_frozen(),
        Statement::VoteYes {}
        | Statement::VoteCounted {}
        | Statement::VoteNo {}
        | Statement::WouldVoteYes {}
        | Statement::WouldVoteNo {} => {
            return vote(told, place, moment);
        }
        _ => return None,
    };
    expect(right, || format!("it is {:?}", raft_sim::NodeState::from(node)))
}

/// What a voter said to a candidate.
fn vote(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let node = &moment.simulation.host(place.node).process.as_ref()?.node;
    let hosts = moment.simulation.hosts();
    let voter = hosts.iter().find(|host| is_name(place.words(0), Some(host.id)))?.id;
    let given = moment.voted(node.term(), voter, place.node);
    let right = match (told.statement(), node.role()) {
        (Statement::VoteYes {}, Role::Candidate { .. }) => given,
        (Statement::VoteCounted {}, Role::Candidate { votes }) => votes.get(voter) == Some(&true),
        (Statement::VoteNo {}, Role::Candidate { .. }) => !given,
        (Statement::WouldVoteYes {}, Role::PreCandidate { votes }) => {
            votes.get(voter) == Some(&true)
        }
        (Statement::WouldVoteNo {}, Role::PreCandidate { votes }) => {
            votes.get(voter) == Some(&false)
        }
        _ => false,
    };
    expect(right, || format!("{voter:?} gave its vote: {given}; it is {:?}", role_name(node)))
}

fn role_name(node: &raft_sim::raft_core::Node) -> raft_sim::RoleName {
    node.role().into()
}
