//! What a leader can and cannot do with the nodes that it reaches.

use raft_sim::raft_core::{Entry, Node, NodeId, Payload};
use raft_sim::{Address, Process, Simulation};

use super::vocabulary::{self, entry};
use crate::query;
use crate::text::{Sentence, say};

/// What a leader's heartbeat is good for, or why it is not good enough.
pub(super) fn heartbeat(simulation: &Simulation, leader: NodeId) -> Option<Sentence> {
    let node = query::running_node(simulation, leader).filter(|node| node.is_leader())?;
    let (term, quorum) = (node.term(), query::needed_by(node));
    let (count, all) = (quorum.reached_by(simulation, leader), quorum.voters());
    if quorum.is_reached_by(simulation, leader) {
        return Some(match all {
            1 => say::leader_alone(leader, term),
            _ if count == all && links_are_good(simulation, node) => {
                say::heartbeats_hold(leader, term)
            }
            _ => say::heartbeats_hold_some(leader, term),
        });
    }
    if quorum.groups().count() > 1 {
        return Some(say::leader_cut_off_joint(leader, term, vocabulary::quorum(&quorum)));
    }
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let waiting = waiting.find(|entry| matches!(entry.payload, Payload::Command(_))).map(entry);
    let is_heard = quorum.is_met(|other| other == leader || passes(simulation, leader, other));
    let is_old = query::running(simulation).any(|other| other.term() > term);
    Some(match waiting {
        None if is_heard => say::leader_unanswered(leader, term, count, all),
        None if is_old => say::old_leader_cut_off(leader, term, count, all),
        None => say::leader_cut_off(leader, term, count, all),
        Some(what) if is_heard => say::leader_unanswered_with_entry(leader, term, count, all, what),
        Some(what) if is_old => say::old_leader_cut_off_with_entry(leader, term, count, all, what),
        Some(what) => say::leader_cut_off_with_entry(leader, term, count, all, what),
    })
}

/// Whether every voter gets what the leader sends: no link is held up or loses messages at random,
/// and no voter is frozen.
fn links_are_good(simulation: &Simulation, leader: &Node) -> bool {
    let network = simulation.network();
    query::needed_by(leader).members(|voter| voter != leader.id()).iter().all(|&voter| {
        let (from, to) = (leader.id().into(), voter.into());
        let loss = network.link_config(from, to).map_or(0, |quality| quality.loss_permille);
        let is_frozen = simulation.host(voter).process.as_ref().is_some_and(Process::is_paused);
        network.is_stalled(from, to) == Some(false) && loss == 0 && !is_frozen
    })
}

/// Whether a running node is sent what another one sends.
fn passes(simulation: &Simulation, from: NodeId, to: NodeId) -> bool {
    let [from, address] = [from, to].map(Address::Node);
    query::running_node(simulation, to).is_some()
        && simulation.network().is_up(from, address) == Some(true)
}

/// Once every voter has applied an entry.
pub(super) fn applied_by_all(simulation: &Simulation, applied: &Entry) -> Option<Sentence> {
    // Without a leader, nobody knows who belongs to the cluster.
    simulation.leader()?;
    let quorum = query::quorum(simulation);
    let everywhere = quorum.count(|voter| {
        let node = query::running_node(simulation, voter);
        node.is_some_and(|node| node.last_applied() >= applied.index)
    });
    let all = quorum.voters();
    match applied.payload {
        _ if everywhere < all || all == 1 => None,
        Payload::NoOp => None,
        Payload::Membership(_) => Some(say::membership_applied_everywhere(all)),
        Payload::Command(_) => Some(say::entry_applied_everywhere(all, entry(applied))),
    }
}
