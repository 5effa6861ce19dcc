//! §6: who belongs to the cluster, and how many of them are enough.

use alloc::vec::Vec;

use crate::node_set::NodeSet;
use crate::types::NodeId;

/// The members of the cluster. While it changes it is joint: decisions need a majority of the
/// incoming voters and a majority of the outgoing ones (§6).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Membership {
    /// The voters; of a joint membership, the incoming ones.
    pub voters: NodeSet,
    /// The outgoing voters of a joint membership; empty otherwise.
    pub outgoing: NodeSet,
    /// Members that are sent the log and count for nothing (diss. §4.2.1).
    pub learners: NodeSet,
}

/// How many of a set are enough.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum QuorumSize {
    /// More than half: any two such groups share a member.
    #[default]
    Majority,
    /// Half, rounded up: a mistake that shows itself in clusters of even size.
    Half,
}

impl QuorumSize {
    /// How many of `members` are enough.
    pub fn of(self, members: usize) -> usize {
        match self {
            Self::Majority => members / 2 + 1,
            Self::Half => members.div_ceil(2),
        }
    }
}

impl Membership {
    /// A membership of these voters and nobody else.
    pub fn of(voters: impl IntoIterator<Item = NodeId>) -> Self {
        Self { voters: voters.into_iter().collect(), ..Self::default() }
    }

    /// Whether two majorities are needed.
    pub fn is_joint(&self) -> bool {
        !self.outgoing.is_empty()
    }

    /// Whether a node's vote and log count.
    pub fn is_voter(&self, node: NodeId) -> bool {
        self.voters.contains(&node) || self.outgoing.contains(&node)
    }

    /// Whether a node is sent the log.
    pub fn contains(&self, node: NodeId) -> bool {
        self.is_voter(node) || self.learners.contains(&node)
    }

    /// Everyone who is sent the log, each once, in order.
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

    /// How many voters there are for which something holds, each counted once.
    pub fn count(&self, holds: impl Fn(NodeId) -> bool) -> usize {
        let outgoing_only = self.outgoing.iter().filter(|voter| !self.voters.contains(voter));
        self.voters.iter().chain(outgoing_only).filter(|&&voter| holds(voter)).count()
    }

    /// The furthest point that enough voters have reached, such as a log index; the default if
    /// there is none.
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

/// The furthest point that enough of these voters have reached. A leader asks with every
/// acknowledgement, so clusters of ordinary size are counted on the stack.
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
    // Counting takes more comparisons than sorting, but they are few, and sorting is much code.
    let enough = size.of(voters.len());
    let is_reached = |point: &T| points.iter().filter(|other| *other >= point).count() >= enough;
    points.iter().copied().filter(is_reached).max().unwrap_or_default()
}
