//! §7: log compaction, and sending a snapshot to a follower that is too far behind.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use std::ops::Range;
use std::sync::Arc;

use cluster::{A, B, C, Cluster, D, E, Server, append, at, change, config, log, matched, message};
use raft_core::{
    Answer, AppendOutcome, Body, Config, Effect, Entry, Event, Input, LogIndex, LogPosition,
    MalformedReason, Membership, Message, NodeId, Payload, ProgressState, Role, Round, Rule,
    SnapshotChunk, Term, Timer, Verdict,
};

const DATA: &[u8] = b"0123456789";

/// A chunk of a snapshot with the data `DATA`; the last one if it reaches the end.
fn chunk(term: u64, last: LogPosition, part: Range<usize>) -> Message {
    let chunk = SnapshotChunk {
        last,
        membership: Arc::new(Membership::of((0..5).map(NodeId))),
        offset: part.start as u64,
        done: part.end == DATA.len(),
        data: DATA[part].into(),
        round: Round(1),
    };
    message(term, Body::InstallSnapshot(chunk))
}

/// A whole snapshot in one chunk.
fn snapshot(term: u64, last: LogPosition, data: &[u8], membership: Membership) -> Message {
    let data = data.into();
    let (membership, offset, done, round) = (Arc::new(membership), 0, true, Round(1));
    let chunk = SnapshotChunk { last, membership, offset, data, done, round };
    message(term, Body::InstallSnapshot(chunk))
}

/// The same message in another round.
fn in_round(number: u64, mut message: Message) -> Message {
    match &mut message.body {
        Body::AppendEntries { round, .. } | Body::InstallSnapshotReply { round, .. } => {
            *round = Round(number);
        }
        other => panic!("{other:?} has no round"),
    }
    message
}

fn received(server: &mut Server) -> (u64, u64, bool) {
    match server.answer().body {
        Body::InstallSnapshotReply { last, received, done, .. } => (last.0, received, done),
        other => panic!("{other:?}"),
    }
}

fn reply(term: u64, last: u64, received: u64, done: bool) -> Message {
    let (last, round) = (LogIndex(last), Round(1));
    message(term, Body::InstallSnapshotReply { last, received, done, round })
}

fn compact(server: &mut Server, index: u64) {
    let data = format!("as of {index}").into_bytes().into();
    server.input(Input::Compact { index: LogIndex(index), data });
}

/// The snapshots that replaced the state machine since the test last forgot.
fn restored(server: &Server) -> Vec<(LogPosition, Vec<u8>)> {
    let restore = |effect: &Effect| match effect {
        Effect::Restore(snapshot) => Some((snapshot.last, snapshot.data.to_vec())),
        _ => None,
    };
    server.effects.iter().filter_map(restore).collect()
}

/// A leader of term 2 whose first three of four entries are in a snapshot of ten bytes, sent four
/// bytes at a time. D and E have not answered.
fn compacted_leader() -> Server {
    let config = Config { snapshot_chunk: 4, ..config(5) };
    let mut a = Server::with(config, A, 1, &[1, 1, 1]);
    a.elect();
    for follower in [B, C] {
        a.deliver(follower, matched(2, 4));
    }
    a.input(Input::Compact { index: LogIndex(3), data: DATA.into() });
    a.forget();
    a
}

/// The leader learns that D's log is empty.
fn find_far_behind(a: &mut Server, follower: NodeId) {
    let outcome = AppendOutcome::Mismatched { previous: LogIndex(3), hint: at(0, 0) };
    a.deliver(follower, cluster::reply(2, outcome));
}

/// The chunks sent to a follower since the test last looked, and the last index of their snapshot.
fn chunks_to(server: &mut Server, follower: NodeId) -> Vec<(u64, Range<usize>)> {
    let part = |message: &Message| match &message.body {
        Body::InstallSnapshot(chunk) => {
            let start = usize::try_from(chunk.offset).unwrap();
            Some((chunk.last.index.0, start..start + chunk.data.len()))
        }
        _ => None,
    };
    let parts = server.sent_to(follower).into_iter().filter_map(part).collect();
    server.forget();
    parts
}

