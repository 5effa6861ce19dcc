//! The outcomes of a command, and their exit codes.

use std::process::ExitCode;

/// How a command without an error ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// No property was violated.
    Well,
    /// A property was violated, or an expectation was not met.
    Violated,
    /// Ctrl-C ended it early.
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Well => 0,
            Exit::Violated => 1,
            Exit::Interrupted => 130,
        })
    }
}
