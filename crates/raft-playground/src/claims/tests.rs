//! What the page says is true, in drawn runs and in the stories, and a false sentence is found.

use std::fs;
use std::path::Path;

use raft_sim::Script;
use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::script::ScriptRun;
use raft_sim::swarm::{FaultConfig, Mutant};

use super::fuzz::check_run;
use super::*;

/// The trials of these seeds, with what is wrong with the cluster of each.
fn campaign(seeds: u64, faults: impl Fn(usize) -> FaultConfig) -> Report {
    let mut report = Report::default();
    for seed in 0..seeds {
        let faults = faults(usize::try_from(seed).unwrap());
        report = report.merged(fuzz(Trial { seed, faults, by_hand: seed % 2 == 0 }));
    }
    report
}

#[test]
fn nothing_is_false_in_drawn_runs() {
    let report = campaign(60, |_| FaultConfig::default());
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_with_the_bugs_of_real_systems() {
    let report = campaign(60, |seed| Some(Mutant::ALL[seed % Mutant::ALL.len()]).into());
    assert!(report.wrong.is_empty(), "{report}");
}

#[test]
fn nothing_is_false_with_rules_switched_off() {
    let report = campaign(60, |seed| FaultConfig {
        waived: RuleSet::default().with(Rule::ALL[seed % Rule::ALL.len()]),
        ..FaultConfig::default()
    });
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

/// Without this, a check that accepts everything would go unnoticed.
#[test]
fn a_sentence_about_another_node_or_number_is_found_to_be_false() {
    let mutants = campaign(20, |seed| Some(Mutant::ALL[seed % Mutant::ALL.len()]).into());
    let report = campaign(20, |_| FaultConfig::default()).merged(mutants);
    let unnoticed: Vec<_> =
        report.made_false.iter().filter(|id| !report.found_false.contains(*id)).collect();
    // Some arguments only repeat what the record says, such as the name before a transcript's line.
    assert!(report.found_false.len() >= 3 * unnoticed.len(), "not noticed: {unnoticed:?}");
}
