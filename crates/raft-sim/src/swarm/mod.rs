//! Swarm tests: a seed determines a whole trial, with the cluster, its settings, the kinds and
//! times of its faults, and the operations of its clients. A campaign of many seeds reaches cases
//! that its authors did not think of (Groce et al., "Swarm Testing", 2012).
//!
//! A trial has three phases. First, faults of the chosen kinds are injected. Then a random quorum
//! is healed and all other nodes are isolated: within [`PATIENCE`] there must be a leader, and it
//! must answer a write. Finally all nodes are healed, and with pre-vote a node that was isolated
//! for a while must not depose the leader when it returns.
//!
//! A trial changes its cluster only through commands, so its result is a plain [`Run`].

mod draw;
mod heal;
mod mutants;
mod needs;
mod nemesis;
mod plan;
mod workload;

use raft_core::{Micros, RuleSet};

use crate::checks::{Property, SearchLimits, Violation};
use crate::client::Status;
use crate::command::Command;
use crate::kv::Operation;
use crate::random::{Concern, Stream};
use crate::run::Run;
use crate::simulation::Simulation;
use crate::time::Time;

pub use mutants::Mutant;
use nemesis::Nemesis;
use plan::Plan;
use workload::Workload;

/// How long faults are injected.
pub const FAULTS: Micros = Micros::from_millis(22_000);
/// How long a healed quorum may take to elect a leader and to answer a write.
pub const PATIENCE: Micros = Micros::from_millis(12_000);
/// The minimum duration of a trial.
pub const TRIAL: Micros = Micros::from_millis(30_000);

/// The result of a trial.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trial {
    /// The run, which reproduces the trial.
    pub run: Run,
    /// The violations, oldest first.
    pub violations: Vec<Violation>,
    /// The simulated time.
    pub simulated: Time,
    /// The number of events.
    pub events: u64,
}

impl Trial {
    /// Whether a property was violated.
    pub fn violates(&self, property: Property) -> bool {
        self.violations.iter().any(|violation| violation.property() == property)
    }
}

/// The bugs of a trial's cluster; none in a safe cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FaultConfig {
    /// A bug that a real system had.
    pub mutant: Option<Mutant>,
    /// Further waived rules.
    pub waived: RuleSet,
}

impl From<Option<Mutant>> for FaultConfig {
    fn from(mutant: Option<Mutant>) -> Self {
        Self { mutant, ..Self::default() }
    }
}

/// Runs the trial of a seed, with bugs or without. The trial ends with the first violation, or with
/// the first violation of `target`, if given.
///
/// The search for linearizability has lower limits than in a replay, so that a campaign covers more
/// seeds. A replay may therefore find violations that the trial did not.
pub fn trial(seed: u64, config: impl Into<FaultConfig>, target: Option<Property>) -> Trial {
    let FaultConfig { mutant, waived } = config.into();
    let mut plan = Plan::draw(seed, mutant);
    plan.scenario.waived = waived.iter().fold(plan.scenario.waived, RuleSet::with);
    let stable = plan.stable;
    let nemesis = Nemesis::new(&plan, seed);
    let workload = Workload::new(&plan, seed);
    let run = Run { scenario: plan.scenario, seed, commands: Vec::new() };
    let Ok(mut simulation) = Simulation::new(run) else {
        unreachable!("what is drawn can be");
    };
    simulation.mute(true);
    simulation.checks.limit_search(SearchLimits::CAMPAIGN);
    let draws = Stream::new(seed, Concern::Nemesis, (1, 0));
    let mut trial_run = TrialRun { simulation, target, draws, reported: None };
    trial_run.inject_faults(nemesis, workload);
    trial_run.heal_quorum();
    trial_run.heal_all(stable);
    trial_run.end()
}

/// Runs a cluster without faults until it answers a write. Returns a violation if that takes longer
/// than [`PATIENCE`]; `None` also if the target is found before, or if there is no client.
pub fn progress(simulation: &mut Simulation, target: Option<Property>) -> Option<Violation> {
    let healed_at = simulation.now();
    let deadline = healed_at + PATIENCE;
    let client = simulation.clients().first()?.id.into();
    let mut asked = None;
    while simulation.now() < deadline {
        let end = simulation.now() + Micros::from_millis(50);
        while simulation.next_at().is_some_and(|next| next <= end) {
            simulation.step();
            if is_over(simulation.violations(), target) {
                return None;
            }
        }
        simulation.run_until(end);
        let operations = simulation.clients()[0].operations();
        let status = asked.and_then(|place: usize| operations.get(place));
        match status.map(|operation| &operation.status) {
            Some(Status::Done(_)) => return None,
            Some(Status::Waiting) => {}
            _ if simulation.leader().is_some() => {
                asked = Some(operations.len());
                let operation = Operation::Add("healed".into(), 1);
                simulation.act(Command::Submit { client, via: None, operation }).ok()?;
            }
            _ => {}
        }
    }
    let (at, leader) = (simulation.now(), simulation.leader());
    Some(Violation::Liveness { healed_at, at, leader })
}

/// Whether the target is found: a property, or any violation.
pub fn is_over<'a>(
    found: impl IntoIterator<Item = &'a Violation>,
    target: Option<Property>,
) -> bool {
    let mut found = found.into_iter().map(Violation::property);
    match target {
        None => found.next().is_some(),
        Some(target) => found.any(|property| property == target),
    }
}

/// A trial in progress.
struct TrialRun {
    simulation: Simulation,
    target: Option<Property>,
    draws: Stream,
    /// A violation by the trial as a whole.
    reported: Option<Violation>,
}

impl TrialRun {
    fn is_over(&self) -> bool {
        is_over(self.simulation.violations().iter().chain(&self.reported), self.target)
    }

    fn act(&mut self, command: Command) {
        if self.simulation.act(command).is_err() {
            unreachable!("a trial names only what its cluster has");
        }
    }

    fn run_for(&mut self, span: Micros) {
        self.simulation.run_until(self.simulation.now() + span);
    }

    /// Injects faults while clients send operations.
    fn inject_faults(&mut self, mut nemesis: Nemesis, mut workload: Workload) {
        let end = Time(FAULTS.0);
        while !self.is_over() {
            let next = nemesis.next_at().min(workload.next_at());
            if next >= end {
                self.simulation.run_until(end);
                return;
            }
            self.simulation.run_until(next);
            if workload.next_at() == next {
                if let Some(request) = workload.draw(self.simulation.clients()) {
                    self.act(request);
                }
            } else {
                nemesis.prepare(&mut self.simulation);
                for command in nemesis.draw(&self.simulation) {
                    self.act(command);
                }
            }
        }
    }

    fn end(mut self) -> Trial {
        if let Some(violation) = self.reported {
            self.simulation.report(violation, 0);
        }
        Trial {
            simulated: self.simulation.now(),
            events: self.simulation.events(),
            violations: self.simulation.violations().to_vec(),
            run: self.simulation.run().clone(),
        }
    }
}
