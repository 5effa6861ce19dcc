//! A task: something that the reader does, beginning where the steps of a script end.

use super::command_kind::CommandKind;
use super::expectation::Expectation;
use super::{Line, Step};

/// A task at the end of a script. It begins where the script ends.
///
/// It is solved at the first instant at which every latched goal has held at some instant and every
/// other goal holds, if the reader has done only what is allowed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Task {
    /// Its line.
    pub line: Line,
    /// What the reader is to do.
    pub text: String,
    /// What the reader may do; empty if anything.
    pub allow: Vec<CommandKind>,
    /// Its goals: at least one.
    pub goals: Vec<Goal>,
    /// Hints, each more helpful than the one before.
    pub hints: Vec<String>,
    /// The fewest acts that are known to solve it.
    pub par: Option<u32>,
    /// A solution; empty if none is known. It has no beats.
    pub solution: Vec<Step>,
}

/// A goal of a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Goal {
    /// Its line.
    pub line: Line,
    /// Whether it is enough that the expectation has held at some instant of the task.
    pub is_latched: bool,
    /// The expectation.
    pub expectation: Expectation,
}

impl Task {
    /// Whether the reader may give commands of this kind.
    pub fn allows(&self, kind: CommandKind) -> bool {
        self.allow.is_empty() || self.allow.iter().any(|allowed| allowed.permits(kind))
    }
}
