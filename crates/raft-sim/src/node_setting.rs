//! Settings of a single node, which can also change while the cluster runs.

use raft_core::{Micros, ReadMode, RequestMode, TimerRange};
use serde::{Deserialize, Serialize};

/// A setting that one node can have instead of the scenario's. It means the same as the setting of
/// [`Scenario`](crate::Scenario) with the same name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeSetting {
    /// How long it waits before it starts an election. A change restarts the timer.
    ElectionTimeout(TimerRange),
    /// How often it sends heartbeats as the leader.
    HeartbeatInterval(Micros),
    /// The maximum number of entries in one AppendEntries.
    MaxEntriesPerMessage(usize),
    /// The maximum number of AppendEntries with entries in flight to one follower.
    MaxInFlight(usize),
    /// The maximum number of snapshot bytes in one message.
    SnapshotChunk(usize),
    /// The number of applied entries after which it replaces its log with a snapshot; `None` means
    /// never.
    CompactAfter(Option<u64>),
    /// Whether it runs a pre-vote before an election.
    PreVote(bool),
    /// Whether it steps down as a leader without a quorum, and refuses to vote against a leader
    /// that it hears.
    CheckQuorum(bool),
    /// How it confirms its leadership before it answers a read.
    Reads(ReadMode),
    /// What it does with requests when it is not the leader.
    Requests(RequestMode),
}
