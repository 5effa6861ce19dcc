//! What must never happen.

use raft_sim::{Property, Violation, export};

/// A property that does not hold.
pub(crate) fn violated(property: Property) -> String {
    format!("{} is violated", property.name())
}

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    format!("{}: {}.", violated(violation.property()), export::words::violation(violation))
}
