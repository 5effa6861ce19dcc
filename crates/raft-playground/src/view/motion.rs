//! What is another picture at every instant.

use raft_sim::{Address, MessageKind};

use crate::layout::Point;
use crate::significance::FlashKind;

/// What moves.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Motion {
    /// Simulated time in microseconds.
    pub now_us: u64,
    /// Messages on their way, oldest first, then those that die.
    pub messages: Vec<MessageView>,
    /// Each node's election timer; none if it has no such timer.
    pub timers: Vec<Option<TimerView>>,
    /// What happened a moment ago and can still be felt.
    pub flashes: Vec<FlashView>,
}

/// An election timer that runs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TimerView {
    /// The part of it that has run, 0 to 1.
    pub part: f64,
    /// How long it runs in all, in simulated microseconds.
    pub whole_us: u64,
}

impl TimerView {
    /// How long it still runs, in simulated microseconds.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of it")]
    #[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
    pub fn left_us(&self) -> u64 {
        ((1.0 - self.part) * self.whole_us as f64) as u64
    }
}

/// Something that happened to a node a moment ago.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FlashView {
    /// What happened.
    pub kind: FlashKind,
    /// The node, counted from 0.
    pub node: usize,
    /// The indexes of the first and the last entry that it happened to, if to any.
    pub entries: (u64, u64),
    /// When, in simulated microseconds.
    pub at_us: u64,
}

impl FlashView {
    /// How long it can be felt, in simulated microseconds.
    pub const LASTS_US: u64 = 30_000;
}

/// A message in flight, or dying.
#[derive(Clone, PartialEq, Debug)]
pub struct MessageView {
    /// Its number in the run: the key among siblings.
    pub id: u64,
    /// What it is.
    pub kind: MessageKind,
    /// Whether it says no.
    pub refusal: bool,
    /// Whether it is the second of a duplicated message.
    pub is_duplicate: bool,
    /// Who sent it.
    pub from: Address,
    /// Whom it is for.
    pub to: Address,
    /// Where it is, in CSS pixels of the stage.
    pub at: Point,
    /// Whither it goes, as a direction of length 1, if it stands still and cannot show it.
    pub heading: Option<Point>,
    /// If it is dying, how far that has gone: 0 to 1.
    pub dying: Option<f64>,
}
