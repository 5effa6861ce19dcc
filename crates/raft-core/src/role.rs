//! The three roles of §5.1 and what each of them remembers.

use alloc::collections::BTreeMap;

use crate::types::{LogIndex, NodeId};

/// What a node is in its current term (§5.1).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Passive: answers leaders and candidates.
    Follower {
        /// The leader of this term, once it was heard.
        leader: Option<NodeId>,
    },
    /// Asks for votes.
    Candidate {
        /// The answers so far, its own vote among them.
        votes: BTreeMap<NodeId, bool>,
    },
    /// Takes commands and replicates them.
    Leader {
        /// What it knows of each follower's log.
        progress: BTreeMap<NodeId, Progress>,
    },
}

/// What a leader knows of a follower's log (Figure 2: `nextIndex`, `matchIndex`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Progress {
    /// The index to send next: a guess, corrected by the follower.
    pub next_index: LogIndex,
    /// The index up to which the follower's log is known to be the leader's.
    pub match_index: LogIndex,
}
