//! The order of the passes, and the condition for the end.

use std::collections::VecDeque;

use raft_sim::Time;

use super::cluster::{DropClients, DropNodes};
use super::commands::{DropCommands, DropPairs};
use super::fuse_commands::FuseCommands;
use super::pass::Pass;
use super::settings::SimplifySettings;
use super::shrink_time::{RoundTimes, ShrinkTime};

/// The maximum number of seeds with which the removal of a part is tried.
const MOST_SEEDS: u64 = 36;
/// A run with at most this many commands is not worth more seeds.
const SHORT: usize = 8;

/// The measure that shrinking reduces, the most important first: commands, nodes and clients,
/// settings that differ from the default, time.
pub(super) type Size = (usize, u32, usize, Time);

/// The passes that are left, and how the run's size has changed.
#[derive(Debug)]
pub(super) struct Schedule {
    phase: Phase,
    passes: VecDeque<Box<dyn Pass>>,
    /// The size at the beginning of the round.
    size_before: Size,
    /// The number of seeds with which the removal of a part is tried. Large parts are tried first
    /// and with few seeds, because an attempt with a long run is slow.
    seeds: u64,
}

#[derive(Clone, Copy, Debug)]
enum Phase {
    /// A smaller cluster makes everything else faster.
    Cluster,
    /// All passes, again and again as long as they help.
    Round,
    /// The last round did not help: pairs of commands, then another round with more seeds.
    Pairs,
    /// The run stays as large as it is; its times become round numbers.
    Rounding,
}

impl Schedule {
    pub(super) fn new() -> Self {
        Self {
            phase: Phase::Cluster,
            passes: VecDeque::from([
                Box::new(DropNodes::default()) as Box<dyn Pass>,
                Box::new(DropClients::default()),
            ]),
            size_before: Size::default(),
            seeds: 1,
        }
    }

    /// The next pass for a run of this size; `None` when shrinking is finished.
    pub(super) fn next_pass(&mut self, size: Size) -> Option<Box<dyn Pass>> {
        if self.passes.is_empty() {
            self.begin_phase(size);
        }
        self.passes.pop_front()
    }

    fn begin_phase(&mut self, size: Size) {
        let (commands, ..) = size;
        match self.phase {
            Phase::Round if size != self.size_before => self.begin_round(size),
            Phase::Round if self.seeds >= MOST_SEEDS || commands <= SHORT && self.seeds > 1 => {
                self.phase = Phase::Rounding;
                self.passes.push_back(Box::new(RoundTimes::default()));
            }
            Phase::Round => {
                // A run that is still long may have a short form with another seed.
                self.phase = Phase::Pairs;
                self.passes.push_back(Box::new(DropPairs::new(self.seeds)));
                self.seeds *= 6;
            }
            Phase::Cluster | Phase::Pairs => self.begin_round(size),
            Phase::Rounding => {}
        }
    }

    fn begin_round(&mut self, size: Size) {
        self.phase = Phase::Round;
        self.size_before = size;
        self.passes.extend([
            Box::new(DropCommands::new(self.seeds)) as Box<dyn Pass>,
            Box::new(SimplifySettings::default()),
            Box::new(DropNodes::default()),
            Box::new(DropClients::default()),
            Box::new(FuseCommands::default()),
            Box::new(ShrinkTime::default()),
        ]);
    }
}
