//! A server: a disk that survives crashes, and a process that does not.

use raft_core::{
    AfterWrite, Incarnation, Micros, Node, NodeId, ProposalId, ReadId, Timer, WriteNumber,
};

use crate::address::ClientId;
use crate::administration::Administration;
use crate::clock::{Clock, Stretch};
use crate::disk::SlowDisk;
use crate::event_queue::{EventKey, EventQueue, ScheduledEvent};
use crate::kv::Operation;
use crate::machine::Machine;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;
use crate::network::InFlightMessage;
use crate::random::Stream;
use crate::scenario::Scenario;
use crate::time::Time;

/// A server of the cluster.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its name.
    pub id: NodeId,
    /// Its disk.
    pub disk: SlowDisk,
    /// Whether it started outside the cluster.
    pub(crate) is_spare: bool,
    /// Its clock.
    pub clock: Clock,
    /// The number of process starts under this name. A server that replaces another continues the
    /// count.
    pub(crate) incarnation: Incarnation,
    /// The node's own settings, if [`Command::Configure`](crate::Command::Configure) changed them.
    pub(crate) own_settings: Option<Box<Scenario>>,
    /// The requests of administrators since the run began, oldest first.
    pub administered: Vec<Administration>,
    /// The running process; `None` while the server is stopped.
    pub process: Option<Process>,
    /// The number of messages of each kind sent since the run began, in the order of
    /// [`MessageKind::ALL`].
    pub(crate) sent: [u64; MessageKind::ALL.len()],
    pub(crate) timer_draws: Stream,
}

impl Host {
    /// The number of messages of a kind sent since the run began, delivered or not.
    pub fn sent(&self, kind: MessageKind) -> u64 {
        self.sent[kind as usize]
    }
}

/// Something that happened to a node while it was frozen.
#[derive(Clone, Debug)]
pub(crate) enum Waiting {
    /// A message arrived.
    Message(Box<InFlightMessage>),
    /// A timer ran out.
    Timer(Timer),
    /// A write became durable.
    Sync(WriteNumber),
}

/// A running node, and everything that a crash loses.
#[derive(Clone, Debug)]
pub struct Process {
    /// The protocol.
    pub node: Node,
    /// The state machine.
    pub machine: Machine,
    /// What happened while the process was frozen, oldest first; `None` unless it is frozen.
    pub(crate) backlog: Option<Vec<Waiting>>,
    /// Effects that wait for the disk, oldest first.
    pub(crate) held: Vec<AfterWrite>,
    /// The newest durable write of this process.
    pub(crate) durable: WriteNumber,
    /// The requests whose proposals have no answer.
    pending_proposals: Vec<(ProposalId, PendingRequest)>,
    next_proposal: u64,
    /// The requests whose reads have no answer.
    pending_reads: Vec<(ReadId, Operation, PendingRequest)>,
    timers: [Option<RunningTimer>; Timer::ALL.len()],
}

/// A client request without an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PendingRequest {
    pub(crate) client: ClientId,
    pub(crate) serial: u64,
    pub(crate) request: MessageId,
}

/// A running timer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunningTimer {
    /// When it was set. After [`Command::Timer`](crate::Command::Timer), the time at which it would
    /// have been set if it had always run as long as before.
    pub set_at: Time,
    key: EventKey,
    /// The remaining time by the node's clock, while that clock is stopped.
    left: Micros,
}

impl RunningTimer {
    /// When it runs out: [`Time::NEVER`] while the node's clock is stopped.
    pub fn fires_at(&self) -> Time {
        self.key.at
    }
}

impl Process {
    pub(crate) fn new(node: Node, machine: Machine) -> Self {
        Self {
            node,
            machine,
            backlog: None,
            held: Vec::new(),
            durable: WriteNumber::default(),
            pending_proposals: Vec::new(),
            next_proposal: 0,
            pending_reads: Vec::new(),
            timers: [None; Timer::ALL.len()],
        }
    }

    /// Whether it is frozen, as by a long garbage collection.
    pub fn is_frozen(&self) -> bool {
        self.backlog.is_some()
    }

    /// A timer of this process, if it runs.
    pub fn timer(&self, timer: Timer) -> Option<RunningTimer> {
        self.timers[timer as usize]
    }

    pub(crate) fn set_timer(
        &mut self,
        timer: Timer,
        set_at: Time,
        runs: Stretch,
        event_queue: &mut EventQueue,
    ) {
        self.cancel_timer(timer, event_queue);
        self.run_timer(timer, set_at, set_at, runs, event_queue);
    }

