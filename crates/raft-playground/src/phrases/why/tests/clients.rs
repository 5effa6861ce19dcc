//! Answers about clients that wait, and about what they were told.

use super::*;

/// Why a client waits.
fn why_waits(script: &str) -> (String, Vec<String>) {
    let story = play(script);
    let question = Question::Client(address("X"));
    let (answer, place) = explain_now(&story.past(), question).unwrap();
    assert_eq!(place, Some(address("X")));
    (format!("{} {}", title(&answer), sentences(&answer)), compared(&answer))
}

#[test]
fn a_deposed_leader_cannot_answer_a_read_because_no_majority_confirms_that_it_leads() {
    let (answer, compared) = why_waits(
        "seed 7\nat 1ms: time out A\nat 200ms:\n  partition A,B,X | C,D,E\n  X via A sends get x\n\
         end after 100ms",
    );
    assert_eq!(
        answer,
        "Why does X wait for the result of get x? A answers a read once 3 of 5 nodes have \
         confirmed that it still leads: another leader may have been elected since. Missing: C \
         (messages to it are lost), D (messages to it are lost) and E (messages to it are lost)."
    );
    assert_eq!(compared, ["reach each other: 2 of 5 / 3 of 5 no"]);
}

#[test]
fn a_client_waits_for_an_entry_that_too_few_have_acknowledged() {
    let (answer, compared) = why_waits(
        "seed 7\nnodes 3\nat 1ms: time out A\nat 200ms:\n  crash B,C\n  X via A sends x=1\n\
         end after 100ms",
    );
    let ending = "A has the request as entry 2 and answers when that is committed. A commits it \
                  once 2 of 3 nodes have acknowledged it. Missing: B (stopped) and C (stopped).";
    assert!(answer.ends_with(ending), "{answer}");
    assert_eq!(compared[0], "acknowledged: 1 of 3 / 2 of 3 no");
}

#[test]
fn a_client_waits_for_a_node_that_is_stopped_or_frozen_or_cannot_be_reached() {
    let begin = "seed 7\nat 1ms: time out A\nat 200ms:\n  ";
    let end = "\n  X via A sends x=1\nend after 50ms";
    let ending = |what: &str| why_waits(&format!("{begin}{what}{end}")).0;
    assert!(ending("crash A").ends_with("X has asked A last, which is stopped."));
    assert!(ending("pause A").ends_with("X has asked A last, which is frozen."));
    assert!(ending("cut X->A").ends_with("from X to A is cut, so messages on it are lost."));
}

#[test]
fn what_may_puzzle_includes_a_client_that_waits() {
    let script = "seed 7\nat 1ms: time out A\nat 200ms:\n  crash B,C,D\n  X via A sends x=1\n\
                  end after 100ms";
    let story = play(script);
    let offered = unanswered(&story.simulation);
    let question = Question::Client(address("X"));
    assert!(offered.iter().any(|(_, offered)| *offered == question), "{offered:?}");
}

#[test]
fn a_stale_read_is_not_said_to_be_safe() {
    let story = story("stale-read.raft", 60_000);
    let reads = |record: &Record| {
        let RecordKind::Settled { status, .. } = &record.kind else { return false };
        record.subject == Some(address("Y"))
            && matches!(status, raft_sim::Status::Done(raft_sim::Outcome::Read(_)))
    };
    let answer = story.why(reads);
    assert!(sentences(&answer).contains("may be old"), "{}", sentences(&answer));
}

#[test]
fn what_somebody_does_has_no_reason() {
    let story = play(
        "seed 7\nat 1ms: time out A\nat 200ms:\n  X via A sends x=1\n  crash B\nend after 50ms",
    );
    let own = |record: &&Rc<Record>| {
        matches!(
            record.kind,
            RecordKind::Commanded(_)
                | RecordKind::Submitted { .. }
                | RecordKind::Crashed { lost_writes: 0, .. }
        )
    };
    let own: Vec<_> = story.records.iter().filter(own).collect();
    assert!(own.len() >= 4);
    for record in own {
        assert!(explain_record(record, &story.past()).is_none(), "{:?}", record.kind);
    }
}
