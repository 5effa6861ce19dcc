//! Sentences about nodes that have led, or hand over.

use raft_sim::raft_core::NodeId;

use super::*;
use crate::phrases::{describe, leaders};

#[test]
fn a_heartbeat_of_a_node_that_no_longer_leads_was_sent_while_it_led() {
    let is_heartbeat = |record: &Record| match &record.kind {
        RecordKind::Sent(envelope) => matches!(&envelope.packet, Packet::Raft(message)
            if matches!(&message.body, Body::AppendEntries { entries, .. } if entries.is_empty())),
        _ => false,
    };
    let leads = "seed 7\nat 1ms: time out A\nend at 300ms";
    let stopped = "seed 7\nat 1ms: time out A\nat 300ms: crash A\nend at 310ms";
    let answer = sentences(&play(leads).why(is_heartbeat));
    assert!(answer.starts_with("A leads and sends heartbeats"), "{answer}");
    let answer = sentences(&play(stopped).why(is_heartbeat));
    assert!(answer.starts_with("A led term 1 when it sent this heartbeat."), "{answer}");
}

#[test]
fn heartbeats_promise_nothing_while_their_leader_hands_over() {
    let script = "seed 7\nat 1ms: time out A\nat 300ms: link A->B latency 100ms\n\
                  at 320ms: hand over to B\nend at 350ms";
    let said = |millis| {
        let story = Story::new(script, Time::from_millis(millis));
        leaders::heartbeat(&story.simulation, NodeId(0)).is_some()
    };
    assert!(said(319));
    assert!(!said(350));
}

#[test]
fn members_without_a_disk_cannot_remove_each_other() {
    let script = "seed 7\nnodes 3\nat 100ms:\n  erase A; erase B\n  replace server A\n";
    let replaced = |record: &Record| {
        matches!(record.kind, RecordKind::Commanded(raft_sim::Command::ReplaceServer(_)))
    };
    let said = |script: String| {
        let story = play(&script);
        let record = story.records.iter().rfind(|record| replaced(record)).unwrap();
        english(&describe(record, &story.past()).unwrap())
    };
    let first = "A is still a member. Remove it first, then replace it.";
    assert_eq!(said(format!("{script}end at 100ms")), first);
    let none = "A cannot be replaced: no node is left that could remove it from the cluster.";
    assert_eq!(said(format!("{script}  erase C; replace server A\nend at 100ms")), none);
}