#[test]
fn compaction_replaces_the_log_up_to_an_applied_entry() {
    let mut b = Server::new(B, 2, &[1, 1, 2, 2]);
    b.deliver(A, append(2, at(2, 4), &[], 3));
    b.forget();
    for refused in [0, 4, 9] {
        compact(&mut b, refused);
        assert!(b.events.is_empty(), "entry {refused} is not there to be replaced");
    }
    compact(&mut b, 2);
    assert_eq!(b.events, [Event::Compacted { last: at(1, 2) }]);
    assert_eq!((b.node.log().base(), b.node.log().last()), (at(1, 2), at(2, 4)));
    assert_eq!(b.terms(), [2, 2]);
    assert_eq!(restored(&b), [], "the state machine has it all");
    compact(&mut b, 1);
    assert_eq!(b.node.log().base(), at(1, 2), "a snapshot never gives way to an older one");
}

#[test]
fn a_node_restarts_from_its_snapshot_and_the_log_after_it() {
    let mut b = Server::new(B, 2, &[1, 1, 2, 2]);
    b.deliver(A, append(2, at(2, 4), &[], 3));
    compact(&mut b, 2);
    let mut b = b.restart();
    assert_eq!(restored(&b), [(at(1, 2), b"as of 2".to_vec())]);
    assert_eq!((b.node.commit_index(), b.node.last_applied()), (LogIndex(2), LogIndex(2)));
    assert_eq!(b.terms(), [2, 2]);
    b.deliver(A, append(2, at(2, 4), &[], 4));
    assert_eq!(b.applied(), [3, 4]);
}

#[test]
fn an_older_snapshot_changes_nothing() {
    let mut b = Server::new(B, 2, &[1, 1, 2]);
    b.deliver(A, append(2, at(2, 3), &[], 3));
    let (node, disk) = (b.node.clone(), b.disk.clone());
    for last in [at(1, 2), at(2, 3)] {
        b.forget();
        b.deliver(A, chunk(2, last, 0..10));
        assert_eq!(received(&mut b), (last.index.0, 0, true), "the leader need not go on");
        assert_eq!(restored(&b), []);
        assert_eq!((&b.node, &b.disk), (&node, &disk));
    }
}

#[test]
fn installing_a_matching_snapshot_keeps_the_entries_after_it() {
    let mut b = Server::new(B, 2, &[1, 1, 2, 2]);
    b.forget();
    b.deliver(A, chunk(2, at(1, 2), 0..10));
    assert_eq!(received(&mut b), (2, 10, true));
    assert_eq!((b.node.log().base(), b.terms()), (at(1, 2), vec![2, 2]));
    assert_eq!(restored(&b), [(at(1, 2), DATA.to_vec())]);
    let b = b.restart();
    assert_eq!((b.node.log().base(), b.terms()), (at(1, 2), vec![2, 2]));
}

#[test]
fn installing_a_conflicting_snapshot_discards_the_log() {
    for own in [&[1, 1, 1, 1][..], &[1], &[]] {
        let mut b = Server::new(B, 2, own);
        b.forget();
        b.deliver(A, chunk(2, at(2, 3), 0..10));
        assert_eq!(received(&mut b), (3, 10, true));
        let b = b.restart();
        assert_eq!((b.node.log().base(), b.node.log().last()), (at(2, 3), at(2, 3)), "{own:?}");
        assert_eq!(b.node.commit_index(), LogIndex(3));
    }
}

#[test]
fn entries_after_a_snapshot_are_applied_after_it() {
    let mut b = Server::new(B, 2, &[]);
    b.deliver(A, chunk(2, at(2, 3), 0..10));
    b.deliver(A, append(2, at(2, 3), &log(&[2, 2, 2, 2, 2])[3..], 5));
    assert_eq!(restored(&b), [(at(2, 3), DATA.to_vec())]);
    assert_eq!(b.applied(), [4, 5]);
}

