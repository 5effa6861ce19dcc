//! Dissertation §9.6, §6.2, §4.2.3: a working leader keeps its leadership, and an isolated one
//! steps down.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use cluster::{
    A, B, C, Cluster, D, E, Server, append, at, config, matched, message, request, vote_request,
};
use raft_core::{
    Body, Config, Effect, Event, Input, LogPosition, Membership, Message, Role, Rule, Term, Timer,
    Verdict,
};

/// Pre-vote and check-quorum.
fn with_pre_vote_and_check_quorum(nodes: u32) -> Config {
    Config { pre_vote: true, check_quorum: true, ..config(nodes) }
}

fn with_pre_vote(nodes: u32) -> Config {
    Config { pre_vote: true, ..config(nodes) }
}

fn pre_vote(term: u64, last: LogPosition) -> Message {
    message(term, Body::PreVote { last, request: request(1) })
}

/// An answer to the first pre-vote.
fn support(term: u64, granted: bool) -> Message {
    support_in(1, term, granted)
}

fn support_in(poll: u64, term: u64, granted: bool) -> Message {
    message(term, Body::PreVoteReply { request: request(poll), granted })
}

fn refused_by(server: &Server) -> Option<Rule> {
    server.events.iter().find_map(|event| match event {
        Event::PreVoteDecided { verdict: Verdict::Refuse(rule), .. } => Some(*rule),
        _ => None,
    })
}

#[test]
fn a_pre_vote_changes_no_term_and_no_vote() {
    let mut a = Server::with(with_pre_vote(5), A, 3, &[1, 2]);
    let disk = a.disk.clone();
    a.forget();
    a.input(Input::Timeout(Timer::Election));
    assert_eq!((a.node.term(), a.node.voted_for()), (Term(3), None));
    assert_eq!(a.disk, disk);
    let asked: Vec<_> = [B, C, D, E].map(|node| (node, pre_vote(3, at(2, 2)))).into();
    assert_eq!(a.sent, asked);
    assert_eq!(a.timer_set(Timer::Election), 1);
}

#[test]
fn a_majority_of_pre_votes_starts_an_election() {
    let mut a = Server::with(with_pre_vote(5), A, 3, &[1, 2]);
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, support(3, true));
    a.deliver(B, support(3, true));
    a.deliver(C, support(3, false));
    assert!(matches!(a.node.role(), Role::PreCandidate { .. }));
    a.forget();
    a.deliver(D, support(2, true)); // a voter that lags behind need not know the term
    assert!(matches!(a.node.role(), Role::Candidate { .. }));
    let asked: Vec<_> = [B, C, D, E].map(|node| (node, vote_request(4, at(2, 2)))).into();
    assert_eq!(a.sent, asked, "support is not a vote");
}

#[test]
fn a_failed_pre_vote_is_repeated_in_the_same_term() {
    let mut a = Server::with(with_pre_vote(3), A, 3, &[]);
    for poll in 1..3 {
        a.forget();
        a.input(Input::Timeout(Timer::Election));
        let body = Body::PreVote { last: at(0, 0), request: request(poll) };
        assert_eq!(a.sent_to(B), [&message(3, body)]);
        for voter in [B, C] {
            a.deliver(voter, support_in(poll, 3, false));
        }
        assert!(matches!(a.node.role(), Role::PreCandidate { .. }));
    }
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, support_in(3, 3, true));
    assert_eq!(a.node.term(), Term(4));
}

#[test]
fn answers_to_an_older_pre_vote_are_ignored() {
    let mut a = Server::with(with_pre_vote(3), A, 3, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    a.deliver(B, support_in(1, 3, true));
    assert!(a.ignored(Rule::CurrentRequest), "an older poll of the same term");
    a.deliver(B, append(4, at(0, 0), &[], 0));
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    a.deliver(C, support_in(2, 3, true));
    assert!(a.ignored(Rule::CurrentRequest), "an older poll of an older term");
    assert!(matches!(a.node.role(), Role::PreCandidate { .. }));
}

#[test]
fn answers_to_an_earlier_incarnation_are_ignored() {
    let mut a = Server::with(with_pre_vote(3), A, 3, &[]);
    a.input(Input::Timeout(Timer::Election));
    let mut a = a.restart();
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, support(3, true));
    assert!(a.ignored(Rule::CurrentRequest));
    assert!(matches!(a.node.role(), Role::PreCandidate { .. }));
}