    /// Starts a timer at `now`, but records that it was set at another time.
    fn run_timer(
        &mut self,
        timer: Timer,
        set_at: Time,
        now: Time,
        runs: Stretch,
        event_queue: &mut EventQueue,
    ) {
        let (key, left) = match runs {
            Stretch::Ends(span) => (
                event_queue.add(now + span, ScheduledEvent::Timer(self.node.id(), timer)),
                Micros(0),
            ),
            Stretch::Endless { left } => (EventKey::NEVER, left),
        };
        self.timers[timer as usize] = Some(RunningTimer { set_at, key, left });
    }

    pub(crate) fn cancel_timer(&mut self, timer: Timer, event_queue: &mut EventQueue) {
        if let Some(running) = self.timers[timer as usize].take() {
            event_queue.remove(running.key);
        }
    }

    /// Changes the remaining time of the election timer to `after`.
    pub(crate) fn set_remaining_election_time(
        &mut self,
        now: Time,
        after: Micros,
        runs: Stretch,
        event_queue: &mut EventQueue,
    ) {
        let Some(timer) = self.timer(Timer::Election) else { return };
        // The total duration stays the same, unless the remaining time is longer.
        let whole = match timer.fires_at() {
            Time::NEVER => after,
            fires_at => fires_at.since(timer.set_at).max(after),
        };
        let set_at = Time((now + after).0.saturating_sub(whole.0));
        self.cancel_timer(Timer::Election, event_queue);
        self.run_timer(Timer::Election, set_at, now, runs, event_queue);
    }

    /// The node's clock changes its rate or jumps: updates the remaining time of each timer.
    pub(crate) fn change_clock(
        &mut self,
        (old, new): (Clock, Clock),
        jump: Micros,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        for timer in Timer::ALL {
            if let Some(RunningTimer { set_at, key, left }) = self.timers[timer as usize] {
                let left = if old.stands() { left } else { old.local_span(key.at.since(now)) };
                let left = Micros(left.0.saturating_sub(jump.0));
                event_queue.remove(key);
                // A timer whose time has come runs out even if the clock is stopped.
                let runs = if left.0 == 0 { Stretch::Ends(left) } else { new.stretch(left) };
                self.run_timer(timer, set_at, now, runs, event_queue);
            }
        }
    }

    /// A timer ran out, and its event has left the queue.
    pub(crate) fn expire_timer(&mut self, timer: Timer) {
        self.timers[timer as usize] = None;
    }

    /// Ends the process and cancels its timers. Returns what arrived while it was frozen.
    pub(crate) fn end(self, event_queue: &mut EventQueue) -> Vec<Waiting> {
        for running in self.timers.into_iter().flatten() {
            event_queue.remove(running.key);
        }
        self.backlog.unwrap_or_default()
    }

    /// Records a request and identifies its proposal.
    pub(crate) fn add_proposal(&mut self, asked: PendingRequest) -> ProposalId {
        let proposal = ProposalId(self.next_proposal);
        self.next_proposal += 1;
        self.pending_proposals.push((proposal, asked));
        proposal
    }

    /// Records a read request and identifies its read.
    pub(crate) fn add_read(&mut self, operation: Operation, asked: PendingRequest) -> ReadId {
        let read = ReadId(self.next_proposal);
        self.next_proposal += 1;
        self.pending_reads.push((read, operation, asked));
        read
    }

    /// Removes and returns the request of a proposal.
    pub(crate) fn take_proposal(&mut self, proposal: ProposalId) -> Option<PendingRequest> {
        let place = self.pending_proposals.iter().position(|(other, _)| *other == proposal)?;
        Some(self.pending_proposals.remove(place).1)
    }

    /// Removes and returns the operation and the request of a read.
    pub(crate) fn take_read(&mut self, read: ReadId) -> Option<(Operation, PendingRequest)> {
        let place = self.pending_reads.iter().position(|(other, ..)| *other == read)?;
        let (_, operation, asked) = self.pending_reads.remove(place);
        Some((operation, asked))
    }

    /// The oldest effects whose writes are durable.
    pub(crate) fn release(&mut self) -> Option<AfterWrite> {
        let is_due = self.held.first().is_some_and(|oldest| oldest.needs() <= self.durable);
        is_due.then(|| self.held.remove(0))
    }
}
