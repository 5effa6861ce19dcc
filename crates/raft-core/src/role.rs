//! The roles of §5.1, and the state of each.

use crate::leader::Leader;
use crate::node_map::NodeMap;
use crate::types::NodeId;

/// The answers to a request that a majority decides, the node's own among them.
pub type Votes = NodeMap<bool>;

/// A node's role in its current term (§5.1).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Passive: answers leaders and candidates.
    Follower {
        /// The leader of this term, once the node has heard from it.
        leader: Option<NodeId>,
    },
    /// Asks whether it would win an election (diss. §9.6).
    PreCandidate {
        /// The answers so far.
        votes: Votes,
    },
    /// Requests votes.
    Candidate {
        /// The answers so far.
        votes: Votes,
    },
    /// Accepts commands and replicates them.
    Leader(Leader),
}
