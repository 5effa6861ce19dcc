//! Changing the settings: some take effect while the cluster runs, the others when the user
//! restarts the run.

use std::rc::Rc;

use raft_sim::raft_core::Rule;
use raft_sim::{Command, History, Run, Scenario};

use super::Session;
use super::undo::Left;
use crate::intent::{Setting, Setup};
use crate::phrases;
use crate::query;
use crate::state::SettingsDraft;
use crate::text::say;

/// The rate of an accurate clock.
const TRUE_TIME: u16 = 1000;

impl Session {
    pub(super) fn handle_setup(&mut self, intent: Setup) {
        match intent {
            Setup::Type { setting, text } => self.settings.remember(setting, text, None),
            Setup::Set { setting, text } => {
                let mut accepted = self.set(setting, text);
                // What was refused may be possible now, or be refused for another reason.
                while accepted {
                    let refused = self.settings.refused().into_iter();
                    accepted =
                        refused.fold(false, |any, (setting, text)| self.set(setting, text) || any);
                }
            }
            Setup::SetDefaults => self.set_defaults(),
            Setup::DiscardDraft => self.settings = SettingsDraft::default(),
            Setup::Restart => self.replace(say::undo_restart(), &mut Self::restart),
        }
    }

    /// Changes a setting, or remembers why that was refused; whether it was accepted.
    fn set(&mut self, setting: Setting, text: Rc<str>) -> bool {
        let simulation = self.lanes[0].simulation();
        match self.settings.read(setting, &text, simulation) {
            Ok(command) => {
                self.settings.forget(setting);
                if let Some(command) = command {
                    self.act(command);
                }
                true
            }
            Err(error) => {
                let complaint = phrases::bad_value(&error);
                self.settings.remember(setting, text, Some(complaint));
                false
            }
        }
    }

    /// Sets everything to its default: now where that is possible, otherwise for the next run.
    fn set_defaults(&mut self) {
        let default = Scenario::default();
        let simulation = self.lane().simulation();
        let mut commands = Vec::new();
        if query::common_quality(simulation) != Some(default.network) {
            commands.push(Command::Network(default.network));
        }
        let waived = simulation.waived();
        let waived = Rule::ALL.iter().filter(|rule| waived.contains(**rule));
        commands.extend(waived.map(|rule| Command::Enforce(*rule)));
        for (node, rate_permille) in query::clock_rates(simulation) {
            if rate_permille != TRUE_TIME {
                commands.push(Command::Clock { node, rate_permille: TRUE_TIME });
            }
        }
        for command in commands {
            self.act(command);
        }
        self.settings = SettingsDraft::default();
        self.settings.scenario = Some(default);
    }

    /// Begins a run with the settings of the form and the same seed.
    fn restart(&mut self) -> Option<Left> {
        let simulation = self.lane().simulation();
        let clocks = query::clock_rates(simulation);
        let (scenario, seed) = (self.settings.next_scenario(simulation), simulation.run().seed);
        // Every change of the draft was checked, so the run can be.
        let run = Run { scenario, seed, commands: Vec::new() };
        let history = History::new(run).ok()?;
        let left = self.begin(history);
        for (node, rate_permille) in clocks {
            if rate_permille != TRUE_TIME {
                self.act(Command::Clock { node, rate_permille });
            }
        }
        Some(left)
    }
}
