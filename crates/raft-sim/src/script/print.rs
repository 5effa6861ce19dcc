//! Writing a script, so that it is read again as it was.

use core::fmt;
use std::rc::Rc;

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

/// A run as a script: what [`Script::from`] makes of it, without the way through a script, and what
/// is said about it. For a program that must be small, and writes scripts but reads none.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// What it is called.
    pub title: Option<&'a str>,
    /// The run.
    pub run: &'a Run,
    /// What the reader is told, and when, in order: after the commands of that instant.
    pub said: &'a [(Time, Rc<str>)],
    /// When it is over; it is never over before its last command or line.
    pub end: Time,
}

/// What a printed run has at an instant.
enum PrintedAct<'a> {
    Do(&'a Command),
    Say(&'a str),
}

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { title, run, said, end } = *self;
        super::settings::write(title, run.seed, &run.scenario, f)?;
        let commands = run.commands.iter().map(|timed| (timed.at, PrintedAct::Do(&timed.command)));
        let said = said.iter().map(|(at, text)| (*at, PrintedAct::Say(text)));
        let mut acts: Vec<_> = commands.chain(said).collect();
        acts.sort_by_key(|(at, _)| *at);
        for instant in acts.chunk_by(|(one, _), (other, _)| one == other) {
            write!(f, "\nat {}:", Moment(instant[0].0))?;
            let lead = if instant.len() == 1 { " " } else { "\n  " };
            for (_, act) in instant {
                f.write_str(lead)?;
                match act {
                    PrintedAct::Do(command) => write_command(command, f)?,
                    PrintedAct::Say(text) => write_line(text, f)?,
                }
            }
            writeln!(f)?;
        }
        let last = acts.last().map_or(end, |(at, _)| end.max(*at));
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
            Self::Say(text) => write_line(text, f),
            Self::Expect(expectation) => write!(f, "expect {expectation}"),
            Self::Never(expectation) => write!(f, "expect never {expectation}"),
            Self::Do(command) => write_command(command, f),
        }
    }
}

fn write_line(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "say {}", Quoted(text))
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
