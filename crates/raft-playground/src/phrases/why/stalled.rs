//! Why a leader that reaches no majority is not replaced.

use raft_sim::raft_core::{Node, NodeId, Role};
use raft_sim::{Address, Simulation};

use super::leaders;
use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::vocabulary;
use crate::query::{self, Quorum, hear_each_other, passes, running, running_node};
use crate::text::say;

/// Whether a leader reaches no majority, and so can commit nothing.
pub(super) fn is_stalled(simulation: &Simulation, leader: NodeId) -> bool {
    running_node(simulation, leader)
        .is_some_and(|node| !query::needed_by(node).is_reached_by(simulation, leader))
}

/// Why no node takes the place of this leader; none if it reaches enough voters.
pub(super) fn explain(simulation: &Simulation, leader: NodeId) -> Option<Explanation> {
    let node = running_node(simulation, leader).filter(|_| is_stalled(simulation, leader))?;
    let quorum = query::needed_by(node);
    let stalled = Reason::new(say::why_stalled(leader, node.term()), "diss. §9.6, diss. §6.2");
    let ends = if node.config().check_quorum {
        say::why_check_quorum_will_help(leader)
    } else {
        say::why_check_quorum_would_help(leader)
    };
    let reason = if quorum.is_met(|voter| passes(simulation, leader, voter)) {
        stalled.and(say::why_stalled_heard(leader)).and(ends)
    } else if let Some(Blocked { candidate, refusing }) = blocked(simulation, leader) {
        let refused = match refusing[..] {
            [voter] => say::why_replacement_refused_by_one(candidate, voter, leader),
            _ => say::why_replacement_refused(candidate, refusing, leader),
        };
        stalled.and(refused).and(ends)
    } else {
        let others = |other: &Node| other.id() != leader && !passes(simulation, leader, other.id());
        let next = leaders::next_election(simulation, others);
        next.sentences.into_iter().fold(stalled, Reason::and)
    };
    let reached = vocabulary::counted(&quorum, |other| hear_each_other(simulation, leader, other));
    let needed = vocabulary::needed(&quorum);
    let reason = reason.with(say::compare_reach_each_other(), reached, needed, false);
    Some(reason.titled(say::why_not_replaced(leader)))
}

/// A node that enough voters could elect, if some did not still hear the old leader.
struct Blocked {
    candidate: Address,
    refusing: Vec<NodeId>,
}

fn blocked(simulation: &Simulation, leader: NodeId) -> Option<Blocked> {
    let candidates = running(simulation)
        .filter(|node| node.id() != leader && node.config().pre_vote)
        .filter(|node| node.membership().is_voter(node.id()))
        .filter(|node| !follows(simulation, node, leader));
    candidates.into_iter().find_map(|candidate| {
        let quorum: Quorum = query::needed_by(candidate);
        let hears = |voter| hear_each_other(simulation, candidate.id(), voter);
        let refuses = |voter| {
            let node = running_node(simulation, voter);
            node.is_some_and(|node| follows(simulation, node, leader))
        };
        if !quorum.is_met(hears) || quorum.is_met(|voter| hears(voter) && !refuses(voter)) {
            return None;
        }
        let refusing = quorum.members(|voter| hears(voter) && refuses(voter));
        Some(Blocked { candidate: candidate.id().into(), refusing: refusing.to_vec() })
    })
}

/// Whether a node takes another for its leader, and hears it.
fn follows(simulation: &Simulation, node: &Node, leader: NodeId) -> bool {
    let takes_it =
        matches!(node.role(), Role::Follower { leader: Some(heard) } if *heard == leader);
    takes_it && passes(simulation, leader, node.id())
}
