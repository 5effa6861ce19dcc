//! Why a leader that reaches no majority is not replaced.

use raft_sim::raft_core::{Node, NodeId, Role};
use raft_sim::{Address, Simulation};

use super::Answer;
use crate::phrases::{names, quorums};
use crate::query::{self, Quorum, hear_each_other, running, running_node};

/// Whether a leader reaches no majority, and so can commit nothing.
pub(super) fn is_stalled(simulation: &Simulation, leader: NodeId) -> bool {
    running_node(simulation, leader)
        .is_some_and(|node| !query::needed_by(node).is_reached_by(simulation, leader))
}

/// The question to which [`explain`] has the answer.
pub(super) fn title(leader: NodeId) -> String {
    format!("Why does nobody replace {}?", Address::Node(leader))
}

/// Why nobody takes the place of this leader; none if a majority reaches it.
pub(super) fn explain(simulation: &Simulation, leader: NodeId) -> Option<Answer> {
    let node = running_node(simulation, leader).filter(|_| is_stalled(simulation, leader))?;
    let quorum = query::needed_by(node);
    let name = Address::Node(leader);
    let stands = format!(
        "{name} still leads term {} but reaches no majority, so it can commit nothing.",
        node.term()
    );
    let (sentence, section) = match blocked(simulation, leader, &quorum) {
        Some(Blocked { candidate, refusing }) => {
            let one = refusing.len() == 1;
            let (hear, refuse) = if one { ("hears", "refuses") } else { ("hear", "refuse") };
            let refusing = names(refusing.into_iter().map(Address::Node));
            (
                format!(
                    "{stands} {candidate} cannot replace it: {refusing} still {hear} {name}, and \
                     so {refuse} to support another node (pre-vote), and the others are too few. \
                     With check-quorum, {name} would step down."
                ),
                "diss. §9.6, §6.2",
            )
        }
        None => (format!("{stands} The others have not elected a new leader yet."), "§5.2"),
    };
    let reached = quorums::counted(&quorum, |other| hear_each_other(simulation, leader, other));
    let answer = Answer::new(sentence, section)
        .with("reach each other", &reached, &quorums::needed(&quorum), false)
        .titled(title(leader));
    Some(answer)
}

/// A node that a majority could elect, if some of it did not still hear the old leader.
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
        Some(Blocked { candidate: candidate.id().into(), refusing })
    })
}

/// Whether a node takes another for its leader, and hears it.
fn follows(simulation: &Simulation, node: &Node, leader: NodeId) -> bool {
    let up = simulation.network().is_up(leader.into(), node.id().into()) == Some(true);
    up && matches!(node.role(), Role::Follower { leader: Some(heard) } if *heard == leader)
}
