//! Scripts that are plain runs.

use super::report::NarrationLine;
use super::{End, Script, ScriptAction, When};
use crate::run::{Run, TimedCommand};
use crate::time::Time;

impl Script {
    /// The run that this script is, its end, and what is said in it. `None` if the script must be
    /// performed first, because it waits or expects something or has beats or a task.
    pub fn plain_run(&self) -> Option<(Run, Time, Vec<NarrationLine>)> {
        let (mut commands, mut said) = (Vec::new(), Vec::new());
        let mut end = Time(0);
        if self.task.is_some() {
            return None;
        }
        for step in &self.steps {
            let When::At(at) = step.when else { return None };
            if !step.beats.is_empty() {
                return None;
            }
            for act in &step.acts {
                match &act.action {
                    ScriptAction::Do(command) => {
                        commands.push(TimedCommand { at, command: command.clone() });
                    }
                    ScriptAction::Say(text) => {
                        said.push(NarrationLine { line: act.line, at, text: text.clone() });
                    }
                    ScriptAction::Expect(_) | ScriptAction::Never(_) => return None,
                }
            }
            end = at;
        }
        end = match self.end {
            None => end,
            Some(End::At(at)) => at,
            Some(End::After(span)) => end + span,
        };
        let run = Run { scenario: self.scenario.clone(), seed: self.seed, commands };
        Some((run, end, said))
    }
}
