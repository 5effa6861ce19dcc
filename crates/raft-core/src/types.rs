//! The paper's terms as types, so that a term is never mistaken for an index.

use core::fmt;
use core::ops::RangeInclusive;

/// A server of the cluster.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct NodeId(pub u32);

/// A logical clock: time is divided into terms of arbitrary length, each with at most one leader
/// (§5.1). A new node is in term 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Term(pub u64);

impl Term {
    /// No node ever has this term: there would be no next term, and so no election.
    pub(crate) const NEVER: Self = Self(u64::MAX);

    /// The term that follows this one.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The index of an entry in the log. The first entry has index 1; 0 is before it (Figure 2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LogIndex(pub u64);

impl LogIndex {
    /// The index before the first entry.
    pub const ZERO: Self = Self(0);

    /// The next index.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The index before, but at least 0.
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

/// Index and term of an entry: together they identify it in every log of the cluster (Log Matching,
/// §5.3). The order is that of §5.4.1: first by term, then by index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LogPosition {
    /// The term in which a leader created the entry.
    pub term: Term,
    /// Its index in the log.
    pub index: LogIndex,
}

/// Distinguishes the starts of a server: each start is a new incarnation of its node. An
/// incarnation ends with its volatile state, but its messages, and answers to them, may still be in
/// flight.
///
/// The driver must provide a value that no earlier start of a server with the same [`NodeId`] had,
/// in any order: a counter on the disk that is durable before the node boots, or 64 random bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Incarnation(pub u64);

/// A duration in microseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Micros(pub u64);

impl Micros {
    /// A duration given in milliseconds.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis * 1000)
    }
}

/// A reading of the node's own clock, in microseconds. Only differences on the same node are
/// meaningful: the clocks of different nodes need not agree.
///
/// The driver must provide a monotonic clock: within an incarnation, readings never decrease. If
/// one does, the time that has passed is unknown, so a lease ends immediately (diss. §6.4.1), and
/// local time continues from the last reading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LocalTime(pub u64);

impl LocalTime {
    /// The time since `earlier`; zero if it is not earlier.
    pub fn since(self, earlier: Self) -> Micros {
        Micros(self.0.saturating_sub(earlier.0))
    }
}

/// A range of durations for a random draw, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TimerRange {
    /// The shortest duration.
    pub min: Micros,
    /// The longest duration.
    pub max: Micros,
}

impl TimerRange {
    /// The range that contains only this duration.
    pub const fn exactly(span: Micros) -> Self {
        Self { min: span, max: span }
    }
}

impl From<RangeInclusive<Micros>> for TimerRange {
    fn from(range: RangeInclusive<Micros>) -> Self {
        Self { min: *range.start(), max: *range.end() }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for LogIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
