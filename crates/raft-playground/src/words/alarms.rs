//! What must never happen.

use raft_sim::{Violation, export};

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    let (property, facts) = (violation.property().name(), export::words::violation(violation));
    format!("{property} is violated: {facts}.")
}
