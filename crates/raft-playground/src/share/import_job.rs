//! Opens a run from its text: parses the script, runs it, and goes to the moment that it names.

use std::iter::Peekable;
use std::rc::Rc;
use std::vec;

use raft_sim::history::Position;
use raft_sim::script::{
    BadValue, BeatReached, Failure, Line, NarrationLine, ParseErrorKind, Report, ScriptRun,
    TaskBeginning,
};
use raft_sim::{BadRun, History, Run, Script, ScriptError, Time, TimedCommand};

use super::moment;
use crate::intent::Speed;
use crate::page_options::shorten;
use crate::phrases;
use crate::state::{OpenedRun, Story, StoryContent, TaskAttempt};
use crate::text::{Sentence, isolated, say};

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
    /// What follows the run in its script.
    ending: Ending,
    /// Whether it lacks a translation of some text.
    has_gaps: bool,
    phase: Phase,
}

/// What a story has besides its run.
#[derive(Debug)]
struct Ending {
    speed: Option<Speed>,
    next: Option<Rc<str>>,
    task: Option<Box<TaskBeginning>>,
}

/// Finds the translation of a text by its key.
pub type Translation<'a> = dyn Fn(&str) -> Option<String> + 'a;

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
    beats: Vec<BeatReached>,
    failures: Vec<Failure>,
}

impl ImportJob {
    /// Reads a text that came from a file of this name, or else from a link.
    ///
    /// # Errors
    /// Why it cannot be opened, with the place.
    pub fn new(text: &str, file: Option<&str>) -> Result<Self, Sentence> {
        Self::translated(text, file, None)
    }

    /// Reads a text, and replaces the texts of the script by those with the same key in a
    /// translation: see [`Script::texts`]. A text that it lacks stays English, and the page
    /// says so.
    ///
    /// # Errors
    /// Why it cannot be opened, with the place.
    pub fn translated(
        text: &str,
        file: Option<&str>,
        translation: Option<&Translation<'_>>,
    ) -> Result<Self, Sentence> {
        let source = file.map_or_else(say::source_link, |name| say::source_file(shorten(name, 40)));
        if text.len() > LARGEST {
            return Err(say::open_too_large(source));
        }
        let mut script: Script =
            text.parse().map_err(|error| script_error(source.clone(), error))?;
        let has_gaps = translation.is_some_and(|find| translate(&mut script, find));
        let title = script.title.clone();
        let ending = Ending {
            speed: script.slowdown.and_then(Speed::from_slowdown),
            next: script.next.as_deref().map(Into::into),
            task: None,
        };
        let began = match script.plain_run() {
            Some((run, end, said)) => {
                Replay::new(run, end, beats_of(&said), Vec::new()).map(Phase::Replaying)
            }
            None => ScriptRun::new(script).map(Box::new).map(Phase::Performing),
        };
        // A script that was read can be played.
        let phase = began.map_err(|error| bad_run(source.clone(), &error))?;
        Ok(Self { moment: moment(text), title, ending, has_gaps, phase, source })
    }

    /// Works for some milliseconds.
    pub fn resume(mut self) -> ImportProgress {
        self.phase = match self.phase {
            Phase::Performing(mut script_run) => {
                if perform(&mut script_run) {
                    self.ending.task = script_run.task_beginning().map(Box::new);
                    let Report { run, end, said, mut beats, failures, .. } = script_run.play();
                    if beats.is_empty() {
                        beats = beats_of(&said);
                    }
                    let Ok(replay) = Replay::new(run, end, beats, failures) else {
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
                    let Self { source, title, moment, ending, has_gaps, .. } = self;
                    let (moment, speed) = moment.unzip();
                    let moment = moment.unwrap_or_default();
                    let story = replay.story(ending);
                    let gaps = has_gaps.then(say::story_not_translated);
                    let complaint = replay.complaint(moment, source).or(gaps);
                    let Replay { history, .. } = *replay;
                    let opened = OpenedRun { history, moment, title, story, speed, complaint };
                    return ImportProgress::Done(Box::new(opened));
                }
                Phase::Replaying(replay)
            }
        };
        ImportProgress::Going(self)
    }
}

/// Translates the texts of a script; whether one is missing. That one is English, from left to
/// right in any language.
fn translate(script: &mut Script, find: &dyn Fn(&str) -> Option<String>) -> bool {
    let mut has_gaps = false;
    script.translate(|key, text| match find(key) {
        Some(translated) => *text = translated,
        None if text.is_empty() => {}
        None => {
            has_gaps = true;
            *text = isolated(text);
        }
    });
    has_gaps
}

/// A beat for each moment at which something is said, in a script without beats.
fn beats_of(said: &[NarrationLine]) -> Vec<BeatReached> {
    let mut beats: Vec<BeatReached> = Vec::new();
    for NarrationLine { line, at, text } in said {
        if let Some(last) = beats.last_mut().filter(|last| last.at == *at) {
            last.text.push(' ');
            last.text.push_str(text);
            continue;
        }
        let name = format!("say-{}", beats.len() + 1);
        let (points, invites) = (Vec::new(), Vec::new());
        let (line, at, text, question) = (*line, *at, text.clone(), None);
        beats.push(BeatReached { line, at, name, text, points, invites, question });
    }
    beats
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
        beats: Vec<BeatReached>,
        failures: Vec<Failure>,
    ) -> Result<Box<Self>, BadRun> {
        let Run { scenario, seed, commands } = run;
        let history = History::new(Run { scenario, seed, commands: Vec::new() })?;
        Ok(Box::new(Self { history, left: commands.into_iter().peekable(), end, beats, failures }))
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

    /// The story of the run, which has been played to its end.
    fn story(&mut self, ending: Ending) -> Option<Story> {
        let Ending { speed, next, task } = ending;
        let origin = self.history.clone();
        let task = task.map(|task| TaskAttempt::new(&task, origin.clone()));
        // A story is known up to the next event: so acting at its end begins a branch, as anywhere
        // else.
        let is_story = !self.beats.is_empty() || task.is_some();
        if let Some(next) = origin.simulation().next_at().filter(|_| is_story) {
            self.history.advance(next);
        }
        let commands = origin.simulation().run().commands.clone().into();
        let beats = std::mem::take(&mut self.beats);
        Story::new(StoryContent { beats, commands, speed, next }, origin, task)
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

pub(super) fn script_error(source: Sentence, error: ScriptError) -> Sentence {
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
