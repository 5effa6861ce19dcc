//! Dissertation §3.10: leadership transfer.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use cluster::{
    A, B, C, Cluster, D, Server, append, at, change, config, joint, log, matched, membership_entry,
    message, reply,
};
use raft_core::{
    Answer, AppendOutcome, Body, Config, Effect, Event, Input, LogIndex, Membership, Message,
    NodeId, Role, Rule, Term, Timer, TimerRange, Verdict,
};

fn timeout_now(term: u64) -> Message {
    message(term, Body::TimeoutNow)
}

fn receives_timeout_now(server: &Server, node: NodeId) -> bool {
    server.sent_to(node).into_iter().any(|message| message.body == Body::TimeoutNow)
}

/// A leader of term 1 whose first entry is committed and in the logs of B and C, but not of D.
fn leader() -> Server {
    let mut a = Server::leader(A, 1, &[]);
    for follower in [B, C] {
        a.deliver(follower, matched(1, 1));
    }
    a.forget();
    a
}

#[test]
fn an_up_to_date_successor_gets_timeout_now_at_once() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    assert_eq!(a.sent, [(B, timeout_now(1))]);
    assert_eq!(a.events, [Event::TransferStarted { successor: B }]);
    assert_eq!(a.node.as_leader().unwrap().successor(), Some(B));
}

#[test]
fn a_lagging_successor_is_brought_up_to_date_first() {
    let mut a = leader();
    a.propose(1);
    a.forget();
    a.input(Input::Transfer { to: D });
    assert!(!receives_timeout_now(&a, D));
    let nothing = AppendOutcome::Mismatched { previous: LogIndex(0), hint: at(0, 0) };
    a.deliver(D, reply(1, nothing));
    a.deliver(D, matched(1, 1));
    assert!(!receives_timeout_now(&a, D));
    a.deliver(D, matched(1, 2));
    assert!(receives_timeout_now(&a, D));
    assert!(!receives_timeout_now(&a, B), "B holds it all, too, but is not the successor");
}

#[test]
fn timeout_now_starts_an_election_at_once() {
    let careful = Config { pre_vote: true, check_quorum: true, ..config(5) };
    let mut b = Server::with(careful, B, 1, &[1]);
    b.deliver(A, append(1, at(1, 1), &[], 0));
    b.forget();
    b.deliver(A, timeout_now(1));
    assert!(matches!(b.node.role(), Role::Candidate { .. }));
    assert_eq!((b.node.term(), b.node.voted_for()), (Term(2), Some(B)));
    let request = message(2, Body::RequestVote { last: at(1, 1), handover: true });
    assert_eq!(b.sent_to(A), [&request], "even voters that hear the leader are to listen");
}

#[test]
fn a_transfer_succeeds_although_the_leader_is_alive() {
    let careful = Config { pre_vote: true, check_quorum: true, ..config(3) };
    let mut cluster = Cluster::new(&careful, 0);
    cluster.time_out(A);
    cluster.cut_off(B);
    cluster.propose(A, 1);
    cluster.forget();
    cluster.rejoin(B);
    cluster[B].wait(1);
    cluster.input(A, Input::Transfer { to: B });
    cluster.heartbeat(A); // learns what B lacks
    assert_eq!(cluster.leaders(), [B]);
    for node in [A, B, C] {
        assert_eq!((cluster[node].node.term(), cluster[node].node.leader()), (Term(2), Some(B)));
    }
    assert_eq!(cluster[B].terms(), [1, 1, 2], "nothing was lost");
    cluster.propose(B, 2);
    assert_eq!(cluster[B].answers(), [(2, Answer::Committed(at(2, 4)))]);
}

#[test]
fn proposals_are_refused_during_a_transfer() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    a.propose(1);
    assert_eq!(a.answers(), [(1, Answer::Refused(Rule::NothingDuringTransfer))]);
    assert_eq!(a.terms(), [1]);
}

#[test]
fn a_transfer_ends_after_an_election_timeout() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    let after = TimerRange::exactly(a.node.config().election_timeout.max);
    assert!(a.effects.contains(&Effect::SetTimer { timer: Timer::Transfer, after }));
    a.forget();
    a.input(Input::Timeout(Timer::Transfer));
    assert_eq!(a.events, [Event::TransferEnded { successor: B }]);
    a.propose(1);
    assert_eq!((a.terms(), a.answers()), (vec![1, 1], vec![]));
}

#[test]
fn heartbeats_continue_during_a_transfer() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    a.forget();
    a.input(Input::Timeout(Timer::Heartbeat));
    let heard: Vec<_> = a.sent.iter().map(|(to, _)| to.0).collect();
    assert_eq!(heard, [1, 2, 3, 4]);
}

#[test]
fn a_leader_after_its_transfer_sets_its_election_timer() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    a.forget();
    a.deliver(B, message(2, Body::RequestVote { last: at(1, 1), handover: true }));
    assert_eq!((a.node.voted_for(), a.node.is_leader()), (Some(B), false));
    assert!(a.effects.contains(&Effect::CancelTimer(Timer::Transfer)));
    a.forget();
    a.input(Input::Timeout(Timer::Transfer));
    assert_eq!(a.events, [], "a timer that was too late to be stopped");
}

#[test]
fn the_latest_request_decides_the_successor() {
    let mut a = leader();
    a.input(Input::Transfer { to: D });
    a.input(Input::Transfer { to: B });
    assert!(receives_timeout_now(&a, B));
    a.forget();
    a.deliver(D, matched(1, 1));
    assert!(!receives_timeout_now(&a, D));
}

