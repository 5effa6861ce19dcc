//! How fast simulated time runs: from a thousandth of real time to real time, in steps that feel
//! even.

/// Simulated time per wall time: one of a fixed ladder of rates, slowest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Speed(usize);

/// Each rate is one simulated microsecond per this many wall microseconds.
const SLOWDOWNS: [u32; 10] = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

impl Speed {
    /// The slowest rate, 1/1000.
    pub const SLOWEST: Self = Self(0);
    /// The fastest rate, real time.
    pub const FASTEST: Self = Self(SLOWDOWNS.len() - 1);

    /// The rate at a place of the ladder, 0 the slowest; beyond the end, the fastest.
    pub fn from_step(step: usize) -> Self {
        Self(step.min(SLOWDOWNS.len() - 1))
    }

    /// The place of this rate on the ladder, 0 the slowest.
    pub fn step(self) -> usize {
        self.0
    }

    /// The rate that is `slowdown` times slower than real time, if it is on the ladder.
    pub fn from_slowdown(slowdown: u32) -> Option<Self> {
        SLOWDOWNS.iter().position(|&rate| rate == slowdown).map(Self)
    }

    /// How many times slower than real time.
    pub fn slowdown(self) -> u32 {
        SLOWDOWNS[self.0]
    }

    /// The next faster rate, or this one if it is the fastest.
    #[must_use]
    pub fn faster(self) -> Self {
        Self::from_step(self.0 + 1)
    }

    /// The next slower rate, or this one if it is the slowest.
    #[must_use]
    pub fn slower(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// As it is written: `1/50`, `1×`.
    pub fn label(self) -> String {
        match self.slowdown() {
            1 => "1×".into(),
            slowdown => format!("1/{slowdown}"),
        }
    }
}

impl Default for Speed {
    /// 1/50: a message that takes 20 ms is on screen for a second.
    fn default() -> Self {
        Self(4)
    }
}
