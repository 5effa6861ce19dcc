//! Answers about votes that are refused.

use super::*;

#[test]
fn a_refused_vote_compares_the_logs_of_both_nodes() {
    // E, which was cut off, asks for votes with an old log.
    let story = play(
        "seed 7\nat 1ms: time out A\nat 100ms:\n  isolate E\n  X via A sends x=1\n\
         at 300ms:\n  heal\n  \
         crash A\n  time out E\nend at 335ms",
    );
    let answer = candidates::explain(&story.past(), address("B"), address("E")).unwrap();
    assert_eq!(answer.reason.section, "§5.4.1", "{}", sentences(&answer));
    assert!(compared(&answer)[1].ends_with(" no"), "{:?}", compared(&answer));
    let unsupported = candidates::unsupported(&story.simulation);
    assert_eq!(unsupported.map(|(_, candidate)| candidate), Some(address("E")));

    let answer = candidates::explain(&story.past(), address("B"), address("A")).unwrap();
    assert_eq!(sentences(&answer), "A is stopped.");
    assert!(candidates::explain(&story.past(), address("B"), address("X")).is_none());
}

#[test]
fn a_refused_vote_says_why_in_the_message_that_refuses_it() {
    let story = play("seed 7\nat 1ms: time out A,B\nend at 100ms");
    let refuses = |record: &Record| {
        let RecordKind::Sent(envelope) = &record.kind else { return false };
        let Packet::Raft(message) = &envelope.packet else { return false };
        matches!(message.body, Body::RequestVoteReply { granted: false, .. })
    };
    let answer = story.why(refuses);
    let text = sentences(&answer);
    assert!(text.contains("has already voted for"), "{text}");
}
