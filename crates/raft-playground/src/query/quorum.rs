//! How many voters are needed, and which: of a joint membership both groups decide (§6).

use raft_sim::Simulation;
use raft_sim::raft_core::{Membership, Node, NodeId, NodeSet, QuorumSize, Rule};

use super::links::hear_each_other;
use super::nodes::{best_informed, running_node};

/// Whose agreement a decision needs.
#[derive(Clone, Debug)]
pub(crate) struct Quorum {
    membership: Membership,
    size: QuorumSize,
}

/// The quorum of the cluster: as the leader has it, or else the best informed node; of a cluster
/// that does not run, that of its scenario.
pub(crate) fn quorum(simulation: &Simulation) -> Quorum {
    let leader = simulation.leader().and_then(|leader| running_node(simulation, leader));
    if let Some(node) = leader.or_else(|| best_informed(simulation)) {
        return needed_by(node);
    }
    let nodes = simulation.run().scenario.nodes;
    quorum_of(&Membership::of((0..nodes).map(NodeId)), simulation)
}

/// The quorum that a run needs with these members.
pub(crate) fn quorum_of(membership: &Membership, simulation: &Simulation) -> Quorum {
    let is_half = simulation.run().scenario.injected_bugs.half_is_enough;
    let size = if is_half { QuorumSize::Half } else { QuorumSize::Majority };
    Quorum { membership: membership.clone(), size }
}

/// The quorum of the members whose votes a node counts: every member, if that rule is off (§6).
pub(crate) fn counted_by(node: &Node) -> Quorum {
    let needed = needed_by(node);
    if !node.config().waived.contains(Rule::CountOnlyVoters) {
        return needed;
    }
    Quorum { membership: Membership::of(node.membership().members()), ..needed }
}

/// The quorum that a node needs, as it knows the membership.
pub(crate) fn needed_by(node: &Node) -> Quorum {
    Quorum { membership: node.membership().clone(), size: node.config().quorum }
}

impl Quorum {
    /// How many of which voters are needed: one group, or both groups of a joint membership, the
    /// outgoing voters first.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (usize, &NodeSet)> {
        let Membership { voters, outgoing, .. } = &self.membership;
        let outgoing = self.membership.is_joint().then_some(outgoing);
        outgoing.into_iter().chain([voters]).map(|group| (self.size.of(group.len()), group))
    }

    /// Whether two groups must agree.
    pub(crate) fn is_joint(&self) -> bool {
        self.membership.is_joint()
    }

    /// How many voters there are, each counted once.
    pub(crate) fn voters(&self) -> usize {
        self.membership.count(|_| true)
    }

    /// How many voters there are for which something holds, each counted once.
    pub(crate) fn count(&self, holds: impl Fn(NodeId) -> bool) -> usize {
        self.membership.count(holds)
    }

    /// The voters for which something holds, each once, in order.
    pub(crate) fn members(&self, holds: impl Fn(NodeId) -> bool) -> NodeSet {
        let groups = self.groups().flat_map(|(_, group)| group.iter().copied());
        groups.filter(|&voter| holds(voter)).collect()
    }

    /// Whether the voters for which something holds are enough to decide.
    pub(crate) fn is_met(&self, holds: impl Fn(NodeId) -> bool) -> bool {
        self.membership.is_quorum(self.size, holds)
    }

    /// Whether so many voters of a single group are enough to decide.
    pub(crate) fn is_met_by(&self, count: usize) -> bool {
        self.groups().all(|(needed, _)| count >= needed)
    }

    /// Whether a node and the voters with which it exchanges messages are enough to decide.
    pub(crate) fn is_reached_by(&self, simulation: &Simulation, node: NodeId) -> bool {
        self.is_met(|other| hear_each_other(simulation, node, other))
    }

    /// How many voters a node exchanges messages with, itself among them.
    pub(crate) fn reached_by(&self, simulation: &Simulation, node: NodeId) -> usize {
        self.count(|other| hear_each_other(simulation, node, other))
    }
}
