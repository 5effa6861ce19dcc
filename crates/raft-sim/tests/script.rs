//! The scenario language: what is read, what is refused and where, and how it is performed.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_sim::script::{Deed, Performance, When};
use raft_sim::{Script, Simulation, Time};

fn refusal(text: &str) -> String {
    text.parse::<Script>().unwrap_err().to_string()
}

#[test]
fn every_example_of_the_grammar_is_read() {
    let grammar = include_str!("../src/script/grammar.md");
    let examples = grammar.split("```raft\n").skip(1);
    let examples: Vec<_> = examples.map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(examples.len() >= 4);
    for example in examples {
        let script: Script = example.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(script.to_string().parse(), Ok(script));
    }
}

#[test]
fn the_first_example_is_performed() {
    let grammar = include_str!("../src/script/grammar.md");
    let example = grammar.split("```raft\n").nth(1).unwrap().split("```").next().unwrap();
    let report = example.parse::<Script>().unwrap().play().unwrap();
    assert_eq!(report.failures, []);
}

#[test]
fn a_slip_is_shown_with_what_was_meant() {
    let expected = "\
line 2, column 12: there is no act `hael`
    at 300ms:  hael
               ^
did you mean `heal`?";
    assert_eq!(refusal("nodes 5\nat 300ms:  hael"), expected);
}
