//! §5.3, §5.4.2, §8: replication, log repair, commitment, and the answers to clients.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use std::sync::Arc;

use cluster::{A, B, C, Server, append, at, config, converse, log, matched, reply};
use raft_core::{
    Answer, AppendOutcome, Body, Config, DamagedDisk, Disk, Effect, Event, Incarnation, Input,
    LocalTime, LogIndex, MalformedReason, Node, ProposalId, Rule, RuleSet, Step, Term, Timer,
    Verdict,
};

#[test]
fn entries_are_appended_only_after_a_matching_entry() {
    for (own, previous, taken) in [
        (&[1, 1, 2][..], at(2, 3), true),
        (&[1, 1, 2], at(1, 2), true),
        (&[1, 1, 2], at(0, 0), true),
        (&[1, 1, 2], at(3, 3), false),
        (&[1, 1, 2], at(2, 4), false),
    ] {
        let mut b = Server::new(B, 4, own);
        b.forget();
        b.deliver(A, append(4, previous, &[], 0));
        let expected = if taken {
            AppendOutcome::Matched { through: previous.index }
        } else {
            AppendOutcome::Mismatched { previous: previous.index, hint: at(2, 3) }
        };
        assert_eq!(b.outcome(), expected, "previous {previous:?}");
        assert_eq!(b.terms(), own, "nothing is removed by a heartbeat");
    }
}

#[test]
fn only_entries_that_conflict_are_removed() {
    let leaders = log(&[1, 1, 4, 4]);
    let mut b = Server::new(B, 4, &[1, 1, 2, 3, 3]);
    b.deliver(A, append(4, at(1, 2), &leaders[2..], 0));
    assert_eq!(b.terms(), [1, 1, 4, 4]);
    assert!(b.events.contains(&Event::Truncated {
        first: at(2, 3),
        last: at(3, 5),
        leaders_term: Term(4)
    }));
    // An outdated request finds its entries in the log and removes nothing.
    b.deliver(A, append(4, at(1, 2), &leaders[2..3], 0));
    assert_eq!(b.terms(), [1, 1, 4, 4]);
    assert_eq!(b.disk.entries.len(), 4);
}

#[test]
fn committed_entries_are_never_truncated() {
    let mut b = Server::new(B, 4, &[1, 1]);
    b.deliver(A, append(4, at(1, 2), &[], 2));
    assert_eq!(b.node.commit_index(), LogIndex(2));
    b.deliver(A, append(4, at(1, 1), &log(&[0, 4])[1..], 2));
    assert_eq!(b.terms(), [1, 1]);
    let verdict = Verdict::Refuse(Rule::KeepCommitted);
    assert!(b.events.iter().any(
        |event| matches!(event, Event::AppendDecided { verdict: found, .. } if *found == verdict)
    ));
}

