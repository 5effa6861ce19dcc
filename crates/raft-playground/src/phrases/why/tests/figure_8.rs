//! Figure 8 of the paper, at the moments at which what follows cannot be known.

use super::*;

/// At 195 ms entry 2 of B is at no other node, and later it is at four.
#[test]
fn an_entry_that_the_leader_lacks_is_removed_only_under_a_condition() {
    let played = story("figure-8-d.raft", 195);
    let question = Question::Entry { node: address("B"), index: 2 };
    let (answer, _) = explain_now(&played.past(), question).unwrap();
    let text = sentences(&answer);
    assert!(!text.contains("will be"), "{text}");
    assert!(!text.contains("removes it") || text.contains("If "), "{text}");
}

/// The values beside each answer are as the sentence says: no answer that promises a later leader
/// the entry stands above a row that does not hold.
#[test]
fn no_promise_stands_above_a_value_that_does_not_hold() {
    for name in ["figure-8-d.raft", "figure-8-e.raft", "figure-8-without-rule.raft"] {
        let played = story(name, 60_000);
        let mut promises = 0;
        for record in &played.records {
            let Some(answer) = explain_record(record, &played.past()) else { continue };
            if sentences(&answer).contains("every later leader will have it") {
                assert!(answer.reason.compared.iter().all(|row| row.holds), "{name}");
                promises += 1;
            }
        }
        // Without the rule nothing is promised.
        assert_eq!(promises > 0, name != "figure-8-without-rule.raft", "{name}");
    }
}
