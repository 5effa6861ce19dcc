//! What survives a crash: Figure 2's persistent state, and the writes that change it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::entries::Entries;
use crate::entry::Entry;
use crate::quorum::Membership;
use crate::types::{LogIndex, LogPosition, NodeId, Term};

/// The part of the persistent state that is not the log (Figure 2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HardState {
    /// The newest term that the node has seen.
    pub term: Term,
    /// Whom it voted for in that term.
    pub voted_for: Option<NodeId>,
}

/// Counts the writes of a node since it booted; 0 stands for none. The count begins again with each
/// incarnation: the end of a write of an earlier one must not be reported to a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct WriteNumber(pub u64);

impl WriteNumber {
    /// The write that follows this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// One atomic change of the disk: after a crash all of it is there or nothing. Writes become
/// durable in the order of their numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Write {
    /// Its place among the writes since boot.
    pub number: WriteNumber,
    /// The new term and vote, if they changed. Both at once: a term without its vote, or a vote
    /// without its term, would let the node vote twice.
    pub hard_state: Option<HardState>,
    /// A snapshot that replaces the log up to its last entry, if there is a new one (§7). It comes
    /// before the change of the log.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The new end of the log, if it changed.
    pub log: Option<LogWrite>,
}

/// Replaces everything from an index on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LogWrite {
    /// The first index that changes.
    pub from: LogIndex,
    /// What stands there from now on.
    pub entries: Entries,
}

/// The state machine as of an entry, in place of the log up to it (§7).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Snapshot {
    /// The last entry that it replaces.
    pub last: LogPosition,
    /// The membership as of that entry.
    pub membership: Arc<Membership>,
    /// The state machine, opaque to the protocol.
    pub data: Arc<[u8]>,
}

/// What is on a disk.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Disk {
    /// Term and vote.
    pub hard_state: HardState,
    /// What replaces the log's beginning, if anything.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The log after the snapshot, first entry first.
    pub entries: Vec<Entry>,
}

impl Disk {
    /// Makes a write durable.
    pub fn apply(&mut self, write: &Write) {
        if let Some(hard_state) = write.hard_state {
            self.hard_state = hard_state;
        }
        if let Some(snapshot) = &write.snapshot {
            self.entries.retain(|entry| entry.index > snapshot.last.index);
            self.snapshot = Some(Arc::clone(snapshot));
        }
        if let Some(log) = &write.log {
            if self.last().index >= log.from {
                let kept = self.entries.partition_point(|entry| entry.index < log.from);
                self.entries.truncate(kept);
            }
            self.entries.extend_from_slice(&log.entries);
        }
    }

    /// The last entry, be it in the log or the last that the snapshot replaces.
    pub fn last(&self) -> LogPosition {
        self.entries.last().map_or(self.base(), Entry::position)
    }

    /// The last entry that the snapshot replaces.
    pub(crate) fn base(&self) -> LogPosition {
        self.snapshot.as_ref().map(|snapshot| snapshot.last).unwrap_or_default()
    }

    /// Whether a node may start from it.
    pub(crate) fn check(&self) -> Result<(), DamagedDisk> {
        let base = self.base();
        let mut expected = base.index.next();
        let mut newest = base.term;
        let ends_nowhere = base.index == LogIndex::ZERO && base.term > Term::default();
        if base.term > self.hard_state.term || ends_nowhere {
            return Err(DamagedDisk::TermOutOfOrder { index: base.index, term: base.term });
        }
        for entry in &self.entries {
            if entry.index != expected {
                return Err(DamagedDisk::Gap { expected, found: entry.index });
            }
            if entry.term < newest || entry.term > self.hard_state.term {
                return Err(DamagedDisk::TermOutOfOrder { index: entry.index, term: entry.term });
            }
            expected = expected.next();
            newest = entry.term;
        }
        Ok(())
    }
}

/// Why a node refuses to start: its disk cannot be what this protocol wrote.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DamagedDisk {
    /// An entry is missing or stands twice.
    Gap {
        /// The index that should have come next.
        expected: LogIndex,
        /// The index that came.
        found: LogIndex,
    },
    /// Terms fall along the log, or one is newer than the newest term the node has seen.
    TermOutOfOrder {
        /// Where.
        index: LogIndex,
        /// The term found there.
        term: Term,
    },
}

impl fmt::Display for DamagedDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { expected, found } => {
                write!(f, "the log on disk has entry {found} where {expected} should be")
            }
            Self::TermOutOfOrder { index, term } => {
                write!(f, "entry {index} on disk has term {term}, which cannot stand there")
            }
        }
    }
}

impl core::error::Error for DamagedDisk {}
