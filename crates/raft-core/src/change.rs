//! The state of a membership change (§6, dissertation §4).

use alloc::sync::Arc;

use crate::node_map::NodeMap;
use crate::quorum::Membership;
use crate::step::ProposalId;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId};

/// A membership change in progress.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Change {
    /// The proposal to answer; `None` if a former leader began the change.
    pub(crate) proposal: Option<ProposalId>,
    /// The membership at the end of the change.
    pub(crate) target: Arc<Membership>,
    pub(crate) phase: Phase,
}

impl Change {
    /// The new voters that have not caught up yet.
    pub(crate) fn newcomers(&self) -> impl Iterator<Item = NodeId> {
        let newcomers = match &self.phase {
            Phase::CatchUp(newcomers) => Some(newcomers),
            Phase::Joint(_) | Phase::Target(_) => None,
        };
        newcomers.into_iter().flat_map(|newcomers| newcomers.iter().map(|(node, _)| node))
    }
}

/// The phase of a change.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Phase {
    /// The new voters catch up, each towards a goal of its own.
    CatchUp(NodeMap<CatchUp>),
    /// The joint membership is in the log at this index.
    Joint(LogIndex),
    /// The target membership is in the log at this position.
    Target(LogPosition),
}

/// A round of catching up (diss. §4.2.1). A new voter is fast enough if it replicates what the log
/// gained in the round before within an election timeout.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CatchUp {
    pub(crate) goal: LogIndex,
    pub(crate) since: LocalTime,
    pub(crate) rounds: u8,
}

/// The change fails if a new voter has not caught up after this many rounds.
pub(crate) const MAX_CATCH_UP_ROUNDS: u8 = 10;
