//! What must hold, and what it looks like when it does not.

use raft_core::{LogIndex, LogPosition, NodeId, Term};
use serde::Serialize;

use crate::address::ClientId;
use crate::time::Time;

/// A property that Raft guarantees: the first five at all times (Figure 3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Property {
    /// At most one leader in a given term (§5.2).
    ElectionSafety,
    /// A leader only appends to its own log (§5.3).
    LeaderAppendOnly,
    /// Logs with the same entry are the same up to it (§5.3).
    LogMatching,
    /// What is committed is in the logs of all later leaders (§5.4).
    LeaderCompleteness,
    /// No two servers apply different entries at the same index (§5.4.3).
    StateMachineSafety,
    /// What is committed lies on the disks of a quorum (§5.3).
    DurableQuorum,
    /// Any two quorums that decide share a server (§6).
    QuorumsMeet,
    /// A state machine goes forward only, one entry after another (§5.3, §7).
    AppliedInOrder,
    /// To its clients the cluster behaves as one server would (§8).
    Linearizability,
    /// A request takes effect at most once (§8).
    ExactlyOnce,
    /// A leader that a quorum can hear stays (diss. §9.6).
    StableLeadership,
    /// Once faults have ended there is a leader, and it makes progress (§5.6).
    Liveness,
}

impl Property {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::ElectionSafety,
        Self::LeaderAppendOnly,
        Self::LogMatching,
        Self::LeaderCompleteness,
        Self::StateMachineSafety,
        Self::DurableQuorum,
        Self::QuorumsMeet,
        Self::AppliedInOrder,
        Self::Linearizability,
        Self::ExactlyOnce,
        Self::StableLeadership,
        Self::Liveness,
    ];

    /// Those of Figure 3, in its order.
    pub const FIGURE_3: [Self; 5] = [
        Self::ElectionSafety,
        Self::LeaderAppendOnly,
        Self::LogMatching,
        Self::LeaderCompleteness,
        Self::StateMachineSafety,
    ];

    /// The name as a key, as records and `data-property` have it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ElectionSafety => "election-safety",
            Self::LeaderAppendOnly => "leader-append-only",
            Self::LogMatching => "log-matching",
            Self::LeaderCompleteness => "leader-completeness",
            Self::StateMachineSafety => "state-machine-safety",
            Self::DurableQuorum => "durable-quorum",
            Self::QuorumsMeet => "quorums-meet",
            Self::AppliedInOrder => "applied-in-order",
            Self::Linearizability => "linearizability",
            Self::ExactlyOnce => "exactly-once",
            Self::StableLeadership => "stable-leadership",
            Self::Liveness => "liveness",
        }
    }

    /// The name in the paper, or the field's.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ElectionSafety => "Election Safety",
            Self::LeaderAppendOnly => "Leader Append-Only",
            Self::LogMatching => "Log Matching",
            Self::LeaderCompleteness => "Leader Completeness",
            Self::StateMachineSafety => "State Machine Safety",
            Self::DurableQuorum => "Committed on a Durable Quorum",
            Self::QuorumsMeet => "No Disjoint Quorums",
            Self::AppliedInOrder => "Applied in Order",
            Self::Linearizability => "Linearizability",
            Self::ExactlyOnce => "Exactly-Once",
            Self::StableLeadership => "Stable Leadership",
            Self::Liveness => "Liveness",
        }
    }
}