#[test]
fn entries_that_a_snapshot_has_replaced_are_known_to_match() {
    let leaders = log(&[1, 1, 1, 2, 2]);
    let compacted = || {
        let mut b = Server::new(B, 2, &[1, 1, 1, 2]);
        b.deliver(A, append(2, at(2, 4), &[], 4));
        compact(&mut b, 3);
        b.forget();
        b
    };
    for (previous, entries, through) in [
        (at(1, 1), &leaders[1..5], 5), // from before the snapshot to beyond the log
        (at(1, 1), &leaders[1..4], 4),
        (at(0, 0), &leaders[..2], 3), // entirely before it
        (at(1, 2), &[], 3),
    ] {
        let mut b = compacted();
        b.deliver(A, append(2, previous, entries, 0));
        assert_eq!(b.outcome(), AppendOutcome::Matched { through: LogIndex(through) });
        assert_eq!(b.node.log().base(), at(1, 3));
        assert_eq!(b.terms(), if through == 5 { vec![2, 2] } else { vec![2] });
    }
}

#[test]
fn reordered_and_duplicate_chunks_are_assembled_in_order() {
    let mut b = Server::new(B, 2, &[]);
    b.forget();
    for (part, expected) in [
        (4..8, 0), // the first one is delayed or lost
        (0..4, 4),
        (0..4, 4), // a duplicate
        (8..10, 4),
        (4..8, 8),
        (0..4, 8),
    ] {
        b.deliver(A, chunk(2, at(2, 3), part.clone()));
        assert_eq!(received(&mut b), (3, expected, false), "{part:?}");
    }
    assert_eq!((restored(&b), b.node.log().base()), (vec![], at(0, 0)), "not all of it is here");
    b.deliver(A, chunk(2, at(2, 3), 8..10));
    assert_eq!(received(&mut b), (3, 10, true));
    assert_eq!(restored(&b), [(at(2, 3), DATA.to_vec())]);
    b.deliver(A, chunk(2, at(2, 3), 8..10));
    assert_eq!(received(&mut b), (3, 0, true), "a late one finds it done");
    assert_eq!(restored(&b).len(), 1);
}

#[test]
fn a_newer_snapshot_replaces_a_partly_received_one() {
    let mut b = Server::new(B, 2, &[]);
    b.deliver(A, chunk(2, at(2, 3), 0..4));
    b.forget();
    b.deliver(A, chunk(2, at(2, 5), 4..8));
    assert_eq!(received(&mut b), (5, 0, false), "nothing of it is here yet");
    for (start, end) in [(0, 4), (4, 8), (8, 10)] {
        b.deliver(A, chunk(2, at(2, 5), start..end));
    }
    assert_eq!(restored(&b), [(at(2, 5), DATA.to_vec())]);
}

#[test]
fn chunks_of_two_leaders_are_not_mixed() {
    // Both saved the same state, but their bytes may differ.
    let mut b = Server::new(B, 2, &[]);
    b.deliver(A, chunk(2, at(2, 3), 0..4));
    for part in [0..4, 4..8, 8..10] {
        let mut message = chunk(3, at(2, 3), part);
        if let Body::InstallSnapshot(chunk) = &mut message.body {
            chunk.data = chunk.data.iter().map(|byte| byte + b'a' - b'0').collect();
        }
        b.deliver(C, message);
    }
    assert_eq!(restored(&b), [(at(2, 3), b"abcdefghij".to_vec())]);
}

#[test]
fn a_snapshot_of_an_older_term_is_refused_with_the_newer_term() {
    let mut b = Server::new(B, 3, &[]);
    b.forget();
    b.deliver(A, chunk(2, at(2, 3), 0..10));
    let (last, round) = (LogIndex(3), Round(0)); // it answers no round of term 3
    let refusal = Body::InstallSnapshotReply { last, received: 0, done: false, round };
    assert_eq!(b.answer(), message(3, refusal));
    assert_eq!((restored(&b), b.timer_set(Timer::Election)), (vec![], 0));
    assert!(b.ignored(Rule::CurrentTerm));
}

#[test]
fn the_sender_of_a_snapshot_is_recognised_as_leader() {
    let mut b = Server::new(B, 2, &[]);
    b.forget();
    b.deliver(A, chunk(2, at(2, 3), 0..4));
    assert_eq!(*b.node.role(), Role::Follower { leader: Some(A) });
    assert_eq!(b.timer_set(Timer::Election), 1);
}

