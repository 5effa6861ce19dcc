//! Claims of the badge that names the rules that are off and the injected bugs.

use raft_sim::raft_core::Rule;

use super::{Checked, Moment};
use crate::intent::BUGS;
use crate::text::{Sentence, Statement};

/// What the badge says, or its title.
pub(super) fn check(told: &Sentence, moment: &Moment) -> Checked {
    let (rules, bugs) = (rules_off(moment), bugs(moment));
    let right = match told.statement() {
        Statement::BadgeRule { rule_name } => bugs.is_empty() && rules == [rule_name],
        Statement::BadgeBug { name } => rules.is_empty() && bugs == [name],
        Statement::BadgeRules { count } => count == rules.len() as u64 && bugs.is_empty(),
        Statement::BadgeBugs { count } => count == bugs.len() as u64 && rules.is_empty(),
        Statement::BadgeRulesAndBugs { rules: told, bugs: and } => {
            let counts = (told.statement(), and.statement());
            matches!(counts, (Statement::BadgeRules { count }, Statement::BadgeBugs { count: more })
                if (count, more) == (rules.len() as u64, bugs.len() as u64))
        }
        Statement::BadgeTitle { badge } => return check(badge, moment),
        Statement::BadgeTitleNames { badge, keys } => {
            let names: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
            let all: Vec<&str> = rules.iter().chain(&bugs).map(String::as_str).collect();
            return if names == all { check(badge, moment) } else { Err(format!("{all:?}")) };
        }
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("off are {rules:?}, injected {bugs:?}")) }
}

/// The rules that commands and the scenario have switched off.
fn rules_off(moment: &Moment) -> Vec<String> {
    let off = moment.truth.rules_off(moment.simulation, None);
    Rule::ALL.iter().filter(|rule| off.contains(**rule)).map(ToString::to_string).collect()
}

fn bugs(moment: &Moment) -> Vec<String> {
    let scenario = &moment.simulation.run().scenario;
    let on = BUGS.iter().filter(|bug| scenario.setting(bug.name) == "on");
    on.map(|bug| bug.name.to_owned()).collect()
}
