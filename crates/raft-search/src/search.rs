//! A search for the first run that matches a query.

use std::collections::BTreeMap;
use std::sync::Arc;

use raft_sim::raft_core::Micros;
use raft_sim::{BadRun, Run, Simulation};

use crate::attempt::{Attempt, Finding, Outcome};
use crate::progress::Progress;
use crate::query::{Query, Space};

/// Tries the runs of a space in order, until one matches.
///
/// There are two ways to drive it, and both give the same result:
///
/// - [`advance`](Self::advance) performs some runs and returns.
/// - A program with threads takes attempts by [`next_attempt`](Self::next_attempt), performs them
///   in parallel, and passes each outcome to [`settle`](Self::settle), in any order. Outcomes count
///   in the order of the space, so the result does not depend on the speed of a thread.
#[derive(Clone, Debug)]
pub struct Search {
    query: Arc<Query>,
    /// The next run to hand out.
    next: u64,
    /// The first run that need not be tried: the end of the space, or the one after a finding.
    end: u64,
    /// The outcomes of runs that follow a run without an outcome.
    early: BTreeMap<u64, Outcome>,
    tally: Tally,
    finding: Option<Finding>,
}

/// The statistics of a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// How many runs were tried; they are the first ones of the space, without gaps.
    pub runs: u64,
    /// How much time was simulated in them.
    pub simulated: Micros,
    /// How many events were simulated in them.
    pub events: u64,
}

impl Search {
    /// Prepares a search.
    ///
    /// # Errors
    /// If the scenario of a script is impossible.
    pub fn new(query: Query) -> Result<Self, BadRun> {
        if let Space::Variations { scripts, .. } = &query.space {
            for script in scripts {
                Simulation::new(Run { scenario: script.scenario.clone(), ..Run::default() })?;
            }
        }
        Ok(Self {
            next: 0,
            end: query.space.len(),
            query: Arc::new(query),
            early: BTreeMap::new(),
            tally: Tally::default(),
            finding: None,
        })
    }

    /// Performs at most `budget` runs.
    pub fn advance(&mut self, budget: u64) -> Progress {
        for _ in 0..budget {
            let Some(attempt) = self.next_attempt() else { break };
            self.settle(attempt.perform());
        }
        self.progress()
    }

    /// The next run to perform; `None` when all are handed out, or when an earlier one already
    /// matches.
    pub fn next_attempt(&mut self) -> Option<Attempt> {
        let number = self.next;
        (number < self.end).then(|| {
            self.next += 1;
            Attempt { query: Arc::clone(&self.query), number }
        })
    }

    /// Records the outcome of an attempt.
    pub fn settle(&mut self, outcome: Outcome) {
        if outcome.finding.is_some() {
            self.end = self.end.min(outcome.number + 1);
        }
        self.early.insert(outcome.number, outcome);
        while self.tally.runs < self.end
            && let Some(outcome) = self.early.remove(&self.tally.runs)
        {
            self.tally.runs += 1;
            self.tally.simulated.0 += outcome.simulated.0;
            self.tally.events += outcome.events;
            self.finding = outcome.finding;
        }
    }

    /// Whether the result is final: a run matches, or every run was tried.
    pub fn progress(&self) -> Progress {
        if self.tally.runs < self.end { Progress::Running } else { Progress::Finished }
    }

    /// The query.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The statistics so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The first run that matches; `None` until it is found.
    pub fn finding(&self) -> Option<&Finding> {
        self.finding.as_ref()
    }
}
