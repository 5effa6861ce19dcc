//! An event together with its circumstances.

use raft_sim::raft_core::{Entry, Event, LogPosition, NodeId, Rule, RuleSet};
use raft_sim::{Address, NodeState, Record, RecordKind, Simulation};

use crate::phrases::{Past, vocabulary};
use crate::query::{self, Quorum};
use crate::text::Sentence;

/// An event at a node, and what is known about how it came about.
#[derive(Clone, Copy)]
pub(in crate::phrases) struct NodeEvent<'a> {
    pub(super) event: &'a Event,
    pub(super) node: NodeId,
    /// The node's state after the step.
    pub(super) state: &'a NodeState,
    pub(super) record: &'a Record,
    pub(super) past: &'a Past<'a>,
}

impl<'a> NodeEvent<'a> {
    /// The event that a record reports; none if it reports something else.
    pub(in crate::phrases) fn of(record: &'a Record, past: &'a Past<'a>) -> Option<Self> {
        let RecordKind::Protocol(event) = &record.kind else { return None };
        let (node, state) = (record.subject?.node()?, record.state.as_ref()?);
        Some(Self { event, node, state, record, past })
    }

    pub(super) fn simulation(&self) -> &'a Simulation {
        self.past.simulation
    }

    /// The quorum that the node needs.
    pub(super) fn quorum(&self) -> Quorum {
        query::quorum_of(&self.state.membership, self.simulation())
    }

    /// The quorum that the node needs, if both the old and the new voters must agree.
    pub(super) fn joint_quorum(&self) -> Option<Sentence> {
        let is_joint = self.state.membership.is_joint();
        (is_joint && !self.rules_off().contains(Rule::CountOnlyVoters))
            .then(|| vocabulary::quorum(&self.quorum()))
    }

    /// The rules that were off.
    pub(super) fn rules_off(&self) -> RuleSet {
        query::rules_off(self.simulation(), self.record.at)
    }

    /// The sender of the message that caused the event.
    pub(super) fn sender(&self) -> Option<Address> {
        self.past.delivered(self.record).map(|(from, _)| from)
    }

    /// What the node decided for the same cause: the first event of which `of` gives something.
    pub(super) fn decided_with<T>(&self, of: impl Fn(&Event) -> Option<T>) -> Option<T> {
        self.past.decided_with(self.record).find_map(of)
    }

    /// An entry of the node's log, if it is still there.
    pub(super) fn entry(&self, at: LogPosition) -> Option<&'a Entry> {
        let entry = query::running_node(self.simulation(), self.node)?.log().entry(at.index)?;
        (entry.term == at.term).then_some(entry)
    }
}
