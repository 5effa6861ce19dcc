//! The paper's nouns as types, so that a term is never taken for an index.

use core::fmt;
use core::ops::RangeInclusive;

/// A server of the cluster.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct NodeId(pub u32);

/// A logical clock: time is divided into terms of arbitrary length, each with at most one leader
/// (§5.1). A fresh node is in term 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Term(pub u64);

impl Term {
    /// No node ever has this term: after it there would be no other, and so no election.
    pub(crate) const NEVER: Self = Self(u64::MAX);

    /// The term that follows this one.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The place of an entry in the log. The first entry has index 1; 0 is the place before it
/// (Figure 2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LogIndex(pub u64);

impl LogIndex {
    /// The place before the first entry.
    pub const ZERO: Self = Self(0);

    /// The next place.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The place before, stopping at 0.
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

/// Index and term of an entry: together they identify it in every log of the cluster (Log
/// Matching, §5.3). Ordered as §5.4.1 compares logs: first by term, then by index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LogPosition {
    /// The term in which a leader created the entry.
    pub term: Term,
    /// Its place in the log.
    pub index: LogIndex,
}

/// Tells apart the lives of a server: each start is a new incarnation of its node. Volatile state
/// ends with an incarnation, but messages of it, and answers to them, may still be on their way.
///
/// The driver owes a value that no earlier start of a server under the same [`NodeId`] had, and
/// need not keep any order: a count on the disk that is durable before the node boots, or 64 random
/// bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Incarnation(pub u64);

/// A span of time in microseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Micros(pub u64);

impl Micros {
    /// A span given in milliseconds.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis * 1000)
    }
}

/// A reading of the node's own clock, in microseconds. Only differences mean anything, and only on
/// the node that read it: clocks of different nodes need not agree.
///
/// The driver owes a monotonic clock: within an incarnation readings never fall. If one does
/// nevertheless, nobody can say how much time has passed, so a lease ends at once (diss. §6.4.1),
/// and time goes on from where it was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct LocalTime(pub u64);

impl LocalTime {
    /// How long ago `earlier` was; zero if it is not earlier.
    pub fn since(self, earlier: Self) -> Micros {
        Micros(self.0.saturating_sub(earlier.0))
    }
}

/// A span to be drawn at random, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TimerRange {
    /// The shortest span.
    pub min: Micros,
    /// The longest span.
    pub max: Micros,
}

impl TimerRange {
    /// Exactly this long.
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
