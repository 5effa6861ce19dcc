//! The log: entries numbered without a gap. A snapshot may replace the oldest of them (§5.3, §7).

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::entries::Entries;
use crate::entry::{Entry, Payload};
use crate::types::{LogIndex, LogPosition, Term};

const CHUNK: usize = Log::CHUNK;

/// A node's log.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The last entry that a snapshot replaces; the log starts right after it.
    base: LogPosition,
    /// All chunks except the last are full.
    chunks: Vec<Arc<Vec<Entry>>>,
    /// The number of entries in the first chunk that a snapshot has replaced.
    skipped: usize,
    last: LogPosition,
}

impl Log {
    /// The number of entries that share one allocation. Cloning a log copies one pointer for each
    /// chunk, and the first change after that copies one chunk.
    pub const CHUNK: usize = 256;

    /// A log that starts after `base`. The caller has checked that the entries follow it.
    pub(crate) fn from_checked(base: LogPosition, entries: &[Entry]) -> Self {
        let mut log = Self { base, last: base, ..Self::default() };
        log.extend(entries);
        log
    }

    /// Index and term of the last entry, or of the last entry that a snapshot replaces if the log
    /// is empty.
    pub fn last(&self) -> LogPosition {
        self.last
    }

    /// The last entry that a snapshot replaces; index and term are zero if there is none (§7).
    pub fn base(&self) -> LogPosition {
        self.base
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        usize::try_from(self.last.index.0 - self.base.index.0).unwrap_or(usize::MAX)
    }

    /// Whether the log has no entries.
    pub fn is_empty(&self) -> bool {
        self.last == self.base
    }

    /// The entry at `index`, if the log holds it.
    pub fn entry(&self, index: LogIndex) -> Option<&Entry> {
        let (chunk, place) = self.place(index)?;
        self.chunks.get(chunk)?.get(place)
    }

    /// The term of the entry at `index`, if the log knows it. Index 0 has term 0 in every log, and
    /// the last entry that a snapshot replaces is still known.
    pub fn term_at(&self, index: LogIndex) -> Option<Term> {
        if index == self.base.index {
            return Some(self.base.term);
        }
        self.entry(index).map(|entry| entry.term)
    }

    /// The entries from `index` on, in order; all of them if the log starts later.
    pub fn entries_from(&self, index: LogIndex) -> impl Iterator<Item = &Entry> {
        let index = index.max(self.base.index.next());
        let (chunk, place) = self.place(index).unwrap_or((self.chunks.len(), 0));
        let chunks = self.chunks.iter().skip(chunk).enumerate();
        chunks.flat_map(move |(nth, chunk)| chunk.iter().skip(if nth == 0 { place } else { 0 }))
    }

    /// The entries from `index` on, up to `max_entries` entries and `max_bytes` bytes, but at least
    /// one if there is one.
    pub fn batch(&self, index: LogIndex, max_entries: usize, max_bytes: usize) -> Entries {
        let mut bytes = 0;
        let fits = |nth: usize, entry: &Entry| {
            bytes += entry.payload.len();
            nth == 0 || (nth < max_entries && bytes <= max_bytes)
        };
        let Some((chunk, place)) = self.place(index) else { return Entries::default() };
        let Some(first) = self.chunks.get(chunk).and_then(|chunk| chunk.get(place..)) else {
            return Entries::default();
        };
        let mut fits = fits;
        let count = self
            .entries_from(index)
            .enumerate()
            .take_while(|(nth, entry)| fits(*nth, entry))
            .count();
        // Nearly always the batch lies within one chunk and can be copied at once.
        match first.get(..count) {
            Some(entries) => entries.into(),
            None => self.entries_from(index).take(count).cloned().collect(),
        }
    }

    /// The last index at or before `index` whose entry is not newer than `term`.
    pub(crate) fn last_up_to_term(&self, index: LogIndex, term: Term) -> LogIndex {
        let mut last = index.min(self.last.index);
        while self.term_at(last).is_some_and(|found| found > term) {
            last = last.previous();
        }
        last
    }

