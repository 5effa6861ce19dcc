//! The messages between nodes: the remote procedure calls of Figures 2 and 13, those of the
//! dissertation, and their replies.

use alloc::sync::Arc;

use crate::answer::Answer;
use crate::entries::Entries;
use crate::quorum::Membership;
use crate::types::{Incarnation, LogIndex, LogPosition, Term};

/// A message between two nodes. The network knows the sender, so the message does not contain it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Message {
    /// The sender's term (§5.1).
    pub term: Term,
    /// The contents.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub body: Body,
}

/// Identifies a request of a node. The reply repeats it. Each incarnation counts its requests from
/// the start, so incarnation and number together are unique.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RequestId {
    /// The incarnation of the requesting node.
    pub incarnation: Incarnation,
    /// The number of the request in that incarnation.
    pub number: u64,
}

/// Counts the messages of a leader in its term, so that a reply can name the message that it
/// answers. The first round is 1. A reply with round 0 answers a message of an older term.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Round(pub u64);

impl Round {
    /// The round that follows this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The contents of a message.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "kebab-case"))]
pub enum Body {
    /// A node asks whether it would win an election in the next term (diss. §9.6).
    PreVote {
        /// The last entry of the node.
        last: LogPosition,
        /// The reply repeats it.
        request: RequestId,
    },
    /// The answer to [`Body::PreVote`].
    PreVoteReply {
        /// The request that this answers.
        request: RequestId,
        /// Whether the voter would vote for the node.
        granted: bool,
    },
    /// A candidate requests a vote (§5.2).
    RequestVote {
        /// The candidate's last entry, for the voter to compare with its own (§5.4.1).
        last: LogPosition,
        /// Whether the leader ordered this election (diss. §3.10).
        handover: bool,
    },
    /// The answer to [`Body::RequestVote`].
    RequestVoteReply {
        /// The term of the request, in which the vote is granted or refused. The voter's own term
        /// is newer if it refuses a request of an older term.
        election: Term,
        /// Whether the vote is granted.
        granted: bool,
    },
    /// A leader replicates entries; without entries it is a heartbeat (§5.3).
    AppendEntries {
        /// The entry before the new ones.
        previous: LogPosition,
        /// The new entries, in order.
        entries: Entries,
        /// The leader's commit index.
        leader_commit: LogIndex,
        /// The reply repeats it.
        round: Round,
    },
    /// The answer to [`Body::AppendEntries`].
    AppendEntriesReply {
        /// How the follower handled the request.
        outcome: AppendOutcome,
        /// The round that this answers.
        round: Round,
    },
    /// A leader sends a snapshot, one chunk at a time (§7, Figure 13).
    InstallSnapshot(SnapshotChunk),
    /// The answer to [`Body::InstallSnapshot`].
    InstallSnapshotReply {
        /// The last index of the snapshot.
        last: LogIndex,
        /// How many bytes of the snapshot the follower has.
        received: u64,
        /// Whether the follower needs no more chunks.
        done: bool,
        /// The round that this answers.
        round: Round,
    },
    /// A leader tells its successor to start an election immediately (diss. §3.10).
    TimeoutNow,
    /// A follower asks for the index that it must apply before a read (diss. §6.4).
    ReadIndex {
        /// The reply repeats it.
        request: RequestId,
    },
    /// The answer to [`Body::ReadIndex`].
    ReadIndexReply {
        /// The request that this answers.
        request: RequestId,
        /// The index to apply first; `None` if the sender does not know it.
        index: Option<LogIndex>,
    },
    /// A follower forwards a client's command (§8).
    Forward {
        /// The reply repeats it.
        request: RequestId,
        /// The command.
        #[cfg_attr(feature = "serde", serde(serialize_with = "crate::entry::as_text"))]
        command: Arc<[u8]>,
    },
    /// The answer to [`Body::Forward`].
    ForwardReply {
        /// The request that this answers.
        request: RequestId,
        /// The outcome. If the network delivered the request twice, another answer follows, so only
        /// [`Answer::Committed`] is final.
        answer: Answer,
    },
}

/// How a follower handled an AppendEntries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "outcome", rename_all = "kebab-case"))]
pub enum AppendOutcome {
    /// Its log matches the leader's up to and including this index.
    Matched {
        /// The last index that the request covered.
        through: LogIndex,
    },
    /// It does not have the entry before the new ones (§5.3).
    Mismatched {
        /// The index of that entry in the request.
        previous: LogIndex,
        /// Where the leader should continue: the follower's last entry that may match.
        hint: LogPosition,
    },
    /// The request has an older term (§5.1).
    Stale,
}

/// A part of a snapshot (Figure 13).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SnapshotChunk {
    /// The last entry that the snapshot replaces.
    pub last: LogPosition,
    /// The membership as of that entry.
    pub membership: Arc<Membership>,
    /// The position of the chunk in the snapshot, in bytes.
    pub offset: u64,
    /// The bytes.
    pub data: Arc<[u8]>,
    /// Whether it is the last chunk.
    pub done: bool,
    /// The reply repeats it.
    pub round: Round,
}

impl Body {
    /// Whether this is a negative answer.
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::RequestVoteReply { granted, .. } | Self::PreVoteReply { granted, .. } => !granted,
            Self::AppendEntriesReply { outcome, .. } => {
                !matches!(outcome, AppendOutcome::Matched { .. })
            }
            Self::ReadIndexReply { index, .. } => index.is_none(),
            Self::ForwardReply { answer, .. } => !matches!(answer, Answer::Committed(_)),
            _ => false,
        }
    }
}
