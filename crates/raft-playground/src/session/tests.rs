//! What no intent can bring about yet, because it takes a mistake in the protocol.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_sim::Command;
use raft_sim::raft_core::{NodeId, Rule};

use super::{Options, Session};
use crate::intent::Intent;
use crate::pauses::PauseOn;
use crate::speed::Speed;

/// Two nodes stand in term 1, and everybody votes for both.
fn with_two_leaders_to_come() -> Session {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Session::new(&options).unwrap();
    session.act(Command::Waive(Rule::OneVotePerTerm));
    session.act(Command::TimeOut(NodeId(0).into()));
    session.act(Command::TimeOut(NodeId(1).into()));
    session
}

#[test]
fn a_violation_pauses_at_its_event_and_is_told() {
    let mut session = with_two_leaders_to_come();
    session.advance(500_000);
    let frame = session.frame();
    assert!(!frame.scene.transport.playing);
    assert!(frame.scene.sentence.starts_with("Election Safety is violated"));
    let mark = frame.scene.timeline.marks.last().unwrap();
    assert_eq!((&*mark.text, mark.at_us), ("Election Safety is violated", frame.motion.now_us));
}

#[test]
fn whoever_does_not_want_that_sees_it_go_on() {
    let mut session = with_two_leaders_to_come();
    session.handle(Intent::TogglePause(PauseOn::Violation));
    session.advance(500_000);
    let frame = session.frame();
    assert!(frame.scene.transport.playing);
    assert_eq!(frame.motion.now_us, 500_000);
    assert_eq!(session.simulation().violations().len(), 1);
}
