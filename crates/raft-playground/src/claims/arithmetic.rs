//! Majorities and copies, counted without the core's own arithmetic.

use raft_sim::raft_core::{Entry, LogPosition, Membership, NodeId};
use raft_sim::{Address, Host, Simulation};

/// The groups of voters that must each agree: one, or two while voters change (§6).
pub(super) fn groups(membership: &Membership) -> Vec<Vec<NodeId>> {
    let mut groups = vec![membership.voters.iter().copied().collect::<Vec<_>>()];
    let outgoing: Vec<NodeId> = membership.outgoing.iter().copied().collect();
    if !outgoing.is_empty() {
        groups.insert(0, outgoing);
    }
    groups
}

/// How many of a group must agree: more than half of it, or half if that bug is injected.
pub(super) fn needed(simulation: &Simulation, voters: usize) -> usize {
    if simulation.run().scenario.injected_bugs.half_is_enough {
        voters.div_ceil(2)
    } else {
        voters / 2 + 1
    }
}

/// Whether enough of each group agree.
pub(super) fn decides(
    simulation: &Simulation,
    membership: &Membership,
    agrees: impl Fn(NodeId) -> bool,
) -> bool {
    groups(membership).iter().all(|group| {
        group.iter().filter(|node| agrees(**node)).count() >= needed(simulation, group.len())
    })
}

/// The voters, each once.
pub(super) fn voters(membership: &Membership) -> Vec<NodeId> {
    let mut voters = groups(membership).concat();
    voters.sort_unstable();
    voters.dedup();
    voters
}

/// Whether a message can pass between two running nodes, in both directions.
pub(super) fn exchange(simulation: &Simulation, one: NodeId, other: NodeId) -> bool {
    one == other || passes(simulation, one, other) && passes(simulation, other, one)
}

/// Whether what a node sends now reaches another one, which runs.
pub(super) fn passes(simulation: &Simulation, from: NodeId, to: NodeId) -> bool {
    let runs = |node: NodeId| simulation.host(node).process.is_some();
    let (from_address, to_address) = (Address::Node(from), Address::Node(to));
    runs(from) && runs(to) && simulation.network().is_up(from_address, to_address) == Some(true)
}

/// Whether a host holds an entry in its memory, or if it is stopped on its disk; entries that a
/// snapshot replaced count.
pub(super) fn has(host: &Host, position: LogPosition) -> bool {
    if let Some(process) = &host.process {
        let log = process.node.log();
        return log.base().index >= position.index
            || log.term_at(position.index) == Some(position.term);
    }
    let disk = host.disk.durable();
    let replaced =
        disk.snapshot.as_ref().is_some_and(|snapshot| snapshot.last.index >= position.index);
    replaced || disk.entries.iter().any(|entry: &Entry| entry.position() == position)
}

/// Whether the log on a disk has a gap, or terms that cannot follow each other.
pub(super) fn is_log_broken(host: &Host) -> bool {
    let disk = host.disk.durable();
    let base = disk.snapshot.as_ref().map_or(LogPosition::default(), |snapshot| snapshot.last);
    let places: Vec<LogPosition> =
        [base].into_iter().chain(disk.entries.iter().map(Entry::position)).collect();
    let is_wrong =
        |pair: &[LogPosition]| pair[0].index.next() != pair[1].index || pair[0].term > pair[1].term;
    let newest = places.iter().map(|place| place.term).max();
    places.windows(2).any(is_wrong) || newest > Some(disk.hard_state.term)
}
