//! One run of a search, and its outcome.

use std::ops::RangeInclusive;
use std::sync::Arc;

use raft_sim::raft_core::Micros;
use raft_sim::script::{End, Expectation, Script, ScriptRun};
use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{Run, Time, Violation};

use crate::evaluate::Evaluator;
use crate::query::{Query, Space, Target};

/// One run to perform. It is plain data, so a program may perform it on any thread.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub(crate) query: Arc<Query>,
    /// Its place in the order of the space, from 0.
    pub(crate) number: u64,
}

/// The outcome of an attempt.
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "pass it to `Search::settle`"]
pub struct Outcome {
    pub(crate) number: u64,
    pub(crate) simulated: Micros,
    pub(crate) events: u64,
    pub(crate) finding: Option<Finding>,
}

/// An attempt that matches the query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The seed of the trial or variation.
    pub seed: u64,
    /// The index of the script in [`Space::Variations`], from 0; 0 for trials.
    pub script: usize,
    /// The evidence that it matches.
    pub evidence: Evidence,
}

/// Why an attempt matches the query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Evidence {
    /// The run violates the property that was looked for.
    Violation {
        /// The run.
        run: Run,
        /// Every violation up to that of the property, the first one first. Never empty.
        violations: Vec<Violation>,
        /// How far to simulate the run to see them.
        until: Time,
    },
    /// The expectation holds.
    Expectation {
        /// The run, with the commands up to that instant.
        run: Run,
        /// The first instant at which it holds.
        at: Time,
    },
    /// The program panicked with this message. A search by itself never reports this: a program
    /// that catches panics does (see [`Attempt::panicked`]).
    Panic(String),
}

impl Attempt {
    /// Performs the run. The same attempt always gives the same outcome.
    pub fn perform(&self) -> Outcome {
        let (seed, script) = self.query.space.candidate(self.number);
        let trace = match &self.query.space {
            Space::Trials { faults, .. } => self.perform_trial(seed, *faults),
            Space::Variations { scripts, .. } => match scripts.get(script) {
                Some(script) => self.perform_script(Script { seed, ..script.clone() }),
                None => Trace::default(),
            },
        };
        let Trace { simulated, events, evidence } = trace;
        let finding = evidence.map(|evidence| Finding { seed, script, evidence });
        Outcome { number: self.number, simulated: Micros(simulated), events, finding }
    }

    /// The outcome to report in place of an attempt that panicked.
    pub fn panicked(&self, message: String) -> Outcome {
        let (seed, script) = self.query.space.candidate(self.number);
        let finding = Some(Finding { seed, script, evidence: Evidence::Panic(message) });
        Outcome { number: self.number, simulated: Micros(0), events: 0, finding }
    }

    fn perform_trial(&self, seed: u64, faults: FaultConfig) -> Trace {
        let target = &self.query.target;
        let trial = swarm::trial(seed, faults, target.property());
        let until = trial.simulated;
        let mut trace = Trace { simulated: until.0, events: trial.events, evidence: None };
        match target {
            Target::Expectation { expectation, during } => {
                // A trial chooses its commands while it runs, so its run is known only now.
                let script = Script { end: Some(End::At(until)), ..Script::from(trial.run) };
                trace.add(find_expectation(script, expectation, during));
            }
            Target::Violation(property) if !trial.violates(*property) => {}
            Target::AnyViolation if trial.violations.is_empty() => {}
            Target::Violation(_) | Target::AnyViolation => {
                let (run, violations) = (trial.run, trial.violations);
                trace.evidence = Some(Evidence::Violation { run, violations, until });
            }
        }
        trace
    }

    fn perform_script(&self, script: Script) -> Trace {
        let property = match &self.query.target {
            Target::Expectation { expectation, during } => {
                return find_expectation(script, expectation, during);
            }
            target => target.property(),
        };
        let Ok(mut script_run) = ScriptRun::new(script) else { return Trace::default() };
        script_run.simulation_mut().mute(true);
        script_run.advance(Time(u64::MAX));
        let simulation = script_run.simulation();
        let mut trace = Trace::of(&script_run);
        // Liveness and stable leadership are not checked while a script is performed.
        let evaluator =
            Evaluator { target: property, until: simulation.now(), keeps_records: false };
        let Ok(evaluation) = evaluator.evaluate(simulation.run()) else { return trace };
        trace.simulated += evaluation.ended.0;
        trace.events += evaluation.events;
        let is_found = match property {
            Some(property) => evaluation.violates(property),
            None => !evaluation.violations.is_empty(),
        };
        trace.evidence = is_found.then(|| Evidence::Violation {
            run: simulation.run().clone(),
            violations: evaluation.violations,
            until: evaluation.ended,
        });
        trace
    }
}

/// The simulated events, and the evidence.
#[derive(Default)]
struct Trace {
    /// In microseconds.
    simulated: u64,
    events: u64,
    evidence: Option<Evidence>,
}

impl Trace {
    fn of(script_run: &ScriptRun) -> Self {
        let simulation = script_run.simulation();
        Self { simulated: simulation.now().0, events: simulation.events(), evidence: None }
    }

    fn add(&mut self, more: Self) {
        self.simulated += more.simulated;
        self.events += more.events;
        self.evidence = more.evidence;
    }
}

/// Performs a script up to the first instant of `during` at which the expectation holds.
fn find_expectation(
    script: Script,
    expectation: &Expectation,
    during: &RangeInclusive<Time>,
) -> Trace {
    let Ok(mut script_run) = ScriptRun::new(script) else { return Trace::default() };
    script_run.simulation_mut().mute(true);
    let (start, end) = (*during.start(), *during.end());
    let mut until = start;
    loop {
        script_run.advance(until);
        let simulation = script_run.simulation();
        let now = simulation.now();
        if now >= start && now <= end && expectation.check(simulation).is_ok() {
            let run = simulation.run().clone();
            let evidence = Some(Evidence::Expectation { run, at: now });
            return Trace { evidence, ..Trace::of(&script_run) };
        }
        if script_run.is_over() || until >= end {
            return Trace::of(&script_run);
        }
        until = simulation.next_at().unwrap_or(end).min(end);
    }
}
