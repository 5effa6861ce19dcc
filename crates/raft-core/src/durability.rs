//! How much of the log would survive a crash while writes are in progress.

use alloc::vec::Vec;

use crate::disk::WriteNumber;
use crate::types::LogIndex;

/// Counts writes and tracks how far each makes the log durable.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Durability {
    issued: WriteNumber,
    durable_index: LogIndex,
    /// The writes in progress, each with the end of the log that it leaves on the disk.
    under_way: Vec<(WriteNumber, LogIndex)>,
}

impl Durability {
    /// The state after boot, when the whole log comes from the disk.
    pub(crate) fn of(durable_index: LogIndex) -> Self {
        Self { issued: WriteNumber::default(), durable_index, under_way: Vec::new() }
    }

    /// Numbers a new write, after which the log ends at `last`.
    pub(crate) fn issue(&mut self, last: LogIndex) -> WriteNumber {
        self.issued = self.issued.next();
        self.under_way.push((self.issued, last));
        self.issued
    }

    /// The number of the newest write.
    pub(crate) fn issued(&self) -> WriteNumber {
        self.issued
    }

    /// Whether no write is in progress.
    pub(crate) fn is_all_durable(&self) -> bool {
        self.under_way.is_empty()
    }

    /// All writes up to `number` are durable.
    pub(crate) fn persisted(&mut self, number: WriteNumber) {
        let written = self.under_way.partition_point(|(write, _)| *write <= number);
        if let Some((_, last)) = self.under_way.drain(..written).next_back() {
            self.durable_index = last;
        }
    }

    /// The log was truncated from `from` on, so writes in progress no longer make those indexes
    /// durable.
    pub(crate) fn truncated(&mut self, from: LogIndex) {
        let kept = from.previous();
        self.durable_index = self.durable_index.min(kept);
        for (_, last) in &mut self.under_way {
            *last = (*last).min(kept);
        }
    }

    /// A snapshot, once written, makes everything up to `index` durable.
    pub(crate) fn reached(&mut self, index: LogIndex) {
        self.durable_index = self.durable_index.max(index);
    }

    /// The last entry of the log that would survive a crash.
    pub(crate) fn durable_index(&self) -> LogIndex {
        self.durable_index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pending_write_does_not_make_replaced_entries_durable() {
        let mut durability = Durability::of(LogIndex(2));
        let first = durability.issue(LogIndex(5));
        durability.truncated(LogIndex(4));
        let second = durability.issue(LogIndex(6));
        durability.persisted(first);
        assert_eq!(durability.durable_index(), LogIndex(3));
        durability.persisted(second);
        assert_eq!(durability.durable_index(), LogIndex(6));
    }
}
