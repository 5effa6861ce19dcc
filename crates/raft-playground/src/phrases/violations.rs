//! What must never happen.

use raft_sim::raft_core::{ReadMode, RuleSet};
use raft_sim::{
    ClientId, ClientOperation, Command, InjectedBugs, Operation, Outcome, Property, Simulation,
    Status, Violation,
};

use super::vocabulary::{guarantee, outcome, position};
use crate::query::{self, Weakness};
use crate::text::{Sentence, say};

/// A guarantee that was just seen not to hold. A disk that lost what it had acknowledged breaks
/// what Raft rests on, so it is named if nothing else can have broken the guarantee.
pub(super) fn broken(found: &Violation, simulation: &Simulation) -> Sentence {
    let broken =
        say::guarantee_is_broken(guarantee(found.property()).name, facts(found, simulation));
    match query::weakness(simulation, simulation.now()) {
        Some(Weakness::LostTail(node)) if rests_on_disks(found, simulation) => {
            say::broken_after_lost_tail(broken, node)
        }
        _ => broken,
    }
}

/// Whether the guarantee holds in this run with disks that keep what they acknowledge. Reads by
/// lease also need clocks that run alike.
fn rests_on_disks(found: &Violation, simulation: &Simulation) -> bool {
    let run = simulation.run();
    let protects_none = simulation.waived() == RuleSet::EMPTY
        && run.scenario.waived == RuleSet::EMPTY
        && !run.commands.iter().any(|timed| matches!(timed.command, Command::Waive(_)));
    let is_correct = protects_none && run.scenario.injected_bugs == InjectedBugs::default();
    is_correct
        && match found.property() {
            Property::ElectionSafety
            | Property::LeaderAppendOnly
            | Property::StableLeadership
            | Property::Liveness => false,
            Property::Linearizability => run.scenario.reads == ReadMode::Round,
            _ => true,
        }
}

/// The two facts that contradict each other.
pub(crate) fn facts(violation: &Violation, simulation: &Simulation) -> Sentence {
    match *violation {
        Violation::ElectionSafety { term, first, second } => {
            say::broken_election_safety(first, second, term)
        }
        Violation::LeaderAppendOnly { leader, term, changed, .. } => {
            say::broken_leader_append_only(leader, term, changed)
        }
        Violation::LogMatching { position: at, first, second } => {
            say::broken_log_matching(first, second, position(at))
        }
        Violation::KeptConflict { node, snapshot, last } => {
            say::broken_kept_conflict(node, last.index, snapshot.index)
        }
        Violation::LeaderCompleteness { committed, committed_in, leader, leads } => {
            let (index, term) = (committed.index, committed.term);
            say::broken_leader_completeness(index, term, committed_in, leader, leads)
        }
        Violation::StateMachineSafety { index, first, second } => {
            say::broken_state_machine_safety(index, first.0, first.1, second.0, second.1)
        }
        Violation::AppliedUncommitted { node, index, commit_index } => {
            say::broken_applied_uncommitted(node, index, commit_index)
        }
        Violation::CommitBeyondLog { node, commit_index, last } => {
            say::broken_commit_beyond_log(node, commit_index, last.index)
        }
        Violation::Rewound { node, before, index } => say::broken_rewound(node, before, index),
        Violation::DurableQuorum { committed, by, copies } => {
            say::broken_durable_quorum(copies, by, committed.index, committed.term)
        }
        Violation::DisjointQuorums { committed, committed_in, leader, leads } => {
            let (index, term) = (committed.index, committed.term);
            say::broken_quorums_meet(index, term, committed_in, leader, leads)
        }
        Violation::AppliedInOrder { node, before, index } => {
            say::broken_applied_in_order(node, before, index)
        }
        Violation::Linearizability { client, serial, after } => {
            order((client, serial), after, simulation)
        }
        Violation::ExactlyOnce { client, serial, first, second } => {
            say::broken_exactly_once(client, serial, first, second)
        }
        Violation::StableLeadership { leader, term, newer } => {
            say::broken_stable_leadership(leader, term, newer)
        }
        Violation::Liveness { healed_at, at, leader: Some(leader) } => {
            say::broken_liveness_leader(healed_at, at, leader)
        }
        Violation::Liveness { healed_at, at, leader: None } => {
            say::broken_liveness_no_leader(healed_at, at)
        }
    }
}

/// No order of the operations explains an answer, after one that had come before.
fn order(
    (client, serial): (ClientId, u64),
    after: Option<(ClientId, u64)>,
    simulation: &Simulation,
) -> Sentence {
    let found = operation(simulation, client, serial);
    let before =
        after.and_then(|(other, serial)| Some((other, operation(simulation, other, serial)?)));
    let (Some(found), Some((other, before))) = (found, before) else {
        let answer = found.map_or_else(|| say::answer_to_request(serial), answer);
        return say::broken_order(client, answer);
    };
    // An operation that had begun before the other one ended may take its place before it.
    let began_later = before.settled_at.is_some_and(|ended| ended <= found.submitted_at);
    match (read(found), read(before)) {
        (Some((key, Some(value))), Some((_, Some(expected))))
            if began_later && value != expected =>
        {
            say::broken_stale_read(client, key, value, other, expected)
        }
        (Some((key, None)), Some((_, Some(expected)))) if began_later => {
            say::broken_stale_read_unset(client, key, other, expected)
        }
        _ => say::broken_order_after(client, answer(found), other, answer(before)),
    }
}

fn operation(simulation: &Simulation, client: ClientId, serial: u64) -> Option<&ClientOperation> {
    let client = simulation.clients().iter().find(|other| other.id == client)?;
    client.operations().iter().find(|operation| operation.serial == serial)
}

/// The key that was read, and its value.
fn read(operation: &ClientOperation) -> Option<(&str, Option<&str>)> {
    match (&operation.operation, &operation.status) {
        (Operation::Get(key), Status::Done(Outcome::Read(value))) => Some((key, value.as_deref())),
        _ => None,
    }
}

/// `get x: 5`.
fn answer(operation: &ClientOperation) -> Sentence {
    let text = operation.operation.to_string();
    match &operation.status {
        Status::Done(what) => say::answer_with_outcome(text, outcome(what)),
        _ => say::entry_command(text),
    }
}
