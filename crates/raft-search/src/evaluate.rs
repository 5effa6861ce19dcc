//! Performs a run and reports what it violates.
//!
//! The simulation checks most properties after every event. Two properties are about how a run
//! continues, so they are checked here, after the last fault, if enough of the cluster is free of
//! faults by then:
//!
//! - *Liveness*: there are nodes that form a quorum of every membership that may be in effect. They
//!   can reach each other and a client, and no other node can reach them. Then a write must succeed
//!   within [`PATIENCE`].
//! - *Stable leadership*: the last two faults cut one node off and heal the network while another
//!   node leads. One second later that leader must still lead the same term. Raft guarantees this
//!   only with pre-vote, so without pre-vote it is checked only if it is the target.

mod fault_free_quorum;

use raft_sim::raft_core::{Micros, NodeId, Term};
use raft_sim::swarm::{self, PATIENCE};
use raft_sim::{
    BadRun, Command, InjectedBugs, Property, Record, RecordKind, Run, Scenario, Simulation, Time,
    TimedCommand, Violation,
};

/// Evaluates runs: performs each from its beginning and checks every property.
#[derive(Clone, Copy, Debug)]
pub struct Evaluator {
    /// The property whose first violation ends the run. With `None` any violation ends it.
    pub target: Option<Property>,
    /// When a run without such a violation ends. Liveness and stable leadership may need longer:
    /// the run then goes on until they are decided.
    pub until: Time,
    /// Whether the evaluation contains the records of the run.
    pub keeps_records: bool,
}

/// The result of evaluating a run.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The run as performed: the given commands, and the requests that were sent to test liveness.
    pub run: Run,
    /// Every violation, the first one first.
    pub violations: Vec<Violation>,
    /// The records in order, with one for each violation; empty unless they were asked for.
    pub records: Vec<Record>,
    /// When the run ended: at the violation that was looked for, or at the evaluator's `until`.
    pub ended: Time,
    /// How many events were simulated.
    pub events: u64,
}

impl Evaluation {
    /// Whether the run violates this property.
    pub fn violates(&self, property: Property) -> bool {
        self.violations.iter().any(|violation| violation.property() == property)
    }
}

/// How far to simulate a run that has no end of its own: to the last command, and as much longer as
/// a cluster without faults may take to answer a write.
pub fn default_end(run: &Run) -> Time {
    run.commands.last().map_or(Time::default(), |timed| timed.at) + PATIENCE
}

impl Evaluator {
    /// Performs a run and checks it.
    ///
    /// # Errors
    /// If the scenario or a command is impossible; the error says which.
    pub fn evaluate(self, run: &Run) -> Result<Evaluation, BadRun> {
        let mut simulation = Simulation::new(run.clone())?;
        simulation.mute(!self.keeps_records);
        let faults: Vec<&TimedCommand> =
            run.commands.iter().filter(|timed| !is_request(&timed.command)).collect();
        let mut observed = ObservedRun { simulation, target: self.target, delayed: None };
        observed.perform(&faults, run, self.until);
        Ok(observed.end())
    }

    /// The evaluation of a run that violates the target. `None` if the run does not violate it, is
    /// impossible, or if there is no target.
    pub(crate) fn find(self, run: &Run) -> Option<Evaluation> {
        let target = self.target?;
        self.evaluate(run).ok().filter(|evaluation| evaluation.violates(target))
    }

    /// Whether a run that violates the target violates it only with its mistakes.
    pub(crate) fn needs_mistake(self, run: &Run) -> bool {
        let correct = self.target.and_then(|target| without_bugs(run, target));
        correct.is_some_and(|correct| self.find(&correct).is_none())
    }
}

