//! Simulated time.

use core::fmt;
use core::ops::Add;

use raft_core::Micros;
use serde::{Deserialize, Serialize};

/// An instant of a run, in microseconds since it began.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Time(pub u64);

impl Time {
    /// An instant that never comes.
    pub const NEVER: Self = Self(u64::MAX);

    /// An instant given in milliseconds since the run began.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis * 1000)
    }

    /// The time since `earlier`; zero if it is not earlier.
    pub fn since(self, earlier: Self) -> Micros {
        Micros(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Micros> for Time {
    type Output = Self;

    fn add(self, span: Micros) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl fmt::Display for Time {
    /// Writes milliseconds: `1942.125 ms`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03} ms", self.0 / 1000, self.0 % 1000)
    }
}
