//! Why it is not decided whether a property holds.

use raft_sim::{Address, Simulation};

use crate::query;

/// The keys for which the search for an order was given up.
pub(crate) fn undecided(simulation: &Simulation) -> Option<String> {
    let keys: Vec<&str> = simulation.undecided_keys().collect();
    (!keys.is_empty())
        .then(|| format!("Too many orders are possible to decide about {}.", keys.join(", ")))
}

/// What is in the way of progress. Liveness is a promise about the future: it holds as long as
/// nothing waits, and what waits may come yet.
pub(crate) fn lack_of_progress(simulation: &Simulation) -> Option<String> {
    let Some(leader) = simulation.leader() else { return Some("Nobody leads yet.".into()) };
    let node = query::running_node(simulation, leader)?;
    if !query::needed_by(node).is_reached_by(simulation, leader) {
        let name = Address::Node(leader);
        return Some(format!("Waits for a majority: {name} leads, and too few can hear it."));
    }
    let next = node.commit_index().next();
    (next <= node.log().last().index).then(|| format!("Entry {next} is not committed yet."))
}

/// Why stable leadership is not decided.
pub(crate) const NOT_CHECKED: &str = "Not judged while you act: what you do may depose a leader.";