#[test]
fn a_single_voter_starts_its_election_at_once() {
    let mut a = Server::with(with_pre_vote(1), A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    assert!(a.node.is_leader());
}

#[test]
fn a_pre_vote_is_granted_as_a_vote_in_the_next_term_would_be() {
    for (term, last, refusal) in [
        (3, at(2, 2), None),
        (3, at(2, 9), None),
        (9, at(3, 1), None),
        (3, at(2, 1), Some(Rule::UpToDateLog)),
        (9, at(1, 9), Some(Rule::UpToDateLog)),
        (2, at(2, 2), Some(Rule::CurrentTerm)),
    ] {
        let mut b = Server::with(with_pre_vote(5), B, 3, &[1, 2]);
        b.forget();
        b.deliver(A, pre_vote(term, last));
        assert_eq!(refused_by(&b), refusal, "term {term}, last {last:?}");
        assert_eq!(b.answer(), support(3, refusal.is_none()));
    }
}

#[test]
fn granting_a_pre_vote_does_not_bind_the_voter() {
    let mut b = Server::with(with_pre_vote(5), B, 3, &[]);
    let before = b.disk.clone();
    b.forget();
    b.deliver(A, pre_vote(3, at(0, 0)));
    b.deliver(C, pre_vote(7, at(0, 0)));
    assert_eq!((b.node.term(), &b.disk), (Term(3), &before));
    assert_eq!(b.timer_set(Timer::Election), 0);
    b.forget();
    b.deliver(D, vote_request(4, at(0, 0)));
    assert_eq!(b.answer(), cluster::vote(4, true));
}

#[test]
fn pre_votes_are_refused_while_a_leader_is_alive() {
    let mut b = Server::with(with_pre_vote(5), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    for (after_ms, refusal) in [(149, Some(Rule::LeaderAlive)), (1, None)] {
        b.wait(after_ms);
        b.forget();
        b.deliver(C, pre_vote(1, at(0, 0)));
        assert_eq!(refused_by(&b), refusal, "the shortest election timeout is 150 ms");
    }
    let mut a = Server::leader(A, 1, &[]);
    a.wait(10_000);
    a.deliver(C, pre_vote(1, at(9, 9)));
    assert_eq!(a.answer(), support(1, false), "a leader does not support its own fall");
}

#[test]
fn hearing_the_leader_ends_a_pre_vote() {
    let mut b = Server::with(with_pre_vote(5), B, 1, &[]);
    b.input(Input::Timeout(Timer::Election));
    b.deliver(A, append(1, at(0, 0), &[], 0));
    assert_eq!(*b.node.role(), Role::Follower { leader: Some(A) });
    for late in [C, D, E] {
        b.deliver(late, support(1, true));
    }
    assert_eq!(b.node.term(), Term(1));
}

#[test]
fn a_rejoining_node_does_not_depose_the_leader() {
    for (pre_vote, leaders, term) in [(true, vec![A], 1), (false, vec![], 11)] {
        let mut cluster = Cluster::led_by(A, &Config { pre_vote, ..config(3) }, 0);
        cluster.cut_off(C);
        for _ in 0..10 {
            cluster.time_out(C);
        }
        cluster.rejoin(C);
        cluster.heartbeat(A);
        assert_eq!(cluster.leaders(), leaders, "pre-vote: {pre_vote}");
        assert_eq!(cluster[A].node.term(), Term(term));
    }
}

#[test]
fn repeated_pre_votes_of_a_deaf_node_do_not_depose_the_leader() {
    let mut cluster = Cluster::led_by(A, &with_pre_vote(3), 0);
    for _ in 0..10 {
        cluster.time_out(C);
    }
    assert_eq!((cluster.leaders(), cluster[C].node.term()), (vec![A], Term(1)));
    cluster.heartbeat(A);
    assert_eq!(cluster[C].node.leader(), Some(A));
}

#[test]
fn a_crashed_leader_is_replaced() {
    let mut cluster = Cluster::led_by(A, &with_pre_vote_and_check_quorum(3), 0);
    cluster.cut_off(A);
    cluster.wait(149);
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [A], "C has heard of A lately");
    cluster.wait(1);
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [A, B]);
}

#[test]
fn a_refused_pre_vote_carries_the_newer_term() {
    // C missed an election. Only B's log can win, and B must reach C's term for it.
    let mut cluster = Cluster::led_by(A, &with_pre_vote(3), 0);
    cluster.cut_off(C);
    cluster.propose(A, 1);
    cluster[C].deliver(A, vote_request(5, at(0, 0)));
    cluster.forget();
    cluster.rejoin(C);
    cluster.cut_off(A);
    cluster.wait(300);
    cluster.time_out(B);
    assert_eq!((cluster[B].node.term(), cluster[B].node.is_leader()), (Term(5), false));
    cluster.time_out(B);
    assert_eq!((cluster[B].node.term(), cluster[B].node.is_leader()), (Term(6), true));
}