    /// Appends an entry of `term` and returns its position.
    pub(crate) fn append(&mut self, term: Term, payload: Payload) -> LogPosition {
        let position = LogPosition { term, index: self.last.index.next() };
        self.push(Entry { term, index: position.index, payload });
        position
    }

    /// Replaces everything from the first of `entries` on with `entries`.
    pub(crate) fn replace_tail(&mut self, entries: &[Entry]) {
        if let Some(first) = entries.first() {
            self.truncate_from(first.index);
            self.extend(entries);
        }
    }

    /// Removes `index` and everything after it, but nothing that a snapshot replaces.
    pub(crate) fn truncate_from(&mut self, index: LogIndex) {
        let index = index.max(self.base.index.next());
        if index > self.last.index {
            return;
        }
        let Some((chunk, place)) = self.place(index) else { return };
        self.chunks.truncate(chunk + 1);
        if let Some(last) = self.chunks.last_mut() {
            Arc::make_mut(last).truncate(place);
        }
        let kept = index.previous();
        self.last = LogPosition { term: self.term_at(kept).unwrap_or_default(), index: kept };
    }

    /// Removes everything up to `base`, an entry of this log that a snapshot replaces (§7).
    pub(crate) fn compact_to(&mut self, base: LogPosition) {
        if let Some((chunk, place)) = self.place(base.index) {
            self.chunks.drain(..chunk.min(self.chunks.len()));
            self.skipped = place + 1;
            self.base = base;
        }
    }

    /// Removes everything: a snapshot of another history, or of a later one, replaces the log (§7).
    pub(crate) fn replace_by(&mut self, base: LogPosition) {
        *self = Self { base, last: base, ..Self::default() };
    }

    /// Appends entries chunk by chunk.
    fn extend(&mut self, mut entries: &[Entry]) {
        while let Some(first) = entries.first() {
            if self.chunks.last().is_none_or(|chunk| chunk.len() >= CHUNK) {
                self.push(first.clone());
                entries = &entries[1..];
            } else if let Some(chunk) = self.chunks.last_mut() {
                let (fitting, rest) = entries.split_at(entries.len().min(CHUNK - chunk.len()));
                with_room(chunk, fitting.len()).extend_from_slice(fitting);
                entries = rest;
            }
            self.last = self
                .chunks
                .last()
                .and_then(|chunk| chunk.last())
                .map_or(self.last, Entry::position);
        }
    }

    fn push(&mut self, entry: Entry) {
        self.last = entry.position();
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => with_room(chunk, 1).push(entry),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(entry);
                self.chunks.push(Arc::new(chunk));
            }
        }
    }

    /// The chunk and the offset of an index after the base, whether or not there is an entry.
    fn place(&self, index: LogIndex) -> Option<(usize, usize)> {
        let after_base = index.0.checked_sub(self.base.index.0)?.checked_sub(1)?;
        let offset = usize::try_from(after_base).ok()?.checked_add(self.skipped)?;
        Some((offset / CHUNK, offset % CHUNK))
    }
}

/// The chunk for exclusive use, with room for more entries. If a clone shared the chunk, this is a
/// copy without spare capacity. Clones may keep many such copies, so each gets only a little.
fn with_room(chunk: &mut Arc<Vec<Entry>>, entries: usize) -> &mut Vec<Entry> {
    const SPARE: usize = 16;
    let chunk = Arc::make_mut(chunk);
    if chunk.capacity() - chunk.len() < entries {
        chunk.reserve_exact(entries.max(SPARE));
    }
    chunk
}

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        let all = LogIndex::ZERO;
        (self.base, self.last) == (other.base, other.last)
            && self.entries_from(all).eq(other.entries_from(all))
    }
}

impl Eq for Log {}

impl core::hash::Hash for Log {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.base.hash(state);
        for entry in self.entries_from(LogIndex::ZERO) {
            entry.hash(state);
        }
    }
}

#[cfg(test)]
mod tests;
