//! What a node decided.

use raft_sim::raft_core::{Event, NodeId, RuleSet};
use raft_sim::{NodeState, Record};

use super::Past;
use crate::query::{self, Quorum};

/// An event at a node, and what is known about how it came about.
#[derive(Clone, Copy)]
pub(super) struct Decision<'a> {
    pub(super) event: &'a Event,
    pub(super) node: NodeId,
    /// The node's state after the step.
    pub(super) state: &'a NodeState,
    pub(super) record: &'a Record,
    pub(super) past: &'a Past<'a>,
}

impl Decision<'_> {
    /// The quorum that the node needs.
    pub(super) fn quorum(&self) -> Quorum {
        query::quorum_of(&self.state.membership, self.past.simulation)
    }

    /// The rules that were off.
    pub(super) fn rules_off(&self) -> RuleSet {
        query::rules_off(self.past.simulation, self.record.at)
    }
}
