//! Everything that moves.

use raft_sim::{Address, MessageKind};

use crate::layout::Point;
use crate::phrases::packets;
use crate::significance::FlashKind;
use crate::text::Sentence;

/// Everything that moves.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Motion {
    /// Simulated time in microseconds.
    pub now_us: u64,
    /// Messages in transit, oldest first, then lost ones.
    pub messages: Vec<MessageView>,
    /// Each node's election timer; none if it has no such timer.
    pub timers: Vec<Option<TimerView>>,
    /// The flashes at nodes.
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

/// A flash at a node, for an event of a moment ago.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FlashView {
    /// Its kind.
    pub kind: FlashKind,
    /// The node, counted from 0.
    pub node: usize,
    /// The indexes of the first and the last entry concerned, if any.
    pub entries: (u64, u64),
    /// When, in simulated microseconds.
    pub at_us: u64,
}

impl FlashView {
    /// How long it is shown, in simulated microseconds.
    pub const LASTS_US: u64 = 30_000;
}

/// A message in transit, or a lost one.
#[derive(Clone, PartialEq, Debug)]
pub struct MessageView {
    /// Its number in the run: the key among siblings.
    pub id: u64,
    /// Its kind.
    pub kind: MessageKind,
    /// Whether it refuses something.
    pub refusal: bool,
    /// Whether it is the second of a duplicated message.
    pub is_duplicate: bool,
    /// The sender.
    pub from: Address,
    /// The receiver.
    pub to: Address,
    /// Where it is, in CSS pixels of the stage.
    pub at: Point,
    /// Its direction as a vector of length 1, if it is drawn without motion.
    pub heading: Option<Point>,
    /// If it is lost, the part of the loss's animation that has passed: 0 to 1.
    pub dying: Option<f64>,
}

impl MessageView {
    /// What it is, for a picture in words: `D’s vote answer to A`.
    pub fn description(&self) -> Sentence {
        packets::message_of_kind(self.kind, self.from, self.to)
    }
}
