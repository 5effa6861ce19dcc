//! What is fixed for the life of a node.

use crate::quorum::{Membership, QuorumSize};
use crate::rules::RuleSet;
use crate::types::{Micros, NodeId, TimerRange};

/// What is fixed for the life of a node. All nodes of a cluster should agree on it.
///
/// The defaults are the paper's protocol; what the dissertation adds is switched on one by one.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Config {
    /// Who belongs to the cluster as long as the log and the snapshot say nothing else. Nodes that
    /// join later begin with an empty one.
    pub initial: Membership,
    /// How long a follower or candidate waits before it stands for election (§5.2, §9.3).
    pub election_timeout: TimerRange,
    /// How often a leader lets itself be heard (§5.2). Well below the election timeout (§5.6).
    pub heartbeat_interval: Micros,
    /// How many entries one AppendEntries carries at most.
    pub max_entries_per_message: usize,
    /// How many bytes of commands one AppendEntries carries at most, but always one entry.
    pub max_bytes_per_message: usize,
    /// How many AppendEntries with entries may be on their way to one follower (diss. §10.2.2).
    pub max_in_flight: usize,
    /// How many bytes of a snapshot one InstallSnapshot carries at most (§7).
    pub snapshot_chunk: usize,
    /// Ask whether an election could be won before standing (diss. §9.6).
    pub pre_vote: bool,
    /// A leader that does not hear from a quorum for an election timeout steps down, and nobody
    /// helps to depose a leader who is alive (diss. §6.2, §4.2.3).
    pub check_quorum: bool,
    /// How a leader makes sure that it still leads before it answers a read.
    pub reads: ReadMode,
    /// What a node that does not lead does with what clients ask for (§8).
    pub requests: RequestMode,
    /// How many of a set of voters decide.
    pub quorum: QuorumSize,
    /// The rules that are switched off. None, if the cluster is to be safe.
    pub waived: RuleSet,
}

/// How a leader makes sure that it still leads before it answers a read (diss. §6.4).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ReadMode {
    /// By a round of heartbeats for each batch of reads.
    #[default]
    Round,
    /// By the last round, for as long as no other leader can have been elected since (diss.
    /// §6.4.1). Needs [`Config::check_quorum`] and clocks that keep pace.
    Lease {
        /// How far two clocks may drift apart while an election timeout passes, in thousandths of
        /// it.
        drift_permille: u16,
    },
}

/// What a node that does not lead does with what clients ask for (§8).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum RequestMode {
    /// It names the leader that it knows.
    #[default]
    Redirect,
    /// It passes the request on to the leader that it knows, and the answer back.
    Forward,
}

impl Config {
    /// The paper's protocol and timings (150–300 ms, a heartbeat every 50 ms) for these voters.
    pub fn new(voters: impl IntoIterator<Item = NodeId>) -> Self {
        Self {
            initial: Membership::of(voters),
            election_timeout: TimerRange {
                min: Micros::from_millis(150),
                max: Micros::from_millis(300),
            },
            heartbeat_interval: Micros::from_millis(50),
            max_entries_per_message: 64,
            max_bytes_per_message: 1 << 20,
            max_in_flight: 64,
            snapshot_chunk: 64 << 10,
            pre_vote: false,
            check_quorum: false,
            reads: ReadMode::Round,
            requests: RequestMode::Redirect,
            quorum: QuorumSize::Majority,
            waived: RuleSet::EMPTY,
        }
    }
}
