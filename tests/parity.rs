//! What a run gives natively, written down for the other targets to compare with.
//!
//! `UPDATE_EXPECT=1 cargo test -p tests` writes the expected files anew after a wanted change.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use expect_test::expect_file;
use raft_sim::{Record, Run, Simulation, Time};

fn trace(until: Time) -> String {
    let run: Run = serde_json::from_str(include_str!("expected/parity.json")).unwrap();
    let mut simulation = Simulation::new(run).unwrap();
    simulation.run_until(until);
    assert_eq!(simulation.violations(), []);
    simulation.take_records().iter().map(|record| Record::to_json(record) + "\n").collect()
}

#[test]
fn a_short_run_gives_these_records() {
    expect_file!["expected/parity.ndjson"].assert_eq(&trace(Time::from_millis(600)));
}

#[test]
fn a_minute_gives_records_with_this_digest() {
    let trace = trace(Time::from_millis(60_000));
    let digest = format!("{} {:016x}\n", trace.lines().count(), fnv1a(trace.as_bytes()));
    expect_file!["expected/parity.digest"].assert_eq(&digest);
}

/// FNV-1a, 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
