//! Opens a run from its text: parses the script, runs it, and goes to the moment that it names.

use std::iter::Peekable;
use std::vec;

use raft_sim::history::Position;
use raft_sim::script::{
    BadValue, End, Failure, Line, NarrationLine, ParseErrorKind, Report, ScriptAction, ScriptRun,
    When,
};
use raft_sim::{BadRun, History, Run, Script, ScriptError, Time, TimedCommand};

use super::moment;
use crate::intent::Speed;
use crate::page_options::shorten;
use crate::phrases;
use crate::state::OpenedRun;
use crate::text::{Sentence, say};

/// The longest text that is read, in bytes.
pub const LARGEST: usize = 2_000_000;

/// How many events one call may let happen: some milliseconds in a browser.
const EVENTS_A_CALL: u64 = 4000;

/// For how long a script is performed between two looks at how many events that took.
const PIECE_US: u64 = 10_000;

/// A run that is about to be shown. Nothing else changes until it can be.
#[derive(Debug)]
pub struct ImportJob {
    /// The origin of the text, for complaints.
    source: Sentence,
    title: Option<String>,
    moment: Option<(Position, Speed)>,
    phase: Phase,
}

/// The result of one call of [`ImportJob::resume`].
#[derive(Debug)]
pub enum ImportProgress {
    /// The job is not done: resume it.
    Going(ImportJob),
    /// The run can be shown.
    Done(Box<OpenedRun>),
}

/// The phase of a job.
#[derive(Debug)]
enum Phase {
    /// The script runs, which turns its conditions into instants.
    Performing(Box<ScriptRun>),
    /// The commands are issued again, so that acting differently starts a branch.
    Replaying(Box<Replay>),
}

#[derive(Debug)]
struct Replay {
    history: History,
    left: Peekable<vec::IntoIter<TimedCommand>>,
    end: Time,
    said: Vec<NarrationLine>,
    failures: Vec<Failure>,
}

impl ImportJob {
    /// Reads a text that came from a file of this name, or else from a link.
    ///
    /// # Errors
    /// Why it cannot be opened, with the place.
    pub fn new(text: &str, file: Option<&str>) -> Result<Self, Sentence> {
        let source = file.map_or_else(say::source_link, |name| say::source_file(shorten(name, 40)));
        if text.len() > LARGEST {
            return Err(say::open_too_large(source));
        }
        let script: Script = text.parse().map_err(|error| script_error(source.clone(), error))?;
        let title = script.title.clone();
        let began = match plain(&script) {
            Some((run, end)) => Replay::new(run, end, Vec::new(), Vec::new()).map(Phase::Replaying),
            None => ScriptRun::new(script).map(Box::new).map(Phase::Performing),
        };
        // A script that was read can be played.
        let phase = began.map_err(|error| bad_run(source.clone(), &error))?;
        Ok(Self { moment: moment(text), title, phase, source })
    }

    /// Works for some milliseconds.
    pub fn resume(mut self) -> ImportProgress {
        self.phase = match self.phase {
            Phase::Performing(mut script_run) => {
                if perform(&mut script_run) {
                    let Report { run, end, said, failures, .. } = script_run.play();
                    let Ok(replay) = Replay::new(run, end, said, failures) else {
                        unreachable!("it has just been played")
                    };
                    Phase::Replaying(replay)
                } else {
                    Phase::Performing(script_run)
                }
            }
            Phase::Replaying(mut replay) => {
                let end = self.moment.map_or(replay.end, |(moment, _)| moment.at.max(replay.end));
                if replay.resume(end) {
                    let Self { source, title, moment, .. } = self;
                    let (moment, speed) = moment.unzip();
                    let moment = moment.unwrap_or_default();
                    let complaint = replay.complaint(moment, source);
                    let Replay { history, said, .. } = *replay;
                    let opened = OpenedRun { history, moment, title, said, speed, complaint };
                    return ImportProgress::Done(Box::new(opened));
                }
                Phase::Replaying(replay)
            }
        };
        ImportProgress::Going(self)
    }
}