#[test]
fn repeating_a_transfer_does_not_extend_its_timeout() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    assert_eq!(a.timer_set(Timer::Transfer), 1);
    a.forget();
    a.input(Input::Transfer { to: B });
    assert_eq!(a.sent, [(B, timeout_now(1))], "the first word may be lost");
    a.input(Input::Transfer { to: C });
    assert_eq!(a.timer_set(Timer::Transfer), 0);
    a.input(Input::Timeout(Timer::Transfer));
    a.input(Input::Transfer { to: B });
    assert_eq!(a.timer_set(Timer::Transfer), 1, "this is another one");
}

#[test]
fn a_transfer_to_the_leader_itself_ends_the_transfer() {
    let mut a = leader();
    a.input(Input::Transfer { to: B });
    a.forget();
    a.input(Input::Transfer { to: A });
    assert_eq!(a.events, [Event::TransferEnded { successor: B }]);
    assert_eq!(a.effects, [Effect::CancelTimer(Timer::Transfer)]);
    a.propose(1);
    assert_eq!((a.terms(), a.answers()), (vec![1, 1], vec![]));
}

/// A leads A, B and C, and transfers its leadership to C, which is isolated. C is to become a
/// learner or to be removed as soon as D has caught up.
fn successor_leaves(learners: &[NodeId]) -> Cluster {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.cut_off(D);
    cluster.input(A, change(1, &[A, B, D], learners)); // D must catch up first
    cluster.cut_off(C);
    cluster.propose(A, 2);
    cluster.forget();
    cluster.input(A, Input::Transfer { to: C });
    cluster.rejoin(D);
    cluster
}

#[test]
fn a_transfer_ends_when_the_successor_stops_being_a_voter() {
    for learners in [&[C][..], &[]] {
        let mut cluster = successor_leaves(learners);
        assert!(cluster[A].node.as_leader().unwrap().successor().is_some());
        cluster.heartbeat(A);
        assert!(!cluster[A].node.membership().voters.contains(&C));
        assert!(cluster[A].events.contains(&Event::TransferEnded { successor: C }));
        assert!(cluster[A].effects.contains(&Effect::CancelTimer(Timer::Transfer)));
        cluster.rejoin(C);
        cluster.heartbeat(A);
        assert_eq!((cluster.leaders(), cluster[A].node.term()), (vec![A], Term(1)));
        cluster.forget();
        cluster.propose(A, 3);
        assert!(matches!(cluster[A].answers()[..], [(3, Answer::Committed(_))]));
    }
}

#[test]
fn a_voter_that_will_become_a_learner_ignores_timeout_now() {
    let demoted = Membership { learners: [C].into(), ..joint(&[A, B], &[A, B, C]) };
    let mut c = Server::new(C, 1, &[]);
    let entry = membership_entry(1, 1, demoted);
    c.deliver(A, append(1, at(0, 0), &[entry], 0));
    c.forget();
    c.deliver(A, timeout_now(1));
    let verdict = Verdict::Refuse(Rule::OnlyVotersStand);
    assert_eq!(
        (c.events.as_slice(), c.node.term()),
        (&[Event::StandDecided { verdict }][..], Term(1))
    );
}

#[test]
fn only_another_voter_can_be_the_successor() {
    let initial = Membership { learners: [D].into(), ..Membership::of([A, B, C]) };
    let mut a = Server::with(Config { initial, ..config(3) }, A, 0, &[]);
    a.elect();
    for to in [A, D, NodeId(9)] {
        a.forget();
        a.input(Input::Transfer { to });
        assert_eq!(a.events, [Event::TransferEnded { successor: to }]);
        assert_eq!(a.node.as_leader().unwrap().successor(), None);
    }
}

#[test]
fn a_node_that_does_not_lead_refuses_a_transfer() {
    let mut b = Server::new(B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b.input(Input::Transfer { to: C });
    assert_eq!(
        (b.events.as_slice(), b.sent.len()),
        (&[Event::Redirected { hint: Some(A) }][..], 0)
    );
}

#[test]
fn timeout_now_counts_only_from_the_leader() {
    let mut b = Server::new(B, 2, &[]);
    b.forget();
    b.deliver(A, timeout_now(2)); // no leader is known
    assert!(b.ignored(Rule::TransferFromLeader));
    b.deliver(A, append(2, at(0, 0), &[], 0));
    for (from, term, rule) in [
        (C, 2, Rule::TransferFromLeader), // not the leader
        (A, 1, Rule::CurrentTerm),        // of an earlier term
        (A, 3, Rule::TransferFromLeader), // possibly the leader, but not heard yet
    ] {
        b.forget();
        b.deliver(from, timeout_now(term));
        assert!(b.ignored(rule), "from {from:?} in term {term}");
        assert!(matches!(b.node.role(), Role::Follower { .. }) && b.sent.is_empty());
    }
}

#[test]
fn a_learner_ignores_timeout_now() {
    let initial = Membership { learners: [D].into(), ..Membership::of([A, B, C]) };
    let mut d = Server::with(Config { initial, ..config(3) }, D, 1, &[]);
    d.deliver(A, append(1, at(0, 0), &[], 0));
    d.forget();
    d.deliver(A, timeout_now(1));
    let verdict = Verdict::Refuse(Rule::OnlyVotersStand);
    assert_eq!(d.events, [Event::StandDecided { verdict }]);
    assert_eq!(d.node.term(), Term(1));
}

#[test]
fn a_candidate_ignores_a_second_timeout_now() {
    let mut b = Server::new(B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 0));
    b.deliver(A, timeout_now(1));
    b.forget();
    b.deliver(A, timeout_now(1)); // a duplicate
    assert!(b.ignored(Rule::CurrentTerm));
    assert_eq!(b.node.term(), Term(2));
}
