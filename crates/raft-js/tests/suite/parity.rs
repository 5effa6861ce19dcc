//! Runs and stories give the same traces here as natively, byte for byte. The native tests in
//! `tests/parity.rs` write the expected files.

use raft_js::{Simulation, perform_script};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{json, length, text};

macro_rules! expected {
    ($name:literal) => {
        include_str!(concat!("../../../../tests/expected/", $name))
    };
}

macro_rules! stories {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../../../../tests/scenarios/", $name, ".raft"))),)+]
    };
}

/// Every story, in the order of the names.
const STORIES: &[(&str, &str)] = &stories! {
    "figure-7" "figure-8-d" "figure-8-e" "figure-8-without-rule" "hand-over" "joint-exit-lost"
    "late-forward-answer" "late-pre-vote-grant" "late-read-answer" "leader-behind-a-bridge"
    "lease-without-check-quorum" "membership"
    "membership-rollback-snapshot" "newcomer-given-up" "old-acknowledgement" "partition"
    "read-confirmed" "reads-without-writes" "rejoin-with-pre-vote" "rejoin-without-pre-vote"
    "removed-leader-steps-down" "retry-once" "retry-twice" "snapshot-catch-up" "split-vote"
    "stale-read" "vote-erased" "vote-forgotten" "vote-survives-restart"
};

fn digest(trace: &str) -> String {
    let hash = trace.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{} {hash:016x}", trace.lines().count())
}

#[wasm_bindgen_test]
fn a_run_gives_the_trace_of_the_native_simulator() {
    let begin = || Simulation::new(json(expected!("parity.json"))).unwrap();
    assert_eq!(begin().trace_until(600_000.0).unwrap(), expected!("parity.ndjson"));
    let mut whole = begin();
    let trace = whole.trace_until(60_000_000.0).unwrap();
    assert_eq!(digest(&trace) + "\n", expected!("parity.digest"));
    assert_eq!(whole.trace(), trace);
    let mut pieces = begin();
    let ends = (1..=60).map(|second| f64::from(second) * 1_000_000.0);
    assert_eq!(ends.map(|end| pieces.trace_until(end).unwrap()).collect::<String>(), trace);
}

#[wasm_bindgen_test]
fn every_story_gives_the_trace_of_the_native_simulator() {
    let expected: Vec<&str> = expected!("scenarios.digest").lines().collect();
    let mut digests = Vec::new();
    for &(name, story) in STORIES {
        let performed = perform_script(story).unwrap();
        assert_eq!(length(&performed, "failures"), 0, "{name}");
        digests.push(format!("{name} {}", digest(&text(&performed, "trace"))));
    }
    assert_eq!(digests, expected);
}

#[wasm_bindgen_test]
fn a_short_story_gives_each_line_of_the_native_simulator() {
    let (_, story) = STORIES.iter().find(|(name, _)| *name == "vote-forgotten").unwrap();
    assert_eq!(text(&perform_script(story).unwrap(), "trace"), expected!("vote-forgotten.ndjson"));
}
