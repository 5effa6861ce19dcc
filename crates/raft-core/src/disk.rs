//! What survives a crash: Figure 2's persistent state, and the writes that change it.

use alloc::vec::Vec;
use core::fmt;

use crate::types::{Entry, LogIndex, NodeId, Term};

/// The part of the persistent state that is not the log (Figure 2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HardState {
    /// The newest term that the node has seen.
    pub term: Term,
    /// Whom it voted for in that term.
    pub voted_for: Option<NodeId>,
}

/// Counts the writes of a node since it booted; 0 stands for none.
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
    pub entries: Vec<Entry>,
}

/// What is on a disk.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Disk {
    /// Term and vote.
    pub hard_state: HardState,
    /// The log, first entry first.
    pub entries: Vec<Entry>,
}

impl Disk {
    /// Makes a write durable.
    pub fn apply(&mut self, write: &Write) {
        if let Some(hard_state) = write.hard_state {
            self.hard_state = hard_state;
        }
        if let Some(log) = &write.log {
            self.entries.retain(|entry| entry.index < log.from);
            self.entries.extend_from_slice(&log.entries);
        }
    }

    /// Whether a node may start from it.
    pub(crate) fn check(&self) -> Result<(), DamagedDisk> {
        let mut expected = LogIndex::ZERO.next();
        let mut newest = Term::default();
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
