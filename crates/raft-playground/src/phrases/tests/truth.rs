//! Sentences at the moments at which a careless choice of words is wrong: rules that are off, joint
//! memberships, timers that somebody sets, disks that are lost.

use std::fs;
use std::path::Path;

use raft_sim::{Run, Simulation};

use super::*;
use crate::intent::Setting;
use crate::phrases::explain_record;
use crate::state::SettingsDraft;

/// What the page tells of a script while it runs, each sentence with its millisecond.
fn narration(script: &str) -> Vec<(u64, String)> {
    let mut run = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
    let english = NativeCatalog::new(Language::English);
    let (mut told, mut until) = (Vec::new(), Time(0));
    while !run.is_over() {
        until.0 += 100;
        run.advance(until);
        let new: Vec<_> = run.simulation_mut().take_records().into_iter().map(Rc::new).collect();
        let simulation = run.simulation();
        let past = Past { simulation, script: &simulation.run().commands, records: [&[], &new] };
        for record in &new {
            if significance::importance(record, simulation).is_some()
                && let Some(sentence) = describe(record, &past)
            {
                told.push((record.at.0 / 1000, english.render(&sentence)));
            }
        }
    }
    told
}

/// The narration holds this sentence, or one that begins so.
fn tells(script: &str, begin: &str) {
    let told = narration(script);
    assert!(told.iter().any(|(_, text)| text.starts_with(begin)), "{begin}: {told:#?}");
}

/// No sentence of the narration contains these words.
fn never_tells(script: &str, words: &str) {
    let told = narration(script);
    assert!(told.len() > 3 && !told.iter().any(|(_, text)| text.contains(words)), "{told:#?}");
}

