//! Replays and shrinks runs that violate a property.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;
use std::path::Path;

use lab::{error_of, folder, json, says};

/// The first seed, from this one on, in which this mutant is found.
fn found(folder: &Path, mutant: &str, from: u64) -> u64 {
    let fuzz = format!("fuzz --json --no-shrink --seeds {from}..3000 --mutant {mutant}");
    let fuzzed = json(folder, &fuzz, 1);
    fuzzed["found"]["seed"].as_u64().unwrap()
}

/// Shrinks the run of a mutant, and checks that the small run violates the same property and that a
/// second shrinking gives the same run.
fn shrinks(mutant: &str, from: u64, property: &str, most: u64) {
    let folder = folder(&format!("mutant-{mutant}"));
    let seed = found(&folder, mutant, from);
    let shrink = format!("shrink {seed} --mutant {mutant} --json -o small.");
    let shrunk = json(&folder, &format!("{shrink}raft"), 1);
    assert_eq!(shrunk["violation"]["property"], property);
    let commands = shrunk["size"]["commands"].as_u64().unwrap();
    assert!(commands <= most, "{commands} commands: {shrunk}");

    let first = fs::read_to_string(folder.join("small.raft")).unwrap();
    says(&folder, &format!("{shrink}json"), 1);
    says(&folder, &format!("{shrink}raft"), 1);
    assert_eq!(first, fs::read_to_string(folder.join("small.raft")).unwrap());

    says(&folder, "run small.raft", 0);
    for file in ["small.raft", "small.json"] {
        let replay = format!("replay {file} --property {property} --json");
        let text = says(&folder, &replay, 1);
        assert_eq!(text, says(&folder, &replay, 1));
        let verdict: serde_json::Value =
            serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert_eq!(verdict["kind"], "verdict");
        assert_eq!(verdict["violations"][0]["property"], property);
    }
}

#[test]
fn a_lost_value_shrinks_to_few_commands() {
    shrinks("5", 0, "leader-completeness", 4);
}

#[test]
fn a_deposed_leader_shrinks_to_one_partition_and_return() {
    shrinks("20", 0, "stable-leadership", 2);
}

#[test]
fn a_liveness_violation_shrinks_to_its_bug() {
    // The first seed violates the property only after many requests, and few of these can be
    // removed.
    shrinks("18", 500, "liveness", 8);
}

#[test]
fn a_stale_read_shrinks_to_its_requests() {
    shrinks("23", 0, "linearizability", 5);
}

#[test]
fn a_shrunk_seed_is_reported_with_its_causes() {
    let folder = folder("story");
    let seed = found(&folder, "5", 0);
    let story = says(&folder, &format!("replay {seed} --mutant 5 --last 5"), 1);
    assert!(story.contains("violates Leader Completeness: "), "{story}");
    assert!(story.contains("The causes"), "{story}");
    assert!(story.contains("The last 5 of "), "{story}");
    assert!(says(&folder, "replay 3", 0).contains("seed 3: nothing was violated"));
}

#[test]
fn a_run_without_a_violation_cannot_be_shrunk() {
    let folder = folder("nothing");
    assert_eq!(says(&folder, "shrink 3 -o small.raft", 0), "seed 3 violates no property\n");
    assert!(!folder.join("small.raft").exists());
    let error = error_of(&folder, "shrink 3 --property log-matching -o small.raft");
    assert!(error.contains("seed 3 does not violate Log Matching"), "{error}");
}
