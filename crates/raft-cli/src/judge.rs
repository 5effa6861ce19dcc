//! Performs a run and says what it violates.
//!
//! Most properties are checked by the simulation after every event. Two of them speak about how a
//! run goes on, so they are judged here, after the run's last fault, if that left enough whole:
//!
//! - *Liveness*: nodes that are a quorum of every membership that may be in effect can hear each
//!   other and a client, and nobody else interferes. Within [`PATIENCE`] a write must be answered.
//! - *Stable leadership*: the last faults cut one node off and heal everything while somebody else
//!   leads. A second later that leader's term must not have ended. It is only promised where nodes
//!   ask before they stand, so without pre-vote it is judged only if it is asked for.

mod whole;

use raft_sim::raft_core::{Micros, NodeId, Term};
use raft_sim::swarm::{PATIENCE, is_over, progress};
use raft_sim::{
    BadRun, Command, Fact, Mistakes, Property, Record, Run, Scenario, Simulation, Time,
    TimedCommand, Violation,
};

/// What is looked for, and until when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge {
    /// Ends with the first violation of this property, or of any.
    pub(crate) hunted: Option<Property>,
    /// Until when it runs, if nothing is found; what must be judged later is waited for.
    pub(crate) until: Time,
    /// Whether records are kept.
    pub(crate) keeps_records: bool,
}

/// What became of a run.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// What was performed: the run, and what was asked to see whether anything is answered.
    pub(crate) run: Run,
    pub(crate) violations: Vec<Violation>,
    pub(crate) records: Vec<Record>,
    /// When it ended: right after what was looked for, if that was found.
    pub(crate) ended: Time,
    pub(crate) events: u64,
}

impl Judgement {
    pub(crate) fn violates(&self, property: Property) -> bool {
        self.violations.iter().any(|violation| violation.property() == property)
    }
}

/// Until when a run is worth looking at that says no more about itself.
pub(crate) fn default_end(run: &Run) -> Time {
    run.commands.last().map_or(Time::default(), |timed| timed.at) + PATIENCE
}

impl Judge {
    /// Performs a run.
    pub(crate) fn judge(self, run: &Run) -> Result<Judgement, BadRun> {
        let mut simulation = Simulation::new(run.clone())?;
        simulation.mute(!self.keeps_records);
        let faults: Vec<&TimedCommand> =
            run.commands.iter().filter(|timed| !is_request(&timed.command)).collect();
        let mut trial = Performance { simulation, hunted: self.hunted, judged: None };
        trial.play(&faults, run, self.until);
        Ok(trial.end())
    }

    /// What becomes of a run that violates what is looked for.
    pub(crate) fn finds(self, run: &Run) -> Option<Judgement> {
        let hunted = self.hunted?;
        self.judge(run).ok().filter(|judgement| judgement.violates(hunted))
    }

    /// Whether a run that violates what is looked for does so only with its mistakes.
    pub(crate) fn blames_mistakes(self, run: &Run) -> bool {
        let right = self.hunted.and_then(|hunted| corrected(run, hunted));
        right.is_some_and(|right| self.finds(&right).is_none())
    }
}

/// The same run without mistakes; none if it has none.
fn corrected(run: &Run, hunted: Property) -> Option<Run> {
    let scenario = Scenario {
        waived: Scenario::default().waived,
        mistakes: Mistakes::default(),
        pre_vote: run.scenario.pre_vote || hunted == Property::StableLeadership,
        ..run.scenario.clone()
    };
    let mut right = Run { scenario, ..run.clone() };
    right.commands.retain(|timed| !matches!(timed.command, Command::Waive(_)));
    (right != *run).then_some(right)
}

pub(crate) fn is_request(command: &Command) -> bool {
    matches!(command, Command::Submit { .. })
}

/// A run under way.
struct Performance {
    simulation: Simulation,
    hunted: Option<Property>,
    /// What was found by looking at the run as a whole.
    judged: Option<Violation>,
}

impl Performance {
    fn looks_for(&self, property: Property) -> bool {
        self.hunted.is_none_or(|hunted| hunted == property)
    }

    fn is_over(&self) -> bool {
        is_over(self.simulation.violations().iter().chain(&self.judged), self.hunted)
    }

    fn play(&mut self, faults: &[&TimedCommand], run: &Run, until: Time) {
        let cut_off = match faults {
            [.., away, heal] if matches!(heal.command, Command::Heal) => match away.command {
                Command::Isolate(node) if self.judges_stability(run) => node.node(),
                _ => None,
            }
            .map(|node| (node, away.at)),
            _ => None,
        };
        let last = faults.last().map_or(Time::default(), |timed| timed.at);
        if let Some((node, at)) = cut_off {
            // Requests of the same instant may come first, so the instant itself is not run.
            self.run_until(Time(at.0.saturating_sub(1)));
            let led = self.leader_without(node);
            self.run_until(last);
            if let Some((leader, term)) = led {
                self.demand_stability(leader, term);
            }
        }
        self.run_until(last);
        if self.looks_for(Property::Liveness) && !self.is_over() && whole::quorum(&self.simulation)
        {
            self.judged = progress(&mut self.simulation, self.hunted);
        }
        self.run_until(until);
    }

    fn judges_stability(&self, run: &Run) -> bool {
        self.hunted == Some(Property::StableLeadership)
            || (self.hunted.is_none() && run.scenario.pre_vote)
    }

    fn run_until(&mut self, end: Time) {
        while !self.is_over() && self.simulation.next_at().is_some_and(|next| next <= end) {
            self.simulation.step();
        }
        if !self.is_over() {
            self.simulation.run_until(end.max(self.simulation.now()));
        }
    }

    /// Who leads, if it can go on without a node.
    fn leader_without(&self, away: NodeId) -> Option<(NodeId, Term)> {
        let leader = self.simulation.leader().filter(|leader| *leader != away)?;
        whole::everyone_but(&self.simulation, away, leader)
            .then(|| self.simulation.host(leader).process.as_ref())?
            .map(|process| (leader, process.node.term()))
    }

    fn demand_stability(&mut self, leader: NodeId, term: Term) {
        self.run_until(self.simulation.now() + Micros::from_millis(1000));
        let Some(process) = &self.simulation.host(leader).process else { return };
        let newer = process.node.term();
        if newer != term && !self.is_over() {
            self.judged = Some(Violation::StableLeadership { leader, term, newer });
        }
    }

    fn end(mut self) -> Judgement {
        let mut violations = self.simulation.violations().to_vec();
        let mut records = self.simulation.take_records();
        if let Some(violation) = self.judged {
            violations.push(violation.clone());
            records.push(Record {
                seq: records.last().map_or(0, |last| last.seq + 1),
                at: self.simulation.now(),
                cause: None,
                place: None,
                state: None,
                fact: Fact::Violated(violation),
            });
        }
        let (ended, events) = (self.simulation.now(), self.simulation.events());
        Judgement { run: self.simulation.run().clone(), violations, records, ended, events }
    }
}
