//! The state that survives a crash: Figure 2's persistent state, and the writes that change it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::entries::Entries;
use crate::entry::Entry;
use crate::quorum::Membership;
use crate::types::{LogIndex, LogPosition, NodeId, Term};

/// The persistent state apart from the log (Figure 2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HardState {
    /// The newest term that the node has seen.
    pub term: Term,
    /// The node's vote in that term.
    pub voted_for: Option<NodeId>,
}

/// The number of a write since the node booted; 0 means no write. Each incarnation counts from the
/// start, so a driver must not report a write of an earlier incarnation to a later one.
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

/// One atomic change of the disk: after a crash, either all of it is on the disk or nothing. Writes
/// become durable in the order of their numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Write {
    /// Its number among the writes since boot.
    pub number: WriteNumber,
    /// The new term and vote, if they changed. They change together: with only one of them on the
    /// disk, the node could vote twice.
    pub hard_state: Option<HardState>,
    /// A new snapshot, which replaces the log up to its last entry (§7). It is applied before the
    /// change of the log.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The new end of the log, if it changed.
    pub log: Option<LogWrite>,
}

/// A replacement of everything from an index on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LogWrite {
    /// The first index that changes.
    pub from: LogIndex,
    /// The entries from that index on.
    pub entries: Entries,
}

/// The state machine as of an entry, which replaces the log up to that entry (§7).
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

/// The contents of a disk.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Disk {
    /// Term and vote.
    pub hard_state: HardState,
    /// The snapshot that replaces the beginning of the log, if there is one.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The log after the snapshot, oldest entry first.
    pub entries: Vec<Entry>,
}

impl Disk {
    /// Applies a write.
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

    /// The last entry of the log, or the last entry of the snapshot if the log is empty.
    pub fn last(&self) -> LogPosition {
        self.entries.last().map_or(self.base(), Entry::position)
    }

    /// The last entry that the snapshot replaces.
    pub(crate) fn base(&self) -> LogPosition {
        self.snapshot.as_ref().map(|snapshot| snapshot.last).unwrap_or_default()
    }

    /// Checks whether a node may start from this disk.
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

/// Why a node refuses to start: this protocol cannot have written its disk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DamagedDisk {
    /// An entry is missing or occurs twice.
    Gap {
        /// The index that should have come next.
        expected: LogIndex,
        /// The index that came instead.
        found: LogIndex,
    },
    /// A term is lower than the one before it, or higher than the newest term that the node has
    /// seen.
    TermOutOfOrder {
        /// The index of that entry.
        index: LogIndex,
        /// Its term.
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
