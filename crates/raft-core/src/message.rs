//! What nodes say to each other: the remote procedure calls of Figures 2 and 13, those that the
//! dissertation adds, and their replies.

use alloc::sync::Arc;

use crate::answer::Answer;
use crate::entries::Entries;
use crate::quorum::Membership;
use crate::types::{Incarnation, LogIndex, LogPosition, Term};

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

/// A node's name for a question. The answer echoes it. Each node counts its questions, and the
/// count begins again with each incarnation, so the two together never come twice.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RequestId {
    /// The incarnation of the node that asks.
    pub incarnation: Incarnation,
    /// Its place among the questions of that incarnation.
    pub number: u64,
}

/// Counts what a leader sends in its term, so that a reply can say what it answers. The first is 1;
/// a reply with 0 answers a message of an older term, and so no message of this one.
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

/// What a message says.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "kebab-case"))]
pub enum Body {
    /// A node asks whether it could win an election in the next term (diss. §9.6).
    PreVote {
        /// Its last entry.
        last: LogPosition,
        /// Echoed by the reply.
        request: RequestId,
    },
    /// The answer to [`Body::PreVote`].
    PreVoteReply {
        /// What is answered.
        request: RequestId,
        /// Whether it could count on this voter.
        granted: bool,
    },
    /// A candidate asks for a vote (§5.2).
    RequestVote {
        /// The candidate's last entry, for the voter to compare with its own (§5.4.1).
        last: LogPosition,
        /// Whether the leader itself wants this election (diss. §3.10).
        handover: bool,
    },
    /// The answer to [`Body::RequestVote`].
    RequestVoteReply {
        /// The term of the request, in which the vote is given or refused. The sender's own term is
        /// newer if it refuses a request of an older term.
        election: Term,
        /// Whether the vote is given.
        granted: bool,
    },
    /// A leader replicates entries; without any it is a heartbeat (§5.3).
    AppendEntries {
        /// The entry right before the new ones.
        previous: LogPosition,
        /// The new entries, in order.
        entries: Entries,
        /// How far the leader has committed.
        leader_commit: LogIndex,
        /// Echoed by the reply.
        round: Round,
    },
    /// The answer to [`Body::AppendEntries`].
    AppendEntriesReply {
        /// What the follower made of it.
        outcome: AppendOutcome,
        /// What is answered.
        round: Round,
    },
    /// A leader brings a snapshot, one chunk at a time (§7, Figure 13).
    InstallSnapshot(SnapshotChunk),
    /// The answer to [`Body::InstallSnapshot`].
    InstallSnapshotReply {
        /// Which snapshot: the last index that it replaces.
        last: LogIndex,
        /// How many bytes of it the follower has.
        received: u64,
        /// Whether the follower needs no more of it.
        done: bool,
        /// What is answered.
        round: Round,
    },
    /// A leader that hands over tells its successor to start an election at once (diss. §3.10).
    TimeoutNow,
    /// A follower asks from which index on it may answer a read (diss. §6.4).
    ReadIndex {
        /// Echoed by the reply.
        request: RequestId,
    },
    /// The answer to [`Body::ReadIndex`].
    ReadIndexReply {
        /// What is answered.
        request: RequestId,
        /// The index that must be applied first; none if the sender cannot say.
        index: Option<LogIndex>,
    },
    /// A follower passes a client's command on (§8).
    Forward {
        /// Echoed by the reply.
        request: RequestId,
        /// The command.
        #[cfg_attr(feature = "serde", serde(serialize_with = "crate::entry::as_text"))]
        command: Arc<[u8]>,
    },
    /// The answer to [`Body::Forward`].
    ForwardReply {
        /// What is answered.
        request: RequestId,
        /// What became of it. If the network delivered the request twice, another answer follows,
        /// so only [`Answer::Committed`] is final.
        answer: Answer,
    },
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
        /// Where the leader should look next: the follower's last entry that may still match.
        hint: LogPosition,
    },
    /// The request was of an older term (§5.1).
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
    /// Where the chunk belongs, in bytes.
    pub offset: u64,
    /// The bytes.
    pub data: Arc<[u8]>,
    /// Whether it is the last chunk.
    pub done: bool,
    /// Echoed by the reply.
    pub round: Round,
}

impl Body {
    /// Whether it says no.
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
