//! The properties of Figure 3, and what it looks like when one does not hold.

use raft_core::{LogIndex, LogPosition, NodeId, Term};
use serde::Serialize;

/// A property that Raft guarantees at all times (Figure 3).
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
}

impl Property {
    /// All of them, in the order of Figure 3.
    pub const ALL: [Self; 5] = [
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
        }
    }

    /// The name in the paper.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ElectionSafety => "Election Safety",
            Self::LeaderAppendOnly => "Leader Append-Only",
            Self::LogMatching => "Log Matching",
            Self::LeaderCompleteness => "Leader Completeness",
            Self::StateMachineSafety => "State Machine Safety",
        }
    }
}

/// Two facts of a run that contradict each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "property", rename_all = "kebab-case")]
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
        /// The term of what it has at that index, if anything.
        has: Option<Term>,
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
}

impl Violation {
    /// The property that does not hold.
    pub const fn property(&self) -> Property {
        match self {
            Self::ElectionSafety { .. } => Property::ElectionSafety,
            Self::LeaderAppendOnly { .. } => Property::LeaderAppendOnly,
            Self::LogMatching { .. } => Property::LogMatching,
            Self::LeaderCompleteness { .. } => Property::LeaderCompleteness,
            Self::StateMachineSafety { .. } => Property::StateMachineSafety,
        }
    }
}
