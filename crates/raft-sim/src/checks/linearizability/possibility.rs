//! One possible state of a key.

use super::{Name, Pending};
use crate::kv::{Operation, Outcome};

/// One possible state of a key: its value, and which of the pending operations have happened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Possibility {
    pub(super) value: Option<String>,
    /// The pending operations that have happened, with their outcomes, by name.
    pub(super) happened: Vec<(Name, Outcome)>,
    /// Alternative outcomes of operations that have not happened here: any of these operations may
    /// instead have happened with this outcome, without any other difference. In order.
    pub(super) unseen: Vec<(Name, Outcome)>,
}

impl Possibility {
    /// The outcome of a pending operation, if it has happened.
    pub(super) fn outcome(&self, name: Name) -> Option<&Outcome> {
        let place = self.happened.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        Some(&self.happened[place].1)
    }

    /// The operation is no longer pending.
    pub(super) fn forget(&mut self, name: Name) {
        self.happened.retain(|(other, _)| *other != name);
        self.unseen.retain(|(other, _)| *other != name);
    }

    /// The outcome of the operation no longer matters.
    pub(super) fn abandon(&mut self, name: Name) {
        self.unseen.retain(|(other, _)| *other != name);
    }

    /// Whether no pending operation has happened.
    pub(super) fn has_nothing_pending_happened(&self) -> bool {
        self.happened.is_empty()
    }

    /// The possibility after one more operation.
    pub(super) fn with(&self, Pending { name, operation }: &Pending, awaited: &[Pending]) -> Self {
        let mut next = self.clone();
        let outcome = operation.apply(&mut next.value);
        next.unseen.retain(|(other, _)| other != name);
        let place = next.happened.partition_point(|(other, _)| other < name);
        next.happened.insert(place, (*name, outcome));
        if reads_nothing(operation) {
            next.note_overwritten(awaited);
        }
        next
    }

    /// Whether an operation that may read the value has still to happen.
    pub(super) fn has_readers(&self, awaited: &[Pending]) -> bool {
        let mut awaited = awaited.iter();
        awaited.any(|one| !reads_nothing(&one.operation) && self.outcome(one.name).is_none())
    }

    pub(super) fn size(&self) -> usize {
        1 + self.happened.len() + self.unseen.len()
    }

    pub(super) fn note_unseen(&mut self, name: Name, outcome: Outcome) {
        let noted = (name, outcome);
        if let Err(place) = self.unseen.binary_search(&noted) {
            self.unseen.insert(place, noted);
        }
    }

    pub(super) fn may_have_given(&self, name: Name, outcome: &Outcome) -> bool {
        self.unseen.iter().any(|(other, given)| *other == name && given == outcome)
    }

    /// Any pending operation that would change nothing may happen now: notes its outcome.
    pub(super) fn note_reads(&mut self, awaited: &[Pending]) {
        for Pending { name, operation } in awaited {
            let mut value = self.value.clone();
            let outcome = operation.apply(&mut value);
            if value == self.value && self.outcome(*name).is_none() {
                self.note_unseen(*name, outcome);
            }
        }
    }

    /// The value was just overwritten. Pending operations that read nothing may have happened
    /// directly before: notes their outcomes.
    pub(super) fn note_overwritten(&mut self, awaited: &[Pending]) {
        for Pending { name, operation } in awaited {
            if reads_nothing(operation) && self.outcome(*name).is_none() {
                self.note_unseen(*name, Outcome::Written);
            }
        }
    }

    /// Whether this possibility allows every continuation of the other one, which has the same
    /// value. Each operation that happened there happened here too, or may have happened unnoticed,
    /// or has an outcome that no longer matters.
    pub(super) fn dominates(&self, other: &Self, awaited: &[Pending]) -> bool {
        let needless = |(name, outcome): &(Name, Outcome)| {
            awaited.binary_search_by_key(name, |pending| pending.name).is_err()
                || self.may_have_given(*name, outcome)
        };
        self.happened.len() <= other.happened.len()
            && self.happened.iter().all(|(name, outcome)| other.outcome(*name) == Some(outcome))
            && other.unseen.iter().all(|noted| self.unseen.binary_search(noted).is_ok())
            && (other.happened.iter())
                .all(|given| self.outcome(given.0).is_some() || needless(given))
    }
}

/// Whether the operation writes the same value whatever the old value is.
pub(super) fn reads_nothing(operation: &Operation) -> bool {
    matches!(operation, Operation::Set(..) | Operation::Delete(_))
}
