//! How time runs.

use raft_sim::raft_core::Micros;

use crate::intent::{Breakpoints, Speed};

/// How long a sentence stands before a less important one may replace it, in wall microseconds.
const READING_US: u64 = 2_500_000;

/// The same at high speeds, in simulated time: a longer past is not told when one goes to a moment.
const LONGEST_HOLD_US: u64 = 500_000;

/// How time runs.
#[derive(Clone, Debug)]
pub(crate) struct PlaybackState {
    pub(crate) is_playing: bool,
    pub(crate) speed: Speed,
    pub(crate) breakpoints: Breakpoints,
    /// The user looks for a moment, and time stands still meanwhile.
    pub(crate) is_scrubbing: bool,
    /// Whether what moves stands still between events.
    pub(crate) is_motion_reduced: bool,
    /// Wall time that was too short for a microsecond of simulated time.
    pub(crate) left_over_us: u64,
}

impl PlaybackState {
    /// Time that runs, or stands still at first.
    pub(crate) fn new(speed: Speed, is_playing: bool) -> Self {
        Self {
            is_playing,
            speed,
            breakpoints: Breakpoints::default(),
            is_scrubbing: false,
            is_motion_reduced: false,
            left_over_us: 0,
        }
    }

    /// Whether time passes.
    pub(crate) fn is_running(&self) -> bool {
        self.is_playing && !self.is_scrubbing
    }

    /// How much simulated time passes while this wall time does.
    pub(crate) fn simulated(&mut self, wall_us: u64) -> Micros {
        let slowdown = u64::from(self.speed.slowdown());
        let wall_us = wall_us + self.left_over_us;
        self.left_over_us = wall_us % slowdown;
        Micros(wall_us / slowdown)
    }

    /// How long a sentence stands before a less important one may replace it.
    pub(crate) fn hold(&self) -> Micros {
        Micros((READING_US / u64::from(self.speed.slowdown())).min(LONGEST_HOLD_US))
    }
}
