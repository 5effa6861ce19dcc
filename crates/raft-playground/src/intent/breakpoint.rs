//! The events at which playback pauses by itself.

use crate::table::table;
use crate::text::{Sentence, say};

table! {
    /// An event at which playback can pause.
    pub enum Breakpoint {
        /// A property does not hold.
        Violation => say::pause_on_broken(),
        /// A node wins an election.
        Leader => say::pause_on_leader(),
        /// A node starts an election.
        Election => say::pause_on_election(),
        /// A leader commits.
        Commit => say::pause_on_commit(),
        /// A node removes entries that another leader has replaced.
        RollBack => say::pause_on_roll_back(),
        /// A node sends a reply that says no.
        Refusal => say::pause_on_refusal(),
        /// A message is lost.
        Loss => say::pause_on_loss(),
        /// A node stops.
        Stop => say::pause_on_stop(),
        /// A client learns the outcome of its request.
        Answer => say::pause_on_answer(),
    }
    /// The condition, as it follows “Pause when”.
    pub fn name(self) -> Sentence;
}

/// The events at which playback pauses: at first only violations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Breakpoints(u16);

impl Default for Breakpoints {
    fn default() -> Self {
        Self(Self::bit(Breakpoint::Violation))
    }
}

impl Breakpoints {
    /// Whether playback pauses at this event.
    pub fn on(self, what: Breakpoint) -> bool {
        self.0 & Self::bit(what) != 0
    }

    /// The choice as a number. Different choices have different numbers.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// The choice without this event.
    pub(crate) fn without(self, what: Breakpoint) -> Self {
        Self(self.0 & !Self::bit(what))
    }

    pub(crate) fn toggle(&mut self, what: Breakpoint) {
        self.0 ^= Self::bit(what);
    }

    fn bit(what: Breakpoint) -> u16 {
        1 << what as u16
    }
}
