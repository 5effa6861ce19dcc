//! Answers to what people ask, in the stories that the project keeps.

use std::fs;
use std::path::Path;

use raft_sim::script::ScriptRun;
use raft_sim::{RecordKind, Script, Time};

use super::*;

/// A story as far as an instant.
fn story(name: &str, millis: u64) -> Simulation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    let mut performance = ScriptRun::new(text.parse::<Script>().unwrap()).unwrap();
    performance.advance(Time::from_millis(millis));
    performance.simulation().clone()
}

fn play(script: &str) -> Simulation {
    let mut performance = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
    performance.advance(Time(u64::MAX));
    performance.simulation().clone()
}

fn address(name: &str) -> Address {
    name.parse().unwrap()
}

/// What was compared, with the verdict: `copies 4 of 5 / 3 of 5 yes`.
fn compared(answer: &Answer) -> Vec<String> {
    let verdict = |holds| if holds { "yes" } else { "no" };
    let row = |row: &Compared| {
        format!("{}: {} / {} {}", row.what, row.here, row.needed, verdict(row.holds))
    };
    answer.compared.iter().map(row).collect()
}

#[test]
fn every_record_of_every_story_has_a_reason_and_what_a_node_decides_a_section() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut explained = 0;
    for file in fs::read_dir(folder).unwrap() {
        let script: Script = fs::read_to_string(file.unwrap().path()).unwrap().parse().unwrap();
        let mut performance = ScriptRun::new(script).unwrap();
        performance.advance(Time(u64::MAX));
        for record in performance.simulation_mut().take_records() {
            let answer = explain_record(&record);
            assert!(
                answer.sentence.ends_with(['.', '!']),
                "{:?}: {}",
                record.kind,
                answer.sentence
            );
            let decided = matches!(record.kind, RecordKind::Protocol(_));
            assert!(!decided || answer.section.contains('§'), "{:?}", record.kind);
            explained += 1;
        }
    }
    assert!(explained > 1000, "{explained}");
}

#[test]
fn an_entry_of_an_older_term_waits_for_one_of_the_leaders_own() {
    let simulation = story("figure-8-d.raft", 306);
    let answer = entries::explain(&simulation, address("A"), LogIndex(2)).unwrap();
    assert_eq!(answer.section, "§5.4.2");
    assert_eq!(answer.title, "Why is x=1, entry 2 of A, not committed?");
    assert_eq!(
        compared(&answer),
        [
            "acknowledged: 3 of 5 / 3 of 5 yes",
            "its term: 1 / 3 no",
            "on the disks of: A, B, C, D / 3 of 5 yes"
        ]
    );
}

#[test]
fn a_leader_that_is_cut_off_names_whom_it_misses() {
    let simulation = play(
        "seed 7\nat 1ms: time out A\nat 100ms:\n  partition A | B,C,D,E\n  X via A sends x=1\n\
         end after 100ms",
    );
    let leader = simulation.leader().unwrap();
    let answer = entries::explain(&simulation, leader.into(), LogIndex(2)).unwrap();
    let (sentence, name) = (&answer.sentence, Address::Node(leader));
    assert!(sentence.contains("Missing: ") && sentence.contains("(cut off)"), "{sentence}");
    assert!(!sentence.contains(&format!("{name} (")), "{sentence}");
    assert_eq!(compared(&answer)[0], "acknowledged: 1 of 5 / 3 of 5 no");
    assert_eq!(entries::waiting(&simulation), Some((leader.into(), LogIndex(2))));
}

#[test]
fn a_committed_entry_says_whose_disks_hold_it() {
    let simulation = play("seed 7\nuntil leader:\n  X sends x=1\nend after 300ms");
    let leader = simulation.leader().unwrap();
    let answer = entries::explain(&simulation, leader.into(), LogIndex(2)).unwrap();
    assert!(answer.title.ends_with(", committed?"), "{}", answer.title);
    assert_eq!(compared(&answer), ["on the disks of: A, B, C, D, E / 3 of 5 yes"]);
    assert!(entries::explain(&simulation, leader.into(), LogIndex(3)).is_none());
}

#[test]
fn there_is_no_leader_where_no_majority_meets_or_before_a_timer_runs_out() {
    let simulation = play("seed 7\nat 1ms: crash A,B,C\nend at 2s");
    let answer = leaders::explain(&simulation);
    assert_eq!(answer.title, "Why is there no leader?");
    assert_eq!(compared(&answer), ["reach each other: 2 of 5 / 3 of 5 no"]);

    let simulation = play("seed 7\nend at 10ms");
    let answer = leaders::explain(&simulation);
    assert!(answer.sentence.contains("until their timers run out"), "{}", answer.sentence);

    let simulation = play("seed 7\nuntil leader: heal\nend after 10ms");
    assert!(leaders::explain(&simulation).title.ends_with(" lead?"));
}

#[test]
fn a_vote_is_refused_by_what_the_two_nodes_hold() {
    // E, which was cut off, stands with an old log.
    let simulation = play(
        "seed 7\nat 1ms: time out A\nat 100ms:\n  isolate E\n  X via A sends x=1\n\
         at 300ms:\n  heal\n  \
         crash A\n  time out E\nend at 335ms",
    );
    let answer = candidates::explain(&simulation, address("B"), address("E")).unwrap();
    assert_eq!(answer.section, "§5.4.1", "{}", answer.sentence);
    assert!(compared(&answer)[1].ends_with(" no"), "{:?}", compared(&answer));
    assert_eq!(candidates::unsupported(&simulation).map(|(_, whom)| whom), Some(address("E")));

    let answer = candidates::explain(&simulation, address("B"), address("A")).unwrap();
    assert_eq!(answer.sentence, "A is stopped.");
    assert!(candidates::explain(&simulation, address("B"), address("X")).is_none());
}

/// A leader that only one node hears: with pre-vote and without check-quorum nothing goes on.
const BRIDGE: &str = "seed 3\nnodes 5\npre-vote on\nat 0ms: time out A\n\
    until leader A in term 1 within 1s: X sends x=1\n\
    until committed x=1 within 1s:\n  cut A-C,D,E\n  cut E-B,C,D\n  cut X-A\nend after 10s";

#[test]
fn a_leader_that_only_one_node_hears_is_not_replaced_and_the_answer_names_who_refuses() {
    let simulation = play(BRIDGE);
    let answer = leader(&simulation);
    assert_eq!(answer.title, "Why does nobody replace A?");
    let told = "C cannot replace it: B still hears A, and so refuses to support another node";
    assert!(answer.sentence.contains(told), "{}", answer.sentence);
    assert!(answer.sentence.ends_with("With check-quorum, A would step down."));
    assert_eq!(compared(&answer), ["reach each other: 2 of 5 / 3 of 5 no"]);
    let offered: Vec<_> = unanswered(&simulation).into_iter().map(|(text, _)| text).collect();
    assert!(offered.contains(&"Why does nobody replace A?".into()), "{offered:?}");
}

#[test]
fn with_check_quorum_the_same_cluster_elects_another_leader() {
    let simulation = play(&BRIDGE.replace("pre-vote on", "pre-vote on\ncheck-quorum on"));
    assert_ne!(simulation.leader().map(Address::Node), Some(address("A")));
    assert!(leader(&simulation).title.ends_with(" lead?"));
}
