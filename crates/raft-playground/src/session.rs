//! A user session: owns the simulator, turns time and intents into frames.

use crate::frame::Frame;
use crate::intent::Intent;
use crate::speed::Speed;

/// How a session begins.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The seed of the run.
    pub seed: u64,
    /// How many nodes, 1 to 9.
    pub nodes: u32,
    /// How fast simulated time runs.
    pub speed: Speed,
    /// Whether time stands still at first.
    pub paused: bool,
}

/// A user session.
#[derive(Clone, Debug)]
pub struct Session {}

impl Session {
    /// Begins a session.
    pub fn new(_options: Options) -> Self {
        Self {}
    }

    /// Lets `wall_us` microseconds of wall time pass. Nothing happens while paused.
    pub fn advance(&mut self, _wall_us: u64) {}

    /// Does what the user asked.
    pub fn handle(&mut self, _intent: Intent) {}

    /// What to draw now. Cheap to call when nothing happened: the scene is shared.
    pub fn frame(&mut self) -> Frame {
        unreachable!("soon")
    }

    /// What a bug report needs: seed and commands, one line each.
    pub fn report(&self) -> String {
        String::new()
    }
}
