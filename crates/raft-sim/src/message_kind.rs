//! Kinds of messages.

use core::fmt;
use core::str::FromStr;

use raft_core::Body;
use serde::{Deserialize, Serialize};

use crate::packet::Packet;

/// The kind of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum MessageKind {
    /// A request of a pre-vote.
    PreVote,
    /// Its reply.
    PreVoteReply,
    /// `RequestVote`.
    VoteRequest,
    /// Its reply.
    VoteReply,
    /// `AppendEntries` without entries.
    Heartbeat,
    /// `AppendEntries` with entries.
    Append,
    /// The reply to either.
    AppendReply,
    /// A chunk of a snapshot.
    Snapshot,
    /// Its reply.
    SnapshotReply,
    /// A leader tells its successor to start an election immediately.
    TimeoutNow,
    /// A follower asks the leader for a read index.
    ReadIndex,
    /// Its reply.
    ReadIndexReply,
    /// A follower forwards a request to its leader.
    Forward,
    /// Its reply.
    ForwardReply,
    /// A client's request.
    ClientRequest,
    /// A node's answer to a client.
    ClientReply,
}

/// The word is not a kind of message.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("“{0}” is no kind of message")]
pub struct UnknownKind(String);

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::PreVote,
        Self::PreVoteReply,
        Self::VoteRequest,
        Self::VoteReply,
        Self::Heartbeat,
        Self::Append,
        Self::AppendReply,
        Self::Snapshot,
        Self::SnapshotReply,
        Self::TimeoutNow,
        Self::ReadIndex,
        Self::ReadIndexReply,
        Self::Forward,
        Self::ForwardReply,
        Self::ClientRequest,
        Self::ClientReply,
    ];

    /// The kind of a packet.
    pub fn of(packet: &Packet) -> Self {
        match packet {
            Packet::Request(_) => Self::ClientRequest,
            Packet::Answer(_) => Self::ClientReply,
            Packet::Raft(message) => match &message.body {
                Body::PreVote { .. } => Self::PreVote,
                Body::PreVoteReply { .. } => Self::PreVoteReply,
                Body::RequestVote { .. } => Self::VoteRequest,
                Body::RequestVoteReply { .. } => Self::VoteReply,
                Body::AppendEntries { entries, .. } if entries.is_empty() => Self::Heartbeat,
                Body::AppendEntries { .. } => Self::Append,
                Body::AppendEntriesReply { .. } => Self::AppendReply,
                Body::InstallSnapshot(_) => Self::Snapshot,
                Body::InstallSnapshotReply { .. } => Self::SnapshotReply,
                Body::TimeoutNow => Self::TimeoutNow,
                Body::ReadIndex { .. } => Self::ReadIndex,
                Body::ReadIndexReply { .. } => Self::ReadIndexReply,
                Body::Forward { .. } => Self::Forward,
                Body::ForwardReply { .. } => Self::ForwardReply,
            },
        }
    }

    /// Whether a user who names this kind also means the other one: a heartbeat is an AppendEntries
    /// without entries (§5.2).
    pub(crate) fn includes(self, other: Self) -> bool {
        self == other || (self == Self::Append && other == Self::Heartbeat)
    }

    /// The name in traces, scenarios and `data-kind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::PreVote => "pre-vote",
            Self::PreVoteReply => "pre-vote-reply",
            Self::VoteRequest => "request-vote",
            Self::VoteReply => "request-vote-reply",
            Self::Heartbeat => "heartbeat",
            Self::Append => "append-entries",
            Self::AppendReply => "append-entries-reply",
            Self::Snapshot => "install-snapshot",
            Self::SnapshotReply => "install-snapshot-reply",
            Self::TimeoutNow => "timeout-now",
            Self::ReadIndex => "read-index",
            Self::ReadIndexReply => "read-index-reply",
            Self::Forward => "forward",
            Self::ForwardReply => "forward-reply",
            Self::ClientRequest => "client-request",
            Self::ClientReply => "client-reply",
        }
    }

    /// Whether messages of this kind answer another message.
    pub fn is_reply(self) -> bool {
        matches!(
            self,
            Self::PreVoteReply
                | Self::VoteReply
                | Self::AppendReply
                | Self::SnapshotReply
                | Self::ReadIndexReply
                | Self::ForwardReply
                | Self::ClientReply
        )
    }
}

impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for MessageKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let known = Self::ALL.into_iter().find(|kind| kind.name() == text);
        known.ok_or_else(|| UnknownKind(text.chars().take(24).collect()))
    }
}

impl TryFrom<String> for MessageKind {
    type Error = UnknownKind;

    fn try_from(text: String) -> Result<Self, UnknownKind> {
        text.parse()
    }
}

impl From<MessageKind> for String {
    fn from(kind: MessageKind) -> Self {
        kind.name().into()
    }
}