#[test]
fn a_learner_neither_sends_nor_receives_pre_votes() {
    let initial = Membership { learners: [D].into(), ..Membership::of([A, B, C]) };
    let config = Config { initial, ..with_pre_vote(3) };
    let mut d = Server::with(config.clone(), D, 1, &[]);
    d.input(Input::Timeout(Timer::Election));
    assert_eq!(d.sent, []);
    let mut a = Server::with(config, A, 1, &[]);
    a.input(Input::Timeout(Timer::Election));
    let asked: Vec<_> = a.sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(asked, [B, C]);
}

#[test]
fn vote_requests_are_ignored_while_a_leader_is_alive() {
    let mut b = Server::with(with_pre_vote_and_check_quorum(5), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.wait(149);
    b.forget();
    b.deliver(C, vote_request(7, at(9, 9)));
    assert!(b.ignored(Rule::LeaderAlive));
    assert_eq!((b.node.term(), b.node.voted_for(), b.sent.len()), (Term(1), None, 0));
    b.wait(1);
    b.deliver(C, vote_request(7, at(9, 9)));
    assert_eq!((b.node.term(), b.node.voted_for()), (Term(7), Some(C)));
}

#[test]
fn a_leader_with_a_quorum_ignores_vote_requests() {
    let mut a = Server::with(with_pre_vote_and_check_quorum(5), A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    for supporter in [B, C] {
        a.deliver(supporter, support(0, true));
    }
    for voter in [B, C] {
        a.deliver(voter, cluster::vote(1, true));
    }
    assert!(a.node.is_leader());
    a.wait(10_000);
    a.deliver(D, vote_request(7, at(9, 9)));
    assert!(a.node.is_leader() && a.ignored(Rule::LeaderAlive));
}

#[test]
fn vote_requests_of_a_leadership_transfer_are_not_ignored() {
    let mut b = Server::with(with_pre_vote_and_check_quorum(5), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.deliver(C, message(2, Body::RequestVote { last: at(0, 0), handover: true }));
    assert_eq!((b.node.term(), b.node.voted_for()), (Term(2), Some(C)));
}

#[test]
fn a_leader_of_a_newer_term_is_not_ignored() {
    let mut b = Server::with(with_pre_vote_and_check_quorum(5), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.deliver(C, append(2, at(0, 0), &[], 0));
    assert_eq!((b.node.term(), b.node.leader()), (Term(2), Some(C)));
}

#[test]
fn a_leader_that_hears_no_quorum_for_an_election_timeout_steps_down() {
    let mut a = Server::with(Config { check_quorum: true, ..config(5) }, A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    for voter in [B, C] {
        a.deliver(voter, cluster::vote(1, true));
    }
    let after = a.node.config().election_timeout.max;
    let after = raft_core::TimerRange::exactly(after);
    assert!(a.effects.contains(&Effect::SetTimer { timer: Timer::Quorum, after }));
    a.input(Input::Timeout(Timer::Quorum));
    for heard in [&[B, C][..], &[D, E], &[B, C, D, E]] {
        for &follower in heard {
            a.deliver(follower, matched(1, 1));
        }
        a.forget();
        a.input(Input::Timeout(Timer::Quorum));
        assert!(a.node.is_leader(), "it heard {heard:?}");
        assert_eq!(a.timer_set(Timer::Quorum), 1);
    }
    a.deliver(B, matched(1, 1));
    a.forget();
    a.input(Input::Timeout(Timer::Quorum));
    assert_eq!(*a.node.role(), Role::Follower { leader: None });
    assert!(a.events.contains(&Event::QuorumLost { active: 2 }));
    assert_eq!((a.timer_set(Timer::Quorum), a.timer_set(Timer::Election)), (0, 1));
    assert_eq!(a.node.voted_for(), Some(A), "its vote in that term stays given");
}

#[test]
fn answers_of_learners_do_not_count_for_check_quorum() {
    let initial = Membership { learners: [D, E].into(), ..Membership::of([A, B, C]) };
    let mut a = Server::with(Config { check_quorum: true, initial, ..config(3) }, A, 0, &[]);
    a.elect();
    a.input(Input::Timeout(Timer::Quorum));
    for learner in [D, E] {
        a.deliver(learner, matched(1, 1));
    }
    a.input(Input::Timeout(Timer::Quorum));
    assert!(!a.node.is_leader());
}

#[test]
fn a_removed_node_that_does_not_know_it_deposes_no_leader() {
    let mut cluster = Cluster::led_by(A, &with_pre_vote_and_check_quorum(4), 0);
    cluster.cut_off(D);
    cluster.reconfigure(A, 1, &[A, B, C]);
    cluster.heartbeat(A);
    cluster.rejoin(D);
    for _ in 0..5 {
        cluster.wait(100);
        cluster.heartbeat(A);
        cluster.time_out(D);
    }
    assert_eq!((cluster.leaders(), cluster[A].node.term()), (vec![A], Term(1)));
}
