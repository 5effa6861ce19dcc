//! What is worth knowing beside a result: settings that may stall, and disks that lied.

use raft_sim::{Address, Scenario, Time};

/// What is worth knowing about settings that are right, one sentence each.
pub(super) fn notes(scenario: &Scenario) -> Vec<String> {
    scenario.advice().iter().map(ToString::to_string).collect()
}

/// The same for people, beside what is printed.
pub(super) fn print_notes(scenario: &Scenario) {
    for note in notes(scenario) {
        eprintln!("note: {note}");
    }
}

/// Says whose fault a violation is, if a disk lost what it had acknowledged: the first that did.
pub(super) fn print_lost_tail(lost: Option<(Time, Address)>) {
    if let Some((at, node)) = lost {
        eprintln!(
            "note: Raft did not cause this: at {at} {node}'s disk lost entries that it had \
             acknowledged."
        );
    }
}
