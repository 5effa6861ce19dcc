//! Commands as text, as a page that embeds this one sends them.

use raft_sim::script::Printed;
use raft_sim::{Command, Run, Script, Time};

use super::ShareSnapshot;
use super::import_job::script_error;
use crate::text::{Sentence, say};

/// The start of the only step of the script.
const LEAD: &str = "at 0ms: ";

impl ShareSnapshot {
    /// The commands in actions of the scenario language, such as `crash A; X sends x=8`, for the
    /// visible cluster.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn commands(&self, actions: &str) -> Result<Vec<Command>, Sentence> {
        let Run { scenario, seed, .. } = &*self.run;
        let run = Run { scenario: scenario.clone(), seed: *seed, commands: Vec::new() };
        let settings = Printed { title: None, run: &run, said: &[], end: Time(0) }.to_string();
        // Without commands, only the end follows the settings.
        let settings = settings.rsplit_once("\nend").map_or("", |(settings, _)| settings);
        // Another line could begin a step at another moment.
        let actions = actions.replace(['\n', '\r'], ";");
        let script = format!("{settings}\n{LEAD}{actions}\n").parse::<Script>();
        let script = script.map_err(|mut error| {
            error.line = 1;
            error.column = error.column.saturating_sub(LEAD.len());
            script_error(say::source_command(), error)
        })?;
        let commands = script.plain_run().map(|(run, ..)| run.commands).unwrap_or_default();
        if commands.is_empty() {
            return Err(say::command_empty());
        }
        Ok(commands.into_iter().map(|timed| timed.command).collect())
    }
}
