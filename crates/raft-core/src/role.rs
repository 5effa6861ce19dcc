//! The roles of §5.1, with what each of them remembers.

use crate::leader::Leader;
use crate::node_map::NodeMap;
use crate::types::NodeId;

/// The answers to a question that a majority decides, one's own among them.
pub type Votes = NodeMap<bool>;

/// What a node is in its current term (§5.1).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Passive: answers leaders and candidates.
    Follower {
        /// The leader of this term, once it was heard.
        leader: Option<NodeId>,
    },
    /// Asks whether it could win an election (diss. §9.6).
    PreCandidate {
        /// The answers so far.
        votes: Votes,
    },
    /// Asks for votes.
    Candidate {
        /// The answers so far.
        votes: Votes,
    },
    /// Takes commands and replicates them.
    Leader(Leader),
}
