//! Answers to proposals and reads.

use crate::rules::Rule;
use crate::types::{LogIndex, LogPosition, NodeId};

/// The outcome of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Answer {
    /// The entry is committed, and this node has just handed it to the state machine.
    Committed(LogPosition),
    /// Another entry was committed at its index, so this one never will be (§5.3).
    Superseded {
        /// The position that the lost entry had.
        lost: LogPosition,
        /// The position of the entry that is committed there.
        by: LogPosition,
    },
    /// This node is not the leader and did nothing with the proposal (§8).
    NotLeader {
        /// The leader that this node knows, if any.
        hint: Option<NodeId>,
    },
    /// A rule forbids the proposal at the moment, so this node did nothing. If new voters failed to
    /// catch up in time, the membership is unchanged.
    Refused(Rule),
    /// This node will never learn the outcome: it forwarded the proposal to a leader that is lost,
    /// does not answer, or refused it, although the network may have delivered a second copy there.
    Unknown,
}

/// How a driver may serve a read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum ReadAnswer {
    /// The current state machine contains everything that was committed when the read arrived.
    Ready {
        /// The index that had to be applied before the read.
        index: LogIndex,
    },
    /// This node is not the leader, so it does not know what is committed.
    NotLeader {
        /// The leader that this node knows, if any.
        hint: Option<NodeId>,
    },
}
