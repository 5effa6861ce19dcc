//! §6: the members of the cluster, and how many of them form a quorum.

use alloc::vec::Vec;

use crate::node_set::NodeSet;
use crate::types::NodeId;

/// The members of the cluster. During a change the membership is joint: a decision needs a majority
/// of the incoming voters and a majority of the outgoing ones (§6).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Membership {
    /// The voters; in a joint membership, the incoming ones.
    pub voters: NodeSet,
    /// The outgoing voters of a joint membership; otherwise empty.
    pub outgoing: NodeSet,
    /// Members that receive the log but do not count in any quorum (diss. §4.2.1).
    pub learners: NodeSet,
}

/// How many of a set form a quorum.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum QuorumSize {
    /// More than half: any two such groups have a member in common.
    #[default]
    Majority,
    /// Half, rounded up: a bug that shows in clusters of even size.
    Half,
}

impl QuorumSize {
    /// The number of nodes that form a quorum of `members` nodes.
    pub fn of(self, members: usize) -> usize {
        match self {
            Self::Majority => members / 2 + 1,
            Self::Half => members.div_ceil(2),
        }
    }
}

impl Membership {
    /// A membership with these voters and no other members.
    pub fn of(voters: impl IntoIterator<Item = NodeId>) -> Self {
        Self { voters: voters.into_iter().collect(), ..Self::default() }
    }

    /// Whether decisions need two majorities.
    pub fn is_joint(&self) -> bool {
        !self.outgoing.is_empty()
    }

    /// Whether a node's vote and log count.
    pub fn is_voter(&self, node: NodeId) -> bool {
        self.voters.contains(&node) || self.outgoing.contains(&node)
    }

    /// Whether a node receives the log.
    pub fn contains(&self, node: NodeId) -> bool {
        self.is_voter(node) || self.learners.contains(&node)
    }

    /// All nodes that receive the log, each once, in order.
    pub fn members(&self) -> NodeSet {
        let mut members = self.all_voters();
        members.extend(self.learners.iter().copied());
        members
    }

    /// Incoming and outgoing voters, each once, in order.
    pub(crate) fn all_voters(&self) -> NodeSet {
        let mut voters = self.voters.clone();
        voters.extend(self.outgoing.iter().copied());
        voters
    }

    /// Whether the nodes that agree form a quorum.
    pub fn is_quorum(&self, size: QuorumSize, agrees: impl Fn(NodeId) -> bool) -> bool {
        let enough = |voters: &NodeSet| {
            voters.iter().filter(|&&voter| agrees(voter)).count() >= size.of(voters.len())
        };
        !self.voters.is_empty()
            && enough(&self.voters)
            && (self.outgoing.is_empty() || enough(&self.outgoing))
    }

    /// The number of voters for which `holds` is true, each counted once.
    pub fn count(&self, holds: impl Fn(NodeId) -> bool) -> usize {
        let outgoing_only = self.outgoing.iter().filter(|voter| !self.voters.contains(voter));
        self.voters.iter().chain(outgoing_only).filter(|&&voter| holds(voter)).count()
    }

    /// The furthest point that a quorum has reached, such as a log index; the default if there is
    /// none.
    pub fn reached_by_quorum<T: Ord + Copy + Default>(
        &self,
        size: QuorumSize,
        reached: impl Fn(NodeId) -> T,
    ) -> T {
        let incoming = furthest_of_enough(&self.voters, size, &reached);
        if self.outgoing.is_empty() {
            return incoming;
        }
        incoming.min(furthest_of_enough(&self.outgoing, size, &reached))
    }
}

/// The furthest point that a quorum of these voters has reached. A leader computes it at every
/// acknowledgement, so clusters of ordinary size need no heap memory.
fn furthest_of_enough<T: Ord + Copy + Default>(
    voters: &NodeSet,
    size: QuorumSize,
    reached: impl Fn(NodeId) -> T,
) -> T {
    const ORDINARY: usize = 16;
    let (mut few, mut many) = ([T::default(); ORDINARY], Vec::new());
    let points = if let Some(points) = few.get_mut(..voters.len()) {
        points
    } else {
        many.resize(voters.len(), T::default());
        &mut many
    };
    for (point, &voter) in points.iter_mut().zip(voters) {
        *point = reached(voter);
    }
    // Counting takes more comparisons than sorting, but they are few, and a sort would be more
    // code.
    let enough = size.of(voters.len());
    let is_reached = |point: &T| points.iter().filter(|other| *other >= point).count() >= enough;
    points.iter().copied().filter(is_reached).max().unwrap_or_default()
}
