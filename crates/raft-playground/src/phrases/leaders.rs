//! What a leader can and cannot do with the nodes that it reaches.

use raft_sim::raft_core::{Entry, NodeId, Payload};
use raft_sim::{Address, Simulation};

use super::entry;
use crate::query;

/// What a leader's heartbeat is good for, or why it is not good enough.
pub(super) fn heartbeat(simulation: &Simulation, leader: NodeId) -> Option<String> {
    let node = query::running_node(simulation, leader).filter(|node| node.is_leader())?;
    let (name, term, quorum) = (Address::Node(leader), node.term(), query::needed_by(node));
    if quorum.is_reached_by(simulation, leader) {
        return Some(format!(
            "{name} leads term {term}. Its heartbeats keep the others from standing."
        ));
    }
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let command = waiting.find(|entry| entry.payload != Payload::NoOp);
    let what = command.map_or("anything".into(), entry);
    let (reached, all) = (quorum.reached_by(simulation, leader), quorum.voters());
    Some(format!(
        "{name} still leads term {term}, but {reached} of {all} nodes cannot commit {what}."
    ))
}

/// Once every voter has applied an entry.
pub(super) fn applied_by_all(simulation: &Simulation, applied: &Entry) -> Option<String> {
    if applied.payload == Payload::NoOp {
        return None;
    }
    let quorum = query::quorum(simulation);
    let everywhere = quorum.count(|voter| {
        let node = query::running_node(simulation, voter);
        node.is_some_and(|node| node.last_applied() >= applied.index)
    });
    let all = quorum.voters();
    (everywhere == all).then(|| format!("All {all} nodes have applied {}.", entry(applied)))
}
