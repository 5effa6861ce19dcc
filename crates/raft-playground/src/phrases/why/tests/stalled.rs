//! Answers about a leader that reaches no majority.

use super::*;

/// A leader that only one node hears: with pre-vote and without check-quorum nothing goes on.
const BRIDGE: &str = "seed 3\nnodes 5\npre-vote on\nat 0ms: time out A\n\
    until leader A in term 1 within 1s: X sends x=1\n\
    until committed x=1 within 1s:\n  cut A-C,D,E\n  cut E-B,C,D\n  cut X-A\nend after 10s";

#[test]
fn an_answer_names_the_nodes_that_refuse_to_replace_a_leader_heard_by_one_node() {
    let story = play(BRIDGE);
    let answer = leader(&story.past());
    assert_eq!(title(&answer), "Why does no node replace A?");
    let refused = "C cannot replace it: B still hears A and refuses to vote against it";
    assert!(sentences(&answer).contains(refused), "{}", sentences(&answer));
    assert!(sentences(&answer).ends_with("With check-quorum, A would step down."));
    assert_eq!(compared(&answer), ["reach each other: 2 of 5 / 3 of 5 no"]);
    let offered: Vec<_> =
        unanswered(&story.simulation).iter().map(|(text, _)| english(text)).collect();
    assert!(offered.contains(&"Why does no node replace A?".to_owned()), "{offered:?}");
}

#[test]
fn with_check_quorum_the_same_cluster_elects_another_leader() {
    let story = play(&BRIDGE.replace("pre-vote on", "pre-vote on\ncheck-quorum on"));
    assert_ne!(story.simulation.leader().map(Address::Node), Some(address("A")));
    assert!(title(&leader(&story.past())).ends_with(" lead?"));
}
