//! Changing how the cluster is made: at once what can change while it runs, and the rest for a run
//! that begins when it is asked for. Until then the one that runs stays.

use std::rc::Rc;

use raft_sim::raft_core::Rule;
use raft_sim::script::{BadSetting, read_share};
use raft_sim::{Address, Command, History, Quality, Run, Scenario};

use super::Session;

/// How fast a clock may run, in thousandths of true time.
const CLOCK_RATES: (u16, u16) = (100, 10_000);

/// What stands in the place of a share if a clock stands still.
pub(crate) const STANDS: &str = "stands";

/// The pace of a clock that shows true time.
const TRUE_TIME: u16 = 1000;

/// What the form of settings holds beside what runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// What the next run is made from; as the present one, if nothing was changed.
    scenario: Option<Scenario>,
    /// What was typed and has not been taken.
    typed: Vec<Typed>,
}

/// What was typed into a field.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    name: Rc<str>,
    pub(crate) text: Rc<str>,
    /// Why it was not taken; empty while it is being typed.
    pub(crate) complaint: Rc<str>,
}

impl Session {
    /// What the next run would be made from: with the network and the rules as they are now.
    pub(crate) fn next_scenario(&self) -> Scenario {
        let simulation = self.simulation();
        let scenario = &simulation.run().scenario;
        let drafted = self.draft.scenario.as_ref().unwrap_or(scenario);
        let network = self.quality().unwrap_or(scenario.network);
        Scenario { network, waived: simulation.waived(), ..drafted.clone() }
    }

    /// Whether that differs from what runs, but for what changes at once.
    pub(crate) fn has_pending_settings(&self) -> bool {
        let Scenario { network, waived, .. } = self.next_scenario();
        let running = &self.simulation().run().scenario;
        let now = Scenario { network, waived, ..running.clone() };
        self.next_scenario() != now
    }

    /// What was typed into a field and has not been taken.
    pub(crate) fn typed(&self, name: &str) -> Option<&Typed> {
        self.draft.typed.iter().find(|typed| *typed.name == *name)
    }

    /// Remembers what is being typed.
    pub(super) fn type_setting(&mut self, name: Rc<str>, text: Rc<str>) {
        self.draft.typed.retain(|typed| typed.name != name);
        self.draft.typed.push(Typed { name, text, complaint: Rc::default() });
    }

    /// Takes what was typed for a setting, or says why not.
    pub(super) fn set(&mut self, name: Rc<str>, text: Rc<str>) {
        self.draft.typed.retain(|typed| typed.name != name);
        if let Err(error) = self.try_to_set(&name, &text) {
            let complaint = error.to_string().into();
            self.draft.typed.push(Typed { name, text, complaint });
        }
    }

    fn try_to_set(&mut self, name: &str, text: &str) -> Result<(), BadSetting> {
        if let Some(node) = name.strip_prefix("clock ").and_then(|node| node.parse().ok()) {
            let rate_permille = match text.trim() {
                STANDS => 0,
                share => read_share(share, CLOCK_RATES.0, CLOCK_RATES.1)?,
            };
            self.set_clock(node, rate_permille);
        } else if let Ok(rule) = name.parse::<Rule>() {
            let mut next = self.next_scenario();
            next.waived = if text == "on" { next.waived.without(rule) } else { next.waived };
            next.check().map_err(|bad| BadSetting::new(bad.to_string()))?;
            self.set_rule(rule, text == "on");
        } else {
            let mut next = self.next_scenario();
            let network = next.network;
            next.set(name, text)?;
            if next.network != network {
                self.act(Command::Network(next.network));
            }
            self.draft.scenario = Some(next);
        }
        Ok(())
    }

    fn set_clock(&mut self, node: Address, rate_permille: u16) {
        if self.clock_rates().contains(&(node, rate_permille)) {
            return;
        }
        self.act(Command::Clock { node, rate_permille });
    }

    fn set_rule(&mut self, rule: Rule, on: bool) {
        if self.simulation().waived().contains(rule) == on {
            self.act(if on { Command::Enforce(rule) } else { Command::Waive(rule) });
        }
    }

    /// Puts everything back to the default: at once what can be, the rest for the next run.
    pub(super) fn set_defaults(&mut self) {
        let usual = Scenario::default();
        if self.quality() != Some(usual.network) {
            self.act(Command::Network(usual.network));
        }
        for &rule in Rule::ALL {
            self.set_rule(rule, true);
        }
        for (node, _) in self.clock_rates() {
            self.set_clock(node, TRUE_TIME);
        }
        self.draft = Draft { scenario: Some(usual), typed: Vec::new() };
    }

    /// Forgets what was meant for the next run.
    pub(super) fn keep_settings(&mut self) {
        self.draft = Draft::default();
    }

    /// Begins a run with the same seed that is made as the form says.
    pub(super) fn begin_again(&mut self) {
        let (scenario, clocks) = (self.next_scenario(), self.clock_rates());
        let seed = self.simulation().run().seed;
        // Every change of the draft was checked, so the run can be.
        let Ok(history) = History::new(Run { scenario, seed, commands: Vec::new() }) else {
            return;
        };
        self.begin(history);
        for (node, rate_permille) in clocks {
            self.set_clock(node, rate_permille);
        }
    }

    /// The pace of each clock.
    fn clock_rates(&self) -> Vec<(Address, u16)> {
        let hosts = self.simulation().hosts().iter();
        hosts.map(|host| (host.id.into(), host.clock.rate_permille())).collect()
    }

    /// How every link carries; none if not all carry alike.
    fn quality(&self) -> Option<Quality> {
        let network = self.simulation().network();
        let mut qualities = network.directions().map(|(from, to, _)| network.quality(from, to));
        let first = qualities.next().unwrap_or(Some(self.simulation().run().scenario.network));
        if qualities.all(|quality| quality == first) { first } else { None }
    }
}
