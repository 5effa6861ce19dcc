//! Settings of a single node, so that a cluster can be set up unevenly, also while it runs.

use raft_core::{Micros, ReadMode, RequestMode, TimerRange};
use serde::{Deserialize, Serialize};

/// A setting that one node may have otherwise than the scenario says. Each is the setting of
/// [`Scenario`](crate::Scenario) with the same name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeSetting {
    /// How long it waits before it starts an election. Its timer starts afresh.
    ElectionTimeout(TimerRange),
    /// How often it sends heartbeats as a leader.
    HeartbeatInterval(Micros),
    /// How many entries one AppendEntries carries at most.
    MaxEntriesPerMessage(usize),
    /// How many AppendEntries with entries may be on their way to one follower.
    MaxInFlight(usize),
    /// How many bytes of a snapshot one message carries at most.
    SnapshotChunk(usize),
    /// After how many applied entries it replaces its log by a snapshot; never, if none.
    CompactAfter(Option<u64>),
    /// Whether it asks whether an election could be won before it starts one.
    PreVote(bool),
    /// Whether it steps down as a leader without a quorum, and leaves a leader alone that it hears.
    CheckQuorum(bool),
    /// How it makes sure as a leader that it still leads before it answers a read.
    Reads(ReadMode),
    /// What it does with requests when it does not lead.
    Requests(RequestMode),
}
