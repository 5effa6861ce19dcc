//! The simulation: one event at a time, each at its instant, each leaving records.

use std::sync::Arc;

use raft_core::{Config, Incarnation, Input, Membership, NodeId, RuleSet, Timer};

use crate::address::Address;
use crate::checks::{Checks, Violation};
use crate::client::Client;
use crate::clock::Clock;
use crate::command::Command;
use crate::disk::SlowDisk;
use crate::event_queue::{EventQueue, ScheduledEvent};
use crate::host::{Host, Waiting};
use crate::network::Network;
use crate::random::{Concern, Stream};
use crate::record::{Journal, NodeState, RecordKind};
use crate::run::{BadCommand, BadRun, Run, TimedCommand};
use crate::step_buffers::StepBuffers;

mod queries;
use crate::time::Time;

/// A cluster and its environment, at one instant.
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(crate) run: Arc<Run>,
    pub(crate) config: Arc<Config>,
    /// The configuration of nodes that start outside the cluster.
    pub(crate) spare_config: Arc<Config>,
    /// The waived rules.
    pub(crate) waived: RuleSet,
    pub(crate) now: Time,
    pub(crate) event_queue: EventQueue,
    pub(crate) buffers: StepBuffers,
    pub(crate) network: Network,
    pub(crate) hosts: Vec<Host>,
    pub(crate) clients: Vec<Client>,
    pub(crate) checks: Checks,
    pub(crate) journal: Journal,
    pub(crate) violations: Arc<Vec<Violation>>,
    pub(crate) events: u64,
    /// The number of commands of the run that have been executed.
    pub(crate) commands_done: usize,
    /// When disks lost entries that they had acknowledged.
    pub(crate) lost_tails: Vec<(Time, NodeId)>,
}

impl Simulation {
    /// Starts a run: every node boots from an empty disk at time zero.
    ///
    /// # Errors
    /// The first invalid part of the run.
    pub fn new(run: Run) -> Result<Self, BadRun> {
        run.scenario.check()?;
        let Run { scenario, seed, .. } = &run;
        let network = Network::new(
            &scenario.node_addresses(),
            &scenario.client_addresses(),
            scenario.network,
            *seed,
        );
        let hosts = (0..scenario.hosts()).map(|node| Host {
            id: NodeId(node),
            disk: SlowDisk::new(scenario, *seed, node),
            is_spare: node >= scenario.nodes,
            clock: Clock::default(),
            incarnation: Incarnation::default(),
            own_settings: None,
            administered: Vec::new(),
            process: None,
            sent: Default::default(),
            timer_draws: Stream::new(*seed, Concern::Timers, (node, 0)),
        });
        let clients =
            (0..scenario.clients).map(|id| Client::new(crate::ClientId(id), scenario.hosts()));
        let mut simulation = Self {
            config: Arc::new(scenario.config()),
            spare_config: Arc::new(Config { initial: Membership::default(), ..scenario.config() }),
            waived: scenario.waived,
            now: Time::default(),
            event_queue: EventQueue::default(),
            buffers: StepBuffers::default(),
            network,
            hosts: hosts.collect(),
            clients: clients.collect(),
            checks: Checks::new(scenario.hosts() as usize),
            journal: Journal::default(),
            violations: Arc::default(),
            events: 0,
            commands_done: 0,
            lost_tails: Vec::new(),
            run: Arc::new(run),
        };
        simulation.check_commands()?;
        for node in 0..simulation.run.scenario.hosts() {
            simulation.boot(NodeId(node), None);
        }
        Ok(simulation)
    }

    fn check_commands(&mut self) -> Result<(), BadRun> {
        let mut before = Time::default();
        let run = Arc::clone(&self.run);
        for (index, TimedCommand { at, command }) in run.commands.iter().enumerate() {
            self.check(command).map_err(|error| BadRun::Command(index, error))?;
            self.note_setting(command);
            if *at < before {
                return Err(BadRun::Order(index));
            }
            before = *at;
        }
        // Settings are assumed only during the check.
        self.hosts.iter_mut().for_each(|host| host.own_settings = None);
        Ok(())
    }

    /// Executes the next event or command and moves time to it. Returns false if there is none.
    pub fn step(&mut self) -> bool {
        self.step_until(Time(u64::MAX))
    }

