//! Why a leader that reaches no majority is not replaced.

use raft_sim::raft_core::{Node, NodeId, Role};
use raft_sim::{Address, Simulation};

use super::leaders::{hear_each_other, running};
use super::{Answer, of};

/// Why nobody takes the place of this leader; none if a majority reaches it.
pub(super) fn explain(simulation: &Simulation, leader: NodeId) -> Option<Answer> {
    let node = running(simulation).find(|node| node.id() == leader)?;
    let voters = &node.membership().voters;
    let quorum = node.config().quorum;
    let needed = quorum.of(voters.len());
    let reached = group(simulation, node, leader);
    if reached.len() >= needed {
        return None;
    }
    let name = Address::Node(leader);
    let stands = format!(
        "{name} still leads term {} but reaches no majority, so it can commit nothing.",
        node.term()
    );
    let (sentence, section) = match blocked(simulation, node, needed) {
        Some(Blocked { candidate, refusing }) => {
            let hear = if refusing.len() == 1 { "hears" } else { "hear" };
            let refuse = if refusing.len() == 1 { "refuses" } else { "refuse" };
            let refusing = names(&refusing);
            (
                format!(
                    "{stands} {candidate} cannot replace it: {refusing} still {hear} {name}, and so \
                     {refuse} to support another node (pre-vote), and the others are too few. With \
                     check-quorum, {name} would step down."
                ),
                "diss. §9.6, §6.2",
            )
        }
        None => (format!("{stands} The others have not elected a new leader yet."), "§5.2"),
    };
    let answer = Answer::new(sentence, section)
        .with(
            "reach each other",
            &of(reached.len(), voters.len()),
            &of(needed, voters.len()),
            false,
        )
        .titled(title(leader));
    Some(answer)
}

/// The question to which [`explain`] has the answer.
pub(super) fn title(leader: NodeId) -> String {
    format!("Why does nobody replace {}?", Address::Node(leader))
}

/// A node that a majority could elect, if some of it did not still hear the old leader.
struct Blocked {
    candidate: Address,
    refusing: Vec<NodeId>,
}

fn blocked(simulation: &Simulation, leader: &Node, needed: usize) -> Option<Blocked> {
    running(simulation)
        .filter(|node| node.id() != leader.id() && node.config().pre_vote)
        .filter(|node| !follows(simulation, node, leader.id()))
        .find_map(|node| {
            let group = group(simulation, leader, node.id());
            let refusing: Vec<NodeId> = running(simulation)
                .filter(|other| group.contains(&other.id()))
                .filter(|other| follows(simulation, other, leader.id()))
                .map(Node::id)
                .collect();
            let is_blocked = group.len() >= needed && group.len() - refusing.len() < needed;
            is_blocked.then(|| Blocked { candidate: node.id().into(), refusing })
        })
}

/// Whether a node takes another for its leader, and hears it.
fn follows(simulation: &Simulation, node: &Node, leader: NodeId) -> bool {
    let up = simulation.network().is_up(leader.into(), node.id().into()) == Some(true);
    up && matches!(node.role(), Role::Follower { leader: Some(heard) } if *heard == leader)
}

/// The voters that one node reaches and that reach it, itself among them.
fn group(simulation: &Simulation, leader: &Node, node: NodeId) -> Vec<NodeId> {
    let voters = leader.membership().voters.iter().copied();
    voters.filter(|&voter| hear_each_other(simulation, node, voter)).collect()
}

fn names(nodes: &[NodeId]) -> String {
    let names: Vec<String> = nodes.iter().map(|node| Address::Node(*node).to_string()).collect();
    names.join(" and ")
}
