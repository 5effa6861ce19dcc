//! What stands beside settings.

use raft_sim::Address;

/// How a setting is in the present run, beside a field that holds it for the next one.
pub(crate) fn next_run_note(now: &str) -> String {
    format!("{now} now")
}

/// What the clock of a node is called.
pub(crate) fn clock_of(node: Address) -> String {
    format!("Clock of {node}")
}