    /// Executes the next event or command if it is due by `end`.
    fn step_until(&mut self, end: Time) -> bool {
        let next = self.event_queue.next_at();
        // Commands come after the events of their instant, since a user reacts to what has
        // happened.
        let command_first = |at: Time| next.is_none_or(|next| at < next);
        if let Some(timed) = self.next_command().filter(|timed| command_first(timed.at)) {
            if timed.at > end {
                return false;
            }
            let command = timed.command.clone();
            self.now = timed.at;
            self.commands_done += 1;
            self.events += 1;
            self.execute(command);
            return true;
        }
        if next.is_none_or(|next| next > end) {
            return false;
        }
        let Some((at, event)) = self.event_queue.pop() else { return false };
        debug_assert!(at >= self.now, "time never goes back");
        self.events += 1;
        self.now = at;
        match event {
            ScheduledEvent::Message(id) => self.end_transit(id),
            ScheduledEvent::Timer(node, timer) => self.expire_timer(node, timer),
            ScheduledEvent::Sync(node) => self.sync(node),
            ScheduledEvent::ClientTimeout(client, serial) => {
                self.handle_client_timeout(client, serial);
            }
        }
        true
    }

    /// The run's next command.
    fn next_command(&self) -> Option<&TimedCommand> {
        self.run.commands.get(self.commands_done)
    }

    /// The time of the next event or command; `None` if there is none.
    pub fn next_at(&self) -> Option<Time> {
        let command = self.next_command().map(|timed| timed.at);
        [self.event_queue.next_at(), command].into_iter().flatten().min()
    }

    /// Executes all events and commands up to and including a time.
    pub fn run_until(&mut self, end: Time) {
        while self.step_until(end) {}
        self.now = self.now.max(end);
    }

    /// Executes a command now, after everything else that is due now, and adds it to the run.
    ///
    /// # Errors
    /// If the cluster lacks what the command names; then nothing changes.
    pub fn act(&mut self, command: Command) -> Result<(), BadCommand> {
        self.check(&command)?;
        self.run_until(self.now);
        let timed = TimedCommand { at: self.now, command: command.clone() };
        Arc::make_mut(&mut self.run).commands.insert(self.commands_done, timed);
        self.commands_done += 1;
        self.events += 1;
        self.execute(command);
        Ok(())
    }

    /// Forgets the commands of the run that have not been executed.
    pub(crate) fn forget_commands(&mut self) {
        if self.next_command().is_some() {
            Arc::make_mut(&mut self.run).commands.truncate(self.commands_done);
        }
    }

    fn expire_timer(&mut self, node: NodeId, timer: Timer) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        process.expire_timer(timer);
        match &mut process.backlog {
            Some(backlog) => backlog.push(Waiting::Timer(timer)),
            None => self.fire(node, timer),
        }
    }

    /// A node's timer runs out.
    pub(crate) fn fire(&mut self, node: NodeId, timer: Timer) {
        let cause = self.record(None, Some(node.into()), || RecordKind::TimerFired(timer));
        self.handle_input(node, Input::Timeout(timer), cause);
    }

    /// Adds a record and returns its number.
    pub(crate) fn record(
        &mut self,
        cause: Option<u64>,
        subject: Option<Address>,
        kind: impl FnOnce() -> RecordKind,
    ) -> u64 {
        if self.journal.is_muted() {
            return self.journal.skip();
        }
        let state = match subject {
            Some(Address::Node(node)) => {
                self.host(node).process.as_ref().map(|process| NodeState::from(&process.node))
            }
            _ => None,
        };
        self.journal.add(self.now, cause, subject, state, kind())
    }

    pub(crate) fn report(&mut self, violation: Violation, cause: u64) {
        self.record(Some(cause), None, || RecordKind::Violated(violation.clone()));
        Arc::make_mut(&mut self.violations).push(violation);
    }

    pub(crate) fn report_all(
        &mut self,
        violations: impl IntoIterator<Item = Violation>,
        cause: u64,
    ) {
        for violation in violations {
            self.report(violation, cause);
        }
    }

    /// Lets servers share their equal parts. Worth calling before keeping a clone.
    pub(crate) fn share(&mut self) {
        if let Some((first, others)) = self.hosts.split_first_mut() {
            for host in others {
                host.disk.share(&first.disk);
            }
        }
        self.checks.share();
    }

    pub(crate) fn host_mut(&mut self, node: NodeId) -> &mut Host {
        &mut self.hosts[node.0 as usize]
    }
}
