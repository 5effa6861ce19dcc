//! Expected traces of runs and stories, written natively, for other targets to compare with.
//!
//! `UPDATE_EXPECT=1 cargo test -p tests` updates the expected files after an intended change.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod stories;

use expect_test::expect_file;
use raft_sim::export::ndjson;
use raft_sim::{Run, Simulation, Time};

fn trace(until: Time) -> String {
    let run: Run = serde_json::from_str(include_str!("expected/parity.json")).unwrap();
    let mut simulation = Simulation::new(run.clone()).unwrap();
    simulation.run_until(until);
    assert_eq!(simulation.violations(), []);
    ndjson::write(&run, &simulation.take_records())
}

#[test]
fn a_short_run_gives_this_trace() {
    expect_file!["expected/parity.ndjson"].assert_eq(&trace(Time::from_millis(600)));
}

#[test]
fn a_minute_gives_a_trace_with_this_digest() {
    let digest = digest(&trace(Time::from_millis(60_000)));
    expect_file!["expected/parity.digest"].assert_eq(&(digest + "\n"));
}

#[test]
fn a_short_story_gives_this_trace() {
    let trace = stories::trace(include_str!("scenarios/vote-forgotten.raft"));
    expect_file!["expected/vote-forgotten.ndjson"].assert_eq(&trace);
}

#[test]
fn every_story_gives_a_trace_with_this_digest() {
    let line = |(name, text): (String, String)| name + " " + &digest(&stories::trace(&text)) + "\n";
    let digests: String = stories::all().into_iter().map(line).collect();
    expect_file!["expected/scenarios.digest"].assert_eq(&digests);
}

#[test]
fn the_javascript_package_is_compared_in_every_story() {
    let compared = include_str!("../crates/raft-js/tests/suite/parity.rs");
    for (name, _) in stories::all() {
        assert!(compared.contains(&format!("\"{name}\"")), "add {name} to STORIES there");
    }
}

/// The number of lines, and the 64-bit FNV-1a hash.
fn digest(trace: &str) -> String {
    let hash = trace.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{} {hash:016x}", trace.lines().count())
}
