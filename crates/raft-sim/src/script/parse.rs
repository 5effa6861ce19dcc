//! Parses a script, line by line.

use core::str::FromStr;

use super::bad_value::BadValue;
use super::error::{ParseError, ScriptError};
use super::literals::Moment;
use super::task::Task;
use super::words::{Parsed, Words};
use super::{Act, End, Line, Script, ScriptAction, Step, When, act, expect, settings};
use crate::command::Command;
use crate::run::{BadCommand, BadRun, Run};
use crate::simulation::Simulation;
use crate::time::Time;

/// The first words of steps, and of the end.
pub(super) const STEPS: [&str; 4] = ["at", "after", "until", "end"];

/// The first words of beats, and of the parts that only beats have.
const BEATS: [&str; 6] = ["beat", "point", "invite", "ask", "choice", "because"];

/// The state of the parser.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) script: Script,
    /// The settings so far: name, line, and the byte offset of the value.
    given: Vec<(&'static str, usize, usize)>,
    /// The cluster, once all settings are known; commands are checked against it.
    cluster: Option<Box<Simulation>>,
    /// The earliest time of the next step.
    earliest: Time,
    /// The line and the byte offset of the beat to which acts belong now, and of its question.
    pub(super) open_beat: Option<(usize, usize)>,
    pub(super) open_question: Option<(usize, usize)>,
    /// The byte offset of the task in its line.
    pub(super) task_place: usize,
    pub(super) is_in_solution: bool,
}

impl FromStr for Script {
    type Err = ScriptError;

    fn from_str(text: &str) -> Result<Self, ScriptError> {
        read(text, Reader::default())
    }
}

/// Parses the steps of a solution in a file of its own. Acts before the first time happen when the
/// task of the script begins.
pub(super) fn read_solution(text: &str, script: &Script) -> Result<Vec<Step>, ScriptError> {
    let Script { scenario, seed, task, .. } = script.clone();
    let task = task.map(|task| Task { solution: Vec::new(), ..task });
    let script = Script { scenario, seed, task, ..Script::default() };
    let reader = Reader { script, is_in_solution: true, ..Reader::default() };
    read(text, reader).map(|script| script.task.map(|task| task.solution).unwrap_or_default())
}

fn read(text: &str, mut reader: Reader) -> Result<Script, ScriptError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text); // some editors add it
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let lines: Vec<&str> = lines.collect();
    reader.read(&lines).map_err(|(line, error)| error.on(line, lines[line - 1]))?;
    Ok(reader.script)
}

/// The line of an error, and the error.
pub(super) type Located = (usize, ParseError);

impl Reader {
    fn read(&mut self, lines: &[&str]) -> Result<(), Located> {
        if self.is_in_solution {
            self.begin(1)?;
        }
        for (number, line) in (1..).zip(lines) {
            self.line(number, line)?;
        }
        self.begin(lines.len())?;
        self.end_beat()?;
        self.end_task()
    }

    fn line(&mut self, number: usize, line: &str) -> Result<(), Located> {
        let here = |error| (number, error);
        let (hosts, clients) = (self.script.scenario.hosts(), self.script.scenario.clients);
        let mut words = Words::new(line, hosts, clients);
        if words.is_done() {
            return Ok(());
        }
        let place = words.place();
        if words.peek() == "task" {
            self.begin(number)?;
            self.end_beat()?;
            return self.task(number, &mut words).map_err(here);
        }
        if self.script.task.is_some() && !self.is_in_solution {
            return self.task_line(number, &mut words);
        }
        if self.script.end.is_some() && !self.is_in_solution {
            return Err(here(ParseError::new(place, "no step may follow the end")));
        }
        if STEPS.contains(&words.peek()) {
            self.begin(number)?;
            self.end_beat()?;
            return self.step(number, &mut words);
        }
        if self.is_in_solution {
            return self.solution_acts(number, &mut words);
        }
        if self.cluster.is_some() {
            return self.acts(number, &mut words);
        }
        self.setting(number, &mut words).map_err(here)
    }

    fn setting(&mut self, number: usize, words: &mut Words) -> Parsed<()> {
        let place = words.place();
        // `node` is more likely a misspelling of `nodes`.
        let word = words.peek();
        let is_act = act::ACTS.contains(&word) || BEATS.contains(&word);
        let is_act = is_act && word != "node";
        if is_act && !settings::names().any(|name| name == word) {
            return Err(ParseError::new(place, "an act must follow a time such as `at 0ms:`"));
        }
        let known: Vec<&str> = settings::names().chain(STEPS).chain(["task"]).collect();
        let name = known[words.one_of("setting or step", &known)?];
        if self.given.iter().any(|(given, ..)| *given == name) {
            return Err(ParseError::new(place, format!("`{name}` is set twice")));
        }
        self.given.push((name, number, words.place()));
        settings::read(name, words, &mut self.script)?;
        words.end_of("the end of the line")
    }

