//! Why an entry is committed, or not.

use raft_sim::raft_core::{Entry, LogIndex, Node, NodeId, Payload, Rule};
use raft_sim::{Address, Host, Simulation};

use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::{events, vocabulary};
use crate::query::{self, entry_of, holds_on_disk, passes, running};
use crate::text::{Sentence, say};

/// Why the entry at an index of a node's log is committed, or not; none if it has no such entry.
pub(super) fn explain(
    simulation: &Simulation,
    at: Address,
    index: LogIndex,
) -> Option<Explanation> {
    let host = simulation.hosts().get(at.node()?.0 as usize)?;
    let entry = entry_of(host, index)?;
    let what = vocabulary::entry(entry);
    let own = host.process.as_ref().map(|process| &process.node);
    let is_known = own.is_some_and(|node| node.commit_index() >= index);
    let knowing = knowing(simulation, entry);
    let (title, reason) = match (knowing, own) {
        (Some(other), Some(_)) if !is_known => {
            let title = say::why_entry_unknown(at, what, index);
            let leads = simulation.leader() == Some(other.id());
            return Some(unknown(other, leads, at, entry).titled(title));
        }
        (Some(_), _) => (say::why_entry_committed(what, index, at), committed(simulation)),
        (None, _) => {
            (say::why_entry_not_committed(what, index, at), not_committed(simulation, at, entry))
        }
    };
    let reason = match reason {
        // The copies say nothing about an entry that will be replaced.
        reason if reason.compared.iter().any(|row| row.what == say::compare_leader_entry()) => {
            reason
        }
        reason => with_copies(reason, simulation, host, entry),
    };
    Some(reason.titled(title))
}

/// A node that counts an entry as committed: the leader, if it does.
fn knowing<'a>(simulation: &'a Simulation, entry: &Entry) -> Option<&'a Node> {
    let knows = |node: &&Node| {
        node.commit_index() >= entry.index && node.log().term_at(entry.index) == Some(entry.term)
    };
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    leader.into_iter().chain(running(simulation)).find(knows)
}

/// Another node counts it as committed, and this one does not.
fn unknown(other: &Node, leads: bool, at: Address, entry: &Entry) -> Reason {
    let sentence = if leads {
        say::why_entry_news(other.id(), at)
    } else {
        say::why_entry_known_elsewhere(other.id(), at)
    };
    let reason = Reason::new(sentence, "§5.3");
    if !leads {
        return reason;
    }
    let needed = say::need_at_least(entry.index.0);
    reason.with(say::compare_leader_commit(), other.commit_index().0, needed, true)
}

fn committed(simulation: &Simulation) -> Reason {
    match query::weakness(simulation, simulation.now()) {
        None => Reason::new(say::why_entry_safe(), "§5.3, §5.4"),
        Some(weakness) => {
            Reason::new(say::why_entry_unsafe(), "§5.3").and(events::may_be_lost(weakness))
        }
    }
}

fn not_committed(simulation: &Simulation, at: Address, entry: &Entry) -> Reason {
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    let Some(leader) = leader else {
        return Reason::new(say::why_entry_needs_leader(), "§5.3");
    };
    let leaders_term = leader.log().term_at(entry.index);
    let base = leader.log().base().index;
    if entry.index < base {
        return Reason::new(say::why_entry_in_snapshot(leader.id(), base, at), "§7");
    }
    if leaders_term != Some(entry.term) {
        let theirs = leaders_term.map_or_else(say::here_nothing, say::here_entry_of_term);
        let needed = say::here_entry_of_term(entry.term);
        let replaces =
            !query::rules_off(simulation, simulation.now()).contains(Rule::TruncateConflicts);
        let sentence = if replaces {
            say::why_entry_not_at_leader(leader.id(), at)
        } else {
            say::why_entry_only_here(leader.id())
        };
        let reason = Reason::new(sentence, "§5.3");
        return reason.with(say::compare_leader_entry(), theirs, needed, false);
    }
    waits(simulation, leader, entry)
}

