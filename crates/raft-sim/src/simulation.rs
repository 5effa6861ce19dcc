//! The world: one event at a time, each at its instant, each leaving records.

use std::sync::Arc;

use raft_core::{Config, Incarnation, Input, Membership, Node, NodeId, RuleSet, Timer};

use crate::address::Address;
use crate::checks::{Checks, Violation};
use crate::client::Client;
use crate::clock::Clock;
use crate::command::Command;
use crate::disk::SlowDisk;
use crate::event_queue::{EventQueue, ScheduledEvent};
use crate::host::{Host, Waiting};
use crate::message_id::MessageId;
use crate::network::{InFlightMessage, Loss, Network};
use crate::packet::Packet;
use crate::random::{Concern, Stream};
use crate::record::{Envelope, Journal, NodeState, Record, RecordKind};
use crate::run::{Run, TimedCommand};
use crate::scenario::BadScenario;
use crate::step_buffers::StepBuffers;
use crate::time::Time;

/// A cluster and its world, at one instant.
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(crate) run: Arc<Run>,
    pub(crate) config: Arc<Config>,
    /// For nodes that begin outside the cluster.
    pub(crate) spare_config: Arc<Config>,
    /// Rules that are switched off now.
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
    /// How many of the run's commands have been carried out.
    pub(crate) commanded: usize,
    /// When which disks lost what they had acknowledged.
    pub(crate) lost_tails: Vec<(Time, NodeId)>,
}

/// Why a run cannot be.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadRun {
    /// Its scenario is impossible.
    #[error("scenario: {0}")]
    Scenario(#[from] BadScenario),
    /// One of its commands is impossible.
    #[error("commands[{0}]: {1}")]
    Command(usize, BadCommand),
    /// Its commands are not in order of time.
    #[error("commands[{0}]: comes earlier than the command before it")]
    Order(usize),
}

/// Why a command cannot be carried out in this cluster.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCommand {
    /// No such node.
    #[error("there is no node {0}")]
    NoSuchNode(Address),
    /// No such client.
    #[error("there is no client {0}")]
    NoSuchClient(Address),
    /// Neither a node nor a client.
    #[error("there is no node or client {0}")]
    NoSuchEnd(Address),
    /// In two groups at once.
    #[error("{0} is named twice")]
    Twice(Address),
    /// A clock that runs absurdly slow or fast.
    #[error("a clock runs at 10 % to 1000 % of true time or stands still, not at {0} thousandths")]
    Rate(u16),
    /// A node cannot be set up like that.
    #[error("{0}")]
    Setting(BadScenario),
    /// A link cannot carry like that.
    #[error("{0}")]
    LinkConfig(BadScenario),
    /// No such link.
    #[error("there is no link from {0} to {1}")]
    NoSuchLink(Address, Address),
}

