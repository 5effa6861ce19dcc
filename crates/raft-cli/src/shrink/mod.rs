//! Makes a run small that violates a property: fewer commands, nodes and clients, settings as they
//! usually are, less time. Each attempt is a run of its own, kept if it still violates the same.
//!
//! What a run does depends on its seed, and an attempt may miss the violation only because messages
//! now take other times. So a promising attempt is made with a few other seeds, too. The order of
//! attempts is fixed: the same run shrinks to the same.

mod cluster;
mod commands;
mod spans;

use raft_sim::raft_core::Micros;
use raft_sim::{Property, Run, Scenario, Time, Violation};

use crate::interrupt;
use crate::judge::{Judge, Judgement};

/// A run made small.
pub(crate) struct Shrunk {
    pub(crate) run: Run,
    pub(crate) violation: Violation,
    /// When it is violated.
    pub(crate) at: Time,
    /// How many runs were tried.
    pub(crate) trials: u32,
}

/// How long a violation may take longer than before, after something was left out.
const GRACE: Micros = Micros::from_millis(1000);

/// With how many seeds a part is tried at most before it counts as needed.
const MOST_PATIENCE: u64 = 36;
/// So few commands are worth no more patience.
const SHORT: usize = 8;

/// What is known while a run is made smaller.
struct Search {
    property: Property,
    /// Whether only mistakes violate it, which then must stay so: commands alone may do what no
    /// cluster survives, such as erasing the disks of most.
    needs_mistake: bool,
    best: Run,
    violation: Violation,
    at: Time,
    trials: u32,
    limit: u32,
}

/// Makes a run small; none if it does not violate the property in the first place.
pub(crate) fn shrink(run: &Run, property: Property, until: Time, limit: u32) -> Option<Shrunk> {
    let judge = Judge { hunted: Some(property), until, keeps_records: false };
    let judgement = judge.finds(run)?;
    let mut search = Search {
        property,
        needs_mistake: judge.blames_mistakes(run),
        best: run.clone(),
        violation: find(&judgement, property)?,
        at: judgement.ended,
        trials: 1,
        limit,
    };
    search.keep(run.clone(), &judgement);
    search.drop_nodes();
    search.drop_clients();
    // Large parts are tried first and with few seeds: while a run is long, each attempt is.
    let mut patience = 1;
    loop {
        let before = search.size();
        search.drop_commands(patience);
        search.simplify_settings();
        search.drop_nodes();
        search.drop_clients();
        search.fuse_commands();
        search.cut_time();
        if search.is_over() {
            break;
        }
        if search.size() == before {
            // What is long still may hide something short behind a seed that nobody has tried.
            if patience >= MOST_PATIENCE || search.best.commands.len() <= SHORT && patience > 1 {
                break;
            }
            patience *= 6;
            search.drop_pairs(patience / 6);
        }
    }
    search.round_times();
    let Search { best: run, violation, at, trials, .. } = search;
    Some(Shrunk { run, violation, at, trials })
}

fn find(judgement: &Judgement, property: Property) -> Option<Violation> {
    let mut all = judgement.violations.iter();
    all.find(|violation| violation.property() == property).cloned()
}

impl Search {
    fn is_over(&self) -> bool {
        self.trials >= self.limit || interrupt::is_wanted()
    }

    /// What is to become less, the most important first.
    fn size(&self) -> (usize, u32, usize, Time) {
        let scenario = &self.best.scenario;
        let others = scenario.spares + scenario.clients;
        (self.best.commands.len(), scenario.nodes + others, unusual(scenario), self.at)
    }

    /// Tries a run with its own seed, and with so many others.
    fn attempt(&mut self, candidate: &Run, others: u64) -> bool {
        let own = candidate.seed;
        for seed in std::iter::once(own).chain((1..=others).filter(|seed| *seed != own)) {
            if self.is_over() {
                return false;
            }
            let run = Run { seed, ..candidate.clone() };
            let last = run.commands.last().map_or(Time::default(), |timed| timed.at);
            // What did not come is judged after the last command, however long that takes.
            let until = match self.property {
                Property::Liveness | Property::StableLeadership => last,
                _ => last.max(self.at) + GRACE,
            };
            self.trials += 1;
            let judge = Judge { hunted: Some(self.property), until, keeps_records: false };
            let found = judge.finds(&run);
            if let Some(judgement) = found
                && (!self.needs_mistake || judge.blames_mistakes(&run))
            {
                self.keep(run, &judgement);
                return true;
            }
        }
        false
    }

    fn keep(&mut self, mut run: Run, judgement: &Judgement) {
        if let Some(violation) = find(judgement, self.property) {
            run.commands.retain(|timed| timed.at <= judgement.ended);
            self.best = run;
            self.violation = violation;
            self.at = judgement.ended;
        }
    }
}

/// How many settings are not as they usually are.
pub(crate) fn unusual(scenario: &Scenario) -> usize {
    cluster::SETTINGS
        .iter()
        .filter(|setting| {
            let mut usual = scenario.clone();
            setting(&mut usual);
            usual != *scenario
        })
        .count()
}
