//! The badge that names rules that are off and injected bugs: what one sees is not plain Raft.

use std::rc::Rc;

use raft_sim::Simulation;
use raft_sim::raft_core::Rule;

use crate::intent::BUGS;
use crate::layout::Layout;
use crate::text::{Sentence, say};
use crate::view::Badge;

/// The badge; none if every rule is on, no bug is injected, or the stage has no room.
pub(super) fn badge(simulation: &Simulation, layout: &Layout) -> Option<Badge> {
    let waived = simulation.waived();
    let rules: Vec<Rule> =
        Rule::ALL.iter().copied().filter(|rule| waived.contains(*rule)).collect();
    let scenario = &simulation.run().scenario;
    let bugs: Vec<&str> = BUGS
        .iter()
        .map(|setting| setting.name)
        .filter(|name| scenario.setting(name) == "on")
        .collect();
    let (text, is_short) = match (&rules[..], &bugs[..]) {
        ([], []) => return None,
        ([rule], []) => (say::badge_rule(*rule), false),
        ([], [bug]) => (say::badge_bug(*bug), false),
        _ => (count(rules.len(), bugs.len()), true),
    };
    let names = rules.iter().map(ToString::to_string).chain(bugs.into_iter().map(Into::into));
    let names: Vec<Rc<str>> = names.map(Rc::from).collect();
    let (narrow, title) = if is_short {
        (text.clone(), say::badge_title_names(text.clone(), names))
    } else {
        (count(rules.len(), names.len() - rules.len()), say::badge_title(text.clone()))
    };
    let place = layout.badge(is_short)?;
    let text = if place.is_wide { text } else { narrow };
    Some(Badge { place: place.place, text: place.has_text.then_some(text), title })
}

fn count(rules: usize, bugs: usize) -> Sentence {
    match (rules, bugs) {
        (rules, 0) => say::badge_rules(rules),
        (0, bugs) => say::badge_bugs(bugs),
        (rules, bugs) => say::badge_rules_and_bugs(say::badge_rules(rules), say::badge_bugs(bugs)),
    }
}
