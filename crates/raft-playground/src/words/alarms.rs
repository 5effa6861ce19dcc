//! What must never happen.

use raft_sim::{Address, Violation};

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    let name = Address::Node;
    let property = violation.property().name();
    let facts = match *violation {
        Violation::ElectionSafety { term, first, second } => {
            format!("{} and {} both led term {term}", name(first), name(second))
        }
        Violation::LeaderAppendOnly { leader, term, changed, .. } => {
            format!("{} led term {term} and changed entry {changed} of its log", name(leader))
        }
        Violation::LogMatching { position, first, second } => format!(
            "{} and {} both have entry {} of term {}, but differ up to it",
            name(first),
            name(second),
            position.index,
            position.term
        ),
        Violation::LeaderCompleteness { committed, committed_in, leader, leads, .. } => format!(
            "entry {} was committed in term {committed_in}, but {} leads term {leads} without it",
            committed.index,
            name(leader)
        ),
        Violation::StateMachineSafety { index, first, second } => format!(
            "{} and {} applied different entries at index {index}",
            name(first.0),
            name(second.0)
        ),
    };
    format!("{property} is violated: {facts}.")
}
