//! Why it is not decided whether a guarantee holds.

use raft_sim::Simulation;

use crate::query;
use crate::text::{Sentence, say};

/// The keys for which the search for an order was given up.
pub(crate) fn undecided(simulation: &Simulation) -> Option<Sentence> {
    let keys: Vec<&str> = simulation.undecided_keys().collect();
    (!keys.is_empty()).then(|| say::undecided_keys(keys))
}

/// What is in the way of progress. Liveness is a promise about the future: it holds as long as
/// nothing waits, and what waits may come yet.
pub(crate) fn lack_of_progress(simulation: &Simulation) -> Option<Sentence> {
    let Some(leader) = simulation.leader() else { return Some(say::undecided_no_leader()) };
    let node = query::running_node(simulation, leader)?;
    if !query::needed_by(node).is_reached_by(simulation, leader) {
        return Some(say::undecided_no_quorum(leader));
    }
    let next = node.commit_index().next();
    (next <= node.log().last().index).then(|| say::undecided_entry(next))
}
