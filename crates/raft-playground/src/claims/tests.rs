//! What the page says is true, in drawn runs and in the stories, and a false sentence is found.

use std::fs;
use std::path::Path;

use raft_sim::Script;
use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::script::ScriptRun;
use raft_sim::swarm::{FaultConfig, Mutant};

use super::fuzz::check_run;
use super::*;

/// Of the drawn runs, those of so many seeds are checked.
const SEEDS: u64 = 60;

/// Seeds of runs in which a sentence or its check was once wrong, with all rules on.
const PLAIN: [u64; 18] = [
    534, 589, 780, 1076, 2101, 2348, 2396, 2628, 3632, 3660, 4235, 4676, 4895, 6271, 6728, 6896,
    7524, 8436,
];

/// The same with the bug of a real system.
const BUGS: [u64; 16] = [
    822, 876, 10111, 10206, 10390, 10416, 10506, 11435, 11517, 11643, 11923, 13654, 13686, 20388,
    21454, 40537,
];

/// The same with one rule off.
const RULES: [u64; 12] =
    [236, 706, 10064, 10634, 10806, 20096, 20390, 20890, 30260, 30276, 40522, 40591];

/// The trials of these seeds, with what is wrong with the cluster of each.
fn campaign(seeds: impl IntoIterator<Item = u64>, faults: impl Fn(usize) -> FaultConfig) -> Report {
    let mut report = Report::default();
    for seed in seeds {
        let faults = faults(usize::try_from(seed).unwrap());
        report = report.merged(fuzz(Trial { seed, faults, by_hand: seed % 2 == 0 }));
    }
    report
}

/// The bug of a real system.
fn bug(seed: usize) -> FaultConfig {
    Some(Mutant::ALL[seed % Mutant::ALL.len()]).into()
}

/// One rule off.
fn rule_off(seed: usize) -> FaultConfig {
    let waived = RuleSet::default().with(Rule::ALL[seed % Rule::ALL.len()]);
    FaultConfig { waived, ..FaultConfig::default() }
}

#[test]
fn nothing_is_false_in_drawn_runs() {
    let report = campaign(0..SEEDS, |_| FaultConfig::default());
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_with_the_bugs_of_real_systems() {
    let report = campaign(0..SEEDS, bug);
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_with_rules_switched_off() {
    let report = campaign(0..SEEDS, rule_off);
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_in_runs_in_which_something_once_was() {
    let report = campaign(PLAIN, |_| FaultConfig::default())
        .merged(campaign(BUGS, bug))
        .merged(campaign(RULES, rule_off));
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_in_the_stories() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut report = Report::default();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let script: Script = fs::read_to_string(&path).unwrap().parse().unwrap();
        let played = ScriptRun::new(script).unwrap().play();
        let name = path.file_name().unwrap().to_string_lossy();
        report = report.merged(check_run(played.run, played.end, &name));
    }
    assert!(report.judged.len() > 50, "{report}");
    assert!(report.wrong.is_empty(), "{report}");
}

/// What a user reads who goes through time: why playback pauses, the branches, what can be undone.
const TRAVELS: [&str; 11] = [
    "paused-on",
    "branch-first",
    "branch-name",
    "branch-begun",
    "branch-shown",
    "branch-first-shown",
    "story-left",
    "undo-reset",
    "undo-new-seed",
    "undo-restart",
    "redo",
];

#[test]
fn pauses_branches_and_undo_are_judged() {
    let report = campaign(0..20, |_| FaultConfig::default());
    let missing: Vec<_> = TRAVELS.iter().filter(|id| !report.judged.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no check judges {missing:?}");
}

/// Without this, a check that accepts everything would go unnoticed.
#[test]
fn a_sentence_about_another_node_or_number_is_found_to_be_false() {
    let mutants = campaign(0..20, bug);
    let report = campaign(0..20, |_| FaultConfig::default()).merged(mutants);
    let unnoticed: Vec<_> =
        report.made_false.iter().filter(|id| !report.found_false.contains(*id)).collect();
    // Some arguments only repeat what the record says, such as the name before a transcript's line.
    assert!(report.found_false.len() >= 3 * unnoticed.len(), "not noticed: {unnoticed:?}");
}
