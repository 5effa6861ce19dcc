//! Prints scripts, so that parsing them gives the same script.

use core::fmt;
use std::rc::Rc;

use raft_core::Micros;

use super::literals::{Moment, Quoted, exactly};
use super::print_story::{write_acts, write_beat, write_list, write_settings};
use super::settings::write_text;
use super::task::Task;
use super::{Act, End, Script, ScriptAction, Step, When};
use crate::command::Command;
use crate::run::Run;
use crate::time::Time;

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_text("title", self.title.as_deref(), f)?;
        write_settings(self, f)?;
        super::settings::write(self.seed, &self.scenario, f)?;
        for step in &self.steps {
            writeln!(f)?;
            write_step(step, f)?;
        }
        match self.end {
            None => {}
            Some(End::At(at)) => writeln!(f, "\nend at {}", Moment(at))?,
            Some(End::After(span)) => writeln!(f, "\nend after {}", exactly(span))?,
        }
        self.task.as_ref().map_or(Ok(()), |task| write_task(task, f))
    }
}

/// A run as a script: the same text as printing [`Script::from`] the run, without creating the
/// script, and with what is said about it. This keeps programs small that print scripts but parse
/// none.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// The run.
    pub run: &'a Run,
    /// The texts of the narration in order of time, each printed after the commands of its moment.
    pub said: &'a [(Time, Rc<str>)],
    /// When it ends, at the earliest with its last command or text.
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
        write_text("title", title, f)?;
        super::settings::write(run.seed, &run.scenario, f)?;
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

fn write_step(step: &Step, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match &step.when {
        When::At(at) => write!(f, "at {}", Moment(*at))?,
        When::After(span) => write!(f, "after {}", exactly(*span))?,
        When::Until { condition, within } => {
            write!(f, "until {condition}")?;
            if let Some(span) = within {
                write!(f, " within {}", exactly(*span))?;
            }
        }
    }
    match &step.acts[..] {
        [] => writeln!(f)?,
        [act] => writeln!(f, ": {act}")?,
        acts => {
            writeln!(f, ":")?;
            write_acts(acts, f)?;
        }
    }
    step.beats.iter().try_for_each(|beat| write_beat(beat, f))
}

fn write_task(task: &Task, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "\ntask {}", Quoted(&task.text))?;
    write_list("  allow", &task.allow, f)?;
    for goal in &task.goals {
        let latch = if goal.is_latched { "latch " } else { "" };
        writeln!(f, "  goal {latch}{}", goal.expectation)?;
    }
    for hint in &task.hints {
        writeln!(f, "  hint {}", Quoted(hint))?;
    }
    if let Some(par) = task.par {
        writeln!(f, "  par {par}")?;
    }
    if task.solution.is_empty() {
        return Ok(());
    }
    writeln!(f, "  solution:")?;
    task.solution.iter().enumerate().try_for_each(|(place, step)| match step {
        // Acts of the task's beginning need no time.
        Step { when: When::After(Micros(0)), acts, .. } if place == 0 && !acts.is_empty() => {
            write_acts(acts, f)
        }
        step => write_step(step, f),
    })
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
