//! Compares the allocations of the core and of raft-rs, in number and size, for the same work as in
//! `main.rs`.
//!
//! This is a separate program, because its counting allocator would distort the times.
#![allow(clippy::print_stdout, reason = "a program that prints a table")]
#![allow(clippy::cast_precision_loss, reason = "nothing here counts to 2^52")]

mod cluster;
mod limits;
mod ours;
mod raft_rs;

use allocation_counter::AllocationInfo;

use cluster::{Cluster, Server, commands};
use limits::COMMITS;
use ours::Ours;
use raft_rs::RaftRs;

/// The core may make at most this share of raft-rs's allocations.
const BAR: f64 = 0.5;

fn main() {
    println!("size window | allocations per commit: ours, raft-rs | peak MiB: ours, raft-rs |");
    for (window, size) in limits::cells() {
        let (ours, theirs) = (count::<Ours>(window, size), count::<RaftRs>(window, size));
        let [own, other] = [ours, theirs].map(|of| of.count_total as f64 / COMMITS as f64);
        let [own_peak, other_peak] =
            [ours, theirs].map(|of| of.bytes_max as f64 / f64::from(1 << 20));
        let verdict = if own <= BAR * other { "PASS" } else { "FAIL" };
        println!(
            "{size:4} {window:6} | {own:15.2} {other:12.2} {:8.2}x | \
             {own_peak:13.1} {other_peak:9.1} | {verdict}",
            own / other
        );
    }
}

/// The allocations needed to commit everything on every server.
fn count<S: Server>(window: usize, size: usize) -> AllocationInfo {
    let mut cluster = Cluster::<S>::elected();
    let commands = commands::<S>(COMMITS, size);
    allocation_counter::measure(|| cluster.commit(commands, window))
}
