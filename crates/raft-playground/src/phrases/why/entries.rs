//! Why an entry is committed, or not.

use raft_sim::raft_core::{Entry, LogIndex, Node, NodeId, Payload};
use raft_sim::{Address, Host, Simulation};

use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::vocabulary;
use crate::query::{self, Trust, entry_of, holds_on_disk, running};
use crate::text::{Sentence, say};

/// Why the entry at an index of a node's log is committed, or not; none if it has no such entry.
pub(super) fn explain(
    simulation: &Simulation,
    at: Address,
    index: LogIndex,
) -> Option<Explanation> {
    let host = simulation.hosts().get(at.node()?.0 as usize)?;
    let entry = entry_of(host, index)?;
    let process = host.process.as_ref();
    let is_committed = process.is_some_and(|process| process.node.commit_index() >= index);
    let title = if is_committed { say::why_entry_committed } else { say::why_entry_not_committed };
    let reason =
        if is_committed { committed(simulation) } else { not_committed(simulation, at, entry) };
    let reason = match reason {
        // The copies say nothing about an entry that will be replaced.
        reason if reason.compared.iter().any(|row| row.what == say::compare_leader_entry()) => {
            reason
        }
        reason => with_copies(reason, simulation, host, entry),
    };
    Some(reason.titled(title(vocabulary::entry(entry), index, at)))
}

fn committed(simulation: &Simulation) -> Reason {
    match query::trust_in_commits(simulation, simulation.now()) {
        Trust::Safe => Reason::new(say::why_entry_safe(), "§5.3, §5.4"),
        _ => Reason::new(say::why_entry_unsafe(), "§5.3").and(say::why_may_be_lost()),
    }
}

fn not_committed(simulation: &Simulation, at: Address, entry: &Entry) -> Reason {
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    let Some(leader) = leader else {
        return Reason::new(say::why_entry_needs_leader(), "§5.3");
    };
    let leaders_term = leader.log().term_at(entry.index);
    if leaders_term != Some(entry.term) && entry.index > leader.log().base().index {
        let theirs = leaders_term.map_or_else(say::here_nothing, say::here_entry_of_term);
        let needed = say::here_entry_of_term(entry.term);
        return Reason::new(say::why_entry_not_at_leader(leader.id(), at), "§5.3").with(
            say::compare_leader_entry(),
            theirs,
            needed,
            false,
        );
    }
    if leader.commit_index() >= entry.index {
        let here = leader.commit_index().0;
        let needed = say::need_at_least(entry.index.0);
        return Reason::new(say::why_entry_news(leader.id(), at), "§5.3").with(
            say::compare_leader_commit(),
            here,
            needed,
            true,
        );
    }
    waits(simulation, leader, entry)
}

/// The leader has it and has not committed it.
fn waits(simulation: &Simulation, leader: &Node, entry: &Entry) -> Reason {
    let acknowledged = |node: NodeId| {
        if node == leader.id() {
            leader.durable_index() >= entry.index
        } else {
            leader.progress(node).is_some_and(|progress| progress.match_index >= entry.index)
        }
    };
    let name = leader.id();
    let quorum = query::needed_by(leader);
    let is_met = quorum.is_met(acknowledged);
    let reason = if !is_met {
        let lacking = quorum.members(|node| !acknowledged(node)).into_iter();
        let missing = listed(lacking.map(|node| lack(simulation, leader, node)).collect());
        let needed = vocabulary::quorum(&quorum);
        Reason::new(say::why_entry_missing(name, needed, missing), "§5.3")
    } else if entry.term != leader.term() {
        Reason::new(say::why_entry_older_term(name, leader.term()), "§5.4.2")
    } else {
        Reason::new(say::why_entry_about_to_commit(name), "§5.3")
    };
    let counted = vocabulary::counted(&quorum, acknowledged);
    let (term, own) = (entry.term, leader.term());
    reason.with(say::compare_acknowledged(), counted, vocabulary::needed(&quorum), is_met).with(
        say::compare_its_term(),
        term,
        own,
        entry.term == leader.term(),
    )
}

/// `B (stopped), C (frozen) and D (answer not back yet)`.
fn listed(mut items: Vec<Sentence>) -> Sentence {
    let last = items.pop();
    let list = items.into_iter().reduce(say::list_comma);
    match (list, last) {
        (Some(list), Some(last)) => say::list_and(list, last),
        (None, Some(only)) => only,
        (_, None) => say::here_none(),
    }
}

/// Why a node has not acknowledged what its leader wants to commit.
fn lack(simulation: &Simulation, leader: &Node, node: NodeId) -> Sentence {
    let network = simulation.network();
    let is_up = |from: NodeId, to: NodeId| network.is_up(from.into(), to.into()) == Some(true);
    match &simulation.host(node).process {
        None => say::missing_stopped(node),
        Some(process) if process.is_frozen() => say::missing_frozen(node),
        Some(_) if node == leader.id() => say::missing_writing(node),
        Some(_) if !is_up(leader.id(), node) => say::missing_unreachable(node),
        Some(_) if !is_up(node, leader.id()) => say::missing_unheard(node),
        Some(_) => say::missing_waiting(node),
    }
}

/// Says which disks hold an entry.
fn with_copies(reason: Reason, simulation: &Simulation, host: &Host, entry: &Entry) -> Reason {
    let holders = simulation.hosts().iter().filter(|host| holds_on_disk(host, entry));
    let holders: Vec<NodeId> = holders.map(|host| host.id).collect();
    let quorum = match &host.process {
        Some(process) => query::needed_by(&process.node),
        None => query::quorum(simulation),
    };
    let is_enough = quorum.is_met(|node| holders.contains(&node));
    let here = if holders.is_empty() { say::here_none() } else { say::here_nodes(holders) };
    reason.with(say::compare_on_disks(), here, vocabulary::needed(&quorum), is_enough)
}

/// The oldest command that its node does not know to be committed, of the leader's log if it has
/// one.
pub(super) fn waiting(simulation: &Simulation) -> Option<(Address, LogIndex)> {
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    leader.into_iter().chain(running(simulation)).find_map(|node| {
        let mut open = node.log().entries_from(node.commit_index().next());
        let entry = open.find(|entry| matches!(entry.payload, Payload::Command(_)))?;
        Some((node.id().into(), entry.index))
    })
}
