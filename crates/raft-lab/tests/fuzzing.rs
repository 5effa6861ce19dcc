//! Campaigns over seeds.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::fs;

use lab::{folder, json, says};

#[test]
fn a_campaign_reports_the_same_on_one_thread_and_on_two() {
    let folder = folder("jobs");
    for arguments in ["fuzz --seeds 3..23", "fuzz --seeds 0..40 --without up-to-date-log"] {
        let code = i32::from(arguments.contains("without"));
        let one = says(&folder, &format!("{arguments} --json --jobs 1"), code);
        let two = says(&folder, &format!("{arguments} --json --jobs 2"), code);
        assert_eq!(one, two);
    }
}

#[test]
fn two_half_campaigns_find_what_the_whole_finds() {
    let folder = folder("halves");
    let events = |seeds: &str| {
        let fuzzed = json(&folder, &format!("fuzz --json --seeds {seeds}"), 0);
        assert!(!fuzzed["interrupted"].as_bool().unwrap());
        fuzzed["events"].as_u64().unwrap()
    };
    assert_eq!(events("0..5") + events("5..12"), events("0..12"));
}

#[test]
fn a_waived_rule_is_found_shrunk_and_saved() {
    let folder = folder("found");
    let fuzzed =
        json(&folder, "fuzz --json --keep kept --without count-granted-votes --seeds 0..200", 1);
    let found = &fuzzed["found"];
    assert_eq!(found["violation"]["property"], "election-safety", "{found}");
    assert_eq!(fuzzed["to"].as_u64().unwrap(), found["seed"].as_u64().unwrap() + 1);
    assert!(found["shrunk"]["commands"].as_u64().unwrap() <= 3, "{found}");
    let file = found["file"].as_str().unwrap();
    assert!(fs::read_to_string(folder.join(file)).unwrap().contains("expect violation"));
    says(&folder, &format!("run {file}"), 0);
    let story = says(&folder, &format!("replay {file}"), 1);
    assert!(story.contains("violates Election Safety: "), "{story}");
}

#[test]
fn measuring_a_mutant_updates_its_row() {
    let folder = folder("mutants");
    let document = "# Mutants\n\n<!-- begin: raft-lab mutants --write -->\nold\n\
                    <!-- end: raft-lab mutants --write -->\n\nThe end.\n";
    fs::write(folder.join("table.md"), document).unwrap();
    let row =
        json(&folder, "mutants --only 6a --campaigns 2 --limit 200 --json --write table.md", 0);
    assert_eq!((row["key"].as_str(), row["seeds"].as_array().unwrap().len()), (Some("6a"), 2));
    let document = fs::read_to_string(folder.join("table.md")).unwrap();
    assert!(document.contains("| 6a | a refused vote counts as granted | Election Safety |"));
    assert!(document.starts_with("# Mutants\n") && document.ends_with("\n\nThe end.\n"));
    assert!(!document.contains("old"));
}
