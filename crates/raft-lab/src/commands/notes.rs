//! Notes beside a result: settings that may stall the cluster, and disks that lost acknowledged
//! data.

use raft_sim::{Address, Scenario, Time};

/// Notes about settings that are valid but may surprise, one sentence each.
pub(super) fn notes(scenario: &Scenario) -> Vec<String> {
    scenario.advice().iter().map(ToString::to_string).collect()
}

/// Prints the notes for people, on standard error.
pub(super) fn print_notes(scenario: &Scenario) {
    for note in notes(scenario) {
        eprintln!("note: {note}");
    }
}

/// Names the first disk that lost data that it had acknowledged: such a disk explains a violation.
pub(super) fn print_lost_tail(lost: Option<(Time, Address)>) {
    if let Some((at, node)) = lost {
        eprintln!(
            "note: Raft did not cause this: at {at} {node}'s disk lost entries that it had \
             acknowledged."
        );
    }
}
