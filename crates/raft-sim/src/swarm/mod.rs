//! One seed draws a whole trial: the cluster, its settings, which faults there are and when, and
//! what clients ask for. A campaign of seeds so visits corners that nobody thinks of (Groce et al.,
//! "Swarm Testing", 2012).
//!
//! A trial has three phases. First, faults of the drawn kinds are injected. Then a random quorum is
//! made whole and everybody else is cut off: within [`PATIENCE`] there must be a leader, and it
//! must answer a write. Last all are made whole, and where nodes ask before they stand, one that
//! was cut off for a while must not depose the leader when it returns.
//!
//! Everything that is done is a command, so what a trial leaves behind is a plain [`Run`].

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

/// For how long faults are injected.
pub const FAULTS: Micros = Micros::from_millis(22_000);
/// How long a whole quorum may take to elect a leader and to answer a write.
pub const PATIENCE: Micros = Micros::from_millis(12_000);
/// How long a trial lasts at least.
pub const TRIAL: Micros = Micros::from_millis(30_000);

/// What became of a trial.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trial {
    /// What was done: it shows the same again.
    pub run: Run,
    /// What was violated, the first one first.
    pub violations: Vec<Violation>,
    /// How much time was simulated.
    pub simulated: Time,
    /// How many events there were.
    pub events: u64,
}

impl Trial {
    /// Whether a property was violated.
    pub fn violates(&self, property: Property) -> bool {
        self.violations.iter().any(|violation| violation.property() == property)
    }
}

/// What is wrong with the cluster of a trial. Nothing, if it is to be safe.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FaultConfig {
    /// A mistake that real systems made.
    pub mutant: Option<Mutant>,
    /// Rules that are switched off besides.
    pub waived: RuleSet,
}

impl From<Option<Mutant>> for FaultConfig {
    fn from(mutant: Option<Mutant>) -> Self {
        Self { mutant, ..Self::default() }
    }
}

/// Carries out the trial of a seed, with a mistake or without. It ends with the first violation, or
/// with the first one of `target`, if that is given.
///
/// A key's history is given up sooner than in a run that is only replayed, so that a campaign gets
/// through more seeds: what a trial does not find here, a replay of its run may.
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

/// Lets a cluster whose faults have ended go on until a write is answered. Gives what is violated
/// if that takes longer than [`PATIENCE`]; none if the target is found before, or if there is
/// no client to ask for anything.
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

/// Whether the target is found: a property, or whatever comes first.
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

/// A trial under way.
struct TrialRun {
    simulation: Simulation,
    target: Option<Property>,
    draws: Stream,
    /// What was found by looking at the trial as a whole.
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

    /// Injects faults while clients work.
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
