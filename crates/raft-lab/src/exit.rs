//! The outcomes of a command, and their exit codes.

use std::process::ExitCode;

/// How a command without an error ended; the number is its exit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// No property was violated.
    Success = 0,
    /// A property was violated, an expectation failed, or a task was not solved.
    Violated = 1,
    /// Ctrl-C ended it early.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
