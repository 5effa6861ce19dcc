//! The log: entries numbered from 1 without a gap (§5.3).

use alloc::vec::Vec;

use crate::types::{Entry, LogIndex, LogPosition, Payload, Term};

/// A node's log.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Log {
    entries: Vec<Entry>,
}

impl Log {
    /// Takes entries that the caller has checked to be numbered from 1 without a gap.
    pub(crate) fn from_checked(entries: Vec<Entry>) -> Self {
        Self { entries }
    }

    /// Index and term of the last entry; zero and zero if there is none.
    pub fn last(&self) -> LogPosition {
        self.entries.last().map(Entry::position).unwrap_or_default()
    }

    /// The entry at `index`, if the log reaches it.
    pub fn entry(&self, index: LogIndex) -> Option<&Entry> {
        self.entries.get(offset(index)?)
    }

    /// The term of the entry at `index`, if the log reaches it. The place before the first entry
    /// has term 0 in every log.
    pub fn term_at(&self, index: LogIndex) -> Option<Term> {
        if index == LogIndex::ZERO {
            return Some(Term::default());
        }
        self.entry(index).map(|entry| entry.term)
    }

    /// All entries from `index` on; none if the log ends before.
    pub fn entries_from(&self, index: LogIndex) -> &[Entry] {
        let start = offset(index).unwrap_or(0).min(self.entries.len());
        &self.entries[start..]
    }

    /// Adds an entry of `term` at the end and says where.
    pub(crate) fn append(&mut self, term: Term, payload: Payload) -> LogPosition {
        let position = LogPosition { term, index: self.last().index.next() };
        self.entries.push(Entry { term, index: position.index, payload });
        position
    }

    /// Replaces everything from the first of `entries` on by `entries`.
    pub(crate) fn replace_tail(&mut self, entries: &[Entry]) {
        if let Some(first) = entries.first() {
            self.truncate_from(first.index);
            self.entries.extend_from_slice(entries);
        }
    }

    /// Removes `index` and all that follows.
    pub(crate) fn truncate_from(&mut self, index: LogIndex) {
        self.entries.truncate(offset(index).unwrap_or(0));
    }
}

/// Where an entry lies in the vector; none for index 0.
fn offset(index: LogIndex) -> Option<usize> {
    usize::try_from(index.0.checked_sub(1)?).ok()
}
