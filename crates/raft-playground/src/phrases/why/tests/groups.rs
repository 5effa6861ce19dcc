//! Answers about groups of nodes that cannot elect a leader or commit.

use super::*;

/// Why there is no leader, or one that stays in vain.
fn why_leader(script: &str) -> (String, Vec<String>) {
    let story = play(script);
    let answer = leader(&story.past());
    (format!("{} {}", title(&answer), sentences(&answer)), compared(&answer))
}

#[test]
fn without_a_majority_the_answer_names_the_nodes_that_are_missing_and_why() {
    let (answer, compared) = why_leader("seed 7\nat 1ms: crash A,B; isolate E\nend at 1s");
    assert_eq!(
        answer,
        "Why is there no leader? No running node can exchange messages with enough voters to win \
         an election. The best connected voter is D. Missing: A (stopped), B (stopped) and E \
         (messages to it are lost)."
    );
    assert_eq!(compared, ["reach each other: 2 of 5 / 3 of 5 no"]);
}

#[test]
fn links_that_carry_one_way_only_are_named() {
    let script = "seed 7\nnodes 3\nat 1ms:\n  cut A->B\n  cut B->C\n  cut C->A\nend at 1s";
    let (answer, _) = why_leader(script);
    let missing = "Missing: A (messages to it are lost) and B (its answers are lost).";
    assert!(answer.ends_with(missing), "{answer}");
}

#[test]
fn timers_that_run_out_together_are_named_together() {
    let script = "seed 7\nat 1ms:\n  timer A 120ms\n  timer D 120ms\nend at 100ms";
    let (answer, compared) = why_leader(script);
    let ending = "Those of A and D run out next, at the same moment.";
    assert!(answer.ends_with(ending), "{answer}");
    assert_eq!(compared, ["runs out in: 21 ms / 0 ms no"]);
}

#[test]
fn frozen_voters_that_leave_too_few_are_named() {
    let (answer, _) = why_leader("seed 7\nat 1ms: pause A,B,C\nend at 1s");
    let ending = "Enough voters are connected, but too few of them act. Frozen: A, B and C.";
    assert!(answer.ends_with(ending), "{answer}");
}

#[test]
fn a_leader_that_is_heard_but_hears_no_other_node_is_not_replaced() {
    let script = "seed 7\nat 1ms: time out A\nat 200ms:\n  cut B->A\n  cut C->A\n  cut D->A\n  \
                  cut E->A\nend at 2s";
    let (answer, compared) = why_leader(script);
    assert_eq!(
        answer,
        "Why does no node replace A? A still leads term 1 but does not reach enough voters, so it \
         can commit nothing. Enough voters hear A, so they start no election, but their answers \
         do not reach it. With check-quorum, A would step down."
    );
    assert_eq!(compared, ["reach each other: 1 of 5 / 3 of 5 no"]);
}

#[test]
fn until_a_cut_off_leader_is_replaced_the_answer_says_whose_timer_runs_out() {
    let script = "seed 7\nat 1ms: time out A\nat 200ms: isolate A\nend at 250ms";
    let (answer, _) = why_leader(script);
    assert!(answer.starts_with("Why does no node replace A?"), "{answer}");
    assert!(answer.ends_with("’s runs out next."), "{answer}");
}

#[test]
fn an_entry_that_waits_names_what_keeps_each_voter_from_acknowledging_it() {
    let story = play(
        "seed 7\nat 1ms: time out A\nat 200ms:\n  crash B\n  pause C\n  cut A->D\n  cut E->A\n  \
         X via A sends x=1\nend after 150ms",
    );
    let answer = entries::explain(&story.simulation, address("A"), LogIndex(2)).unwrap();
    assert_eq!(title(&answer), "Why is x=1, entry 2 of A, not known to be committed?");
    assert_eq!(
        sentences(&answer),
        "A commits it once 3 of 5 nodes have acknowledged it. Missing: B (stopped), C (frozen), D \
         (messages to it are lost) and E (its answers are lost)."
    );
}
