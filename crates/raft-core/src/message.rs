//! What nodes say to each other: the two remote procedure calls of Figure 2 and their replies.

use alloc::vec::Vec;

use crate::types::{Entry, LogIndex, LogPosition, Term};

/// A message between two nodes. Who sent it is known by the network, not said in it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Message {
    /// The sender's term (§5.1).
    pub term: Term,
    /// What it says.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub body: Body,
}

/// What a message says.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "kebab-case"))]
pub enum Body {
    /// A candidate asks for a vote (§5.2).
    RequestVote {
        /// The candidate's last entry, for the voter to compare with its own (§5.4.1).
        last: LogPosition,
    },
    /// The answer to [`Body::RequestVote`].
    RequestVoteReply {
        /// Whether the vote is given.
        granted: bool,
    },
    /// A leader replicates entries; without any it is a heartbeat (§5.3).
    AppendEntries {
        /// The entry right before the new ones.
        previous: LogPosition,
        /// The new entries, in order.
        entries: Vec<Entry>,
        /// How far the leader has committed.
        leader_commit: LogIndex,
    },
    /// The answer to [`Body::AppendEntries`].
    AppendEntriesReply(AppendOutcome),
}

/// What a follower made of an AppendEntries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "outcome", rename_all = "kebab-case"))]
pub enum AppendOutcome {
    /// Its log is the leader's up to and including this index.
    Matched {
        /// The last index that the request covered.
        through: LogIndex,
    },
    /// It does not hold the entry that the request builds on (§5.3).
    Mismatched {
        /// The index of that entry, as the request gave it.
        previous: LogIndex,
        /// The end of the follower's log, below which the leader may go at once.
        last: LogIndex,
    },
    /// The request was of an older term (§5.1).
    Stale,
}

impl Body {
    /// Whether it says no.
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::RequestVoteReply { granted } => !granted,
            Self::AppendEntriesReply(outcome) => !matches!(outcome, AppendOutcome::Matched { .. }),
            Self::RequestVote { .. } | Self::AppendEntries { .. } => false,
        }
    }
}
