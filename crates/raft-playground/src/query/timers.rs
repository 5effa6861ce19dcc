//! How nodes are set to start elections, and whether their timers can keep a leader.

use raft_sim::raft_core::{Config, NodeId};
use raft_sim::{Address, Command, NodeSetting, Simulation, Time};

use super::nodes::{running, running_node};
use super::safety::commands_until;

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

/// Whether a node was set to run a pre-vote before an election at an instant that has passed.
pub(crate) fn asked_first(simulation: &Simulation, node: NodeId, at: Time) -> bool {
    let own = commands_until(simulation, at).rev().find_map(|timed| match timed.command {
        Command::Configure { node: of, setting: NodeSetting::PreVote(asks) }
            if of == node.into() =>
        {
            Some(asks)
        }
        _ => None,
    });
    own.unwrap_or(simulation.run().scenario.pre_vote)
}
