//! One cell of the table of times: a window, a size, both implementations, and the required ratio.

use std::fmt;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::cluster::{Cluster, Server, Traffic, commands};
use crate::limits::COMMITS;
use crate::ours::Ours;
use crate::raft_rs::RaftRs;

/// How many clusters one run uses, one after the other.
const CLUSTERS: u32 = 4;
/// How often each implementation runs; the two alternate.
const RUNS: usize = 5;
/// The core must commit at least this many times as fast.
const SPEED_BAR: f64 = 2.0;

/// The measurements of one implementation.
struct Measured {
    /// In ascending order.
    times: Vec<Duration>,
    traffic: Traffic,
    applied: Vec<(usize, u64)>,
}

pub(crate) struct Cell {
    window: usize,
    size: usize,
    ours: Measured,
    theirs: Measured,
}

/// The average time to commit everything and to apply it on every server, over several new
/// clusters.
pub(crate) fn time<S: Server>(window: usize, size: usize) -> Duration {
    let one = |_| {
        let mut cluster = Cluster::<S>::elected();
        let commands = commands::<S>(COMMITS, size);
        let start = ThreadTime::now();
        cluster.commit(commands, window);
        start.elapsed()
    };
    (0..CLUSTERS).map(one).sum::<Duration>() / CLUSTERS
}

impl Measured {
    /// A run without times.
    fn of<S: Server>(window: usize, size: usize) -> Self {
        let mut cluster = Cluster::<S>::elected();
        cluster.commit(commands::<S>(COMMITS, size), window);
        let applied = cluster.applied();
        assert!(applied.iter().all(|one| *one == applied[0]), "{} disagrees", S::NAME);
        Self { times: Vec::new(), traffic: cluster.traffic(), applied }
    }

    fn per_second(&self, rank: usize) -> f64 {
        COMMITS as f64 / self.times[self.times.len() - 1 - rank].as_secs_f64()
    }

    fn median(&self) -> f64 {
        self.per_second(self.times.len() / 2)
    }

    fn messages(&self) -> f64 {
        self.traffic.messages as f64 / COMMITS as f64
    }

    fn bytes(&self) -> f64 {
        self.traffic.bytes as f64 / COMMITS as f64
    }
}

impl Cell {
    pub(crate) fn measure(window: usize, size: usize) -> Self {
        let mut ours = Measured::of::<Ours>(window, size);
        let mut theirs = Measured::of::<RaftRs>(window, size);
        assert_eq!(ours.applied[0].0, COMMITS, "everything is applied");
        assert_eq!(ours.applied, theirs.applied, "both applied the same");
        for _ in 0..RUNS {
            ours.times.push(time::<Ours>(window, size));
            theirs.times.push(time::<RaftRs>(window, size));
        }
        ours.times.sort_unstable();
        theirs.times.sort_unstable();
        Self { window, size, ours, theirs }
    }

    /// The requirements that the cell misses.
    pub(crate) fn failures(&self) -> Vec<&'static str> {
        let Self { ours, theirs, .. } = self;
        let bars = [
            ("speed", ours.median() >= SPEED_BAR * theirs.median()),
            ("messages", ours.traffic.messages <= theirs.traffic.messages),
        ];
        bars.into_iter().filter(|(_, met)| !met).map(|(name, _)| name).collect()
    }

    /// The head of the table; each pair is our core, then raft-rs.
    pub(crate) fn header() -> String {
        format!(
            "{:4} {:6} | {:^52} | {:^22} | {:^19} |",
            "size",
            "window",
            "thousands of commits per second (min-max)",
            "messages per commit",
            "bytes per commit"
        )
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { window, size, ours, theirs } = self;
        let speed = |of: &Measured| {
            let [min, median, max] = [0, RUNS / 2, RUNS - 1].map(|rank| of.per_second(rank) / 1e3);
            format!("{median:6.0} ({min:5.0}-{max:5.0})")
        };
        let pair = |decimals, of: fn(&Measured) -> f64| {
            let (own, other) = (of(ours), of(theirs));
            format!("{own:6.decimals$} {other:6.decimals$} {:5.2}x", own / other)
        };
        let ratio = ours.median() / theirs.median();
        write!(f, "{size:4} {window:6} | {} {} {ratio:5.2}x", speed(ours), speed(theirs))?;
        write!(f, " | {:>22}", pair(3, Measured::messages))?;
        write!(f, " | {:>19}", pair(0, Measured::bytes))?;
        match self.failures().as_slice() {
            [] => write!(f, " | PASS"),
            failures => write!(f, " | FAIL: {}", failures.join(", ")),
        }
    }
}
