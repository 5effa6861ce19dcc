//! The properties that must always hold, and their status.

use raft_sim::{Property, Simulation, export};

use crate::phrases::{self, vocabulary};
use crate::text::{Sentence, say};
use crate::view::{PropertyStatus, PropertyView};

/// The status of every property.
pub(crate) fn properties(simulation: &Simulation) -> Vec<PropertyView> {
    let view = |property: Property| {
        let (status, why) = status(simulation, property);
        let (name, meaning) = (vocabulary::guarantee(property), vocabulary::meaning(property));
        PropertyView { key: property.key(), name, meaning, status, why }
    };
    Property::ALL.into_iter().map(view).collect()
}

fn status(simulation: &Simulation, property: Property) -> (PropertyStatus, Option<Sentence>) {
    let mut violations = simulation.violations().iter();
    if let Some(violation) = violations.find(|violation| violation.property() == property) {
        let facts = format!("{}.", export::words::violation(violation));
        return (PropertyStatus::Violated, Some(say::value_other(facts)));
    }
    let undecided = match property {
        Property::Linearizability => phrases::undecided(simulation),
        Property::Liveness => phrases::lack_of_progress(simulation),
        Property::StableLeadership => Some(phrases::NOT_CHECKED.into()),
        _ => None,
    };
    match undecided {
        Some(why) => (PropertyStatus::Waits, Some(say::value_other(why))),
        None => (PropertyStatus::Holds, None),
    }
}
