//! Parses a script, line by line.

use core::str::FromStr;

use super::bad_value::BadValue;
use super::error::{ParseError, ScriptError};
use super::literals::Moment;
use super::words::{Parsed, Words};
use super::{Act, End, Line, Script, ScriptAction, Step, When, act, expect, settings};
use crate::command::Command;

use crate::run::{BadCommand, BadRun, Run};
use crate::simulation::Simulation;
use crate::time::Time;

const STEPS: [&str; 4] = ["at", "after", "until", "end"];

/// The state of the parser.
#[derive(Default)]
struct Reader {
    script: Script,
    /// The settings so far: name, line, and the byte offset of the value.
    given: Vec<(&'static str, usize, usize)>,
    /// The cluster, once all settings are known; commands are checked against it.
    cluster: Option<Box<Simulation>>,
    /// The earliest time of the next step.
    earliest: Time,
}

impl FromStr for Script {
    type Err = ScriptError;

    fn from_str(text: &str) -> Result<Self, ScriptError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text); // some editors add it
        let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let lines: Vec<&str> = lines.collect();
        let located = |(line, error): Located| error.on(line, lines[line - 1]);
        let mut reader = Reader::default();
        for (number, line) in (1..).zip(&lines) {
            reader.line(number, line).map_err(located)?;
        }
        reader.begin(lines.len()).map_err(located)?;
        Ok(reader.script)
    }
}

/// The line of an error, and the error.
type Located = (usize, ParseError);

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Located> {
        let here = |error| (number, error);
        let (hosts, clients) = (self.script.scenario.hosts(), self.script.scenario.clients);
        let mut words = Words::new(line, hosts, clients);
        if words.is_done() {
            return Ok(());
        }
        let place = words.place();
        if self.script.end.is_some() {
            return Err(here(ParseError::new(place, "no step may follow the end")));
        }
        if STEPS.contains(&words.peek()) {
            self.begin(number)?;
            return self.step(number, &mut words).map_err(here);
        }
        if self.cluster.is_some() {
            return self.acts(number, &mut words).map_err(here);
        }
        self.setting(number, &mut words).map_err(here)
    }

    fn setting(&mut self, number: usize, words: &mut Words) -> Parsed<()> {
        let place = words.place();
        // `node` is more likely a misspelling of `nodes`.
        let is_act = act::ACTS.contains(&words.peek()) && words.peek() != "node";
        if is_act && !settings::names().any(|name| name == words.peek()) {
            return Err(ParseError::new(place, "an act must follow a time such as `at 0ms:`"));
        }
        let known: Vec<&str> = settings::names().chain(STEPS).collect();
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

    fn step(&mut self, number: usize, words: &mut Words) -> Parsed<()> {
        let line = Line(number);
        let when = match STEPS[words.one_of("step", &STEPS)?] {
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
                let end = if words.accept("after") {
                    End::After(words.span()?)
                } else {
                    words.expect("at")?;
                    End::At(self.instant(words)?)
                };
                self.script.end = Some(end);
                return words.end_of("the end of the line");
            }
        };
        self.script.steps.push(Step { line, when, acts: Vec::new() });
        if words.is_done() {
            return Ok(());
        }
        if !words.accept(":") {
            let waits = matches!(
                self.script.steps.last(),
                Some(Step { when: When::Until { within: None, .. }, .. })
            );
            let error = words.wanted(if waits { "`within` or `:`" } else { "`:`" });
            return Err(if waits { error.suggest(words.peek(), &["within"]) } else { error });
        }
        if words.is_done() { Ok(()) } else { self.acts(number, words) }
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

    fn acts(&mut self, number: usize, words: &mut Words) -> Parsed<()> {
        loop {
            let place = words.place();
            let word = words.peek();
            if settings::names().any(|name| name == word) && !act::ACTS.contains(&word) {
                return Err(ParseError::new(place, "settings must come before the first step"));
            }
            for action in act::read(words)? {
                if let (ScriptAction::Do(command), Some(cluster)) = (&action, &mut self.cluster) {
                    check(cluster, command, place)?;
                    cluster.note_setting(command);
                }
                if let Some(step) = self.script.steps.last_mut() {
                    step.acts.push(Act { line: Line(number), action });
                }
            }
            if words.is_done() {
                return Ok(());
            }
            words.expect(";").map_err(|mut error| {
                error.suggestion = None;
                error
            })?;
        }
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