#[test]
fn a_snapshot_is_acknowledged_only_when_it_is_durable() {
    let mut b = Server::new(B, 2, &[]);
    let message = chunk(2, at(2, 3), 0..10);
    let step = b.node.step(Input::Deliver { from: A, message }, b.now);
    let write = step.write.unwrap();
    assert_eq!(write.snapshot.unwrap().last, at(2, 3));
    assert!(!step.at_once.iter().any(|effect| matches!(effect, Effect::Send { .. })));
    assert_eq!(step.after_write.needs(), write.number);
}

#[test]
fn a_snapshot_from_a_future_term_is_refused() {
    let mut b = Server::new(B, 2, &[]);
    b.forget();
    b.deliver(A, chunk(2, at(9, 3), 0..10));
    assert_eq!(b.events, [Event::Malformed { from: A, reason: MalformedReason::BrokenSnapshot }]);
    assert_eq!((restored(&b), b.sent.len()), (vec![], 0));
    b.restart(); // a node that accepted it would have a disk that is refused here
}

#[test]
fn a_chunk_with_an_impossible_offset_is_refused() {
    let mut message = chunk(2, at(2, 3), 4..10);
    if let Body::InstallSnapshot(chunk) = &mut message.body {
        chunk.offset = u64::MAX;
    }
    let mut b = Server::new(B, 2, &[]);
    b.forget();
    b.deliver(A, message);
    assert_eq!(received(&mut b), (3, 0, false));
}

#[test]
fn a_leader_sends_its_snapshot_to_a_follower_behind_its_log() {
    let mut a = compacted_leader();
    find_far_behind(&mut a, D);
    assert_eq!(chunks_to(&mut a, D), [(3, 0..4)]);
    a.deliver(D, reply(2, 3, 4, false));
    assert_eq!(chunks_to(&mut a, D), [(3, 4..8)]);
    a.deliver(D, reply(2, 3, 8, false));
    assert_eq!(chunks_to(&mut a, D), [(3, 8..10)]);
    a.deliver(D, reply(2, 3, 10, true));
    assert_eq!(a.node.progress(D).unwrap().match_index, LogIndex(3));
    let entries = a.node.log().batch(LogIndex(4), 9, 99);
    assert_eq!(a.sent_to(D), [&in_round(2, append(2, at(1, 3), &entries, 4))]);
}

#[test]
fn no_entries_are_sent_during_a_snapshot_transfer() {
    let mut a = compacted_leader();
    find_far_behind(&mut a, D);
    a.forget();
    a.propose(1);
    assert_eq!(a.sent_to(D), [] as [&Message; 0]);
}

#[test]
fn the_next_heartbeat_resends_a_lost_chunk() {
    let mut a = compacted_leader();
    find_far_behind(&mut a, D);
    a.deliver(D, reply(2, 3, 4, false));
    a.forget();
    a.input(Input::Timeout(Timer::Heartbeat));
    assert_eq!(chunks_to(&mut a, D), [(3, 4..8)]);
    a.deliver(D, reply(2, 3, 4, false));
    assert_eq!(chunks_to(&mut a, D), [], "an answer that came twice asks for nothing");
    a.deliver(D, in_round(1, reply(2, 3, 0, false)));
    assert_eq!(chunks_to(&mut a, D), [], "an answer from before it was found behind is old news");
    a.deliver(D, in_round(3, reply(2, 3, 0, false)));
    assert_eq!(chunks_to(&mut a, D), [(3, 0..4)], "a follower that restarted begins afresh");
}

#[test]
fn a_leader_that_compacts_during_a_transfer_sends_the_newer_snapshot() {
    let mut a = compacted_leader();
    find_far_behind(&mut a, D);
    compact(&mut a, 4);
    a.forget();
    a.deliver(D, reply(2, 3, 4, false));
    assert_eq!(chunks_to(&mut a, D), [(4, 0..4)]);
    a.deliver(D, reply(2, 3, 10, true));
    assert_eq!(a.node.progress(D).unwrap().match_index, LogIndex(0), "that one was given up");
    assert_eq!(
        a.node.progress(D).unwrap().state,
        ProgressState::Snapshot { last: LogIndex(4), received: 0 }
    );
}

