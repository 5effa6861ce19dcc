//! Prints scripts, so that parsing them gives the same script.

use core::fmt;

use super::literals::{Moment, Quoted, exactly};
use super::{Act, End, Script, ScriptAction, Step, When};
use crate::command::Command;
use crate::run::Run;
use crate::time::Time;

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::settings::write(self.title.as_deref(), self.seed, &self.scenario, f)?;
        for step in &self.steps {
            writeln!(f)?;
            write_step(step, f)?;
        }
        match self.end {
            None => Ok(()),
            Some(End::At(at)) => writeln!(f, "\nend at {}", Moment(at)),
            Some(End::After(span)) => writeln!(f, "\nend after {}", exactly(span)),
        }
    }
}

/// A run as a script: the same text as printing [`Script::from`] the run, without creating the
/// script. This keeps programs small that print scripts but parse none.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// The run.
    pub run: &'a Run,
    /// When it ends, at the earliest with its last command.
    pub end: Time,
}

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { title, run, end } = *self;
        super::settings::write(title, run.seed, &run.scenario, f)?;
        for instant in run.commands.chunk_by(|one, other| one.at == other.at) {
            write!(f, "\nat {}:", Moment(instant[0].at))?;
            let lead = if instant.len() == 1 { " " } else { "\n  " };
            for timed in instant {
                f.write_str(lead)?;
                write_command(&timed.command, f)?;
            }
            writeln!(f)?;
        }
        let last = run.commands.last().map_or(end, |timed| timed.at.max(end));
        writeln!(f, "\nend at {}", Moment(last))
    }
}

fn write_step(Step { when, acts, .. }: &Step, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match when {
        When::At(at) => write!(f, "at {}", Moment(*at))?,
        When::After(span) => write!(f, "after {}", exactly(*span))?,
        When::Until { condition, within } => {
            write!(f, "until {condition}")?;
            if let Some(span) = within {
                write!(f, " within {}", exactly(*span))?;
            }
        }
    }
    match &acts[..] {
        [] => writeln!(f),
        [act] => writeln!(f, ": {act}"),
        acts => {
            writeln!(f, ":")?;
            acts.iter().try_for_each(|act| writeln!(f, "  {act}"))
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.action.fmt(f)
    }
}

impl fmt::Display for ScriptAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Say(text) => write!(f, "say {}", Quoted(text)),
            Self::Expect(expectation) => write!(f, "expect {expectation}"),
            Self::Never(expectation) => write!(f, "expect never {expectation}"),
            Self::Do(command) => write_command(command, f),
        }
    }
}

fn write_command(command: &Command, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Command::Submit { client, via, operation } = command else {
        return write!(f, "{command}");
    };
    write!(f, "{client} ")?;
    if let Some(node) = via {
        write!(f, "via {node} ")?;
    }
    let text = operation.to_string();
    if text.contains([';', '"', '#']) {
        write!(f, "sends {}", Quoted(&text))
    } else {
        write!(f, "sends {text}")
    }
}