/// The run that a script is, if it waits for nothing, says nothing and expects nothing.
fn plain(script: &Script) -> Option<(Run, Time)> {
    let mut commands = Vec::new();
    let mut end = Time(0);
    for step in &script.steps {
        let When::At(at) = step.when else { return None };
        for act in &step.acts {
            let ScriptAction::Do(command) = &act.action else { return None };
            commands.push(TimedCommand { at, command: command.clone() });
        }
        end = at;
    }
    end = match script.end {
        None => end,
        Some(End::At(at)) => at,
        Some(End::After(span)) => end + span,
    };
    Some((Run { scenario: script.scenario.clone(), seed: script.seed, commands }, end))
}

/// Runs a little more of a script; whether it is over.
fn perform(script_run: &mut ScriptRun) -> bool {
    let events = |script_run: &ScriptRun| script_run.simulation().events();
    let enough = events(script_run) + EVENTS_A_CALL;
    while !script_run.is_over() && events(script_run) < enough {
        let now = script_run.simulation().now();
        script_run.advance(Time(now.0 + PIECE_US));
        script_run.simulation_mut().take_records();
    }
    script_run.is_over()
}

impl Replay {
    fn new(
        run: Run,
        end: Time,
        said: Vec<NarrationLine>,
        failures: Vec<Failure>,
    ) -> Result<Box<Self>, BadRun> {
        let Run { scenario, seed, commands } = run;
        let history = History::new(Run { scenario, seed, commands: Vec::new() })?;
        Ok(Box::new(Self { history, left: commands.into_iter().peekable(), end, said, failures }))
    }

    /// Plays a little more; whether it has reached the end.
    fn resume(&mut self, end: Time) -> bool {
        let mut left = EVENTS_A_CALL;
        while left > 0 {
            left -= 1;
            let until = self.left.peek().map_or(end, |timed| timed.at);
            let next = self.history.simulation().next_at();
            if next.is_some_and(|next| next <= until) {
                self.history.step();
                continue;
            }
            self.history.advance(until);
            match self.left.next() {
                // What cannot be done in this cluster was refused when it was read.
                Some(timed) => drop(self.history.act(timed.command)),
                None => break,
            }
        }
        self.history.take_records();
        left > 0
    }

    /// The problem that the reader should know of: a failed expectation, or a moment that this
    /// version does not reach.
    fn complaint(&mut self, moment: Position, source: Sentence) -> Option<Sentence> {
        if let [first, others @ ..] = &self.failures[..] {
            let say = match others {
                [] => say::open_expectation_failed,
                _ => say::open_expectations_failed,
            };
            let Line(line) = first.line;
            return Some(say(source, line, first.message.clone(), say::at_time(first.at)));
        }
        self.history.go_to(moment, &mut |_, _| {});
        (self.history.position() != moment).then(|| say::open_other_version(source))
    }
}

fn script_error(source: Sentence, error: ScriptError) -> Sentence {
    let ScriptError { line, column, kind, suggestion, .. } = error;
    let of_value = |error: &BadValue| match &suggestion {
        Some(word) => say::value_suggestion(phrases::bad_value(error), word.as_str()),
        None => phrases::bad_value(error),
    };
    let problem = match &kind {
        ParseErrorKind::Setting { name, error } => {
            return say::open_script_setting(source, line, column, *name, of_value(error));
        }
        ParseErrorKind::Value(error) => {
            return say::open_script_value(source, line, column, of_value(error));
        }
        ParseErrorKind::Operation(error) => {
            let problem = phrases::not_an_operation(error);
            return say::open_script_value(source, line, column, problem);
        }
        ParseErrorKind::Syntax(message) => say::value_other(&**message),
    };
    match suggestion {
        Some(word) => say::open_script_error_suggestion(source, line, column, problem, word),
        None => say::open_script_error(source, line, column, problem),
    }
}

/// Why a run cannot be shown.
pub(super) fn bad_run(source: Sentence, error: &BadRun) -> Sentence {
    say::open_bad_run(source, say::value_other(error.to_string()))
}
