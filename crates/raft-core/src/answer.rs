//! Answers to proposals and reads.

use crate::rules::Rule;
use crate::types::{LogIndex, LogPosition, NodeId};

/// What became of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Answer {
    /// It is committed, and was handed to the state machine just before.
    Committed(LogPosition),
    /// Another entry was committed in its place: it never was committed and never will be (§5.3).
    Superseded {
        /// Where it had stood.
        lost: LogPosition,
        /// What stands there now.
        by: LogPosition,
    },
    /// This node is not the leader; nothing was done (§8).
    NotLeader {
        /// The leader that it knows of, if any.
        hint: Option<NodeId>,
    },
    /// A rule forbids it now; nothing was done. If new voters did not catch up in time, everything
    /// is as it was before.
    Refused(Rule),
    /// This node will not learn what became of it: the leader that it was passed on to is lost,
    /// gives no answer, or refused it, while the network may have delivered it there a second time.
    Unknown,
}

/// How a read may go on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum ReadAnswer {
    /// The state machine as it is now holds everything that was committed when the read came.
    Ready {
        /// The index that had to be applied first.
        index: LogIndex,
    },
    /// This node is not the leader, so it cannot tell what is committed.
    NotLeader {
        /// The leader that this node knows of, if any.
        hint: Option<NodeId>,
    },
}
