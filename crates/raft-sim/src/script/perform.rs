//! Runs a script: executes its steps on a simulation, and checks what it expects.

use core::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::observe_several::violations;
use super::{Act, End, Expectation, Line, PATIENCE, Script, ScriptAction, Step, When};
use crate::checks::Violation;
use crate::run::{BadRun, Run};
use crate::simulation::Simulation;
use crate::time::Time;

/// A run of a script, at one instant.
#[derive(Clone, Debug)]
pub struct ScriptRun {
    script: Arc<Script>,
    simulation: Simulation,
    /// The index of the next step.
    next: usize,
    /// When the last step was executed.
    last_step_at: Time,
    is_over: bool,
    /// The conditions that must not hold from now on, as indexes of step and act.
    forbidden: Vec<(usize, usize)>,
    said: Vec<NarrationLine>,
    failures: Vec<Failure>,
}

/// A sentence shown to the reader.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NarrationLine {
    /// The line in the script.
    pub line: Line,
    /// When it was shown.
    pub at: Time,
    /// The sentence.
    pub text: String,
}

/// An expectation that failed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
    /// The line in the script.
    pub line: Line,
    /// When it failed.
    pub at: Time,
    /// The expectation, and what holds instead.
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line: Line(line), at, message } = self;
        write!(f, "line {line}: {message} (at {at})")
    }
}

/// The result of a script's run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Report {
    /// The narration.
    pub said: Vec<NarrationLine>,
    /// The expectations that failed.
    pub failures: Vec<Failure>,
    /// All violations, oldest first.
    pub violations: Vec<Violation>,
    /// The run as scenario, seed and timed commands: played until `end`, it gives the same records.
    pub run: Run,
    /// When the script ended.
    pub end: Time,
}

impl Script {
    /// Runs the whole script.
    ///
    /// # Errors
    /// If its scenario is invalid, which cannot happen after parsing.
    pub fn play(self) -> Result<Report, BadRun> {
        Ok(ScriptRun::new(self)?.play())
    }
}

impl ScriptRun {
    /// Starts a run of a script, at time zero.
    ///
    /// # Errors
    /// If its scenario is invalid, which cannot happen after parsing.
    pub fn new(script: Script) -> Result<Self, BadRun> {
        let Script { scenario, seed, .. } = &script;
        let run = Run { scenario: scenario.clone(), seed: *seed, commands: Vec::new() };
        Ok(Self {
            simulation: Simulation::new(run)?,
            script: Arc::new(script),
            next: 0,
            last_step_at: Time::default(),
            is_over: false,
            forbidden: Vec::new(),
            said: Vec::new(),
            failures: Vec::new(),
        })
    }

    /// Executes everything up to and including a time. The sequence of calls does not affect the
    /// result. After the script's end, time stands still.
    pub fn advance(&mut self, until: Time) {
        let until = until.max(self.simulation.now());
        let script = Arc::clone(&self.script);
        while !self.is_over {
            match script.steps.get(self.next) {
                Some(step) if self.is_due(&step.when, step.line, until) => self.perform_step(step),
                None if self.is_end_due(until) => self.finish(),
                _ => break,
            }
        }
    }

    /// Executes the rest and returns the report.
    pub fn play(mut self) -> Report {
        self.advance(Time(u64::MAX));
        let Self { simulation, said, failures, .. } = self;
        Report {
            said,
            failures,
            violations: simulation.violations().to_vec(),
            run: simulation.run().clone(),
            end: simulation.now(),
        }
    }

    /// The script.
    pub fn script(&self) -> &Script {
        &self.script
    }

    /// The simulation.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// The simulation, for taking its records. Any other change would change the story.
    pub fn simulation_mut(&mut self) -> &mut Simulation {
        &mut self.simulation
    }

    /// Whether the script has ended.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// The index of the next step.
    pub fn next_step(&self) -> usize {
        self.next
    }

    /// The narration so far.
    pub fn said(&self) -> &[NarrationLine] {
        &self.said
    }

    /// The expectations that have failed so far.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Plays until a step is due. Returns false if that is after `until`, or never.
    fn is_due(&mut self, when: &When, line: Line, until: Time) -> bool {
        match when {
            When::At(at) => {
                let is_over = *at < self.simulation.now();
                if is_over {
                    self.fail(line, "this time had already passed when the step above ended");
                }
                self.reach(*at, until)
            }
            When::After(span) => self.reach(self.last_step_at + *span, until),
            When::Until { condition, within } => {
                let latest = self.last_step_at + within.unwrap_or(PATIENCE);
                self.wait(condition, latest, line, until)
            }
        }
    }

