//! Parses tasks.

use raft_core::Micros;

use super::error::ParseError;
use super::parse::{Located, Reader, STEPS};
use super::task::{Goal, Task};
use super::words::{Parsed, Words};
use super::{Line, Step, When, act, command_kind, expect};

/// The first words of the lines of a task.
const WORDS: [&str; 5] = ["allow", "goal", "hint", "par", "solution"];

impl Reader {
    /// Parses the first line of a task.
    pub(super) fn task(&mut self, number: usize, words: &mut Words) -> Parsed<()> {
        let place = words.place();
        words.word();
        if self.script.task.is_some() {
            return Err(ParseError::new(place, "a script has only one task"));
        }
        let text = words.quoted()?;
        words.end_of("the end of the line")?;
        self.script.task = Some(Task { line: Line(number), text, ..Task::default() });
        self.task_place = place;
        Ok(())
    }

    /// Parses another line of a task, above its solution.
    pub(super) fn task_line(&mut self, number: usize, words: &mut Words) -> Result<(), Located> {
        let here = |error| (number, error);
        let place = words.place();
        let word = words.peek();
        if STEPS.contains(&word) || act::ACTS.contains(&word) {
            let message = "in a task, times and acts must stand below `solution:`";
            return Err(here(ParseError::new(place, message)));
        }
        let Some(task) = &mut self.script.task else { return Ok(()) };
        if part(task, number, words).map_err(here)? {
            return words.end_of("the end of the line").map_err(here);
        }
        self.is_in_solution = true;
        if words.is_done() { Ok(()) } else { self.solution_acts(number, words) }
    }

    /// Parses acts of a solution. Acts before its first time happen when the task begins.
    pub(super) fn solution_acts(
        &mut self,
        number: usize,
        words: &mut Words,
    ) -> Result<(), Located> {
        if self.steps().is_empty() {
            let (line, when) = (Line(number), When::After(Micros(0)));
            self.steps().push(Step { line, when, acts: Vec::new(), beats: Vec::new() });
        }
        self.acts(number, words)
    }

    /// # Errors
    /// If something is missing in the task.
    pub(super) fn end_task(&mut self) -> Result<(), Located> {
        match &self.script.task {
            Some(Task { line: Line(line), goals, .. }) if goals.is_empty() => {
                let message = "a task needs a line with `goal`";
                Err((*line, ParseError::new(self.task_place, message)))
            }
            _ => Ok(()),
        }
    }
}

/// Parses a line of a task. Returns false if it begins the solution.
fn part(task: &mut Task, number: usize, words: &mut Words) -> Parsed<bool> {
    let place = words.place();
    let word = WORDS[words.one_of("part of a task", &WORDS)?];
    match word {
        "goal" => {
            let is_latched = words.accept("latch");
            let (line, expectation) = (Line(number), expect::read(words)?);
            task.goals.push(Goal { line, is_latched, expectation });
        }
        "hint" => task.hints.push(words.quoted()?),
        "solution" => {
            words.expect(":")?;
            return Ok(false);
        }
        _ if (word == "allow" && !task.allow.is_empty())
            || (word == "par" && task.par.is_some()) =>
        {
            return Err(ParseError::new(place, format!("`{word}` is given twice")));
        }
        "allow" => task.allow = words.list(command_kind::read)?,
        _ => task.par = u32::try_from(words.number(1, u32::MAX.into())?).ok(),
    }
    Ok(true)
}
