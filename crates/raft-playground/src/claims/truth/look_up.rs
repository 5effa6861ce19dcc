//! What led to a record, and what has happened so far.

use std::rc::Rc;

use raft_sim::raft_core::{Body, NodeId, Term};
use raft_sim::{ClientId, Command, Packet, Record, RecordKind, Time};

use super::{Contact, GroundTruth};

impl GroundTruth {
    /// What brought a record about.
    pub(in crate::claims) fn cause(&self, record: &Record) -> Option<&Record> {
        self.records.get(usize::try_from(record.cause?).ok()?).map(Rc::as_ref)
    }

    /// What followed directly from the same cause.
    pub(in crate::claims) fn caused_by(&self, cause: Option<u64>) -> impl Iterator<Item = &Record> {
        let first = cause.and_then(|cause| usize::try_from(cause).ok()).unwrap_or(usize::MAX);
        let records = self.records.iter().skip(first).map(Rc::as_ref);
        records.filter(move |record| record.cause == cause)
    }

    /// The message whose delivery caused a record: its sender, its term, and what it says.
    pub(in crate::claims) fn message(&self, record: &Record) -> Option<(NodeId, Term, &Body)> {
        let RecordKind::Delivered(envelope) = &self.cause(record)?.kind else { return None };
        let Packet::Raft(message) = &envelope.packet else { return None };
        Some((envelope.from.node()?, message.term, &message.body))
    }

    /// The records up to an instant, the latest first.
    pub(in crate::claims) fn backwards(&self, from: &Record) -> impl Iterator<Item = &Record> {
        let end = usize::try_from(from.seq).unwrap_or_default().min(self.records.len());
        self.records[..end].iter().rev().map(Rc::as_ref)
    }

    /// The records of an instant.
    pub(in crate::claims) fn at(&self, at: Time) -> impl Iterator<Item = &Record> {
        let records = self.records.iter().rev().map(Rc::as_ref);
        records.skip_while(move |record| record.at > at).take_while(move |record| record.at == at)
    }

    /// The commands of an instant, each with whether it was given by hand.
    pub(in crate::claims) fn commands_at(
        &self,
        at: Time,
    ) -> impl Iterator<Item = (&Command, bool)> {
        self.at(at).filter_map(|record| match &record.kind {
            RecordKind::Commanded(command) => Some((command, self.by_hand.contains(&record.seq))),
            _ => None,
        })
    }

    /// Whether a node led a term.
    pub(in crate::claims) fn led(&self, term: Term, node: NodeId) -> bool {
        self.leaders.get(&term).is_some_and(|leaders| leaders.contains(&node))
    }

    /// Whether a node had given a leader its vote when that was elected. Its server may have been
    /// replaced since.
    pub(in crate::claims) fn elected(&self, term: Term, voter: NodeId, leader: NodeId) -> bool {
        self.electors.get(&(term, leader)).is_some_and(|electors| electors.contains(&voter))
    }

    /// Whether any term had a leader.
    pub(in crate::claims) fn had_leader(&self) -> bool {
        !self.leaders.is_empty()
    }

    /// When a node last heard from a leader of its term before a record.
    pub(in crate::claims) fn last_contact(&self, node: NodeId, before: u64) -> Option<Contact> {
        let contacts = self.contacts.get(&node)?;
        contacts.iter().rev().find(|contact| contact.seq < before).copied()
    }

    /// Whether some node applied a client's request.
    pub(in crate::claims) fn was_applied(&self, client: ClientId, serial: u64) -> bool {
        self.applied.contains(&(client, serial))
    }
}
