//! Whether the timers of a cluster are set so that it can keep a leader.

use raft_sim::raft_core::Config;
use raft_sim::{Address, Simulation};

use super::nodes::{running, running_node};

/// Whether a node sends heartbeats more often than any election timer of the cluster runs out.
pub(crate) fn heartbeats_suffice(simulation: &Simulation, node: Option<Address>) -> bool {
    let Some(own) = config(simulation, node) else { return true };
    running(simulation).all(|other| own.heartbeat_interval < other.config().election_timeout.min)
}

/// Whether a node's election timer always runs for the same time.
pub(crate) fn has_fixed_timer(simulation: &Simulation, node: Option<Address>) -> bool {
    config(simulation, node)
        .is_some_and(|config| config.election_timeout.min == config.election_timeout.max)
}

fn config(simulation: &Simulation, node: Option<Address>) -> Option<&Config> {
    Some(running_node(simulation, node.and_then(Address::node)?)?.config())
}
