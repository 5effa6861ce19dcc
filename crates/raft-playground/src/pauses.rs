//! What playing pauses on by itself.

use std::rc::Rc;

use raft_sim::raft_core::{Event, Verdict};
use raft_sim::{Fact, Record, Status};

/// Something that playing can pause on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PauseOn {
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

impl PauseOn {
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
    pub fn name(self) -> &'static str {
        match self {
            Self::Violation => "a property is violated",
            Self::Leader => "a leader is elected",
            Self::Election => "a node stands for election",
            Self::Commit => "an entry is committed",
            Self::RollBack => "a log is rolled back",
            Self::Loss => "a message is lost",
            Self::Stop => "a node stops",
            Self::Answer => "a client has its answer",
        }
    }

    /// Why time stands still now.
    pub(crate) fn sentence(self) -> String {
        format!("Paused: {}.", self.name())
    }

    fn of(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::Violated(_) => Self::Violation,
            Fact::Lost { .. } => Self::Loss,
            Fact::Crashed { .. } => Self::Stop,
            Fact::Settled { status, .. } if *status != Status::Waiting => Self::Answer,
            Fact::Protocol(event) => match event {
                Event::LeaderElected { .. } => Self::Leader,
                Event::ElectionStarted { .. } => Self::Election,
                Event::CommitDecided { verdict: Verdict::Allow | Verdict::Waive(_), .. } => {
                    Self::Commit
                }
                Event::Truncated { .. } => Self::RollBack,
                _ => return None,
            },
            _ => return None,
        })
    }
}

/// What playing pauses on: at first only on violations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pauses(u8);

impl Default for Pauses {
    fn default() -> Self {
        Self(Self::bit(PauseOn::Violation))
    }
}

impl Pauses {
    /// Whether playing pauses on this.
    pub fn on(self, what: PauseOn) -> bool {
        self.0 & Self::bit(what) != 0
    }

    /// All of them in one number, which is another one for every other choice.
    pub fn bits(self) -> u8 {
        self.0
    }

    pub(crate) fn toggle(&mut self, what: PauseOn) {
        self.0 ^= Self::bit(what);
    }

    /// The first thing among those that happened that playing pauses on.
    pub(crate) fn first(self, records: &[Rc<Record>]) -> Option<PauseOn> {
        let mut kinds = records.iter().filter_map(|record| PauseOn::of(&record.fact));
        kinds.find(|kind| self.on(*kind))
    }

    fn bit(what: PauseOn) -> u8 {
        1 << what as u8
    }
}