/// The same run with every rule enforced and without mistakes; `None` if it has none of them.
fn without_bugs(run: &Run, target: Property) -> Option<Run> {
    let scenario = Scenario {
        waived: Scenario::default().waived,
        injected_bugs: InjectedBugs::default(),
        pre_vote: run.scenario.pre_vote || target == Property::StableLeadership,
        ..run.scenario.clone()
    };
    let mut correct = Run { scenario, ..run.clone() };
    correct.commands.retain(|timed| !matches!(timed.command, Command::Waive(_)));
    (correct != *run).then_some(correct)
}

/// Whether a command is a request of a client; every other command changes the cluster.
pub(crate) fn is_request(command: &Command) -> bool {
    matches!(command, Command::Submit { .. } | Command::Resend { .. })
}

/// A run that is being evaluated.
struct ObservedRun {
    simulation: Simulation,
    target: Option<Property>,
    /// A violation of liveness or of stable leadership, which the simulation does not check.
    delayed: Option<Violation>,
}

impl ObservedRun {
    fn looks_for(&self, property: Property) -> bool {
        self.target.is_none_or(|target| target == property)
    }

    fn is_over(&self) -> bool {
        swarm::is_over(self.simulation.violations().iter().chain(&self.delayed), self.target)
    }

    fn perform(&mut self, faults: &[&TimedCommand], run: &Run, until: Time) {
        let cut_off = match faults {
            [.., away, heal] if matches!(heal.command, Command::Heal) => match away.command {
                Command::Isolate(node) if self.checks_stability(run) => node.node(),
                _ => None,
            }
            .map(|node| (node, away.at)),
            _ => None,
        };
        let last = faults.last().map_or(Time::default(), |timed| timed.at);
        if let Some((node, at)) = cut_off {
            // Requests of the same instant may come before the cut, so stop just before it.
            self.run_until(Time(at.0.saturating_sub(1)));
            let led = self.leader_without(node);
            self.run_until(last);
            if let Some((leader, term)) = led {
                self.demand_stability(leader, term);
            }
        }
        self.run_until(last);
        if self.looks_for(Property::Liveness)
            && !self.is_over()
            && fault_free_quorum::has_fault_free_quorum(&self.simulation)
        {
            self.delayed = swarm::progress(&mut self.simulation, self.target);
        }
        self.run_until(until);
    }

    fn checks_stability(&self, run: &Run) -> bool {
        self.target == Some(Property::StableLeadership)
            || (self.target.is_none() && run.scenario.pre_vote)
    }

    fn run_until(&mut self, end: Time) {
        while !self.is_over() && self.simulation.next_at().is_some_and(|next| next <= end) {
            self.simulation.step();
        }
        if !self.is_over() {
            self.simulation.run_until(end.max(self.simulation.now()));
        }
    }

    /// The leader and its term, if the cluster can go on without the node `away`.
    fn leader_without(&self, away: NodeId) -> Option<(NodeId, Term)> {
        let leader = self.simulation.leader().filter(|leader| *leader != away)?;
        fault_free_quorum::is_rest_fault_free(&self.simulation, away, leader)
            .then(|| self.simulation.host(leader).process.as_ref())?
            .map(|process| (leader, process.node.term()))
    }

    fn demand_stability(&mut self, leader: NodeId, term: Term) {
        self.run_until(self.simulation.now() + Micros::from_millis(1000));
        let Some(process) = &self.simulation.host(leader).process else { return };
        let newer = process.node.term();
        if newer != term && !self.is_over() {
            self.delayed = Some(Violation::StableLeadership { leader, term, newer });
        }
    }

    fn end(mut self) -> Evaluation {
        let mut violations = self.simulation.violations().to_vec();
        let mut records = self.simulation.take_records();
        if let Some(violation) = self.delayed {
            violations.push(violation.clone());
            records.push(Record {
                seq: records.last().map_or(0, |last| last.seq + 1),
                at: self.simulation.now(),
                cause: None,
                subject: None,
                state: None,
                kind: RecordKind::Violated(violation),
            });
        }
        let (ended, events) = (self.simulation.now(), self.simulation.events());
        Evaluation { run: self.simulation.run().clone(), violations, records, ended, events }
    }
}
