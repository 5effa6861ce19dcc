//! Runs a script: executes its steps on a simulation, and checks what it expects.

use std::sync::Arc;

use super::observe_several::violations;
use super::question_judge::{self, OpenQuestion};
use super::report::{BeatReached, Failure, NarrationLine, Report};
use super::{Act, Beat, End, Expectation, Line, PATIENCE, Script, ScriptAction, Step, When};
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
    /// Whether it continues another run, as a solution does; its violations are not failures.
    is_continued: bool,
    /// The conditions that must not hold from now on, with their lines.
    forbidden: Vec<(Line, Expectation)>,
    /// The questions that are not decided yet.
    questions: Vec<OpenQuestion>,
    said: Vec<NarrationLine>,
    beats: Vec<BeatReached>,
    failures: Vec<Failure>,
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
        let (scenario, seed) = (script.scenario.clone(), script.seed);
        let run = Run { scenario, seed, commands: Vec::new() };
        Ok(Self::at(Simulation::new(run)?, script, false))
    }

    /// Continues a run that has ended, with other steps.
    pub(super) fn continued(simulation: Simulation, steps: Vec<Step>) -> Self {
        Self::at(simulation, Script { steps, ..Script::default() }, true)
    }

    fn at(simulation: Simulation, script: Script, is_continued: bool) -> Self {
        Self {
            last_step_at: simulation.now(),
            simulation,
            script: Arc::new(script),
            next: 0,
            is_over: false,
            is_continued,
            forbidden: Vec::new(),
            questions: Vec::new(),
            said: Vec::new(),
            beats: Vec::new(),
            failures: Vec::new(),
        }
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
        self.advance(Time::NEVER);
        let Self { simulation, said, beats, failures, .. } = self;
        Report {
            said,
            beats,
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

    /// The beats so far. Their questions are decided when the run is over.
    pub fn beats(&self) -> &[BeatReached] {
        &self.beats
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
        while !self.forbidden.is_empty() || !self.questions.is_empty() {
            let Some(next) = self.simulation.next_at().filter(|next| *next < end) else { break };
            self.simulation.run_until(next);
            self.observe();
        }
        self.simulation.run_until(end);
        self.observe();
        at <= until
    }

    /// Observes questions, and reports each condition that holds although it must not, once.
    fn observe(&mut self) {
        let now = self.simulation.now();
        self.questions.retain(|question| question.last() >= now);
        for question in &self.questions {
            question.observe(&mut self.beats, &self.simulation);
        }
        let Self { simulation, failures, .. } = self;
        self.forbidden.retain(|(line, expectation)| {
            let is_so = expectation.check(simulation).is_ok();
            if is_so {
                let message = format!("expected never {}, but it holds", expectation.text());
                failures.push(Failure { line: *line, at: now, message });
            }
            !is_so
        });
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
                self.end(); // later steps depend on this condition
                return false;
            }
        }
    }

    fn perform_step(&mut self, step: &Step) {
        self.perform_acts(&step.acts);
        step.beats.iter().for_each(|beat| self.reach_beat(beat));
        self.observe();
        self.last_step_at = self.simulation.now();
        self.next += 1;
    }

    fn perform_acts(&mut self, acts: &[Act]) {
        let at = self.simulation.now();
        for act in acts {
            match &act.action {
                ScriptAction::Do(command) => {
                    if let Err(error) = self.simulation.act(command.clone()) {
                        self.fail(act.line, error.to_string());
                    }
                }
                ScriptAction::Say(text) => {
                    self.said.push(NarrationLine { line: act.line, at, text: text.clone() });
                }
                ScriptAction::Never(expectation) => {
                    self.simulation.run_until(at);
                    self.forbidden.push((act.line, expectation.clone()));
                    self.observe();
                }
                ScriptAction::Expect(expectation) => {
                    self.simulation.run_until(at);
                    if let Err(actual) = expectation.check(&self.simulation) {
                        self.fail_expectation(act.line, expectation, &actual);
                    }
                }
            }
        }
    }

    fn reach_beat(&mut self, beat: &Beat) {
        self.perform_acts(&beat.acts);
        let at = self.simulation.now();
        self.simulation.run_until(at);
        self.beats.push(BeatReached::new(beat, at));
        if let Some(question) = &beat.question {
            let asked = OpenQuestion::ask(question, &mut self.beats, &self.simulation);
            self.questions.push(asked);
        }
    }

    /// Ends the run, and decides its questions.
    fn end(&mut self) {
        self.is_over = true;
        question_judge::decide(&self.questions, &mut self.beats, &self.simulation);
        self.questions.clear();
        for beat in &self.beats {
            let asked = beat.question.as_ref();
            self.failures.extend(asked.and_then(|asked| question_judge::failure(asked, beat.at)));
        }
    }

    /// A script that expects no violation at all fails if there is one.
    fn finish(&mut self) {
        let expected = self.is_continued || self.script.expects_violation();
        if !expected && !self.simulation.violations().is_empty() {
            let line = self.script.steps.last().map(|step| step.line).unwrap_or_default();
            let actual = violations(&self.simulation);
            self.fail(line, format!("expected no violation until the end, but {actual}"));
        }
        self.end();
    }

    fn fail_expectation(&mut self, line: Line, expected: &Expectation, actual: &str) {
        self.fail(line, format!("expected {}, but {actual}", expected.text()));
    }

    fn fail(&mut self, line: Line, message: impl Into<String>) {
        let at = self.simulation.now();
        self.failures.push(Failure { line, at, message: message.into() });
    }
}