/// The leader has it and has not committed it.
pub(super) fn waits(simulation: &Simulation, leader: &Node, entry: &Entry) -> Reason {
    let name = leader.id();
    let quorum = query::needed_by(leader);
    let acknowledged = |node: NodeId| has_acknowledged(leader, node, entry.index);
    let is_met = quorum.is_met(acknowledged);
    let is_own = entry.term == leader.term();
    let counts_all = leader.config().waived.contains(Rule::CommitOwnTerm);
    // It commits with the first entry of the leader's own term after it (§5.4.2).
    let own = leader.log().entries_from(entry.index).find(|entry| entry.term == leader.term());
    let needed = || vocabulary::quorum(&quorum);
    let missing = |index| {
        let lacking = quorum.members(|node| !has_acknowledged(leader, node, index)).into_iter();
        let lacking: Vec<Sentence> = lacking.map(|node| lack(simulation, name, node)).collect();
        listed(lacking)
    };
    let reason = match own.map(|own| own.index) {
        _ if is_met && (is_own || counts_all) => {
            Reason::new(say::why_entry_about_to_commit(name), "§5.3")
        }
        _ if is_own || counts_all => {
            Reason::new(say::why_entry_missing(name, needed(), missing(entry.index)), "§5.3")
        }
        Some(own) => {
            let missing = missing(own);
            let sentence = say::why_entry_older_waits(name, own, needed(), missing);
            Reason::new(sentence, "§5.4.2")
        }
        None => Reason::new(say::why_entry_older_term(name, leader.term()), "§5.4.2"),
    };
    let counted = vocabulary::counted(&quorum, acknowledged);
    let (term, own) = (entry.term, leader.term());
    reason.with(say::compare_acknowledged(), counted, vocabulary::needed(&quorum), is_met).with(
        say::compare_its_term(),
        term,
        own,
        is_own,
    )
}

fn has_acknowledged(leader: &Node, node: NodeId, index: LogIndex) -> bool {
    if node == leader.id() {
        return leader.durable_index() >= index;
    }
    leader.progress(node).is_some_and(|progress| progress.match_index >= index)
}

/// `B (stopped), C (frozen) and D (answer not back yet)`.
pub(super) fn listed(mut items: Vec<Sentence>) -> Sentence {
    let last = items.pop();
    let list = items.into_iter().reduce(say::list_comma);
    match (list, last) {
        (Some(list), Some(last)) => say::list_and(list, last),
        (None, Some(only)) => only,
        (_, None) => say::here_none(),
    }
}

/// Why a node has not answered what another one wants to know of it.
pub(super) fn lack(simulation: &Simulation, asking: NodeId, node: NodeId) -> Sentence {
    match &simulation.host(node).process {
        None => say::missing_stopped(node),
        Some(process) if process.is_frozen() => say::missing_frozen(node),
        Some(_) if node == asking => say::missing_writing(node),
        Some(_) if !passes(simulation, asking, node) => say::missing_unreachable(node),
        Some(_) if !passes(simulation, node, asking) => say::missing_unheard(node),
        Some(_) => say::missing_waiting(node),
    }
}

/// Says which disks hold an entry.
fn with_copies(reason: Reason, simulation: &Simulation, host: &Host, entry: &Entry) -> Reason {
    let holders = simulation.hosts().iter().filter(|host| holds_on_disk(host, entry.position()));
    let holders: Vec<NodeId> = holders.map(|host| host.id).collect();
    let quorum = match &host.process {
        Some(process) => query::needed_by(&process.node),
        None => query::quorum(simulation),
    };
    // A node outside the cluster may know no members.
    let quorum = if quorum.voters() == 0 { query::quorum(simulation) } else { quorum };
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
        let entry = open.find(|entry| {
            matches!(entry.payload, Payload::Command(_)) && knowing(simulation, entry).is_none()
        })?;
        Some((node.id().into(), entry.index))
    })
}
