//! A change of membership under way (§6, dissertation §4).

use alloc::sync::Arc;

use crate::node_map::NodeMap;
use crate::quorum::Membership;
use crate::step::ProposalId;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId};

/// A change of membership under way.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Change {
    /// Who waits for the answer; none for a change that a former leader began.
    pub(crate) proposal: Option<ProposalId>,
    /// What is to come of it.
    pub(crate) target: Arc<Membership>,
    pub(crate) phase: Phase,
}

impl Change {
    /// New voters that have not caught up yet.
    pub(crate) fn newcomers(&self) -> impl Iterator<Item = NodeId> {
        let newcomers = match &self.phase {
            Phase::CatchUp(newcomers) => Some(newcomers),
            Phase::Joint(_) | Phase::Target(_) => None,
        };
        newcomers.into_iter().flat_map(|newcomers| newcomers.iter().map(|(node, _)| node))
    }
}

/// How far a change has come.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Phase {
    /// New voters catch up, each towards a goal of its own.
    CatchUp(NodeMap<CatchUp>),
    /// The joint membership stands in the log here.
    Joint(LogIndex),
    /// The target stands in the log here.
    Target(LogPosition),
}

/// A round of catching up (diss. §4.2.1): a newcomer is fast enough when it needs less than an
/// election timeout for what the log grew in the round before.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CatchUp {
    pub(crate) goal: LogIndex,
    pub(crate) since: LocalTime,
    pub(crate) rounds: u8,
}

/// The change fails when a new voter has not caught up after this many rounds.
pub(crate) const MAX_CATCH_UP_ROUNDS: u8 = 10;
