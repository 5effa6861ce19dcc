//! The badge that names rules that are off and injected bugs: what one sees is not plain Raft.

use std::rc::Rc;

use raft_sim::Simulation;
use raft_sim::raft_core::Rule;

use crate::intent::BUGS;
use crate::layout::{BadgePlace, Layout};
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
    let name = match (&rules[..], &bugs[..]) {
        ([], []) => return None,
        ([rule], []) => Some(say::badge_rule(*rule)),
        ([], [bug]) => Some(say::badge_bug(*bug)),
        _ => None,
    };
    let counts = count(rules.len(), bugs.len());
    let BadgePlace { place, is_wide, has_text } = layout.badge(name.is_none())?;
    // The accessible name contains what is written.
    let (text, title) = if let Some(name) = name.filter(|_| is_wide) {
        (name.clone(), say::badge_title(name))
    } else {
        let names = rules.iter().map(ToString::to_string);
        let names = names.chain(bugs.into_iter().map(Into::into)).map(Rc::<str>::from);
        (counts.clone(), say::badge_title_names(counts, names))
    };
    Some(Badge { place, text: has_text.then_some(text), title })
}

fn count(rules: usize, bugs: usize) -> Sentence {
    match (rules, bugs) {
        (rules, 0) => say::badge_rules(rules),
        (0, bugs) => say::badge_bugs(bugs),
        (rules, bugs) => say::badge_rules_and_bugs(say::badge_rules(rules), say::badge_bugs(bugs)),
    }
}
