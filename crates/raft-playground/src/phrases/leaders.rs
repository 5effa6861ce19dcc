//! What a leader can and cannot do with the nodes that it reaches.

use raft_sim::raft_core::{Entry, Micros, Node, NodeId, Payload, Rule, Timer};
use raft_sim::{Address, LinkConfig, Simulation};

use super::vocabulary::{self, entry};
use crate::query;
use crate::text::{Sentence, say};

/// What a leader's heartbeat is good for, or why it is not good enough.
pub(super) fn heartbeat(simulation: &Simulation, leader: NodeId) -> Option<Sentence> {
    let node = query::running_node(simulation, leader).filter(|node| node.is_leader())?;
    let (term, quorum) = (node.term(), query::needed_by(node));
    let (count, all) = (quorum.reached_by(simulation, leader), quorum.voters());
    if quorum.is_reached_by(simulation, leader) {
        // A successor starts an election even if it hears heartbeats.
        if query::hands_over(simulation, node) {
            return None;
        }
        return Some(match all {
            1 => say::leader_alone(leader, term),
            _ if count == all && heartbeats_suffice(simulation, node) => {
                say::heartbeats_hold(leader, term)
            }
            _ => say::heartbeats_hold_some(leader, term),
        });
    }
    // Without these rules, other nodes than voters count, too, or the leader may soon need fewer:
    // it can remove a voter that does not answer.
    let off = simulation.waived();
    let may_need_others = off.contains(Rule::CountOnlyVoters) || off.contains(Rule::JointConsensus);
    if may_need_others || quorum.is_met(|voter| may_still_count(simulation, node, voter)) {
        return None;
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

/// Whether a voter may still count for an entry that is not committed: its answer is there or may
/// come, although its link is cut in some direction.
fn may_still_count(simulation: &Simulation, leader: &Node, voter: NodeId) -> bool {
    let (id, commit_index) = (leader.id(), leader.commit_index());
    if voter == id || query::hear_each_other(simulation, id, voter) {
        return true;
    }
    let in_transit = |from: NodeId, to: NodeId| {
        let ends = (from.into(), to.into());
        let mut messages = simulation.network().messages();
        messages.any(|flight| (flight.from, flight.to) == ends && flight.death.is_none())
    };
    let holds_more = query::running_node(simulation, voter)
        .is_some_and(|follower| follower.log().last().index > commit_index);
    leader.progress(voter).is_some_and(|progress| progress.match_index > commit_index)
        || in_transit(voter, id)
        || passes(simulation, voter, id) && (holds_more || in_transit(id, voter))
}

/// Whether the leader's heartbeats keep every other voter's election timer from running out.
fn heartbeats_suffice(simulation: &Simulation, leader: &Node) -> bool {
    if simulation.waived().iter().next().is_some() {
        return false;
    }
    let others = query::needed_by(leader).members(|voter| voter != leader.id());
    others.iter().all(|&voter| heartbeats_reach(simulation, leader, voter).unwrap_or(false))
}

/// Whether a voter follows the leader, each heartbeat reaches it in time, and its timer does not
/// run out before the one that is sent now.
fn heartbeats_reach(simulation: &Simulation, leader: &Node, voter: NodeId) -> Option<bool> {
    let host = simulation.host(voter);
    let process = host.process.as_ref().filter(|process| !process.is_frozen())?;
    let follower = &process.node;
    let (from, to) = (leader.id().into(), voter.into());
    let link = simulation.network().link_config(from, to)?;
    let is_sure = LinkConfig {
        latency: link.latency,
        jitter: link.jitter,
        duplicate_permille: link.duplicate_permille,
        ..LinkConfig::default()
    } == link
        && simulation.network().is_stalled(from, to) == Some(false);
    let clocks = [&host.clock, &simulation.host(leader.id()).clock];
    let clocks_are_right = clocks.into_iter().all(|clock| clock.rate_permille() == 1000);
    let way = Micros(link.latency.0 + link.jitter.0);
    let longest = Micros(leader.config().heartbeat_interval.0 + link.jitter.0);
    let timer_end = process.timer(Timer::Election)?.fires_at();
    Some(
        is_sure
            && clocks_are_right
            && (follower.term(), follower.leader()) == (leader.term(), Some(leader.id()))
            && longest < follower.config().election_timeout.min
            && timer_end > simulation.now() + way,
    )
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