impl Simulation {
    /// Begins a run: every node boots from an empty disk at time zero.
    ///
    /// # Errors
    /// The first thing in it that cannot be.
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
            commanded: 0,
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
        // They are only taken for granted until they are carried out.
        self.hosts.iter_mut().for_each(|host| host.own_settings = None);
        Ok(())
    }

    /// Carries out the next event or command and moves time to it. False if there is none.
    pub fn step(&mut self) -> bool {
        self.step_until(Time(u64::MAX))
    }

    /// The same if it is due until some instant.
    fn step_until(&mut self, end: Time) -> bool {
        let next = self.event_queue.next_at();
        // Commands come after the events of their instant: a person acts on what has happened.
        let command_first = |at: Time| next.is_none_or(|next| at < next);
        if let Some(timed) = self.coming().filter(|timed| command_first(timed.at)) {
            if timed.at > end {
                return false;
            }
            let command = timed.command.clone();
            self.now = timed.at;
            self.commanded += 1;
            self.events += 1;
            self.carry_out(command);
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
            ScheduledEvent::Message(id) => self.end_flight(id),
            ScheduledEvent::Timer(node, timer) => self.expire(node, timer),
            ScheduledEvent::Sync(node) => self.sync(node),
            ScheduledEvent::ClientTimeout(client, serial) => {
                self.handle_client_timeout(client, serial);
            }
        }
        true
    }

    /// The run's next command.
    fn coming(&self) -> Option<&TimedCommand> {
        self.run.commands.get(self.commanded)
    }

    /// When the next event or command is due; none if nothing will ever happen again.
    pub fn next_at(&self) -> Option<Time> {
        let command = self.coming().map(|timed| timed.at);
        [self.event_queue.next_at(), command].into_iter().flatten().min()
    }

    /// Lets everything happen that is due until `end`, that instant included.
    pub fn run_until(&mut self, end: Time) {
        while self.step_until(end) {}
        self.now = self.now.max(end);
    }

    /// Carries out a command now, after everything else that is due now, and adds it to the run.
    ///
    /// # Errors
    /// If it names what this cluster does not have; then nothing changes.
    pub fn act(&mut self, command: Command) -> Result<(), BadCommand> {
        self.check(&command)?;
        self.run_until(self.now);
        let timed = TimedCommand { at: self.now, command: command.clone() };
        Arc::make_mut(&mut self.run).commands.insert(self.commanded, timed);
        self.commanded += 1;
        self.events += 1;
        self.carry_out(command);
        Ok(())
    }

    fn end_flight(&mut self, id: MessageId) {
        let Some(message) = self.network.take(id) else { return };
        if let Some(death) = message.death {
            return self.lose(message, death.place_permille, death.loss);
        }
        let Address::Node(node) = message.to else { return self.deliver(message) };
        match &mut self.host_mut(node).process {
            None => self.lose(message, 1000, Loss::Down),
            Some(process) => match &mut process.backlog {
                Some(backlog) => backlog.push(Waiting::Message(Box::new(message))),
                None => self.deliver(message),
            },
        }
    }

    /// A message is lost.
    pub(crate) fn lose(&mut self, message: InFlightMessage, place_permille: u16, loss: Loss) {
        let InFlightMessage { id, from, to, packet, cause, .. } = message;
        self.record(Some(cause), None, || {
            let envelope = Envelope { message: id, from, to, packet };
            RecordKind::Lost { envelope, place_permille, loss }
        });
    }

    /// A message is read by its receiver.
    pub(crate) fn deliver(&mut self, message: InFlightMessage) {
        let InFlightMessage { id, from, to, packet, cause, .. } = message;
        let cause = self.record(Some(cause), Some(to), || {
            RecordKind::Delivered(Envelope { message: id, from, to, packet: packet.clone() })
        });
        match (from, to, packet) {
            (Address::Node(from), Address::Node(to), Packet::Raft(message)) => {
                self.feed(to, Input::Deliver { from, message }, cause);
            }
            (Address::Client(_), Address::Node(to), Packet::Request(request)) => {
                self.take_request(to, &request, id, cause);
            }
            (Address::Node(from), Address::Client(to), Packet::Answer(answer)) => {
                self.hear(to, from, &answer, cause);
            }
            _ => {} // no other pair is ever sent
        }
    }

    fn expire(&mut self, node: NodeId, timer: Timer) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        process.expire_timer(timer);
        match &mut process.backlog {
            Some(backlog) => backlog.push(Waiting::Timer(timer)),
            None => self.fire(node, timer),
        }
    }

    /// A node learns that a timer ran out.
    pub(crate) fn fire(&mut self, node: NodeId, timer: Timer) {
        let cause = self.record(None, Some(node.into()), || RecordKind::TimerFired(timer));
        self.feed(node, Input::Timeout(timer), cause);
    }

    /// Adds a record at this instant and gives its number.
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

    /// Lets servers share what is equal about them. It is worth while before a clone is kept.
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

/// What can be seen from outside.
impl Simulation {
    /// The present instant.
    pub fn now(&self) -> Time {
        self.now
    }

    /// What this run is made from, with every command so far and those yet to come.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The same, to be kept: whoever keeps it makes the next command copy all of it.
    pub fn shared_run(&self) -> Arc<Run> {
        Arc::clone(&self.run)
    }

    /// The servers, A first.
    pub fn hosts(&self) -> &[Host] {
        &self.hosts
    }

    /// One server.
    ///
    /// # Panics
    /// If the cluster has no such node.
    pub fn host(&self, node: NodeId) -> &Host {
        &self.hosts[node.0 as usize]
    }

    /// The clients, X first.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// Links and messages.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is still to come, commands apart.
    pub fn event_queue(&self) -> &EventQueue {
        &self.event_queue
    }

    /// The run's commands that are still to come, in order.
    pub fn coming_commands(&self) -> &[TimedCommand] {
        self.run.commands.get(self.commanded..).unwrap_or_default()
    }

    /// Rules that are switched off now.
    pub fn waived(&self) -> RuleSet {
        self.waived
    }

    /// How many events and commands there have been.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Keys whose history leaves too many possibilities open, so that linearizability is no longer
    /// checked for them.
    pub fn undecided_keys(&self) -> impl Iterator<Item = &str> {
        self.checks.undecided_keys()
    }

    /// Every contradiction found so far, the first one first.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// When which disks lost what they had acknowledged, by [`DiskChange::LosesTail`]. Raft rests
    /// on disks that do not: what is violated afterwards may be the fault of that alone.
    ///
    /// [`DiskChange::LosesTail`]: crate::DiskChange::LosesTail
    pub fn lost_tails(&self) -> &[(Time, NodeId)] {
        &self.lost_tails
    }

    /// From now on records are only counted, or kept again. A campaign looks at violations alone.
    pub fn mute(&mut self, muted: bool) {
        self.journal.mute(muted);
    }

    /// The records since the last call. A caller that wants none should still call it now and
    /// then, since they are kept until then.
    pub fn take_records(&mut self) -> Vec<Record> {
        self.journal.take()
    }

    /// The node that leads the newest term that has a leader, if any runs.
    pub fn leader(&self) -> Option<NodeId> {
        let nodes = self.hosts.iter().filter_map(|host| Some(&host.process.as_ref()?.node));
        nodes.filter(|node| node.is_leader()).max_by_key(|node| node.term()).map(Node::id)
    }
}
