//! The scenario language: parsing, errors and their positions, and execution.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod execution;
mod faults;
mod generators;
mod known_problems;
mod parse_errors;
mod round_trip;
mod stories;
mod story_errors;
mod tasks;

use raft_sim::script::ScriptRun;
use raft_sim::{Script, Time};

/// The examples of the grammar.
fn examples() -> Vec<&'static str> {
    let grammar = include_str!("../../src/script/grammar.md");
    let examples = grammar.split("```raft\n").skip(1);
    examples.map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_grammar_example_round_trips() {
    assert_eq!(examples().len(), 6);
    for example in examples() {
        let script: Script = example.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(script.to_string().parse(), Ok(script));
    }
}

#[test]
fn the_first_grammar_example_meets_its_expectations() {
    let report = examples()[0].parse::<Script>().unwrap().play().unwrap();
    assert_eq!(report.failures, []);
    assert_eq!(report.said.len(), 3);
}

#[test]
fn the_story_of_the_grammar_is_played_and_its_task_is_checked() {
    let script: Script = examples()[5].parse().unwrap();
    let mut run = ScriptRun::new(script).unwrap();
    run.advance(Time::NEVER);
    assert_eq!(run.failures(), []);
    assert_eq!(run.beats().len(), 3);
    assert_eq!(run.task_beginning().unwrap().check(), []);
}

#[test]
fn short_forms_equal_their_long_forms() {
    let short = "at 1s: cut A-B,C; crash D,E; waive up-to-date-log, commit-own-term # so\n";
    let long = "\
at 1s:
  cut A->B
  cut B->A
  cut A->C
  cut C->A
  crash D
  crash E
  waive up-to-date-log
  waive commit-own-term
";
    let script: Script = short.parse().unwrap();
    assert_eq!(Ok(&script), long.parse().as_ref());
    assert_eq!(script.to_string(), format!("\n{long}"));
}

#[test]
fn words_of_an_earlier_version_are_read_and_the_new_ones_printed() {
    let old = "at 1s: clog A->B; unclog A->B; wipe A,B; rot C; renew A";
    let new = "at 1s: stall A->B; unstall A->B; erase A,B; corrupt C; replace server A";
    let script: Script = new.parse().unwrap();
    assert_eq!(old.parse().as_ref(), Ok(&script));
    let printed = script.to_string();
    assert!(
        ["stall", "unstall", "erase", "corrupt", "replace server"]
            .iter()
            .all(|word| printed.contains(word))
    );
    assert!(
        ["clog", "wipe", "rot ", "renew"].iter().all(|word| !printed.contains(word)),
        "{printed}"
    );
}

#[test]
fn durations_are_exact_and_printed_canonically() {
    for (written, printed) in [
        ("412.125ms", "412.125ms"),
        ("412125us", "412.125ms"),
        ("0.412125s", "412.125ms"),
        ("0us", "0ms"),
        ("2.50ms", "2.5ms"),
        ("2000ms", "2s"),
        ("7µs", "0.007ms"),
    ] {
        let script: Script = format!("at {written}").parse().unwrap();
        assert_eq!(script.to_string(), format!("\nat {printed}\n"));
    }
}

#[test]
fn all_line_endings_are_accepted() {
    let text = "\u{feff}nodes 3\r\n\r\nat 1s: crash C\r\n";
    assert_eq!(text.parse(), "nodes 3\nat 1s: crash C".parse::<Script>());
    assert_eq!("".parse(), Ok(Script::default()));
}
