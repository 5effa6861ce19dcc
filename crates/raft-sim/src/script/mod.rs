#![doc = include_str!("grammar.md")]

mod act;
mod act_on_nodes;
mod bad_value;
mod command_kind;
mod error;
mod expect;
mod expectation;
mod form;
mod grade;
mod link_settings;
mod literals;
mod numbers;
mod observe;
mod observe_several;
mod parse;
mod parse_beat;
mod parse_task;
mod perform;
mod plain;
mod print;
mod print_story;
mod question_judge;
mod report;
mod settings;
mod story;
mod task;
mod task_judge;
mod texts;
mod verdict;
mod words;

use raft_core::Micros;
use serde::Serialize;

use crate::command::Command;
use crate::run::Run;
use crate::scenario::Scenario;
use crate::time::Time;

pub use bad_value::BadValue;
pub use command_kind::CommandKind;
pub use error::{ParseErrorKind, ScriptError};
pub use expectation::{EntryState, Expectation, ExpectedStatus, Sameness, State};
pub use form::{read_share, write_share};
pub use grade::{BadSolution, Grade, TaskBeginning};
pub use perform::ScriptRun;
pub use print::Printed;
pub use report::{AskedChoice, AskedQuestion, BeatReached, Failure, NarrationLine, Report};
pub use story::{Beat, Choice, ChoiceLabel, Condition, PointTarget, Question};
pub use task::{Goal, Task};
pub use task_judge::{JudgedGoal, TaskJudge, TaskVerdict, last_act};

/// A story about a cluster: its scenario, what happens and when, the narration, and the expected
/// results. Parsing a printed script gives the same script.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Script {
    /// Its title.
    pub title: Option<String>,
    /// What it shows, in a sentence or two.
    pub summary: Option<String>,
    /// What the reader should know: nothing (1), elections (2), or how to build a cluster (3).
    pub level: Option<u32>,
    /// The sections of the paper that it is about, such as "§5.2, §5.4".
    pub paper: Option<String>,
    /// The name of the story to read next, such as "tour/4-log-replication".
    pub next: Option<String>,
    /// How many times slower than real time it is shown; if `None`, as fast as the page chooses.
    pub slowdown: Option<u32>,
    /// The cluster and its world.
    pub scenario: Scenario,
    /// The source of all randomness.
    pub seed: u64,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// When it ends; if `None`, after its last step.
    pub end: Option<End>,
    /// What the reader does afterwards.
    pub task: Option<Task>,
}

/// Acts at one instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its line.
    pub line: Line,
    /// Its time.
    pub when: When,
    /// Its acts, in order; empty if the script only waits.
    pub acts: Vec<Act>,
    /// Its beats, after its acts.
    pub beats: Vec<Beat>,
}

impl Step {
    /// Its acts, and those of its beats.
    pub fn all_acts(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().chain(self.beats.iter().flat_map(|beat| &beat.acts))
    }
}

/// The time of a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// At an instant of the run.
    At(Time),
    /// This long after the step before.
    After(Micros),
    /// As soon as a condition holds.
    Until {
        /// The condition.
        condition: Expectation,
        /// The maximum time; if `None`, [`PATIENCE`].
        within: Option<Micros>,
    },
}

/// How long a step waits for its condition by default.
pub const PATIENCE: Micros = Micros::from_millis(10_000);

/// One act of a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// Its line.
    pub line: Line,
    /// Its kind.
    pub action: ScriptAction,
}

/// The kind of an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScriptAction {
    /// Executes a command.
    Do(Command),
    /// Shows a sentence to the reader.
    Say(String),
    /// Requires that a condition holds now.
    Expect(Expectation),
    /// Requires that a condition never holds from now until the end of the script.
    Never(Expectation),
}

/// When a script ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// At an instant of the run.
    At(Time),
    /// This long after the last step.
    After(Micros),
}

/// The number of a line, from 1; 0 in a script that was not parsed. Any two are equal, since line
/// numbers do not matter when scripts are compared.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Line(pub usize);

impl PartialEq for Line {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Line {}

impl Script {
    /// Whether it expects a violation, or waits for one.
    fn expects_violation(&self) -> bool {
        self.steps.iter().any(|step| {
            let waits = match &step.when {
                When::Until { condition, .. } => condition.wants_violation(),
                _ => false,
            };
            let expects = |act: &Act| match &act.action {
                ScriptAction::Expect(expectation) => expectation.wants_violation(),
                _ => false,
            };
            waits || step.all_acts().any(expects)
        })
    }
}

impl From<Run> for Script {
    /// The run as a story without narration: its commands at their times.
    fn from(run: Run) -> Self {
        let Run { scenario, seed, commands } = run;
        let mut steps: Vec<Step> = Vec::new();
        for timed in commands {
            let act = Act { line: Line::default(), action: ScriptAction::Do(timed.command) };
            let when = When::At(timed.at);
            match steps.last_mut() {
                Some(last) if last.when == when => last.acts.push(act),
                _ => {
                    let (line, acts) = (Line::default(), vec![act]);
                    steps.push(Step { line, when, acts, beats: Vec::new() });
                }
            }
        }
        Self { scenario, seed, steps, ..Self::default() }
    }
}