/// Two facts of a run that contradict each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "violation", rename_all = "kebab-case")]
pub enum Violation {
    /// Two nodes led the same term.
    ElectionSafety {
        /// The term.
        term: Term,
        /// Who led it first.
        first: NodeId,
        /// Who led it too.
        second: NodeId,
    },
    /// A leader changed what it had in its log.
    LeaderAppendOnly {
        /// The leader.
        leader: NodeId,
        /// Its term.
        term: Term,
        /// The end of its log before.
        had: LogPosition,
        /// The first index that it changed.
        changed: LogIndex,
    },
    /// Two logs have the same entry but differ in it or before it.
    LogMatching {
        /// The entry.
        position: LogPosition,
        /// Who had it first.
        first: NodeId,
        /// Whose log differs.
        second: NodeId,
    },
    /// A leader lacks what was committed before its term.
    LeaderCompleteness {
        /// The committed entry.
        committed: LogPosition,
        /// The term in which it was committed.
        committed_in: Term,
        /// The leader.
        leader: NodeId,
        /// Its term.
        leads: Term,
    },
    /// Two nodes applied different entries at the same index.
    StateMachineSafety {
        /// The index.
        index: LogIndex,
        /// Who applied first, and the term of the entry.
        first: (NodeId, Term),
        /// Who applied something else, and the term of that.
        second: (NodeId, Term),
    },
    /// A node applied what is not committed as far as it knows.
    AppliedUncommitted {
        /// The node.
        node: NodeId,
        /// What it applied.
        index: LogIndex,
        /// How far it knew entries to be committed.
        commit_index: LogIndex,
    },
    /// A node takes for committed what it does not have.
    CommitBeyondLog {
        /// The node.
        node: NodeId,
        /// How far it takes entries to be committed.
        commit_index: LogIndex,
        /// The end of its log.
        last: LogPosition,
    },
    /// A snapshot put a state machine back to an earlier state.
    Rewound {
        /// The node.
        node: NodeId,
        /// What it had applied.
        before: LogIndex,
        /// What the snapshot held.
        index: LogIndex,
    },
    /// An entry was committed that too few disks hold.
    DurableQuorum {
        /// The entry.
        committed: LogPosition,
        /// Who committed it.
        by: NodeId,
        /// How many voters hold it.
        copies: usize,
    },
    /// None of those who elected a leader holds what was committed before its term.
    DisjointQuorums {
        /// The committed entry.
        committed: LogPosition,
        /// The term in which it was committed.
        committed_in: Term,
        /// The leader.
        leader: NodeId,
        /// Its term.
        leads: Term,
    },
    /// A node applied an entry that does not follow the one before.
    AppliedInOrder {
        /// The node.
        node: NodeId,
        /// What it had applied.
        before: LogIndex,
        /// What it applied then.
        index: LogIndex,
    },
    /// No order of the operations explains what clients were told.
    Linearizability {
        /// Whose operation cannot be explained.
        client: ClientId,
        /// Which.
        serial: u64,
        /// The one that had ended last before it on the same key.
        after: Option<(ClientId, u64)>,
    },
    /// A request was executed twice.
    ExactlyOnce {
        /// Whose.
        client: ClientId,
        /// Which.
        serial: u64,
        /// The entry by which it was executed first.
        first: LogIndex,
        /// The entry by which it was executed again.
        second: LogIndex,
    },
    /// A leader that a quorum could hear was deposed.
    StableLeadership {
        /// The leader.
        leader: NodeId,
        /// The term that it led.
        term: Term,
        /// The term that ended it.
        newer: Term,
    },
    /// Faults had ended, a quorum was whole, and nothing went forward.
    Liveness {
        /// When the last fault ended.
        healed_at: Time,
        /// When patience ended.
        at: Time,
        /// Whether there was a leader at least.
        leader: Option<NodeId>,
    },
}

impl Violation {
    /// The property that does not hold.
    pub const fn property(&self) -> Property {
        match self {
            Self::ElectionSafety { .. } => Property::ElectionSafety,
            Self::LeaderAppendOnly { .. } => Property::LeaderAppendOnly,
            Self::LogMatching { .. } => Property::LogMatching,
            Self::LeaderCompleteness { .. } => Property::LeaderCompleteness,
            Self::StateMachineSafety { .. }
            | Self::AppliedUncommitted { .. }
            | Self::CommitBeyondLog { .. }
            | Self::Rewound { .. } => Property::StateMachineSafety,
            Self::DurableQuorum { .. } => Property::DurableQuorum,
            Self::DisjointQuorums { .. } => Property::QuorumsMeet,
            Self::AppliedInOrder { .. } => Property::AppliedInOrder,
            Self::Linearizability { .. } => Property::Linearizability,
            Self::ExactlyOnce { .. } => Property::ExactlyOnce,
            Self::StableLeadership { .. } => Property::StableLeadership,
            Self::Liveness { .. } => Property::Liveness,
        }
    }
}
