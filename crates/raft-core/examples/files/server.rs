//! A server: a node with a thread, a clock, a file, and channels instead of a network.

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use raft_core::{
    Answer, Effect, Entry, Input, LocalTime, Node, ReadAnswer, Step, Timer, TimerRange, WriteNumber,
};

use crate::storage::Storage;

/// A report to the client.
pub(crate) enum Report {
    /// A line of the input, or its end.
    Line(Option<String>),
    Applied(Entry),
    Answered(Answer),
    Read(ReadAnswer),
    /// The disk failed, and the server stops.
    Failed(io::Error),
}

pub(crate) struct Server {
    node: Node,
    storage: Storage,
    /// The newest durable write.
    durable: WriteNumber,
    inbox: Receiver<Input>,
    peers: Vec<Sender<Input>>,
    reports: Sender<Report>,
    began: Instant,
    timers: [Option<Instant>; Timer::ALL.len()],
}

impl Server {
    pub(crate) fn new(
        node: Node,
        storage: Storage,
        inbox: Receiver<Input>,
        peers: Vec<Sender<Input>>,
        reports: Sender<Report>,
    ) -> Self {
        let (durable, timers) = (WriteNumber::default(), [None; Timer::ALL.len()]);
        Self { node, storage, durable, inbox, peers, reports, began: Instant::now(), timers }
    }

    /// Carries out the step of the boot and then handles inputs, until the disk fails or the client
    /// is gone.
    pub(crate) fn run(mut self, booted: Step) {
        let mut outcome = self.perform(booted);
        while outcome.is_ok() {
            let (inputs, mut step) = (self.wait(), Step::default());
            self.node.step_into(inputs, self.now(), &mut step);
            outcome = self.perform(step);
        }
        if let Err(error) = outcome {
            let _ = self.reports.send(Report::Failed(error)); // the client may be gone
        }
    }

    /// Waits for inputs. Returns all that have arrived by then, which together cost one write.
    fn wait(&mut self) -> Vec<Input> {
        let next =
            Timer::ALL.into_iter().filter_map(|timer| Some((self.timers[timer as usize]?, timer)));
        let received = match next.min() {
            None => self.inbox.recv().map_err(RecvTimeoutError::from),
            Some((at, timer)) => {
                let received =
                    self.inbox.recv_timeout(at.saturating_duration_since(Instant::now()));
                if received.is_err() {
                    self.timers[timer as usize] = None;
                    return vec![Input::Timeout(timer)];
                }
                received
            }
        };
        received.into_iter().chain(self.inbox.try_iter()).collect()
    }

    /// The loop of every driver: the effects that need no disk, the write, the effects that wait
    /// for it, and the report to the node that it is durable.
    fn perform(&mut self, step: Step) -> io::Result<()> {
        let Step { write, at_once, mut after_write, events: _ } = step;
        self.carry_out(at_once);
        if let Some(write) = &write {
            self.storage.append(write)?;
            self.durable = write.number;
        }
        let promises = after_write.release(self.durable);
        self.carry_out(promises.expect("each write is done before the next step"));
        match write {
            None => Ok(()),
            Some(write) => {
                let step = self.node.step(Input::Persisted(write.number), self.now());
                self.perform(step)
            }
        }
    }

    fn carry_out(&mut self, effects: impl IntoIterator<Item = Effect>) {
        for effect in effects {
            match effect {
                Effect::Send { to, message } => {
                    let from = self.node.id();
                    let peer = usize::try_from(to.0).ok().and_then(|to| self.peers.get(to));
                    if let Some(peer) = peer {
                        // A peer that has stopped receives nothing, as if the link were cut.
                        let _ = peer.send(Input::Deliver { from, message });
                    }
                }
                Effect::SetTimer { timer, after } => {
                    self.timers[timer as usize] = Some(Instant::now() + draw(after));
                }
                Effect::CancelTimer(timer) => self.timers[timer as usize] = None,
                Effect::Apply(entry) => self.report(Report::Applied(entry)),
                Effect::Reply { answer, .. } => self.report(Report::Answered(answer)),
                Effect::AnswerRead { answer, .. } => self.report(Report::Read(answer)),
                Effect::Restore(_) => {} // there are no snapshots, since the example never compacts
            }
        }
    }

    fn report(&self, report: Report) {
        let _ = self.reports.send(report); // the client may be gone
    }

    fn now(&self) -> LocalTime {
        let micros = self.began.elapsed().as_micros();
        LocalTime(u64::try_from(micros).unwrap_or(u64::MAX))
    }
}

/// Random bits: the standard library seeds its hash maps randomly.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(())
}

/// A random duration from a range.
fn draw(range: TimerRange) -> Duration {
    let width = range.max.0.saturating_sub(range.min.0).saturating_add(1);
    Duration::from_micros(range.min.0 + random() % width)
}
