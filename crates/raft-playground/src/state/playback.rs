//! The state of playback.

use raft_sim::raft_core::Micros;

use crate::intent::{Breakpoints, Speed};

/// The reading time: how long a sentence is shown before a less important one may replace it, in
/// wall microseconds.
const READING_US: u64 = 2_500_000;

/// The longest reading time in simulated time: seeking replays no more than this needs.
const LONGEST_HOLD_US: u64 = 500_000;

/// The state of playback.
#[derive(Clone, Default, Debug)]
pub(crate) struct PlaybackState {
    pub(crate) is_playing: bool,
    pub(crate) speed: Speed,
    pub(crate) breakpoints: Breakpoints,
    /// Whether the user drags the head of the time bar. Time stops meanwhile.
    pub(crate) is_scrubbing: bool,
    /// Whether messages are drawn without motion.
    pub(crate) is_motion_reduced: bool,
    /// Wall time that was too short for a microsecond of simulated time.
    pub(crate) left_over_us: u64,
}

impl PlaybackState {
    /// Playback at this speed, playing or paused.
    pub(crate) fn new(speed: Speed, is_playing: bool) -> Self {
        Self { is_playing, speed, ..Self::default() }
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

    /// The reading time in simulated time.
    pub(crate) fn hold(&self) -> Micros {
        Micros((READING_US / u64::from(self.speed.slowdown())).min(LONGEST_HOLD_US))
    }
}