    fn is_end_due(&mut self, until: Time) -> bool {
        match self.script.end {
            None => true,
            Some(End::At(at)) => self.reach(at, until),
            Some(End::After(span)) => self.reach(self.last_step_at + span, until),
        }
    }

    /// Plays up to a time. Returns false if that is after `until`.
    fn reach(&mut self, at: Time, until: Time) -> bool {
        let end = at.min(until);
        while !self.forbidden.is_empty() {
            let Some(next) = self.simulation.next_at().filter(|next| *next < end) else { break };
            self.simulation.run_until(next);
            self.look_for_forbidden();
        }
        self.simulation.run_until(end);
        self.look_for_forbidden();
        at <= until
    }

    /// Reports each condition that holds although it must not, once.
    fn look_for_forbidden(&mut self) {
        let script = Arc::clone(&self.script);
        let mut broken = Vec::new();
        self.forbidden.retain(|&(step, act)| {
            let act = &script.steps[step].acts[act];
            let ScriptAction::Never(expectation) = &act.action else { return false };
            let is_so = expectation.check(&self.simulation).is_ok();
            if is_so {
                let message = format!("expected never {}, but it holds", expectation.text());
                broken.push((act.line, message));
            }
            !is_so
        });
        for (line, message) in broken {
            self.fail(line, message);
        }
    }

    /// Plays until the condition holds. It is checked after all events of an instant, since acts
    /// also come after these.
    fn wait(&mut self, condition: &Expectation, latest: Time, line: Line, until: Time) -> bool {
        loop {
            self.simulation.run_until(self.simulation.now());
            let Err(actual) = condition.check(&self.simulation) else { return true };
            let next = self.simulation.next_at().filter(|next| *next <= latest);
            if !self.reach(next.unwrap_or(latest), until) {
                return false;
            }
            if next.is_none() {
                self.fail_expectation(line, condition, &actual);
                self.is_over = true; // later steps depend on this condition
                return false;
            }
        }
    }

    fn perform_step(&mut self, step: &Step) {
        let at = self.simulation.now();
        for (place, act) in step.acts.iter().enumerate() {
            match &act.action {
                ScriptAction::Do(command) => {
                    if let Err(error) = self.simulation.act(command.clone()) {
                        self.fail(act.line, error.to_string());
                    }
                }
                ScriptAction::Say(text) => {
                    self.said.push(NarrationLine { line: act.line, at, text: text.clone() });
                }
                ScriptAction::Never(_) => {
                    self.simulation.run_until(at);
                    self.forbidden.push((self.next, place));
                    self.look_for_forbidden();
                }
                ScriptAction::Expect(expectation) => {
                    self.simulation.run_until(at);
                    if let Err(actual) = expectation.check(&self.simulation) {
                        self.fail_expectation(act.line, expectation, &actual);
                    }
                }
            }
        }
        self.look_for_forbidden();
        self.last_step_at = at;
        self.next += 1;
    }

    /// A script that expects no violation at all fails if there is one.
    fn finish(&mut self) {
        self.is_over = true;
        let wants_one = Expectation::wants_violation;
        let expected = self.script.steps.iter().any(|step| {
            let waits = matches!(&step.when, When::Until { condition, .. } if wants_one(condition));
            let is_wanted = |act: &Act| {
                matches!(&act.action, ScriptAction::Expect(wanted) if wants_one(wanted))
            };
            waits || step.acts.iter().any(is_wanted)
        });
        if !expected && !self.simulation.violations().is_empty() {
            let line = self.script.steps.last().map(|step| step.line).unwrap_or_default();
            let actual = violations(&self.simulation);
            self.fail(line, format!("expected no violation until the end, but {actual}"));
        }
    }

    fn fail_expectation(&mut self, line: Line, expected: &Expectation, actual: &str) {
        self.fail(line, format!("expected {}, but {actual}", expected.text()));
    }

    fn fail(&mut self, line: Line, message: impl Into<String>) {
        let at = self.simulation.now();
        self.failures.push(Failure { line, at, message: message.into() });
    }
}
