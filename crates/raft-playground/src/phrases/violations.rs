//! What must never happen.

use raft_sim::{Address, Property, Simulation, Violation, export};

/// A property that does not hold.
pub(crate) fn violated(property: Property) -> String {
    format!("{} is violated", property.name())
}

/// A property that was just seen not to hold. A disk that lost what it had acknowledged breaks what
/// Raft rests on, so it is named.
pub(super) fn tell(found: &Violation, simulation: &Simulation) -> String {
    let facts = violation(found);
    match simulation.lost_tails().first() {
        None => facts,
        Some((_, node)) => format!(
            "{facts} This is not Raft’s fault: {}’s disk had lost what it had acknowledged.",
            Address::Node(*node)
        ),
    }
}

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    format!("{}: {}.", violated(violation.property()), export::words::violation(violation))
}
