#![doc = include_str!("grammar.md")]

mod act;
mod act_on_nodes;
mod bad_value;
mod error;
mod expect;
mod expectation;
mod form;
mod link_settings;
mod literals;
mod numbers;
mod observe;
mod observe_several;
mod parse;
mod perform;
mod print;
mod settings;
mod verdict;
mod words;

use raft_core::Micros;
use serde::Serialize;

use crate::command::Command;
use crate::run::Run;
use crate::scenario::Scenario;
use crate::time::Time;

pub use bad_value::BadValue;
pub use error::{ParseErrorKind, ScriptError};
pub use expectation::{EntryState, Expectation, ExpectedStatus, Sameness, State};
pub use form::{read_share, write_share};
pub use perform::{Failure, NarrationLine, Report, ScriptRun};
pub use print::Printed;

/// A story about a cluster: what it is made from, what is done to it and when, what is said about
/// it, and what must come of it. What is printed is read again as it was.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Script {
    /// What it is called.
    pub title: Option<String>,
    /// The cluster and its world.
    pub scenario: Scenario,
    /// From which everything random follows.
    pub seed: u64,
    /// What happens, in this order.
    pub steps: Vec<Step>,
    /// When it is over; right after its last step, if nothing is said.
    pub end: Option<End>,
}

/// Something that is done at one instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Where it stands.
    pub line: Line,
    /// Its time.
    pub when: When,
    /// What is done, in this order. Nothing, if only time is to pass.
    pub acts: Vec<Act>,
}

/// The time of a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// At an instant of the run.
    At(Time),
    /// So long after the step before.
    After(Micros),
    /// As soon as something is so.
    Until {
        /// What is to be so.
        condition: Expectation,
        /// How long it may take; [`PATIENCE`], if nothing is said.
        within: Option<Micros>,
    },
}

/// How long a step waits for its condition if it does not say.
pub const PATIENCE: Micros = Micros::from_millis(10_000);

/// One thing that is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// Where it stands.
    pub line: Line,
    /// What it is.
    pub action: ScriptAction,
}

/// What is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScriptAction {
    /// Something is done to the run.
    Do(Command),
    /// The reader is told something.
    Say(String),
    /// Something must be so now.
    Expect(Expectation),
    /// Something must not be so at any instant from now on, to the end of the script.
    Never(Expectation),
}

/// When a run of a script is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// At an instant of the run.
    At(Time),
    /// So long after the last step.
    After(Micros),
}

/// The number of a line, from 1; 0 in a script that was not read. It is no part of what a script
/// says, so any two are equal.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Line(pub usize);

impl PartialEq for Line {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Line {}

impl From<Run> for Script {
    /// The same run as a story without words: its commands, each at its instant.
    fn from(run: Run) -> Self {
        let Run { scenario, seed, commands } = run;
        let mut steps: Vec<Step> = Vec::new();
        for timed in commands {
            let act = Act { line: Line::default(), action: ScriptAction::Do(timed.command) };
            let when = When::At(timed.at);
            match steps.last_mut() {
                Some(last) if last.when == when => last.acts.push(act),
                _ => steps.push(Step { line: Line::default(), when, acts: vec![act] }),
            }
        }
        Self { title: None, scenario, seed, steps, end: None }
    }
}
