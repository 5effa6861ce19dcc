//! A server: a node with a thread, a clock, a file, and channels for a network.

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use raft_core::{
    Answer, Effect, Entry, Input, LocalTime, Node, ReadAnswer, Step, Timer, TimerRange, WriteNumber,
};

use crate::storage::Storage;

/// What the client hears.
pub(crate) enum Report {
    /// Somebody typed a command, or nobody will any more.
    Line(Option<String>),
    Applied(Entry),
    Answered(Answer),
    Read(ReadAnswer),
    /// Its disk failed, and it with it.
    Failed(io::Error),
}

pub(crate) struct Server {
    node: Node,
    storage: Storage,
    /// The newest write that is on the disk.
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

    /// Does what boot asked for, and then whatever comes, until the disk fails or nobody listens.
    pub(crate) fn run(mut self, booted: Step) {
        let mut outcome = self.perform(booted);
        while outcome.is_ok() {
            let (inputs, mut step) = (self.wait(), Step::default());
            self.node.step_into(inputs, self.now(), &mut step);
            outcome = self.perform(step);
        }
        if let Err(error) = outcome {
            let _ = self.reports.send(Report::Failed(error)); // without a listener there is no more
        }
    }

    /// What happens next. All that has come by then is taken together: it costs one write.
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

    /// The loop that every driver has: what rests on no disk, the write, what rests on it, and word
    /// to the node that it is durable.
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
                        // A peer that is gone hears nothing, like one behind a broken wire.
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
                Effect::Restore(_) => {} // there are no snapshots, since nobody compacts
            }
        }
    }

    fn report(&self, report: Report) {
        let _ = self.reports.send(report); // whoever asked may have left
    }

    fn now(&self) -> LocalTime {
        let micros = self.began.elapsed().as_micros();
        LocalTime(u64::try_from(micros).unwrap_or(u64::MAX))
    }
}

/// Random bits. The standard library seeds its hash maps at random, which will do.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(())
}

/// A span from a range.
fn draw(range: TimerRange) -> Duration {
    let width = range.max.0.saturating_sub(range.min.0).saturating_add(1);
    Duration::from_micros(range.min.0 + random() % width)
}
