//! Resets settings to their defaults, one after another.

use std::vec;

use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::{InjectedBugs, Run, Scenario};

use super::pass::{Pass, Proposal};

/// With how many other seeds a simpler setting is tried.
const OTHER_SEEDS: u64 = 6;

/// Each sets one setting to its default. Those that make the network and the disks simple come
/// first.
const SETTINGS: [fn(&mut Scenario); 25] = [
    |scenario| scenario.network.loss_permille = 0,
    |scenario| scenario.network.duplicate_permille = 0,
    |scenario| scenario.network.reorder_permille = 0,
    |scenario| scenario.network.tail = usual().network.tail,
    |scenario| scenario.network.bandwidth = None,
    |scenario| scenario.network = usual().network,
    |scenario| scenario.torn_permille = 0,
    |scenario| scenario.disk_jitter = usual().disk_jitter,
    |scenario| scenario.disk_latency = usual().disk_latency,
    |scenario| scenario.compact_after = None,
    |scenario| scenario.snapshot_chunk = usual().snapshot_chunk,
    |scenario| scenario.pre_vote = usual().pre_vote,
    |scenario| scenario.check_quorum = usual().check_quorum,
    |scenario| scenario.reads = usual().reads,
    |scenario| scenario.requests = usual().requests,
    |scenario| scenario.max_entries_per_message = usual().max_entries_per_message,
    |scenario| scenario.max_in_flight = usual().max_in_flight,
    |scenario| scenario.client_patience = usual().client_patience,
    |scenario| scenario.election_timeout = usual().election_timeout,
    |scenario| scenario.heartbeat_interval = usual().heartbeat_interval,
    |scenario| {
        scenario.election_timeout = usual().election_timeout;
        scenario.heartbeat_interval = usual().heartbeat_interval;
    },
    |scenario| scenario.network.jitter = usual().network.jitter,
    |scenario| scenario.network.latency = usual().network.latency,
    |scenario| scenario.waived = RuleSet::EMPTY,
    |scenario| scenario.injected_bugs = InjectedBugs::default(),
];

fn usual() -> Scenario {
    Scenario::default()
}

/// How many settings of a scenario differ from the default.
pub fn unusual_settings(scenario: &Scenario) -> usize {
    SETTINGS
        .iter()
        .filter(|set_default| {
            let mut usual = scenario.clone();
            set_default(&mut usual);
            usual != *scenario
        })
        .count()
}

/// Sets each setting to its default, then enforces each waived rule.
#[derive(Debug, Default)]
pub(super) struct SimplifySettings {
    next: usize,
    rules: Option<vec::IntoIter<Rule>>,
}

impl Pass for SimplifySettings {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        let mut run = best.clone();
        while let Some(set_default) = SETTINGS.get(self.next) {
            self.next += 1;
            set_default(&mut run.scenario);
            if run.scenario != best.scenario {
                return Some(Proposal { run, other_seeds: OTHER_SEEDS });
            }
        }
        // If several rules are waived, one may be enough.
        let waived = || best.scenario.waived.iter().collect::<Vec<_>>().into_iter();
        let rule = self.rules.get_or_insert_with(waived).next()?;
        run.scenario.waived = run.scenario.waived.without(rule);
        Some(Proposal { run, other_seeds: OTHER_SEEDS })
    }
}
