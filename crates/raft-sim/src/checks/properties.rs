//! The properties of a correct cluster, and their violations.

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
    /// Committed entries are in the logs of all later leaders (§5.4).
    LeaderCompleteness,
    /// No two servers apply different entries at the same index (§5.4.3).
    StateMachineSafety,
    /// Committed entries are on the disks of a quorum (§5.3).
    DurableQuorum,
    /// Any two quorums have a server in common (§6).
    QuorumsMeet,
    /// A state machine applies one entry after another and never goes back (§5.3, §7).
    AppliedInOrder,
    /// To its clients, the cluster behaves like a single server (§8).
    Linearizability,
    /// A request takes effect at most once (§8).
    ExactlyOnce,
    /// A leader that a quorum can hear keeps its leadership (diss. §9.6).
    StableLeadership,
    /// Once the faults have ended, there is a leader, and it makes progress (§5.6).
    Liveness,
}

impl Property {
    /// All properties.
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

    /// The properties of Figure 3, in its order.
    pub const FIGURE_3: [Self; 5] = [
        Self::ElectionSafety,
        Self::LeaderAppendOnly,
        Self::LogMatching,
        Self::LeaderCompleteness,
        Self::StateMachineSafety,
    ];

    /// The name as a key in records and in `data-property`.
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

    /// The name in the paper, or the usual name.
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

/// A violation of a property: two facts that contradict each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "violation", rename_all = "kebab-case")]
pub enum Violation {
    /// Two nodes led the same term.
    ElectionSafety {
        /// The term.
        term: Term,
        /// The first leader.
        first: NodeId,
        /// The second leader.
        second: NodeId,
    },
    /// A leader changed existing entries of its log.
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
    /// Two logs have an entry in common but differ in it or before it.
    LogMatching {
        /// The entry.
        position: LogPosition,
        /// The node that had it first.
        first: NodeId,
        /// The node whose log differs.
        second: NodeId,
    },
    /// A node kept the entries after a snapshot, although other entries preceded them in its log.
    KeptConflict {
        /// The node.
        node: NodeId,
        /// The last entry of the snapshot.
        snapshot: LogPosition,
        /// The end of its log.
        last: LogPosition,
    },
    /// A leader lacks an entry that was committed before its term.
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
        /// The node that applied first, and the term of its entry.
        first: (NodeId, Term),
        /// The node that applied another entry, and the term of that entry.
        second: (NodeId, Term),
    },
    /// A node applied an entry that it does not know to be committed.
    AppliedUncommitted {
        /// The node.
        node: NodeId,
        /// The index of the entry.
        index: LogIndex,
        /// The node's commit index.
        commit_index: LogIndex,
    },
    /// A node's commit index is beyond the end of its log.
    CommitBeyondLog {
        /// The node.
        node: NodeId,
        /// The node's commit index.
        commit_index: LogIndex,
        /// The end of its log.
        last: LogPosition,
    },
    /// A snapshot reset a state machine to an earlier state.
    Rewound {
        /// The node.
        node: NodeId,
        /// The last index that was applied before.
        before: LogIndex,
        /// The last index of the snapshot.
        index: LogIndex,
    },
    /// A node committed an entry that too few disks hold.
    DurableQuorum {
        /// The entry.
        committed: LogPosition,
        /// The node.
        by: NodeId,
        /// The number of voters that hold it.
        copies: usize,
    },
    /// None of the voters of a leader holds an entry that was committed before its term.
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
    /// A node applied an entry that does not follow the one before it.
    AppliedInOrder {
        /// The node.
        node: NodeId,
        /// The last index that was applied before.
        before: LogIndex,
        /// The index that was applied.
        index: LogIndex,
    },
    /// No order of the operations explains the answers that clients received.
    Linearizability {
        /// The client of the operation that has no explanation.
        client: ClientId,
        /// Its number among the client's operations.
        serial: u64,
        /// The operation on the same key that ended last before it.
        after: Option<(ClientId, u64)>,
    },
    /// A request was executed twice.
    ExactlyOnce {
        /// The client of the request.
        client: ClientId,
        /// Its number among the client's operations.
        serial: u64,
        /// The entry that executed it first.
        first: LogIndex,
        /// The entry that executed it again.
        second: LogIndex,
    },
    /// A leader that a quorum could hear lost its leadership.
    StableLeadership {
        /// The leader.
        leader: NodeId,
        /// The term that it led.
        term: Term,
        /// The newer term.
        newer: Term,
    },
    /// The faults had ended and a quorum was working, but the cluster made no progress.
    Liveness {
        /// When the last fault ended.
        healed_at: Time,
        /// When the wait for progress ended.
        at: Time,
        /// The leader at that time, if there was one.
        leader: Option<NodeId>,
    },
}

impl Violation {
    /// The violated property.
    pub const fn property(&self) -> Property {
        match self {
            Self::ElectionSafety { .. } => Property::ElectionSafety,
            Self::LeaderAppendOnly { .. } => Property::LeaderAppendOnly,
            Self::LogMatching { .. } | Self::KeptConflict { .. } => Property::LogMatching,
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
