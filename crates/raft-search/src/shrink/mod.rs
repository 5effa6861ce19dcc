//! Shrinks a run that violates a property: fewer commands, nodes and clients, more default
//! settings, less time. Each attempt is a run of its own; it is kept if it still violates the same
//! property.
//!
//! The behaviour of a run depends on its seed. A smaller run may miss the violation only because
//! messages now take other times, so a promising attempt is also made with a few other seeds. The
//! order of attempts is fixed: shrinking the same run twice gives the same result.

mod cluster;
mod commands;
mod fuse_commands;
mod pass;
mod schedule;
mod settings;
mod shrink_time;

use raft_sim::raft_core::Micros;
use raft_sim::{BadRun, Property, Run, Time, Violation};
use thiserror::Error;

use crate::evaluate::{Evaluation, Evaluator};
use crate::progress::Progress;
use pass::{Pass, Proposal};
use schedule::{Schedule, Size};

pub use settings::unusual_settings;

/// How much later a violation may occur after something was removed.
const GRACE: Micros = Micros::from_millis(1000);

/// A shrunk run that violates a property.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shrunk {
    /// The run.
    pub run: Run,
    /// The violation.
    pub violation: Violation,
    /// The instant of the violation.
    pub at: Time,
    /// How many runs the shrinking tried.
    pub runs: u64,
}

/// Why a run cannot be shrunk.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ShrinkError {
    /// The run does not violate the property.
    #[error("the run does not violate {}", .0.name())]
    NotViolated(Property),
    /// The run is impossible.
    #[error(transparent)]
    BadRun(#[from] BadRun),
}

/// Shrinks a run, one attempt after another.
///
/// However the work is divided into calls of [`advance`](Self::advance), the result is the same.
#[derive(Debug)]
pub struct Shrinker {
    property: Property,
    /// Whether the violation needs an injected bug or a waived rule. Then every smaller run must
    /// need one, too. Otherwise, shrinking could end with commands that no cluster survives, such
    /// as erasing most of the disks.
    needs_mistake: bool,
    best: Shrunk,
    max_runs: u64,
    schedule: Schedule,
    pass: Option<Box<dyn Pass>>,
    attempt: Option<Attempt>,
}

/// A proposal with the seeds that are left to try: its own first, then from 1 on.
#[derive(Debug)]
struct Attempt {
    proposal: Proposal,
    is_own_left: bool,
    next_other: u64,
}

impl Shrinker {
    /// Prepares to shrink a run that violates `property` before or at `until`, with at most
    /// `max_runs` runs.
    ///
    /// This performs the run once or twice.
    ///
    /// # Errors
    /// If the run is impossible or does not violate the property.
    pub fn new(
        run: &Run,
        property: Property,
        until: Time,
        max_runs: u64,
    ) -> Result<Self, ShrinkError> {
        let evaluator = Evaluator { target: Some(property), until, keeps_records: false };
        let evaluation = evaluator.evaluate(run)?;
        let best = shrunk(run.clone(), &evaluation, property, 1);
        let best = best.ok_or(ShrinkError::NotViolated(property))?;
        Ok(Self {
            property,
            needs_mistake: evaluator.needs_mistake(run),
            best,
            max_runs,
            schedule: Schedule::new(),
            pass: None,
            attempt: None,
        })
    }

    /// Tries at most `budget` runs. A run that violates the property may be performed a second
    /// time, without its injected bugs.
    pub fn advance(&mut self, budget: u64) -> Progress {
        for _ in 0..budget {
            let Some(run) = self.next_run() else { return Progress::Finished };
            self.try_run(run);
        }
        if self.best.runs >= self.max_runs { Progress::Finished } else { Progress::Running }
    }

    /// The smallest run so far.
    pub fn best(&self) -> &Shrunk {
        &self.best
    }

    /// Takes the smallest run so far.
    pub fn into_best(self) -> Shrunk {
        self.best
    }

    /// The next run to try; `None` when nothing is left.
    fn next_run(&mut self) -> Option<Run> {
        if self.best.runs >= self.max_runs {
            return None;
        }
        loop {
            if let Some(attempt) = &mut self.attempt {
                if let Some(seed) = attempt.next_seed() {
                    return Some(Run { seed, ..attempt.proposal.run.clone() });
                }
                self.settle(false);
            }
            let pass = match &mut self.pass {
                Some(pass) => pass,
                None => self.pass.insert(self.schedule.next_pass(size(&self.best))?),
            };
            match pass.propose(&self.best.run) {
                Some(proposal) => self.attempt = Some(Attempt::new(proposal)),
                None => self.pass = None,
            }
        }
    }

    fn try_run(&mut self, run: Run) {
        self.best.runs += 1;
        let last = run.commands.last().map_or(Time::default(), |timed| timed.at);
        let until = match self.property {
            // These are checked after the last command, however long that takes.
            Property::Liveness | Property::StableLeadership => last,
            _ => last.max(self.best.at) + GRACE,
        };
        let evaluator = Evaluator { target: Some(self.property), until, keeps_records: false };
        let Some(evaluation) = evaluator.find(&run) else { return };
        if self.needs_mistake && !evaluator.needs_mistake(&run) {
            return;
        }
        if let Some(smaller) = shrunk(run, &evaluation, self.property, self.best.runs) {
            self.best = smaller;
            self.settle(true);
        }
    }

    /// Ends the attempt.
    fn settle(&mut self, is_kept: bool) {
        self.attempt = None;
        if let Some(pass) = &mut self.pass {
            pass.learn(is_kept);
        }
    }
}

impl Attempt {
    fn new(proposal: Proposal) -> Self {
        Self { proposal, is_own_left: true, next_other: 1 }
    }

    fn next_seed(&mut self) -> Option<u64> {
        let own = self.proposal.run.seed;
        if self.is_own_left {
            self.is_own_left = false;
            return Some(own);
        }
        if self.next_other == own {
            self.next_other += 1;
        }
        let seed = self.next_other;
        self.next_other += 1;
        (seed <= self.proposal.other_seeds).then_some(seed)
    }
}

/// A run with its violation, without the commands after the violation.
fn shrunk(mut run: Run, evaluation: &Evaluation, property: Property, runs: u64) -> Option<Shrunk> {
    let mut violations = evaluation.violations.iter();
    let violation = violations.find(|violation| violation.property() == property)?.clone();
    run.commands.retain(|timed| timed.at <= evaluation.ended);
    Some(Shrunk { run, violation, at: evaluation.ended, runs })
}

fn size(best: &Shrunk) -> Size {
    let scenario = &best.run.scenario;
    let participants = scenario.nodes + scenario.spares + scenario.clients;
    (best.run.commands.len(), participants, unusual_settings(scenario), best.at)
}
