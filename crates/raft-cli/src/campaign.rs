//! Many seeds on many threads. Seeds are handed out in order and counted in order, so what is
//! reported does not depend on how many threads there are.

use std::any::Any;
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use raft_sim::swarm::{self, Spoil, Trial};
use raft_sim::{Property, Time};

use crate::interrupt;
use crate::progress::Progress;

/// What is tried.
#[derive(Clone)]
pub(crate) struct Campaign {
    pub(crate) seeds: Range<u64>,
    pub(crate) spoil: Spoil,
    /// The property that a trial looks for; any, if none.
    pub(crate) hunted: Option<Property>,
    pub(crate) jobs: usize,
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The seeds that were tried, every one of them.
    pub(crate) done: Range<u64>,
    /// How much time was simulated.
    pub(crate) simulated: Time,
    /// How many events there were.
    pub(crate) events: u64,
    /// The first seed that showed something.
    pub(crate) finding: Option<(u64, Finding)>,
    /// Whether it was told to stop.
    pub(crate) interrupted: bool,
}

/// What a seed showed.
#[derive(Debug)]
pub(crate) enum Finding {
    /// A property was violated.
    Violation(Box<Trial>),
    /// The program gave up, and said this.
    Panic(String),
}

/// What a worker says about a seed.
struct Report {
    seed: u64,
    simulated: Time,
    events: u64,
    finding: Option<Finding>,
}

impl Campaign {
    /// Tries seeds until one shows something, all are tried, or somebody wants us to stop.
    pub(crate) fn run(&self, progress: &mut Progress) -> Outcome {
        let next = AtomicU64::new(self.seeds.start);
        // Beyond a seed that showed something nothing needs to be tried.
        let end = AtomicU64::new(self.seeds.end);
        let (reports, inbox) = mpsc::channel();
        let mut outcome = Outcome {
            done: self.seeds.start..self.seeds.start,
            simulated: Time::default(),
            events: 0,
            finding: None,
            interrupted: false,
        };
        let mut early = BTreeMap::new();
        thread::scope(|scope| {
            for _ in 0..self.jobs {
                let reports = reports.clone();
                let (next, end) = (&next, &end);
                scope.spawn(move || self.work(next, end, &reports));
            }
            drop(reports);
            loop {
                match inbox.recv_timeout(Duration::from_millis(200)) {
                    Ok(report) => {
                        early.insert(report.seed, report);
                        while let Some(report) = early.remove(&outcome.done.end) {
                            outcome.count(report);
                        }
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                let done = outcome.done.end - outcome.done.start;
                progress.show(done, outcome.simulated);
            }
        });
        outcome.interrupted = outcome.finding.is_none() && outcome.done.end < self.seeds.end;
        outcome
    }

    fn work(&self, next: &AtomicU64, end: &AtomicU64, reports: &Sender<Report>) {
        while !interrupt::is_wanted() {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end.load(Ordering::Relaxed) {
                return;
            }
            let report = self.try_seed(seed);
            if report.finding.is_some() {
                end.fetch_min(seed, Ordering::Relaxed);
            }
            if reports.send(report).is_err() {
                return;
            }
        }
    }

    fn try_seed(&self, seed: u64) -> Report {
        let attempt = || swarm::trial(seed, self.spoil, self.hunted);
        match panic::catch_unwind(AssertUnwindSafe(attempt)) {
            Ok(trial) => {
                let (simulated, events) = (trial.simulated, trial.events);
                let shows = match self.hunted {
                    Some(hunted) => trial.violates(hunted),
                    None => !trial.violations.is_empty(),
                };
                let finding = shows.then(|| Finding::Violation(Box::new(trial)));
                Report { seed, simulated, events, finding }
            }
            Err(panic) => {
                let finding = Some(Finding::Panic(said(panic.as_ref())));
                Report { seed, simulated: Time::default(), events: 0, finding }
            }
        }
    }
}

impl Outcome {
    /// How many seeds were tried.
    pub(crate) fn tried(&self) -> u64 {
        self.done.end - self.done.start
    }

    fn count(&mut self, report: Report) {
        if self.finding.is_some() {
            return; // another thread was ahead
        }
        self.done.end = report.seed + 1;
        self.simulated = Time(self.simulated.0 + report.simulated.0);
        self.events += report.events;
        self.finding = report.finding.map(|finding| (report.seed, finding));
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