    /// Ends the settings: creates the cluster against which commands are checked.
    fn begin(&mut self, number: usize) -> Result<(), Located> {
        if self.cluster.is_none() {
            let Script { scenario, seed, .. } = &self.script;
            let run = Run { scenario: scenario.clone(), seed: *seed, commands: Vec::new() };
            let cluster = Simulation::new(run).map_err(|error| {
                let (line, place) = self.place_of(&error).unwrap_or((number, 0));
                let error = match error {
                    BadRun::Scenario(error) => BadValue::Scenario(error).at(place),
                    error => ParseError::new(place, error.to_string()),
                };
                (line, error)
            })?;
            self.cluster = Some(Box::new(cluster));
        }
        Ok(())
    }

    /// The position of the last setting of an invalid combination.
    fn place_of(&self, error: &BadRun) -> Option<(usize, usize)> {
        let BadRun::Scenario(error) = error else { return None };
        let disagree = error.settings();
        let (_, line, place) =
            *self.given.iter().rev().find(|(name, ..)| disagree.contains(name))?;
        Some((line, place))
    }

    /// The steps that are being read: those of the script, or of the solution of its task.
    pub(super) fn steps(&mut self) -> &mut Vec<Step> {
        match &mut self.script.task {
            Some(task) => &mut task.solution,
            None => &mut self.script.steps,
        }
    }

    fn step(&mut self, number: usize, words: &mut Words) -> Result<(), Located> {
        let here = |error| (number, error);
        let Some(when) = self.time(words).map_err(here)? else { return Ok(()) };
        let waits = matches!(when, When::Until { within: None, .. });
        let (line, acts, beats) = (Line(number), Vec::new(), Vec::new());
        self.steps().push(Step { line, when, acts, beats });
        if words.is_done() {
            return Ok(());
        }
        if !words.accept(":") {
            let error = words.wanted(if waits { "`within` or `:`" } else { "`:`" });
            let word = words.peek();
            return Err(here(if waits { error.suggest(word, &["within"]) } else { error }));
        }
        if words.is_done() { Ok(()) } else { self.acts(number, words) }
    }

    /// Parses the time of a step; the end of the script gives `None`.
    fn time(&mut self, words: &mut Words) -> Parsed<Option<When>> {
        let place = words.place();
        Ok(Some(match STEPS[words.one_of("step", &STEPS)?] {
            "at" => When::At(self.instant(words)?),
            "after" => {
                let span = words.span()?;
                self.earliest = self.earliest + span;
                When::After(span)
            }
            "until" => {
                let condition = expect::read(words)?;
                let within = if words.accept("within") { Some(words.span()?) } else { None };
                When::Until { condition, within }
            }
            _ => {
                if self.is_in_solution {
                    return Err(ParseError::new(place, "a solution has no end"));
                }
                let end = if words.accept("after") {
                    End::After(words.span()?)
                } else {
                    words.expect("at")?;
                    End::At(self.instant(words)?)
                };
                self.script.end = Some(end);
                return words.end_of("the end of the line").map(|()| None);
            }
        }))
    }

    fn instant(&mut self, words: &mut Words) -> Parsed<Time> {
        let place = words.place();
        let at = Time(words.span()?.0);
        if at < self.earliest {
            let above = Moment(self.earliest);
            let message = format!("this step is earlier than the one above it ({above})");
            return Err(ParseError::new(place, message));
        }
        self.earliest = at;
        Ok(at)
    }

    pub(super) fn acts(&mut self, number: usize, words: &mut Words) -> Result<(), Located> {
        let here = |error| (number, error);
        loop {
            let place = words.place();
            let word = words.peek();
            if settings::names().any(|name| name == word) && !act::ACTS.contains(&word) {
                let message = "settings must come before the first step";
                return Err(here(ParseError::new(place, message)));
            }
            if BEATS.contains(&word) {
                self.beat_act(number, words)?;
            } else {
                for action in act::read(words).map_err(here)? {
                    self.act(Act { line: Line(number), action }, place).map_err(here)?;
                }
            }
            if words.is_done() {
                return Ok(());
            }
            // The name of a beat ends in a colon.
            if word != "beat" {
                words.expect(";").map_err(|error| here(error.with_suggestion(None)))?;
            }
        }
    }

    /// Adds an act to the current beat or step.
    fn act(&mut self, act: Act, place: usize) -> Parsed<()> {
        if let (ScriptAction::Do(command), Some(cluster)) = (&act.action, &mut self.cluster) {
            if self.open_beat.is_some() {
                let message = "a beat has no commands: write this act above the beat, or into the \
                               next step";
                return Err(ParseError::new(place, message));
            }
            check(cluster, command, place)?;
            cluster.note_setting(command);
        }
        if let Some(beat) = self.current_beat() {
            beat.acts.push(act);
        } else if let Some(step) = self.steps().last_mut() {
            step.acts.push(act);
        }
        Ok(())
    }
}

fn check(cluster: &Simulation, command: &Command, place: usize) -> Parsed<()> {
    cluster.check(command).map_err(|error| match error {
        BadCommand::Setting(error) | BadCommand::LinkConfig(error) => {
            BadValue::Scenario(error).at(place)
        }
        error => ParseError::new(place, error.to_string()),
    })
}
