//! A server: a disk that survives crashes, and a process that does not.

use raft_core::{AfterWrite, Incarnation, Node, NodeId, ProposalId, ReadId, Timer, WriteNumber};

use crate::address::ClientId;
use crate::agenda::{Agenda, Due, Slot};
use crate::clock::Clock;
use crate::disk::SlowDisk;
use crate::kv::{Machine, Operation};
use crate::message_kind::MessageKind;
use crate::network::{Flight, MessageId};
use crate::random::Stream;
use crate::time::Time;

/// A server of the cluster.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its name.
    pub id: NodeId,
    /// Its disk.
    pub disk: SlowDisk,
    /// Whether it began outside the cluster.
    pub(crate) is_spare: bool,
    /// Its clock.
    pub clock: Clock,
    /// How often a process was started here. A new server in the place of another counts on.
    pub(crate) incarnation: Incarnation,
    /// What runs on it; none while it is stopped.
    pub process: Option<Process>,
    /// How many messages of each kind it has sent since the run began, in the order of
    /// [`MessageKind::ALL`].
    pub(crate) sent: [u64; MessageKind::ALL.len()],
    pub(crate) timer_draws: Stream,
}

impl Host {
    /// How many messages of a kind it has sent since the run began, whatever became of them.
    pub fn sent(&self, kind: MessageKind) -> u64 {
        self.sent[kind as usize]
    }
}

/// Something that happened to a node while it was held up.
#[derive(Clone, Debug)]
pub(crate) enum Waiting {
    /// A message arrived.
    Message(Box<Flight>),
    /// A timer ran out.
    Timer(Timer),
    /// A write became durable.
    Sync(WriteNumber),
}

/// A running node and all that a crash takes away.
#[derive(Clone, Debug)]
pub struct Process {
    /// The protocol.
    pub node: Node,
    /// The state machine.
    pub machine: Machine,
    /// What happened while it was held up, oldest first; none while it runs.
    pub(crate) backlog: Option<Vec<Waiting>>,
    /// What waits for the disk, oldest first.
    pub(crate) held: Vec<AfterWrite>,
    /// The newest write of this process that is durable.
    pub(crate) durable: WriteNumber,
    /// Whose proposals wait for an answer.
    askers: Vec<(ProposalId, Asked)>,
    next_proposal: u64,
    /// Whose reads wait for an answer.
    readers: Vec<(ReadId, Operation, Asked)>,
    timers: [Option<RunningTimer>; Timer::ALL.len()],
}

/// A request that waits for an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) client: ClientId,
    pub(crate) serial: u64,
    pub(crate) request: MessageId,
}

/// A timer that runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunningTimer {
    /// When it was set; if by [`Command::Timer`](crate::Command::Timer), when it would have had to
    /// be set to run as long as before.
    pub set_at: Time,
    slot: Slot,
}

impl RunningTimer {
    /// When it runs out.
    pub fn fires_at(&self) -> Time {
        self.slot.at
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
            askers: Vec::new(),
            next_proposal: 0,
            readers: Vec::new(),
            timers: [None; Timer::ALL.len()],
        }
    }

    /// Whether it is held up, as by a long garbage collection.
    pub fn is_paused(&self) -> bool {
        self.backlog.is_some()
    }

    /// A timer of this process, if it runs.
    pub fn timer(&self, timer: Timer) -> Option<RunningTimer> {
        self.timers[timer as usize]
    }

    pub(crate) fn set_timer(&mut self, timer: Timer, now: Time, at: Time, agenda: &mut Agenda) {
        self.cancel_timer(timer, agenda);
        let slot = agenda.add(at, Due::Timer(self.node.id(), timer));
        self.timers[timer as usize] = Some(RunningTimer { set_at: now, slot });
    }

    pub(crate) fn cancel_timer(&mut self, timer: Timer, agenda: &mut Agenda) {
        if let Some(running) = self.timers[timer as usize].take() {
            agenda.remove(running.slot);
        }
    }

    /// The node's clock changes its pace: what is left of each timer is by that clock.
    pub(crate) fn change_pace(&mut self, old: Clock, new: Clock, now: Time, agenda: &mut Agenda) {
        for timer in Timer::ALL {
            if let Some(RunningTimer { set_at, slot }) = self.timers[timer as usize] {
                agenda.remove(slot);
                let left = new.true_span(old.local_span(slot.at.since(now)));
                let slot = agenda.add(now + left, Due::Timer(self.node.id(), timer));
                self.timers[timer as usize] = Some(RunningTimer { set_at, slot });
            }
        }
    }

    /// A timer ran out, and its slot is gone.
    pub(crate) fn expire_timer(&mut self, timer: Timer) {
        self.timers[timer as usize] = None;
    }

    /// Ends the process: its timers go with it. Gives back what it had not heard of yet.
    pub(crate) fn end(self, agenda: &mut Agenda) -> Vec<Waiting> {
        for running in self.timers.into_iter().flatten() {
            agenda.remove(running.slot);
        }
        self.backlog.unwrap_or_default()
    }

    /// Remembers who asks, and names the proposal.
    pub(crate) fn ask(&mut self, asked: Asked) -> ProposalId {
        let proposal = ProposalId(self.next_proposal);
        self.next_proposal += 1;
        self.askers.push((proposal, asked));
        proposal
    }

    /// Remembers who reads, and names the read.
    pub(crate) fn read(&mut self, operation: Operation, asked: Asked) -> ReadId {
        let read = ReadId(self.next_proposal);
        self.next_proposal += 1;
        self.readers.push((read, operation, asked));
        read
    }

    /// Who waits for the answer to a proposal, once.
    pub(crate) fn asker(&mut self, proposal: ProposalId) -> Option<Asked> {
        let place = self.askers.iter().position(|(other, _)| *other == proposal)?;
        Some(self.askers.remove(place).1)
    }

    /// What a read was for, once.
    pub(crate) fn reader(&mut self, read: ReadId) -> Option<(Operation, Asked)> {
        let place = self.readers.iter().position(|(other, ..)| *other == read)?;
        let (_, operation, asked) = self.readers.remove(place);
        Some((operation, asked))
    }

    /// The oldest effects that waited for the disk and need not wait any longer.
    pub(crate) fn release(&mut self) -> Option<AfterWrite> {
        let is_due = self.held.first().is_some_and(|oldest| oldest.needs() <= self.durable);
        is_due.then(|| self.held.remove(0))
    }
}
