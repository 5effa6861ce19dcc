//! Performing a script: its steps are carried out on a simulation, and what it expects is checked.

use core::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::observe::violations;
use super::{Act, End, Expectation, Line, PATIENCE, Script, ScriptAction, Step, When};
use crate::checks::Violation;
use crate::run::{BadRun, Run};
use crate::simulation::Simulation;
use crate::time::Time;

/// A script that is being performed, at one instant.
#[derive(Clone, Debug)]
pub struct ScriptRun {
    script: Arc<Script>,
    simulation: Simulation,
    /// Which step comes next.
    next: usize,
    /// When the step before was carried out.
    last_step_at: Time,
    is_over: bool,
    /// What must not become so any more, as the places of step and act.
    forbidden: Vec<(usize, usize)>,
    said: Vec<NarrationLine>,
    failures: Vec<Failure>,
}

/// Something that the reader was told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NarrationLine {
    /// Where it stands.
    pub line: Line,
    /// When it was said.
    pub at: Time,
    /// What.
    pub text: String,
}

/// Something that was not as the script has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
    /// Where the script has it.
    pub line: Line,
    /// When it was otherwise.
    pub at: Time,
    /// What was expected, and what was so.
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
    /// What the reader was told.
    pub said: Vec<NarrationLine>,
    /// What was not as the script has it. None, if all is well.
    pub failures: Vec<Failure>,
    /// Every contradiction that was found, the first one first.
    pub violations: Vec<Violation>,
    /// The same as scenario, seed and timed commands: played until `end` it gives the same records.
    pub run: Run,
    /// When it was over.
    pub end: Time,
}

impl Script {
    /// Performs the whole script.
    ///
    /// # Errors
    /// If its scenario cannot be, which a script that was read rules out.
    pub fn play(self) -> Result<Report, BadRun> {
        Ok(ScriptRun::new(self)?.play())
    }
}

impl ScriptRun {
    /// Begins a run of a script, at time zero.
    ///
    /// # Errors
    /// If the scenario cannot be, which a script that was read rules out.
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

    /// Performs all that is due until `until`, that instant included. However a run of a script is
    /// cut into pieces, it is the same. After the script's end the world stands still.
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

    /// Performs all that is left, and reports.
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

    /// The cluster now.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// The cluster now, for taking its records. Who changes anything else tells another story.
    pub fn simulation_mut(&mut self) -> &mut Simulation {
        &mut self.simulation
    }

    /// Whether the script has ended.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Which step comes next.
    pub fn next_step(&self) -> usize {
        self.next
    }

    /// What the reader has been told so far.
    pub fn said(&self) -> &[NarrationLine] {
        &self.said
    }

    /// What was not as the script has it so far.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Lets time pass until a step is due. False if that is later than `until`, or never.
    fn is_due(&mut self, when: &When, line: Line, until: Time) -> bool {
        match when {
            When::At(at) => {
                let is_over = *at < self.simulation.now();
                if is_over {
                    self.fail(line, "this instant was already over when the step above was done");
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

    /// Lets time pass up to an instant. False if that is later than `until`.
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

    /// Reports each expectation that must never hold and does, once.
    fn look_for_forbidden(&mut self) {
        let script = Arc::clone(&self.script);
        let mut broken = Vec::new();
        self.forbidden.retain(|&(step, act)| {
            let act = &script.steps[step].acts[act];
            let ScriptAction::Never(expectation) = &act.action else { return false };
            let is_so = expectation.check(&self.simulation).is_ok();
            if is_so {
                let message = format!("expected never {}, but so it is", expectation.text());
                broken.push((act.line, message));
            }
            !is_so
        });
        for (line, message) in broken {
            self.fail(line, message);
        }
    }

    /// Lets one instant after another pass until the condition holds. Only whole instants count,
    /// for whoever acts comes after all that happens in one.
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
                self.is_over = true; // what comes next builds on what did not come
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

    /// A script that expects no violation anywhere expects that there is none.
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
            self.fail(line, format!("expected no violation to the end, but {actual}"));
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