fn story(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn an_erased_disk_keeps_nothing() {
    let script = "seed 7\nat 1ms: time out A\nat 500ms: erase A\nend at 600ms";
    tells(script, "A stops and its disk is erased.");
    never_tells(script, "keeps");
}

#[test]
fn removed_entries_are_told_with_the_term_of_the_leaders_entry() {
    for name in ["figure-8-d.raft", "figure-7.raft"] {
        let mut run = ScriptRun::new(story(name).parse::<Script>().unwrap()).unwrap();
        let mut removals = 0;
        let mut until = Time(0);
        while !run.is_over() {
            until.0 += 100;
            run.advance(until);
            let simulation = run.simulation();
            let script = simulation.run().commands.clone();
            let records = run.simulation_mut().take_records();
            let new: Vec<_> = records.into_iter().map(Rc::new).collect();
            let simulation = run.simulation();
            let past = Past { simulation, script: &script, records: [&[], &new] };
            for record in &new {
                let RecordKind::Protocol(Event::Truncated { first, leaders_term, .. }) =
                    record.kind
                else {
                    continue;
                };
                let text =
                    NativeCatalog::new(Language::English).render(&describe(record, &past).unwrap());
                let its = format!("has an entry of term {} ", leaders_term.0);
                assert!(text.contains(&its) && leaders_term != first.term, "{name}: {text}");
                removals += 1;
            }
        }
        assert!(removals > 0, "{name}");
    }
}

#[test]
fn a_timer_that_a_script_makes_run_out_is_not_silence() {
    let script = "seed 7\nat 1ms: time out A\nat 270ms: time out B\nend at 280ms";
    tells(script, "The script makes B’s timer run out");
    never_tells(script, "B heard from no leader");
}

#[test]
fn a_successor_is_told_to_take_over_and_does_not_hear_silence() {
    let script = "seed 7\nat 1ms: time out A\nat 300ms: hand over to B\nend at 600ms";
    tells(script, "A told B to take over: B asks for votes in term 2.");
    never_tells(script, "heard from no leader");
}

#[test]
fn heartbeats_do_not_stop_a_successor_from_starting_an_election() {
    let script = "seed 7\nnodes 3\nnetwork latency 40ms jitter 0ms\nat 1ms: time out A\n\
                  at 310ms: hand over to B\nend at 600ms";
    let told = narration(script);
    let election = told.iter().find(|(_, text)| text.contains("told B to take over")).unwrap().0;
    let promises =
        |(at, text): &&(u64, String)| (311..=election).contains(at) && text.contains("heartbeats");
    assert_eq!(told.iter().find(promises), None, "{told:#?}");
    assert!(told.iter().any(|(at, text)| *at < 310 && text.contains("heartbeats")), "{told:#?}");
}

#[test]
fn a_leader_that_hears_no_other_node_does_not_step_down_for_a_newer_term() {
    let script = "seed 7\ncheck-quorum on\nat 1ms: time out A\nat 200ms: isolate A\nend at 900ms";
    tells(script, "No other voter has answered A for a while, so it stops leading.");
    never_tells(script, "A learns that term");
}

#[test]
fn with_half_of_the_voters_an_entry_commits_at_two_of_four() {
    let script = "seed 7\nnodes 4\nmistakes half-is-enough\nat 1ms: time out A\n\
                  until leader A within 1s: X via A sends x=1\nend after 200ms";
    tells(script, "x=1 is in A’s log. It commits once 2 of 4 nodes have it.");
    never_tells(script, "3 of 4");
    never_tells(script, "ajority");
}

#[test]
fn a_joint_membership_needs_both_majorities() {
    let script = "seed 2\nnodes 4\nspares 1\nat 0ms: time out A\n\
                  until leader A in term 1 within 1s: X sends x=1\n\
                  until committed x=1 on A,B,C within 1s: replace B by E\nend after 500ms";
    tells(script, "The new membership is in A’s log. It needs 3 of A–D and 3 of A, C–E.");
}

#[test]
fn a_read_without_an_answer_cannot_take_effect_later() {
    let script = "seed 7\nclient-patience 100ms\nat 1ms: time out A\nat 200ms:\n  \
                  partition A,B,X | C,D,E\n  X via A sends get x\nend after 400ms";
    tells(script, "X got no answer to its read of x.");
    never_tells(script, "taken effect");
}

#[test]
fn a_leader_that_is_heard_but_hears_no_answer_reaches_every_node() {
    let script = "seed 7\nat 1ms: time out A\nat 200ms:\n  cut B->A\n  cut C->A\n  cut D->A\n  \
                  cut E->A\n  X via A sends x=1\nend after 800ms";
    tells(script, "A leads term 1, but it gets answers from only 1 of 5 nodes");
    never_tells(script, "reaches only");
}

#[test]
fn an_election_that_another_node_won_is_not_told_as_won_by_none() {
    let script = "seed 5\nnodes 3\nelection-timeout 150ms\nat 0ms: isolate C\nat 10ms: time out C\n\
                  at 20ms: time out A\nend at 900ms";
    tells(script, "C did not win, so it tries again in term 2.");
    never_tells(script, "Nobody");
}

#[test]
fn a_request_for_votes_that_a_person_forced_says_so() {
    let mut run = ScriptRun::new("seed 7\nat 1s: time out A\nend at 1s".parse().unwrap()).unwrap();
    run.advance(Time(u64::MAX));
    let records: Vec<_> = run.simulation_mut().take_records().into_iter().map(Rc::new).collect();
    let simulation = run.simulation();
    // The command stands in no script, so a person gave it.
    let past = Past { simulation, script: &[], records: [&[], &records] };
    let forced = records
        .iter()
        .rfind(|record| matches!(record.kind, RecordKind::Protocol(Event::ElectionStarted { .. })));
    let english = NativeCatalog::new(Language::English);
    let told = english.render(&describe(forced.unwrap(), &past).unwrap());
    assert!(told.starts_with("You made A’s timer run out"), "{told}");
    let answer = explain_record(forced.unwrap(), &past).unwrap();
    let why = english.render(&answer.reason.sentences[0]);
    assert!(why.starts_with("You made its timer run out"), "{why}");
}

#[test]
fn a_timer_that_ran_out_while_its_node_was_frozen_is_not_silence() {
    let script = "seed 7\nnodes 3\nat 1ms: time out A\nat 100ms: freeze B,C\nat 900ms: resume B\n\
                  end at 1s";
    tells(script, "B’s timer ran out while it was frozen: it asks for votes in term 2.");
    never_tells(script, "B heard from no leader");
}

#[test]
fn a_hand_over_that_fails_is_not_told_as_done() {
    let script = "seed 8\nnodes 3\nat 1ms: time out A\nat 300ms: cut A->B; hand over to B\n\
                  end at 900ms";
    tells(script, "A begins to hand its leadership to B.");
    never_tells(script, "takes over");
    never_tells(script, "A hands");
}

#[test]
fn in_figure_8_d_no_sentence_says_that_an_entry_will_be_removed() {
    never_tells(&story("figure-8-d.raft"), "will be removed");
    never_tells(&story("figure-8-d.raft"), "will be dropped");
}

/// The case of a newcomer that cannot be reached.
#[test]
fn a_change_that_is_given_up_is_told_with_its_reason() {
    tells(&story("newcomer-given-up.raft"), "A refuses to add D: D did not catch up in time.");
}

/// The case of a lease that no follower respects.
#[test]
fn a_lease_without_check_quorum_is_refused_with_the_reason() {
    let simulation = Simulation::new(Run::default()).unwrap();
    let mut draft = SettingsDraft::default();
    let setting = Setting::named("reads").unwrap();
    let error = draft.read(setting, "lease 5%", &simulation).unwrap_err();
    let told = NativeCatalog::new(Language::English).render(&crate::phrases::bad_value(&error));
    assert!(told.starts_with("A lease needs “Check quorum”"), "{told}");
}