#[test]
fn a_follower_resumes_replication_after_a_snapshot() {
    let config = Config { snapshot_chunk: 3, ..config(3) };
    let mut cluster = Cluster::led_by(A, &config, 0);
    cluster.cut_off(C);
    for proposal in 0..9 {
        cluster.propose(A, proposal);
    }
    compact(&mut cluster[A], 8);
    cluster.rejoin(C);
    for _ in 0..2 {
        cluster.heartbeat(A);
    }
    let (leader, follower) = (&cluster[A].node, &cluster[C].node);
    assert_eq!(follower.log(), leader.log());
    assert_eq!(follower.commit_index(), LogIndex(10));
    assert_eq!(restored(&cluster[C]), [(at(1, 8), b"as of 8".to_vec())]);
    assert_eq!(cluster[C].applied(), [9, 10]);
    cluster.forget();
    cluster.propose(A, 10);
    assert_eq!(cluster[C].node.log().last(), at(1, 11));
    assert_eq!(restored(&cluster[C]), []);
}

#[test]
fn the_membership_survives_compaction_and_a_restart() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    let membership = Membership { learners: [D].into(), ..Membership::of([A, B, C]) };
    let last = cluster[A].node.last_applied();
    compact(&mut cluster[A], last.0);
    assert_eq!(*cluster[A].node.membership(), membership);
    assert_eq!(cluster[A].node.snapshot().unwrap().membership.as_ref(), &membership);
    let disk = cluster[A].disk.clone();
    let restarted = Server::boot(config(3), A, disk);
    assert_eq!(*restarted.node.membership(), membership);
}

#[test]
fn compaction_keeps_the_membership_as_of_its_last_entry() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    compact(&mut cluster[A], 1); // before the learner was added
    assert_eq!(*cluster[A].node.snapshot().unwrap().membership, Membership::of([A, B, C]));
    assert_eq!(cluster[A].node.membership().learners, [D].into());
}

#[test]
fn an_installed_snapshot_sets_the_membership() {
    let nothing = Config { initial: Membership::default(), ..config(5) };
    let mut d = Server::with(nothing.clone(), D, 0, &[]);
    let members = Membership { learners: [D].into(), ..Membership::of([A, B, C]) };
    d.deliver(A, snapshot(2, at(2, 3), DATA, members.clone()));
    assert_eq!(*d.node.membership(), members);
    assert_eq!(*d.restart().node.membership(), members);
}

#[test]
fn truncating_after_a_snapshot_restores_the_snapshots_membership() {
    let mut own = log(&[1, 1, 1]);
    let newer = Membership::of([A, B, C, D]);
    own[2].payload = Payload::Membership(Arc::new(newer.clone()));
    let mut b = Server::new(B, 2, &[]);
    b.deliver(A, append(2, at(0, 0), &own, 0));
    let as_of_2 = Membership::of([A, B, C]);
    b.deliver(A, snapshot(2, at(1, 2), DATA, as_of_2.clone()));
    assert_eq!(*b.node.membership(), newer, "it stands after the snapshot");
    let conflicting = Entry { term: Term(3), ..log(&[1, 1, 3])[2].clone() };
    b.deliver(C, append(3, at(1, 2), &[conflicting], 0));
    assert_eq!(*b.node.membership(), as_of_2);
}

#[test]
fn a_proposal_covered_by_a_snapshot_is_answered_as_unknown() {
    let mut a = Server::leader(A, 1, &[]);
    a.propose(7);
    a.deliver(B, chunk(2, at(2, 5), 0..10));
    assert_eq!(a.answers(), [(7, Answer::Unknown)]);
}

#[test]
fn the_install_event_tells_whether_the_suffix_was_kept() {
    for (own, kept_suffix) in [(&[1, 1, 2][..], true), (&[1, 2, 2], false)] {
        let mut b = Server::new(B, 2, own);
        b.deliver(E, chunk(2, at(1, 2), 0..10));
        let (last, verdict) = (at(1, 2), Verdict::Allow);
        assert!(b.events.contains(&Event::SnapshotInstalled { last, kept_suffix, verdict }));
    }
}
