//! The guarantees that must always hold, and their status.

use raft_sim::{Property, Simulation};

use crate::phrases;
use crate::phrases::vocabulary::{self, GuaranteePhrases};
use crate::text::{Sentence, say};
use crate::view::{PropertyStatus, PropertyView};

/// The status of every guarantee.
pub(crate) fn properties(simulation: &Simulation) -> Vec<PropertyView> {
    let view = |property: Property| {
        let (status, why) = status(simulation, property);
        let GuaranteePhrases { name, meaning } = vocabulary::guarantee(property);
        PropertyView { key: property.key(), name, meaning, status, why }
    };
    Property::ALL.into_iter().map(view).collect()
}

fn status(simulation: &Simulation, property: Property) -> (PropertyStatus, Option<Sentence>) {
    let mut violations = simulation.violations().iter();
    if let Some(violation) = violations.find(|violation| violation.property() == property) {
        let facts = phrases::facts(violation, simulation);
        return (PropertyStatus::Violated, Some(facts));
    }
    let undecided = match property {
        Property::Linearizability => phrases::undecided(simulation),
        Property::Liveness => phrases::lack_of_progress(simulation),
        Property::StableLeadership => Some(say::undecided_while_acting()),
        _ => None,
    };
    let status = if undecided.is_some() { PropertyStatus::Waits } else { PropertyStatus::Holds };
    (status, undecided)
}
