//! How a command ends, as the exit code tells it.

use std::process::ExitCode;

/// How a command that could do its work ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Nothing was violated.
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
