//! What is fixed for the life of a node.

use alloc::collections::BTreeSet;

use crate::rules::RuleSet;
use crate::types::{Micros, NodeId, TimerRange};

/// What is fixed for the life of a node. All nodes of a cluster should agree on it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Config {
    /// The members of the cluster, this node among them.
    pub voters: BTreeSet<NodeId>,
    /// How long a follower or candidate waits before it starts an election (§5.2, §9.3).
    pub election_timeout: TimerRange,
    /// How often a leader lets itself be heard (§5.2). Well below the election timeout (§5.6).
    pub heartbeat_interval: Micros,
    /// How many entries one AppendEntries carries at most.
    pub max_entries_per_message: usize,
    /// The rules that are switched off. None, if the cluster is to be safe.
    pub waived: RuleSet,
}

impl Config {
    /// The paper's timings (150–300 ms, a heartbeat every 50 ms) for these members.
    pub fn new(voters: impl IntoIterator<Item = NodeId>) -> Self {
        Self {
            voters: voters.into_iter().collect(),
            election_timeout: TimerRange {
                min: Micros::from_millis(150),
                max: Micros::from_millis(300),
            },
            heartbeat_interval: Micros::from_millis(50),
            max_entries_per_message: 64,
            waived: RuleSet::EMPTY,
        }
    }

    /// How many members make a majority: more than half (§5.2).
    pub fn majority(&self) -> usize {
        self.voters.len() / 2 + 1
    }
}
