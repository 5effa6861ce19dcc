//! Why a leader that reaches no majority is not replaced.

use raft_sim::raft_core::{Node, NodeId, Role};
use raft_sim::{Address, Simulation};

use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::vocabulary;
use crate::query::{self, Quorum, hear_each_other, running, running_node};
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
    let stalled = say::why_stalled(leader, node.term());
    let reason = match blocked(simulation, leader, &quorum) {
        Some(Blocked { candidate, refusing }) => {
            let refused = match refusing[..] {
                [voter] => say::why_replacement_refused_by_one(candidate, voter, leader),
                _ => say::why_replacement_refused(candidate, refusing, leader),
            };
            Reason::new(stalled, "diss. §9.6, diss. §6.2")
                .and(refused)
                .and(say::why_check_quorum_would_help(leader))
        }
        None => Reason::new(stalled, "§5.2").and(say::why_not_replaced_yet()),
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

fn blocked(simulation: &Simulation, leader: NodeId, quorum: &Quorum) -> Option<Blocked> {
    let candidates = running(simulation)
        .filter(|node| node.id() != leader && node.config().pre_vote)
        .filter(|node| !follows(simulation, node, leader));
    let mut blocked = candidates.filter(|node| quorum.is_reached_by(simulation, node.id()));
    blocked.find_map(|candidate| {
        let hears = |voter| hear_each_other(simulation, candidate.id(), voter);
        let refuses = |voter| {
            let node = running_node(simulation, voter);
            node.is_some_and(|node| follows(simulation, node, leader))
        };
        if quorum.is_met(|voter| hears(voter) && !refuses(voter)) {
            return None;
        }
        let refusing = quorum.members(|voter| hears(voter) && refuses(voter));
        Some(Blocked { candidate: candidate.id().into(), refusing: refusing.to_vec() })
    })
}

/// Whether a node takes another for its leader, and hears it.
fn follows(simulation: &Simulation, node: &Node, leader: NodeId) -> bool {
    let up = simulation.network().is_up(leader.into(), node.id().into()) == Some(true);
    up && matches!(node.role(), Role::Follower { leader: Some(heard) } if *heard == leader)
}
