//! What playback pauses at by itself.

use crate::text::{Sentence, say};

/// Something at which playback can pause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breakpoint {
    /// A property does not hold.
    Violation,
    /// A node wins an election.
    Leader,
    /// A node stands for election.
    Election,
    /// A leader commits.
    Commit,
    /// A node drops what another leader has replaced.
    RollBack,
    /// A message is lost.
    Loss,
    /// A node stops.
    Stop,
    /// A client learns what became of what it asked for.
    Answer,
}

impl Breakpoint {
    /// All of them, in reading order.
    pub const ALL: [Self; 8] = [
        Self::Violation,
        Self::Leader,
        Self::Election,
        Self::Commit,
        Self::RollBack,
        Self::Loss,
        Self::Stop,
        Self::Answer,
    ];

    /// What has to happen, as it follows “Pause when”.
    pub fn name(self) -> Sentence {
        match self {
            Self::Violation => say::pause_on_broken(),
            Self::Leader => say::pause_on_leader(),
            Self::Election => say::pause_on_election(),
            Self::Commit => say::pause_on_commit(),
            Self::RollBack => say::pause_on_roll_back(),
            Self::Loss => say::pause_on_loss(),
            Self::Stop => say::pause_on_stop(),
            Self::Answer => say::pause_on_answer(),
        }
    }
}

/// What playback pauses at: at first only violations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Breakpoints(u8);

impl Default for Breakpoints {
    fn default() -> Self {
        Self(Self::bit(Breakpoint::Violation))
    }
}

impl Breakpoints {
    /// Whether playback pauses at this.
    pub fn on(self, what: Breakpoint) -> bool {
        self.0 & Self::bit(what) != 0
    }

    /// All of them in one number, which is another one for every other choice.
    pub fn bits(self) -> u8 {
        self.0
    }

    pub(crate) fn toggle(&mut self, what: Breakpoint) {
        self.0 ^= Self::bit(what);
    }

    fn bit(what: Breakpoint) -> u8 {
        1 << what as u8
    }
}
