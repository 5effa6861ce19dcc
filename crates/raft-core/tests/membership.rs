//! §6: the members of the cluster, and which votes and copies count.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use std::sync::Arc;

use cluster::{
    A, B, C, D, E, Server, append, at, config, joint, log, matched, vote, vote_request, voters,
    with_learners,
};
use raft_core::{
    Answer, Config, Disk, Entry, Event, Input, LogIndex, Membership, NodeId, Payload, ReadAnswer,
    RequestMode, Rule, Term, Timer, Verdict,
};

fn entry(term: u64, index: u64, membership: &Membership) -> Entry {
    let payload = Payload::Membership(Arc::new(membership.clone()));
    Entry { term: Term(term), index: LogIndex(index), payload }
}

/// A server of term 1 whose log contains one entry with this membership.
fn server_of(id: NodeId, membership: &Membership) -> Server {
    let mut disk = Disk { entries: vec![entry(1, 1, membership)], ..Disk::default() };
    disk.hard_state.term = Term(1);
    Server::boot(config(3), id, disk)
}

#[test]
fn a_membership_is_in_effect_as_soon_as_it_is_in_the_log() {
    let mut b = Server::with(config(3), B, 1, &[]);
    let newer = voters(&[A, B, C, D]);
    b.deliver(A, append(1, at(0, 0), &[entry(1, 1, &newer)], 0));
    assert_eq!(b.node.commit_index(), LogIndex(0));
    assert_eq!(*b.node.membership(), newer);
    assert_eq!(*b.restart().node.membership(), newer);
}

#[test]
fn truncating_a_membership_entry_restores_the_membership_before_it() {
    let mut b = Server::with(config(3), B, 1, &[]);
    let newer = voters(&[A, B, C, D]);
    b.deliver(A, append(1, at(0, 0), &[entry(1, 1, &newer)], 0));
    b.deliver(C, append(2, at(0, 0), &log(&[2]), 0));
    assert_eq!(*b.node.membership(), voters(&[A, B, C]));
    assert_eq!(*b.restart().node.membership(), voters(&[A, B, C]));
}

#[test]
fn a_joint_membership_elects_only_with_both_majorities() {
    let membership = joint(&[A, D, E], &[A, B, C]);
    for (supporters, wins) in
        [(&[B, C][..], false), (&[D, E], false), (&[B], false), (&[B, D], true), (&[C, E], true)]
    {
        let mut a = server_of(A, &membership);
        a.input(Input::Timeout(Timer::Election));
        for &supporter in supporters {
            a.deliver(supporter, vote(2, true));
        }
        assert_eq!(a.node.is_leader(), wins, "{supporters:?}");
    }
}

#[test]
fn a_joint_membership_commits_only_with_both_majorities() {
    let membership = joint(&[A, D, E], &[A, B, C]);
    for (holders, commits) in
        [(&[B, C][..], false), (&[D, E], false), (&[B], false), (&[B, D], true), (&[C, E], true)]
    {
        let mut a = server_of(A, &membership);
        a.input(Input::Timeout(Timer::Election));
        for supporter in [B, C, D, E] {
            a.deliver(supporter, vote(2, true));
        }
        for &holder in holders {
            a.deliver(holder, matched(2, 2));
        }
        let expected = LogIndex(if commits { 2 } else { 0 });
        assert_eq!(a.node.commit_index(), expected, "{holders:?}");
    }
}

#[test]
fn learners_and_unknown_nodes_are_not_counted() {
    let membership = with_learners(&[A, B, C], &[D]);
    let mut a = server_of(A, &membership);
    a.input(Input::Timeout(Timer::Election));
    for not_a_voter in [D, E] {
        a.deliver(not_a_voter, vote(2, true));
    }
    assert!(!a.node.is_leader());
    a.deliver(B, vote(2, true));
    assert!(a.node.is_leader());
    for not_a_voter in [D, E] {
        a.deliver(not_a_voter, matched(2, 2));
    }
    assert_eq!(a.node.commit_index(), LogIndex(0));
    a.deliver(C, matched(2, 2));
    assert_eq!(a.node.commit_index(), LogIndex(2));
}

#[test]
fn a_learner_votes_but_starts_no_election() {
    let mut d = server_of(D, &with_learners(&[A, B, C], &[D]));
    d.forget();
    d.input(Input::Timeout(Timer::Election));
    let verdict = Verdict::Refuse(Rule::OnlyVotersStand);
    assert_eq!(d.events, [Event::StandDecided { verdict }]);
    assert_eq!((d.node.term(), d.sent.len()), (Term(1), 0));
    assert_eq!(d.timer_set(Timer::Election), 1, "it may be a voter by then");
    d.deliver(A, vote_request(2, at(1, 1)));
    assert_eq!(d.answer(), vote(2, true));
}

#[test]
fn a_learner_forgets_its_leader_after_an_election_timeout() {
    let requests = RequestMode::Forward;
    let mut d = Server::with(Config { requests, ..config(3) }, D, 1, &[]);
    d.deliver(A, append(1, at(0, 0), &[], 0));
    d.propose(1);
    d.read(2);
    d.forget();
    d.input(Input::Timeout(Timer::Election));
    assert_eq!(d.node.leader(), None, "it was removed, perhaps, and cannot know who leads");
    assert_eq!(d.answers(), [(1, Answer::Unknown)]);
    assert_eq!(d.read_answers(), [(2, ReadAnswer::NotLeader { hint: None })]);
}

#[test]
fn a_node_votes_before_its_own_log_makes_it_a_voter() {
    let nothing = Config { initial: Membership::default(), ..config(3) };
    let mut d = Server::with(nothing, D, 0, &[]);
    d.forget();
    d.deliver(A, vote_request(2, at(1, 5)));
    assert_eq!(d.answer(), vote(2, true));
}

#[test]
fn a_leader_of_a_joint_membership_asks_both_sides_for_votes() {
    let mut a = server_of(A, &joint(&[A, D, E], &[A, B, C]));
    a.input(Input::Timeout(Timer::Election));
    let asked: Vec<_> = a.sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(asked, [B, C, D, E]);
}
