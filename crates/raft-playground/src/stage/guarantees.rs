//! The properties that must always hold, and their status.

use std::rc::Rc;

use raft_sim::{Property, Simulation, export};

use crate::phrases;
use crate::view::{PropertyStatus, PropertyView};

/// The status of every property.
pub(crate) fn properties(simulation: &Simulation) -> Vec<PropertyView> {
    let view = |property: Property| {
        let (status, why) = status(simulation, property);
        let (key, name) = (property.key(), property.name());
        PropertyView { key, name, meaning: phrases::promise(property), status, why }
    };
    Property::ALL.into_iter().map(view).collect()
}

fn status(simulation: &Simulation, property: Property) -> (PropertyStatus, Option<Rc<str>>) {
    let mut violations = simulation.violations().iter();
    if let Some(violation) = violations.find(|violation| violation.property() == property) {
        let facts = format!("{}.", export::words::violation(violation));
        return (PropertyStatus::Violated, Some(facts.into()));
    }
    let undecided = match property {
        Property::Linearizability => phrases::undecided(simulation),
        Property::Liveness => phrases::lack_of_progress(simulation),
        Property::StableLeadership => Some(phrases::NOT_CHECKED.into()),
        _ => None,
    };
    match undecided {
        Some(why) => (PropertyStatus::Waits, Some(why.into())),
        None => (PropertyStatus::Holds, None),
    }
}
