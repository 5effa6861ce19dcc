//! The form of settings: changes that are not in effect yet.

use std::rc::Rc;

use raft_sim::script::{BadValue, read_share, write_share};
use raft_sim::{Command, Scenario, Simulation};

use crate::intent::Setting;
use crate::query;
use crate::text::Sentence;

/// How fast a clock may run, in thousandths of true time.
const CLOCK_RATES: (u16, u16) = (100, 10_000);

/// The word for a stopped clock, in the place of its rate.
const STANDS: &str = "stands";

/// The changes in the form of settings that are not in effect yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct SettingsDraft {
    /// The scenario of the next run; none if it is the present one.
    pub(crate) scenario: Option<Scenario>,
    /// The typed texts that are not accepted yet.
    typed: Vec<Typed>,
}

/// A text that was typed into a field.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    setting: Setting,
    pub(crate) text: Rc<str>,
    /// Why it was refused; none while it is being typed.
    pub(crate) complaint: Option<Sentence>,
}

impl SettingsDraft {
    /// The scenario of the next run, with the present network and rules.
    pub(crate) fn next_scenario(&self, simulation: &Simulation) -> Scenario {
        let running = &simulation.run().scenario;
        let network = query::common_quality(simulation).unwrap_or(running.network);
        let drafted = self.scenario.as_ref().unwrap_or(running);
        Scenario { network, waived: simulation.waived(), ..drafted.clone() }
    }

    /// Whether that differs from the running scenario, apart from settings that take effect now.
    pub(crate) fn is_pending(&self, simulation: &Simulation) -> bool {
        let next = self.next_scenario(simulation);
        let running = simulation.run().scenario.clone();
        next != Scenario { network: next.network, waived: next.waived, ..running }
    }

    /// The text in a field that is not accepted yet.
    pub(crate) fn typed(&self, setting: Setting) -> Option<&Typed> {
        self.typed.iter().find(|typed| typed.setting == setting)
    }

    /// The texts that were refused.
    pub(crate) fn refused(&self) -> Vec<(Setting, Rc<str>)> {
        let refused = self.typed.iter().filter(|typed| typed.complaint.is_some());
        refused.map(|typed| (typed.setting, Rc::clone(&typed.text))).collect()
    }

    /// Remembers a text that is being typed or was refused.
    pub(crate) fn remember(
        &mut self,
        setting: Setting,
        text: Rc<str>,
        complaint: Option<Sentence>,
    ) {
        self.forget(setting);
        self.typed.push(Typed { setting, text, complaint });
    }

    /// Forgets the text that was typed into a field.
    pub(crate) fn forget(&mut self, setting: Setting) {
        self.typed.retain(|typed| typed.setting != setting);
    }

    /// The value of a setting for the next run, as scenarios write it.
    pub(crate) fn write(&self, setting: Setting, simulation: &Simulation) -> String {
        match setting {
            Setting::Scenario(row) => self.next_scenario(simulation).setting(row.name),
            Setting::Clock(node) => match simulation.host(node).clock.rate_permille() {
                0 => STANDS.into(),
                rate => write_share(rate),
            },
            Setting::Rule(rule) => {
                if simulation.waived().contains(rule) { "off" } else { "on" }.into()
            }
        }
    }

    /// Reads a setting as scenarios write it. If it takes effect now and changes something, the
    /// result is a command; otherwise it is kept for the next run.
    pub(crate) fn read(
        &mut self,
        setting: Setting,
        text: &str,
        simulation: &Simulation,
    ) -> Result<Option<Command>, BadValue> {
        match setting {
            Setting::Scenario(row) => {
                let mut next = self.next_scenario(simulation);
                let network = next.network;
                next.set(row.name, text)?;
                let command = (next.network != network).then_some(Command::Network(next.network));
                self.scenario = Some(next);
                Ok(command)
            }
            Setting::Clock(node) => {
                let rate_permille = match text.trim() {
                    STANDS => 0,
                    share => read_share(share, CLOCK_RATES.0, CLOCK_RATES.1)?,
                };
                let set = (node.into(), rate_permille);
                let is_known = simulation.hosts().iter().any(|host| host.id == node);
                let is_new = is_known && !query::clock_rates(simulation).contains(&set);
                Ok(is_new.then_some(Command::Clock { node: set.0, rate_permille }))
            }
            Setting::Rule(rule) => {
                let on = text == "on";
                let mut next = self.next_scenario(simulation);
                next.waived = if on { next.waived.without(rule) } else { next.waived.with(rule) };
                next.check()?;
                let is_new = simulation.waived().contains(rule) == on;
                let command = if on { Command::Enforce(rule) } else { Command::Waive(rule) };
                Ok(is_new.then_some(command))
            }
        }
    }
}
