//! What Raft promises, and how that stands.

use std::rc::Rc;

use raft_sim::{Address, Property, Simulation, export};

use crate::frame::{PropertyView, Standing};
use crate::why::hear_each_other;
use crate::words;

/// How every property stands now.
pub(crate) fn draw(simulation: &Simulation) -> Vec<PropertyView> {
    let view = |property: Property| {
        let (standing, why) = stands(simulation, property);
        let (key, name) = (property.key(), property.name());
        PropertyView { key, name, meaning: words::promise(property), standing, why }
    };
    Property::ALL.into_iter().map(view).collect()
}

fn stands(simulation: &Simulation, property: Property) -> (Standing, Option<Rc<str>>) {
    let mut violations = simulation.violations().iter();
    if let Some(violation) = violations.find(|violation| violation.property() == property) {
        let facts = format!("{}.", export::words::violation(violation));
        return (Standing::Violated, Some(facts.into()));
    }
    let waits_for = match property {
        Property::Linearizability => undecided(simulation),
        Property::Liveness => lack_of_progress(simulation),
        Property::StableLeadership => {
            Some("Not judged while you act: what you do may depose a leader.".into())
        }
        _ => None,
    };
    match waits_for {
        Some(what) => (Standing::Waits, Some(what.into())),
        None => (Standing::Holds, None),
    }
}

/// The keys for which the search for an order was given up.
fn undecided(simulation: &Simulation) -> Option<String> {
    let keys: Vec<&str> = simulation.undecided_keys().collect();
    (!keys.is_empty())
        .then(|| format!("Too many orders are possible to decide about {}.", keys.join(", ")))
}

/// What is in the way of progress. Liveness is a promise about the future: it holds as long as
/// nothing waits, and what waits may come yet.
fn lack_of_progress(simulation: &Simulation) -> Option<String> {
    let Some(leader) = simulation.leader() else { return Some("Nobody leads yet.".into()) };
    let node = &simulation.host(leader).process.as_ref()?.node;
    let name = Address::Node(leader);
    let hears = |other| hear_each_other(simulation, leader, other);
    if !node.membership().is_quorum(node.config().quorum, hears) {
        return Some(format!("Waits for a majority: {name} leads, and too few can hear it."));
    }
    let next = node.commit_index().next();
    (next <= node.log().last().index).then(|| format!("Entry {next} is not committed yet."))
}
