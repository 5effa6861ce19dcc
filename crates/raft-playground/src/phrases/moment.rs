//! What is known of the moment at which something happened.

use std::rc::Rc;

use raft_sim::{Command, Fact, Record, Simulation, Time, TimedCommand};

/// What is known of the moment at which something happened.
#[derive(Clone, Copy)]
pub(crate) struct Moment<'a> {
    /// The cluster right after it.
    pub(crate) simulation: &'a Simulation,
    /// Everything that happened with it, in order.
    pub(crate) records: &'a [Rc<Record>],
    /// The commands that the run had when it was opened. The user gave all others.
    pub(crate) script: &'a [TimedCommand],
}

/// The source of a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Author {
    /// The user.
    User,
    /// The script of the run.
    Script,
}

impl<'a> Moment<'a> {
    /// What caused a record, if that happened at this moment.
    pub(super) fn cause(&self, record: &Record) -> Option<&'a Fact> {
        let cause = record.cause?;
        self.records.iter().find(|other| other.seq == cause).map(|cause| &cause.fact)
    }

    /// Who gave a command at an instant; none if there was no such command.
    pub(super) fn author(&self, at: Time, is_it: impl Fn(&Command) -> bool) -> Option<Author> {
        let commands = &self.simulation.run().commands;
        let timed = commands.iter().rev().find(|timed| timed.at == at && is_it(&timed.command))?;
        Some(if self.script.contains(timed) { Author::Script } else { Author::User })
    }
}
