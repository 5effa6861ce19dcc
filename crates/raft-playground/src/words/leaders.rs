//! What a leader can and cannot do with the nodes that it reaches.

use raft_sim::raft_core::{Entry, NodeId, Payload};
use raft_sim::{Address, Simulation};

use super::{node_at, quorum, votes};
use crate::narrator::Weight;
use crate::scene::entry_text;

/// What a leader's heartbeat is good for, or why it is not good enough.
pub(super) fn heartbeat(simulation: &Simulation, leader: NodeId) -> Option<(Weight, String)> {
    let node = node_at(simulation, leader)?;
    if !node.is_leader() {
        return None;
    }
    let name = Address::Node(leader);
    let term = node.term();
    let reached = reached_by(simulation, leader);
    let (needed, all) = quorum(simulation);
    if reached >= needed {
        let sentence =
            format!("{name} leads term {term}. Its heartbeats keep the others from standing.");
        return Some((Weight::Idle, sentence));
    }
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let command = waiting.find(|entry| entry.payload != Payload::NoOp);
    let what = command.map_or("anything".into(), entry_text);
    let cannot = format!("{reached} of {all} nodes cannot commit {what}");
    let sentence = format!("{name} still leads term {term}, but {cannot}.");
    Some((Weight::Step, sentence))
}

/// How many running voters a leader can hear and be heard by, itself among them.
fn reached_by(simulation: &Simulation, leader: NodeId) -> usize {
    let leader = Address::Node(leader);
    let network = simulation.network();
    let hosts = simulation.hosts().iter().filter(|host| host.process.is_some());
    hosts
        .filter(|host| votes(simulation, host.id))
        .map(|host| Address::Node(host.id))
        .filter(|&node| {
            let both = [(leader, node), (node, leader)];
            node == leader || both.iter().all(|&(from, to)| network.is_up(from, to) == Some(true))
        })
        .count()
}

pub(super) fn applied_by_all(simulation: &Simulation, entry: &Entry) -> Option<(Weight, String)> {
    if entry.payload == Payload::NoOp {
        return None;
    }
    let mut voters = simulation.hosts().iter().filter(|host| votes(simulation, host.id));
    let everywhere = voters.all(|host| {
        host.process.as_ref().is_some_and(|process| process.node.last_applied() >= entry.index)
    });
    let (_, all) = quorum(simulation);
    everywhere
        .then(|| (Weight::Turn, format!("All {all} nodes have applied {}.", entry_text(entry))))
}
