//! Compares the core with `TiKV`'s raft-rs: the same work, in one process, alternating.
//!
//! Five servers commit commands, one window at a time, for several windows and sizes. Both
//! implementations have the same limits and timings and their best driver ([`ours`], [`raft_rs`]),
//! and both must apply the same commands in the same order to every state machine. Times are thread
//! times, and medians of alternating runs. Another program (`allocations.rs`) counts allocations,
//! because counting takes time, more for an implementation that allocates more.
//!
//! ```text
//! cargo xtask bench core                                               # both programs
//! cargo bench -p tests --features raft-rs --bench core -- ours 64 64   # one cell, to profile
//! ```
#![allow(clippy::print_stdout, reason = "a program that prints a table")]
#![allow(clippy::cast_precision_loss, reason = "nothing here counts to 2^52")]

mod cell;
mod cluster;
mod limits;
mod ours;
mod raft_rs;

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use cell::Cell;
use cluster::{Cluster, Server, commands};
use limits::{COMMITS, HEARTBEAT_TICKS};
use ours::Ours;
use raft_rs::RaftRs;

/// Settings that make glibc's allocator keep its memory; other allocators may ignore them.
const KEEP: [(&str, &str); 3] = [
    ("MALLOC_TRIM_THRESHOLD_", "4294967296"),
    ("MALLOC_MMAP_THRESHOLD_", "1073741824"),
    ("MALLOC_TOP_PAD_", "268435456"),
];
const FAILOVERS: usize = 501;
const CLONES: usize = 1001;
const CLONE_BAR: Duration = Duration::from_micros(10);

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    if std::env::var_os(KEEP[0].0).is_none() {
        return again_with_memory_kept(&arguments);
    }
    if let [name, window, size] = arguments.as_slice() {
        return profile(name, window, size);
    }
    println!("{}", Cell::header());
    let cells: Vec<Cell> = limits::cells()
        .map(|(window, size)| Cell::measure(window, size))
        .inspect(|cell| println!("{cell}"))
        .collect();
    let passed = cells.iter().filter(|cell| cell.failures().is_empty()).count();
    println!("{passed} of {} cells pass\n", cells.len());
    failover::<Ours>();
    failover::<RaftRs>();
    clone();
}

/// Runs this program again with an allocator that returns no memory, as in a server that has run
/// for a while. Otherwise the quick cells would measure the kernel: the first access to a page
/// costs as much as several commits.
fn again_with_memory_kept(arguments: &[String]) {
    let program = std::env::current_exe().expect("this program has a path");
    let mut again = Command::new(program);
    let status = again.args(arguments).envs(KEEP).status().expect("it can be run again");
    assert!(status.success(), "{status}");
}

/// Repeats one cell of one implementation, with nothing around it.
fn profile(name: &str, window: &str, size: &str) {
    let number = |text: &str| text.parse().expect("window and size are numbers");
    let (window, size) = (number(window), number(size));
    for _ in 0..5 {
        let time = if name == "ours" {
            cell::time::<Ours>(window, size)
        } else {
            cell::time::<RaftRs>(window, size)
        };
        println!("{name}: {:.0} commits/s", COMMITS as f64 / time.as_secs_f64());
    }
}

/// Prints how long a cluster has no leader, if messages take one tick.
fn failover<S: Server>() {
    let mut ticks: Vec<usize> = (0..FAILOVERS)
        .map(|trial| Cluster::<S>::elected().failover_ticks(trial % (4 * HEARTBEAT_TICKS)))
        .collect();
    ticks.sort_unstable();
    let ms = |rank: usize| ticks[rank * (ticks.len() - 1) / 100] * 10;
    println!(
        "failover, {:9}: median {} ms (10 % {} ms, 90 % {} ms, worst {} ms)",
        S::NAME,
        ms(50),
        ms(10),
        ms(90),
        ms(100)
    );
}

/// Prints the cost of cloning a node.
fn clone() {
    let mut cluster = Cluster::<Ours>::elected();
    cluster.commit(commands::<Ours>(10_000, 64), 100);
    let node = &cluster.leader().node;
    let mut times: Vec<Duration> = (0..CLONES)
        .map(|_| {
            let start = Instant::now();
            let clone = black_box(black_box(node).clone());
            let time = start.elapsed();
            drop(clone);
            time
        })
        .collect();
    times.sort_unstable();
    let median = times[CLONES / 2];
    let verdict = if median < CLONE_BAR { "PASS" } else { "FAIL" };
    println!("Clone of a leader with 10,000 entries: {median:?} {verdict} (bar {CLONE_BAR:?})");
}
