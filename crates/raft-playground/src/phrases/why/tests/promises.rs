//! Answers in runs that break a guarantee: they do not say that it holds.

use raft_sim::raft_core::Verdict;

use super::*;

#[test]
fn an_entry_that_is_committed_against_the_rule_may_be_lost() {
    let played = story("figure-8-without-rule.raft", 60_000);
    let commits = |event: &Event| {
        matches!(event, Event::CommitDecided { candidate, verdict: Verdict::Waive(_), .. }
            if candidate.index == LogIndex(2))
    };
    let record = played.records.iter().rfind(|record| match &record.kind {
        RecordKind::Protocol(event) => commits(event),
        _ => false,
    });
    let answer = explain_record(record.unwrap(), &played.past()).unwrap();
    assert!(sentences(&answer).starts_with("The leader commits it, though it is not safe"));
}

#[test]
fn a_removed_entry_that_was_committed_is_not_said_to_be_uncommitted() {
    let played = story("figure-8-without-rule.raft", 60_000);
    let removes = played
        .records
        .iter()
        .filter(|record| matches!(record.kind, RecordKind::Protocol(Event::Truncated { .. })));
    let answers: Vec<_> =
        removes.map(|record| sentences(&explain_record(record, &played.past()).unwrap())).collect();
    assert!(answers.iter().any(|answer| answer.contains("was committed")), "{answers:?}");
}

#[test]
fn with_half_of_the_voters_the_answer_does_not_speak_of_a_majority() {
    let played = play(
        "seed 7\nnodes 4\nmistakes half-is-enough\nat 1ms: time out A\nat 100ms: crash C,D\n\
         until leader A within 1s: X via A sends x=1\nend after 200ms",
    );
    let decided =
        |record: &Record| matches!(record.kind, RecordKind::Protocol(Event::CommitDecided { .. }));
    let answer = played.why(decided);
    let text = sentences(&answer);
    assert!(text.starts_with("Half the voters have acknowledged it"), "{text}");
}

#[test]
fn a_leader_that_was_removed_says_so() {
    let played = story("removed-leader-steps-down.raft", 60_000);
    let ended = |record: &Record| {
        matches!(record.kind, RecordKind::Protocol(Event::SteppedDown { was_leader: true, .. }))
    };
    let text = sentences(&played.why(ended));
    assert!(text.starts_with("The new membership, in which it is not a voter"), "{text}");
}

#[test]
fn an_answer_asked_for_later_is_as_true_of_its_moment() {
    let played = play("seed 7\nat 1ms: time out A\nat 200ms: isolate A\nat 2s: heal\nend at 6s");
    for (place, record) in played.records.iter().enumerate() {
        let until = &played.records[place.saturating_sub(1000)..=place];
        let then = Past { records: [&[], until], ..played.past() };
        let end = (place + 900).min(played.records.len());
        let later = &played.records[end.saturating_sub(1000)..end];
        let later = Past { records: [&[], later], ..played.past() };
        let decided = matches!(record.kind, RecordKind::Protocol(_));
        if decided {
            assert_eq!(explain_record(record, &then), explain_record(record, &later));
        }
    }
}
