//! Ctrl-C ends a long command early: it reports what was done, and exits with 130.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
#![cfg(unix)]

mod lab;

use std::fs;

use lab::{folder, interrupt_at, json, says};
use serde_json::Value;

/// A mutant that the first seeds show, and that takes thousands of runs to shrink.
const LONG_SHRINK: &str = "--mutant 23";

#[test]
fn interrupted_fuzz_reports_the_seeds_it_tried() {
    let folder = folder("interrupted-fuzz");
    let (text, _) = interrupt_at(&folder, "fuzz --seeds 0..1000000000 --json", "Ctrl-C");
    let fuzzed: Value = serde_json::from_str(&text).unwrap();
    assert!(fuzzed["interrupted"].as_bool().unwrap());
    assert_eq!(fuzzed["from"], 0);
    assert!(fuzzed["to"].as_u64().unwrap() < 1_000_000_000);
}

#[test]
fn fuzz_interrupted_while_shrinking_saves_its_finding() {
    let folder = folder("interrupted-fuzz-shrinking");
    let fuzz = format!("fuzz --seeds 0..3000 {LONG_SHRINK} --json");
    let (text, _) = interrupt_at(&folder, &fuzz, "seeds/s");
    let fuzzed: Value = serde_json::from_str(&text).unwrap();
    assert!(fuzzed["interrupted"].as_bool().unwrap());
    let found = &fuzzed["found"];
    assert_eq!(found["violation"]["property"], "linearizability", "{found}");
    says(&folder, &format!("run {}", found["file"].as_str().unwrap()), 0);
}

#[test]
fn interrupted_shrink_writes_the_smallest_run_so_far() {
    let folder = folder("interrupted-shrink");
    let fuzz = format!("fuzz --json --no-shrink --seeds 0..3000 {LONG_SHRINK}");
    let seed = json(&folder, &fuzz, 1)["found"]["seed"].as_u64().unwrap();
    let shrink = format!("shrink {seed} {LONG_SHRINK} -o small.raft");
    let (text, _) = interrupt_at(&folder, &format!("{shrink} --json"), "Ctrl-C");
    let shrunk: Value = serde_json::from_str(&text).unwrap();
    assert!(shrunk["interrupted"].as_bool().unwrap());
    assert_eq!(shrunk["violation"]["property"], "linearizability");
    assert!(fs::read_to_string(folder.join("small.raft")).unwrap().contains("expect violation"));
    says(&folder, "run small.raft", 0);

    let (text, _) = interrupt_at(&folder, &shrink, "Ctrl-C");
    assert!(text.contains("\ninterrupted: from "), "{text}");
    assert!(text.contains("\nwritten to small.raft\n"), "{text}");
}

#[test]
fn interrupted_mutants_leaves_the_document_unchanged() {
    let folder = folder("interrupted-mutants");
    let document = "<!-- begin: raft-lab mutants --write -->\n\
                    <!-- end: raft-lab mutants --write -->\n";
    fs::write(folder.join("table.md"), document).unwrap();
    let mutants = "mutants --only 6a --campaigns 100000 --write table.md";
    let (text, _) = interrupt_at(&folder, &format!("{mutants} --json"), "Ctrl-C");
    let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(last["kind"], "interrupted");
    assert_eq!((&last["measured"], &last["of"]), (&0.into(), &1.into()));
    assert_eq!(last["mutant"], "6a");
    // If a campaign ended before, its row comes first.
    let campaigns = last["campaigns"].as_u64().unwrap();
    assert_eq!(text.lines().count(), if campaigns == 0 { 1 } else { 2 });

    let (text, _) = interrupt_at(&folder, mutants, "Ctrl-C");
    assert!(text.contains("interrupted: 0 of 1 mutants were measured\nmutant 6a: "), "{text}");
    assert_eq!(fs::read_to_string(folder.join("table.md")).unwrap(), document);
}

#[cfg(target_os = "linux")]
#[test]
fn interrupted_run_prints_the_records_so_far() {
    let folder = folder("interrupted-run");
    fs::write(folder.join("long.raft"), "nodes 3\nend at 80000s\n").unwrap();
    for what in ["--millis 1000000000", "long.raft"] {
        let (text, _) = lab::interrupt_when_listening(&folder, &format!("run {what} --json"));
        let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert!(last["at"].as_u64().unwrap() > 0, "{last}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn interrupted_commands_without_partial_results_say_so() {
    let folder = folder("interrupted-replay");
    fs::write(folder.join("long.raft"), "nodes 3\nend at 80000s\n").unwrap();
    for what in ["replay long.raft", "export long.raft --format svg -o long.svg"] {
        let (text, errors) = lab::interrupt_when_listening(&folder, what);
        assert_eq!(text, "");
        assert_eq!(errors, "raft-lab: interrupted before there were results\n");
    }
    assert!(!folder.join("long.svg").exists());
}