#[test]
fn every_follower_of_figure_7_is_repaired() {
    let leader = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
    let followers: [&[u64]; 6] = [
        &[1, 1, 1, 4, 4, 5, 5, 6, 6],
        &[1, 1, 1, 4],
        &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
        &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
        &[1, 1, 1, 4, 4, 4, 4],
        &[1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
    ];
    for (name, follower) in ["a", "b", "c", "d", "e", "f"].into_iter().zip(followers) {
        for max_entries_per_message in [1, 64] {
            let config = Config { max_entries_per_message, ..config(5) };
            let mut one = Server::with(config.clone(), A, 7, &leader);
            let mut other = Server::with(config, B, 7, follower);
            one.elect();
            one.input(Input::Timeout(Timer::Heartbeat));
            converse(&mut one, &mut other);
            assert_eq!(one.terms(), [&leader[..], &[8]].concat());
            assert_eq!(other.terms(), one.terms(), "follower ({name})");
            assert_eq!(other.node.log(), one.node.log());
        }
    }
}

#[test]
fn a_leader_sends_entries_at_once_and_commits_them_with_a_majority() {
    let mut a = Server::leader(A, 1, &[]);
    a.deliver(B, matched(1, 1));
    a.propose(7);
    let entries = a.node.log().batch(LogIndex(2), 9, 9);
    assert!(a.sent.contains(&(B, append(1, at(1, 1), &entries, 0))));
    a.deliver(B, matched(1, 2));
    assert_eq!(a.node.commit_index(), LogIndex(0));
    a.deliver(C, matched(1, 2));
    assert_eq!(a.node.commit_index(), LogIndex(2));
    assert_eq!(a.applied(), [1, 2]);
    assert_eq!(a.answers(), [(7, Answer::Committed(at(1, 2)))]);
    // The next heartbeat tells the followers.
    a.forget();
    a.input(Input::Timeout(Timer::Heartbeat));
    let committed: Vec<_> = a
        .sent
        .iter()
        .filter_map(|(_, message)| match &message.body {
            Body::AppendEntries { leader_commit, .. } => Some(leader_commit.0),
            _ => None,
        })
        .collect();
    assert_eq!(committed, [2; 4]);
}

#[test]
fn a_leader_counts_its_own_copy_only_when_it_is_durable() {
    let mut a = Server::leader(A, 1, &[]);
    let now = LocalTime(0);
    let command: Arc<[u8]> = b"x".as_slice().into();
    let step = a.node.step(Input::Propose { proposal: ProposalId(1), command }, now);
    let write = step.write.unwrap();
    let acknowledge = |from| Input::Deliver { from, message: matched(1, 2) };
    let _ = a.node.step(acknowledge(B), now);
    let _ = a.node.step(acknowledge(C), now);
    assert_eq!(a.node.commit_index(), LogIndex(1), "two followers of five and no disk");
    let _ = a.node.step(Input::Persisted(write.number), now);
    assert_eq!(a.node.commit_index(), LogIndex(2));
}

#[test]
fn an_acknowledgement_waits_for_a_write_of_an_earlier_step() {
    let mut b = Server::new(B, 1, &[]);
    let now = LocalTime(0);
    let entries = log(&[1]);
    let deliver = |message| Input::Deliver { from: A, message };
    let first = b.node.step(deliver(append(1, at(0, 0), &entries, 0)), now);
    let mut heartbeat = b.node.step(deliver(append(1, at(1, 1), &[], 0)), now);
    assert!(heartbeat.write.is_none());
    assert!(heartbeat.after_write.release(raft_core::WriteNumber(0)).is_none());
    let durable = first.write.unwrap().number;
    assert_eq!(heartbeat.after_write.release(durable).unwrap().count(), 1);
}

#[test]
fn timers_do_not_wait_for_the_disk() {
    let mut b = Server::new(B, 1, &[]);
    let message = append(1, at(0, 0), &log(&[1]), 0);
    let Step { at_once, .. } = b.node.step(Input::Deliver { from: A, message }, LocalTime(0));
    assert!(matches!(at_once[..], [Effect::SetTimer { timer: Timer::Election, .. }]));
}

#[test]
fn the_next_heartbeat_detects_a_lost_append() {
    let mut a = Server::leader(A, 1, &[]);
    let mut b = Server::new(B, 1, &[]);
    a.propose(1);
    a.propose(2);
    a.sent.clear(); // all messages are lost
    a.input(Input::Timeout(Timer::Heartbeat));
    converse(&mut a, &mut b);
    assert_eq!(b.node.log(), a.node.log());
}

#[test]
fn a_follower_commits_only_the_verified_prefix() {
    // The log has two entries of an old leader where the new leader has others, which it has not
    // sent.
    let mut b = Server::new(B, 3, &[1, 2, 2]);
    b.deliver(A, append(3, at(1, 1), &[], 3));
    assert_eq!(b.node.commit_index(), LogIndex(1));
    let waived = RuleSet::EMPTY.with(Rule::CommitVerifiedPrefix);
    let mut b = Server::waiving(waived, B, 3, &[1, 2, 2]);
    b.deliver(A, append(3, at(1, 1), &[], 3));
    assert_eq!(b.node.commit_index(), LogIndex(3), "the mutant commits a stranger's entries");
}

#[test]
fn an_entry_of_an_older_term_is_not_committed_by_counting() {
    let mut a = Server::leader(A, 4, &[1, 2]);
    a.deliver(B, matched(4, 2));
    a.deliver(C, matched(4, 2));
    assert_eq!(a.node.commit_index(), LogIndex(0));
    assert!(a.events.contains(&Event::CommitDecided {
        candidate: at(2, 2),
        copies: 3,
        needed: 3,
        term: Term(4),
        verdict: Verdict::Refuse(Rule::CommitOwnTerm),
    }));
    // It is committed together with the first entry of the leader's own term.
    a.deliver(B, matched(4, 3));
    a.deliver(C, matched(4, 3));
    assert_eq!(a.node.commit_index(), LogIndex(3));
    assert_eq!(a.applied(), [1, 2, 3]);
}

#[test]
fn stale_and_invalid_replies_change_no_progress() {
    let mut a = Server::leader(A, 5, &[1]);
    a.deliver(B, matched(5, 2));
    let before = a.node.progress(B).unwrap().clone();
    a.forget();
    let mismatch = AppendOutcome::Mismatched { previous: LogIndex(1), hint: at(0, 0) };
    for reply in [matched(4, 2), matched(5, 1), reply(5, mismatch), reply(5, AppendOutcome::Stale)]
    {
        a.deliver(B, reply);
        assert_eq!(*a.node.progress(B).unwrap(), before);
    }
    a.deliver(B, matched(5, u64::MAX));
    assert_eq!(a.node.progress(B).unwrap().match_index, LogIndex(2), "no further than the log");
}

#[test]
fn entries_with_gaps_or_impossible_terms_are_refused() {
    let good = log(&[1, 1, 2]);
    let gap = [good[0].clone(), good[2].clone()];
    let falling = log(&[2, 1]);
    for (entries, previous) in [
        (&gap[..], at(0, 0)),
        (&good[1..], at(0, 0)),
        (&falling, at(0, 0)),
        (&log(&[9]), at(0, 0)),
        (&[], at(9, 1)),
    ] {
        let mut b = Server::new(B, 3, &[]);
        b.forget();
        b.deliver(A, append(3, previous, entries, 0));
        let reason = MalformedReason::BrokenEntries;
        assert_eq!(b.events, [Event::Malformed { from: A, reason }]);
        assert!(b.terms().is_empty() && b.sent.is_empty());
    }
}

#[test]
fn a_node_that_does_not_lead_names_the_leader_it_knows() {
    let mut b = Server::new(B, 1, &[]);
    b.propose(1);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.propose(2);
    let not_leader = |hint| Answer::NotLeader { hint };
    assert_eq!(b.answers(), [(1, not_leader(None)), (2, not_leader(Some(A)))]);
    assert!(b.terms().is_empty());
}

#[test]
fn an_overwritten_command_is_answered_as_superseded() {
    let mut a = Server::leader(A, 1, &[]);
    a.propose(7);
    let other = log(&[1, 2]);
    a.deliver(B, append(2, at(1, 1), &other[1..], 1));
    assert_eq!(a.terms(), [1, 2]);
    assert_eq!(a.answers(), [], "the other entry is not committed yet");
    a.deliver(B, append(2, at(2, 2), &[], 2));
    assert_eq!(a.answers(), [(7, Answer::Superseded { lost: at(1, 2), by: at(2, 2) })]);
}

#[test]
fn a_deposed_leader_answers_a_command_that_commits_later() {
    let mut a = Server::leader(A, 1, &[]);
    a.propose(7);
    a.deliver(B, append(2, at(1, 2), &[], 2));
    assert_eq!(a.answers(), [(7, Answer::Committed(at(1, 2)))]);
}

#[test]
fn a_node_refuses_a_damaged_disk() {
    let refuse = |disk: Disk| {
        Node::boot(A, Incarnation(1), Arc::new(config(3)), disk, LocalTime(0))
            .map(|_| ())
            .unwrap_err()
    };
    let mut disk = Disk { entries: log(&[1, 1]), ..Disk::default() };
    assert!(matches!(refuse(disk.clone()), DamagedDisk::TermOutOfOrder { .. }));
    disk.hard_state.term = Term(1);
    disk.entries.remove(0);
    assert_eq!(refuse(disk), DamagedDisk::Gap { expected: LogIndex(1), found: LogIndex(2) });
}
