//! §5.1, §5.2, §5.4.1: terms and elections.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use cluster::{A, B, C, D, E, Server, append, at, config, message, vote, vote_request};
use raft_core::{
    AppendOutcome, Body, Config, Effect, Event, Input, LocalTime, MalformedReason, Role, Round,
    Rule, Term, Timer, Verdict,
};

fn is_granted(server: &mut Server) -> bool {
    match server.answer().body {
        Body::RequestVoteReply { granted, .. } => granted,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_node_starts_as_a_follower_in_term_zero_and_waits() {
    let a = Server::new(A, 0, &[]);
    assert_eq!(a.node.term(), Term(0));
    assert_eq!(*a.node.role(), Role::Follower { leader: None });
    assert_eq!(a.timer_set(Timer::Election), 1);
    assert!(a.sent.is_empty());
}

#[test]
fn a_timeout_starts_an_election_in_the_next_term_with_the_candidates_own_vote() {
    let mut a = Server::new(A, 3, &[1, 2]);
    a.forget();
    a.input(Input::Timeout(Timer::Election));
    assert_eq!(a.node.term(), Term(4));
    assert_eq!(a.node.voted_for(), Some(A));
    assert_eq!(a.timer_set(Timer::Election), 1);
    let asked: Vec<_> = a.sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(asked, [B, C, D, E]);
    assert!(a.sent.iter().all(|(_, message)| *message == vote_request(4, at(2, 2))));
}

#[test]
fn a_candidate_whose_election_ends_without_a_winner_tries_the_next_term() {
    let mut a = Server::new(A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, vote(1, true));
    a.input(Input::Timeout(Timer::Election));
    assert_eq!(a.node.term(), Term(2));
    // The vote of the first election does not count in the second.
    a.deliver(C, vote(2, true));
    assert!(!a.node.is_leader());
    a.deliver(D, vote(2, true));
    assert!(a.node.is_leader());
}

#[test]
fn a_majority_of_votes_makes_a_leader_that_sends_heartbeats_at_once() {
    let mut a = Server::new(A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    a.deliver(B, vote(1, true));
    assert!(!a.node.is_leader());
    a.deliver(C, vote(1, true));
    assert!(a.node.is_leader());
    let heard: Vec<_> = a.sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(heard, [B, C, D, E]);
    assert_eq!(a.timer_set(Timer::Heartbeat), 1);
    assert!(a.effects.contains(&Effect::CancelTimer(Timer::Election)));
}

#[test]
fn refused_and_duplicate_votes_are_not_counted() {
    let mut a = Server::new(A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, vote(1, false));
    a.deliver(C, vote(1, true));
    a.deliver(C, vote(1, true));
    assert!(!a.node.is_leader());
}

#[test]
fn a_vote_of_an_older_election_is_not_counted() {
    let mut a = Server::new(A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    a.deliver(B, vote(1, true));
    a.deliver(C, vote(1, true));
    assert!(!a.node.is_leader());
    let verdict = Verdict::Refuse(Rule::CurrentTerm);
    assert!(a.events.contains(&Event::Ignored {
        from: B,
        term: Term(1),
        own_term: Term(2),
        verdict
    }));
}

#[test]
fn a_single_node_leads_itself() {
    let mut a = Server::with(config(1), A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    assert!(a.node.is_leader());
    assert_eq!(a.node.commit_index(), a.node.log().last().index);
}

#[test]
fn a_single_node_leads_only_once_its_vote_is_durable() {
    let mut a = Server::with(config(1), A, 0, &[]);
    let step = a.node.step(Input::Timeout(Timer::Election), LocalTime(0));
    assert!(!a.node.is_leader(), "it could crash and lead the same term again");
    let _ = a.node.step(Input::Persisted(step.write.unwrap().number), LocalTime(0));
    assert!(a.node.is_leader());
}

#[test]
fn each_node_votes_once_per_term_first_come_first_served() {
    let mut a = Server::new(A, 0, &[]);
    a.deliver(B, vote_request(1, at(0, 0)));
    assert!(is_granted(&mut a));
    a.deliver(C, vote_request(1, at(0, 0)));
    assert!(!is_granted(&mut a));
    // The same candidate may ask again, since the first answer may have been lost.
    a.deliver(B, vote_request(1, at(0, 0)));
    assert!(is_granted(&mut a));
    a.deliver(C, vote_request(2, at(0, 0)));
    assert!(is_granted(&mut a));
}

#[test]
fn a_vote_survives_a_restart() {
    let mut a = Server::new(A, 0, &[]);
    a.deliver(B, vote_request(1, at(0, 0)));
    let mut a = a.restart();
    assert_eq!((a.node.term(), a.node.voted_for()), (Term(1), Some(B)));
    a.forget();
    a.deliver(C, vote_request(1, at(0, 0)));
    assert!(!is_granted(&mut a));
}

#[test]
fn a_voter_refuses_a_candidate_whose_log_is_behind_its_own() {
    // By term first, then by index (§5.4.1).
    for (own, candidate, granted) in [
        (&[1, 1][..], at(1, 2), true),
        (&[1, 1], at(1, 3), true),
        (&[1, 1], at(2, 1), true),
        (&[1, 1], at(1, 1), false),
        (&[1, 2], at(1, 9), false),
        (&[], at(0, 0), true),
    ] {
        let mut a = Server::new(A, 2, own);
        a.forget();
        a.deliver(B, vote_request(3, candidate));
        assert_eq!(is_granted(&mut a), granted, "own {own:?}, candidate {candidate:?}");
        // Only granting a vote restarts the voter's election timer.
        assert_eq!(a.timer_set(Timer::Election), usize::from(granted));
    }
}

#[test]
fn a_refusal_names_the_rule_and_what_was_compared() {
    let mut a = Server::new(A, 2, &[1, 2]);
    a.deliver(B, vote_request(3, at(1, 9)));
    assert!(a.events.contains(&Event::VoteDecided {
        candidate: B,
        term: Term(3),
        voted_for: None,
        candidate_last: at(1, 9),
        own_last: at(2, 2),
        verdict: Verdict::Refuse(Rule::UpToDateLog),
    }));
    assert_eq!(Rule::UpToDateLog.section(), "§5.4.1");
}

#[test]
fn every_role_adopts_a_newer_term_and_becomes_a_follower() {
    let follower = Server::new(A, 1, &[]);
    let mut candidate = Server::new(A, 0, &[]);
    candidate.input(Input::Timeout(Timer::Election));
    let leader = Server::leader(A, 1, &[]);
    for mut server in [follower, candidate, leader] {
        server.forget();
        server.deliver(B, vote(7, false));
        assert_eq!(server.node.term(), Term(7));
        assert_eq!(*server.node.role(), Role::Follower { leader: None });
        assert_eq!(server.node.voted_for(), None);
        assert_eq!(server.disk.hard_state.term, Term(7));
    }
}

#[test]
fn a_leader_that_steps_down_stops_heartbeats_and_sets_its_election_timer() {
    let mut a = Server::leader(A, 1, &[]);
    a.deliver(B, vote_request(2, at(0, 0)));
    assert!(a.effects.contains(&Effect::CancelTimer(Timer::Heartbeat)));
    assert_eq!(a.timer_set(Timer::Election), 1);
    a.forget();
    a.input(Input::Timeout(Timer::Heartbeat));
    assert!(a.sent.is_empty());
}

#[test]
fn a_candidate_follows_a_leader_of_its_own_term() {
    let mut a = Server::new(A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.forget();
    a.deliver(B, append(1, at(0, 0), &[], 0));
    assert_eq!(*a.node.role(), Role::Follower { leader: Some(B) });
    // Its vote for itself in that term is final.
    assert_eq!(a.node.voted_for(), Some(A));
    assert_eq!(a.timer_set(Timer::Election), 1);
}

#[test]
fn a_request_of_an_older_term_is_refused_with_the_newer_term() {
    let mut a = Server::new(A, 5, &[]);
    a.forget();
    a.deliver(B, vote_request(4, at(9, 9)));
    let answer = a.answer();
    let refusal = Body::RequestVoteReply { election: Term(4), granted: false };
    assert_eq!(answer, message(5, refusal));
    a.deliver(B, append(4, at(0, 0), &[], 0));
    let answer = a.answer();
    assert_eq!(answer.term, Term(5));
    assert_eq!(
        answer.body,
        Body::AppendEntriesReply { outcome: AppendOutcome::Stale, round: Round(0) }
    );
    assert_eq!(a.timer_set(Timer::Election), 0);
}

#[test]
fn a_node_ignores_messages_from_itself() {
    let mut a = Server::new(A, 1, &[]);
    a.forget();
    a.deliver(A, vote_request(9, at(9, 9)));
    let reason = MalformedReason::UnknownSender;
    assert_eq!(a.events, [Event::Malformed { from: A, reason }]);
    assert_eq!(a.node.term(), Term(1));
    assert!(a.sent.is_empty());
}

#[test]
fn a_refusal_from_an_older_election_is_ignored() {
    let mut a = Server::new(A, 1, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.input(Input::Timeout(Timer::Election)); // now in term 3
    a.deliver(B, vote(3, true));
    let late = Body::RequestVoteReply { election: Term(2), granted: false };
    a.forget();
    a.deliver(B, message(3, late));
    assert!(a.ignored(Rule::CurrentTerm));
    a.deliver(C, vote(3, true));
    assert!(a.node.is_leader(), "B's vote still counts");
}

#[test]
fn a_message_of_the_highest_possible_term_is_ignored() {
    let mut a = Server::new(A, 1, &[]);
    a.forget();
    for message in [append(u64::MAX, at(0, 0), &[], 0), vote_request(u64::MAX, at(9, 9))] {
        a.deliver(B, message);
    }
    let ignored = Event::Malformed { from: B, reason: MalformedReason::LastTerm };
    assert_eq!(a.events, [ignored.clone(), ignored]);
    a.input(Input::Timeout(Timer::Election));
    assert_eq!(a.node.term(), Term(2));
}

#[test]
fn a_node_reports_that_no_term_is_left() {
    let newest = u64::MAX - 1;
    for pre_vote in [false, true] {
        let mut a = Server::with(Config { pre_vote, ..config(1) }, A, newest, &[]);
        a.forget();
        a.input(Input::Timeout(Timer::Election));
        assert_eq!(a.events.last(), Some(&Event::TermsUsedUp { term: Term(newest) }));
        assert_eq!((a.node.term(), a.timer_set(Timer::Election)), (Term(newest), 1));
    }
}
