//! Dissertation §6.4: reads that never return stale values.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use cluster::{
    A, B, C, Cluster, D, E, Server, append, at, change, config, log, matched, message, request,
    vote_request,
};
use raft_core::{
    AppendOutcome, Body, Config, Effect, Input, LocalTime, LogIndex, Membership, Message,
    ReadAnswer, ReadMode, RequestMode, Round, Rule, Term, Timer,
};

fn ready(read: u64, index: u64) -> (u64, ReadAnswer) {
    (read, ReadAnswer::Ready { index: LogIndex(index) })
}

fn refused(read: u64, hint: Option<raft_core::NodeId>) -> (u64, ReadAnswer) {
    (read, ReadAnswer::NotLeader { hint })
}

fn forwarding(nodes: u32) -> Config {
    Config { requests: RequestMode::Forward, ..config(nodes) }
}

/// Leases of 135 ms: the shortest election timeout less 10 %.
fn with_lease(nodes: u32) -> Config {
    let reads = ReadMode::Lease { drift_permille: 100 };
    Config { reads, check_quorum: true, ..config(nodes) }
}

/// A follower's answer to the server's last round.
fn answer_to(server: &Server, through: u64) -> Message {
    let round = newest_round(server);
    let outcome = AppendOutcome::Matched { through: LogIndex(through) };
    let term = server.node.term();
    Message { term, body: Body::AppendEntriesReply { outcome, round } }
}

fn newest_round(server: &Server) -> Round {
    let rounds = server.sent.iter().filter_map(|(_, message)| match message.body {
        Body::AppendEntries { round, .. } => Some(round),
        _ => None,
    });
    rounds.max().unwrap()
}

/// A leader of five nodes in term 1 whose first entry is committed.
fn leader(config: Config) -> Server {
    let mut a = Server::with(config, A, 0, &[]);
    a.elect();
    for follower in [B, C] {
        a.deliver(follower, matched(1, 1));
    }
    a.forget();
    a
}

#[test]
fn a_read_waits_for_a_majority_to_confirm_the_leader() {
    let mut a = leader(config(5));
    a.read(1);
    let asked: Vec<_> = a.sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(asked, [B, C, D, E]);
    let answer = answer_to(&a, 1);
    a.deliver(B, answer.clone());
    a.deliver(B, answer.clone());
    assert_eq!(a.read_answers(), []);
    a.deliver(C, answer.clone());
    assert_eq!(a.read_answers(), [ready(1, 1)]);
    a.deliver(D, answer);
    assert_eq!(a.read_answers().len(), 1);
}

#[test]
fn answers_to_earlier_rounds_confirm_no_read() {
    let mut a = leader(config(5));
    a.input(Input::Timeout(Timer::Heartbeat));
    let earlier = answer_to(&a, 1);
    a.read(1);
    for follower in [B, C, D, E] {
        a.deliver(follower, earlier.clone());
    }
    assert_eq!(a.read_answers(), []);
}

#[test]
fn a_follower_that_lacks_entries_confirms_the_leader() {
    let mut a = leader(config(3));
    a.read(1);
    let round = newest_round(&a);
    let outcome = AppendOutcome::Mismatched { previous: LogIndex(1), hint: at(0, 0) };
    a.deliver(B, message(1, Body::AppendEntriesReply { outcome, round }));
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

#[test]
fn a_leader_reads_only_after_an_entry_of_its_own_term_is_committed() {
    let mut a = Server::with(config(3), A, 1, &[1]);
    a.elect();
    a.read(1);
    assert_eq!(a.sent, [], "there is nothing to confirm yet");
    a.deliver(B, matched(2, 1)); // an entry of an earlier term, which may be committed
    assert_eq!((a.node.commit_index(), a.read_answers()), (LogIndex(0), vec![]));
    a.deliver(B, matched(2, 2));
    assert_eq!((a.node.commit_index(), a.read_answers()), (LogIndex(2), vec![]));
    let answer = answer_to(&a, 2);
    a.deliver(B, answer);
    assert_eq!(a.read_answers(), [ready(1, 2)]);
}

#[test]
fn reads_that_arrive_during_a_round_share_the_next_round() {
    let mut a = leader(config(3));
    a.read(1);
    let first = answer_to(&a, 1);
    a.forget();
    for read in 2..10 {
        a.read(read);
    }
    assert_eq!(a.sent, [], "no further round before the first is over");
    a.deliver(B, first);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
    assert_eq!(a.sent_to(C).len(), 1, "one round for all the others");
    let second = answer_to(&a, 1);
    a.forget();
    a.deliver(C, second);
    assert_eq!(a.read_answers(), (2..10).map(|read| ready(read, 1)).collect::<Vec<_>>());
    assert_eq!(a.sent, []);
}

#[test]
fn a_read_sees_what_was_committed_when_its_round_began() {
    let mut a = leader(config(3));
    a.propose(1);
    let acknowledgement = answer_to(&a, 2);
    a.read(1);
    let confirmation = answer_to(&a, 1);
    a.deliver(B, acknowledgement);
    assert_eq!((a.node.commit_index(), a.read_answers()), (LogIndex(2), vec![]));
    a.deliver(B, confirmation);
    assert_eq!(a.read_answers(), [ready(1, 1)], "more is there by now, but less was asked for");
}

#[test]
fn the_next_heartbeat_replaces_a_lost_read_round() {
    let mut a = leader(config(3));
    a.read(1);
    a.forget(); // all messages of the round are lost
    a.input(Input::Timeout(Timer::Heartbeat));
    let answer = answer_to(&a, 1);
    a.deliver(C, answer);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

#[test]
fn a_partitioned_leader_answers_no_read() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.cut_off(A);
    cluster.time_out(B);
    cluster.propose(B, 1);
    cluster[A].read(1);
    for _ in 0..10 {
        cluster.heartbeat(A);
    }
    assert_eq!(cluster[A].read_answers(), []);
    cluster.rejoin(A);
    cluster.heartbeat(B);
    assert_eq!(cluster[A].read_answers(), [refused(1, None)], "refused when leadership is lost");
}

#[test]
fn a_single_voter_reads_at_once() {
    let mut a = Server::with(config(1), A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.read(1);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

#[test]
fn learners_do_not_confirm_reads() {
    let initial = Membership { learners: [D, E].into(), ..Membership::of([A, B, C]) };
    let mut a = leader(Config { initial, ..config(3) });
    a.read(1);
    let answer = answer_to(&a, 1);
    for learner in [D, E] {
        a.deliver(learner, answer.clone());
    }
    assert_eq!(a.read_answers(), []);
    a.deliver(B, answer);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

#[test]
fn a_joint_membership_needs_both_sides_to_confirm_a_read() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    for away in [B, C] {
        cluster.cut_off(away);
    }
    cluster.input(A, change(1, &[A, B], &[]));
    cluster.rejoin(C);
    cluster[A].read(1);
    cluster.settle();
    assert_eq!(cluster[A].read_answers(), [], "A and C are no majority of A and B");
    cluster.rejoin(B);
    cluster.heartbeat(A);
    assert_eq!(cluster[A].read_answers().len(), 1);
}

#[test]
fn a_lease_answers_reads_at_once_until_it_expires() {
    let mut a = leader(with_lease(5));
    a.input(Input::Timeout(Timer::Heartbeat));
    let answer = answer_to(&a, 1);
    a.wait(20); // the lease starts with the round, not with its answers
    a.deliver(B, answer.clone());
    a.read(1);
    assert_eq!(a.read_answers(), [ready(1, 1)], "from the first round");
    a.deliver(C, answer);
    a.forget();
    for (after_ms, answers) in [(114, vec![ready(2, 1)]), (1, vec![])] {
        a.wait(after_ms);
        a.forget();
        a.read(2);
        assert_eq!(a.read_answers(), answers);
        assert_eq!(a.sent.is_empty(), !answers.is_empty(), "without a lease it asks");
    }
    let answer = answer_to(&a, 1);
    for follower in [D, E] {
        a.deliver(follower, answer.clone());
    }
    assert_eq!(a.read_answers(), [ready(2, 1)]);
    a.forget();
    a.read(3);
    assert_eq!(a.read_answers(), [ready(3, 1)], "that round renewed the lease");
}

#[test]
fn a_larger_clock_drift_shortens_the_lease() {
    for (drift_permille, lease_ms) in [(0, 150), (100, 135), (500, 75), (1000, 0), (5000, 0)] {
        let reads = ReadMode::Lease { drift_permille };
        let mut a = leader(Config { reads, ..with_lease(3) });
        a.wait(lease_ms);
        a.read(1);
        assert_eq!(a.read_answers(), [], "{drift_permille}");
        if lease_ms > 0 {
            let mut a = leader(Config { reads, ..with_lease(3) });
            a.wait(lease_ms - 1);
            a.read(1);
            assert_eq!(a.read_answers(), [ready(1, 1)], "{drift_permille}");
        }
    }
}

#[test]
fn there_is_no_lease_before_a_majority_has_answered() {
    let mut a = Server::with(with_lease(3), A, 0, &[]);
    a.elect();
    a.read(1);
    assert_eq!(a.read_answers(), []);
    a.deliver(B, matched(1, 1));
    let answer = answer_to(&a, 1);
    a.deliver(B, answer);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

#[test]
fn a_minority_renews_no_lease() {
    let mut a = leader(with_lease(5));
    a.wait(100);
    a.input(Input::Timeout(Timer::Heartbeat));
    let answer = answer_to(&a, 1);
    a.deliver(B, answer);
    a.wait(50);
    a.read(1);
    assert_eq!(a.read_answers(), []);
}

#[test]
fn sending_timeout_now_ends_the_lease() {
    let mut a = leader(with_lease(5));
    a.input(Input::Transfer { to: B });
    a.read(1);
    assert_eq!(a.read_answers(), []);
    a.input(Input::Timeout(Timer::Transfer));
    let answer = answer_to(&a, 1);
    for follower in [C, D] {
        a.deliver(follower, answer.clone());
    }
    assert_eq!(a.read_answers(), [ready(1, 1)]);
    a.forget();
    a.read(2);
    assert_eq!(a.read_answers(), [], "the word to stand may still be on its way");
}

#[test]
fn a_transfer_aborted_before_timeout_now_keeps_the_lease() {
    let mut a = leader(with_lease(5));
    a.input(Input::Transfer { to: D }); // D has not answered yet
    a.input(Input::Timeout(Timer::Transfer));
    a.read(1);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
}

/// B has answered a leader that may have a lease, and C is about to be elected.
fn answered_the_leader() -> Server {
    let mut b = Server::with(with_lease(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.wait(100);
    b.forget();
    b
}

fn gives_its_vote(b: &mut Server, term: u64) -> bool {
    b.deliver(C, vote_request(term, at(9, 9)));
    b.sent.iter().any(|(_, message)| *message == cluster::vote(term, true))
}

#[test]
fn a_restarted_follower_respects_the_leaders_lease() {
    let mut b = answered_the_leader().restart();
    assert!(!gives_its_vote(&mut b, 2), "it cannot know whom it answered just before");
    b.wait(150);
    assert!(gives_its_vote(&mut b, 2));
}

#[test]
fn a_follower_in_a_newer_term_respects_the_leaders_lease() {
    // C refuses an outdated request for a vote and thereby reports its newer term to B.
    let mut b = answered_the_leader();
    b.deliver(C, cluster::vote(2, false));
    assert_eq!(b.node.term(), Term(2));
    assert!(!gives_its_vote(&mut b, 2));
    assert!(!gives_its_vote(&mut b, 3));
    b.wait(50);
    assert!(gives_its_vote(&mut b, 3));
}

fn read_index(number: u64) -> Message {
    message(1, Body::ReadIndex { request: request(number) })
}

fn read_index_reply(number: u64, index: Option<u64>) -> Message {
    message(1, Body::ReadIndexReply { request: request(number), index: index.map(LogIndex) })
}

#[test]
fn a_follower_reads_at_the_leaders_read_index() {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &log(&[1, 1]), 1));
    b.forget();
    b.read(7);
    assert_eq!(b.sent, [(A, read_index(1))]);
    let answer = read_index_reply(1, Some(2));
    b.deliver(A, answer.clone());
    assert_eq!(b.read_answers(), [], "entry 2 is not applied yet");
    b.deliver(A, append(1, at(1, 2), &[], 2));
    assert_eq!(b.read_answers(), [ready(7, 2)]);
    let apply = b.effects.iter().position(|effect| matches!(effect, Effect::Apply(_)));
    let respond = b.effects.iter().position(|effect| matches!(effect, Effect::AnswerRead { .. }));
    assert!(apply < respond, "the state machine has the entry when the read is answered");
    b.deliver(A, answer);
    assert_eq!(b.read_answers().len(), 1, "an answer that came twice is one answer");
}

#[test]
fn a_leader_confirms_forwarded_reads_like_its_own() {
    let mut cluster = Cluster::led_by(A, &forwarding(3), 0);
    cluster.propose(A, 1);
    cluster[B].read(7);
    cluster[C].read(8);
    cluster.settle();
    assert_eq!(cluster[B].read_answers(), [ready(7, 2)]);
    assert_eq!(cluster[C].read_answers(), [ready(8, 2)]);
    cluster.forget();
    cluster.cut_off(A);
    cluster[B].read(9);
    cluster.settle();
    assert_eq!(cluster[B].read_answers(), [], "only the leader can tell");
}

#[test]
fn a_deposed_leader_refuses_forwarded_reads() {
    let mut a = leader(forwarding(5));
    a.deliver(B, read_index(7));
    a.forget();
    a.deliver(C, append(2, at(1, 1), &[], 0));
    assert_eq!(a.sent_to(B), [&read_index_reply(7, None)]);
    let mut b = Server::with(forwarding(5), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.read(7);
    b.deliver(A, read_index_reply(1, None));
    assert_eq!(b.read_answers(), [refused(7, Some(A))]);
}

#[test]
fn a_node_that_does_not_lead_refuses_forwarded_reads() {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b.deliver(C, read_index(7));
    assert_eq!(b.sent, [(C, read_index_reply(7, None))]);
}

#[test]
fn a_node_that_redirects_names_the_leader() {
    let mut b = Server::with(config(3), B, 1, &[]);
    b.read(1);
    assert_eq!(b.read_answers(), [refused(1, None)]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b.read(2);
    assert_eq!((b.read_answers(), b.sent.len()), (vec![refused(2, Some(A))], 0));
}

#[test]
fn a_node_without_a_leader_refuses_reads() {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.forget();
    b.read(1);
    assert_eq!((b.read_answers(), b.sent.len()), (vec![refused(1, None)], 0));
}

#[test]
fn forwarded_reads_are_refused_once_when_the_leader_is_lost() {
    let lose_leader: [fn(&mut Server); 4] = [
        |b| b.input(Input::Timeout(Timer::Election)),
        |b| b.deliver(C, append(2, at(0, 0), &[], 0)),
        |b| b.deliver(C, vote_request(2, at(0, 0))),
        |b| b.deliver(A, message(1, Body::TimeoutNow)),
    ];
    for (pre_vote, lose) in lose_leader.iter().flat_map(|lose| [(true, lose), (false, lose)]) {
        let mut b = Server::with(Config { pre_vote, ..forwarding(3) }, B, 1, &[]);
        b.deliver(A, append(1, at(0, 0), &[], 0));
        b.read(1);
        b.read(2);
        lose(&mut b);
        assert_eq!(b.read_answers(), [refused(1, None), refused(2, None)]);
        b.deliver(A, read_index_reply(1, Some(0)));
        assert_eq!(b.read_answers().len(), 2, "a late answer is no second one");
    }
}

#[test]
fn reads_with_a_known_index_survive_the_loss_of_the_leader() {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &log(&[1, 1]), 0));
    b.read(1);
    b.deliver(A, read_index_reply(1, Some(2)));
    b.deliver(C, append(2, at(1, 2), &[], 2));
    assert_eq!(b.read_answers(), [ready(1, 2)]);
}

#[test]
fn a_deposed_leader_refuses_each_waiting_read_once() {
    let mut a = leader(config(5));
    for read in 1..4 {
        a.read(read); // a round is in progress for the first, and the others wait for the next
    }
    a.deliver(B, append(2, at(1, 1), &[], 0));
    assert_eq!(a.read_answers(), [refused(1, None), refused(2, None), refused(3, None)]);
}

#[test]
fn a_read_answer_counts_only_for_its_own_request() {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.read(1);
    b.deliver(C, read_index_reply(1, Some(0)));
    assert!(b.ignored(Rule::CurrentRequest), "another answers than was asked");
    let mut b = b.restart();
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.read(1);
    b.forget();
    b.deliver(A, read_index_reply(1, Some(0)));
    assert!(b.ignored(Rule::CurrentRequest), "an earlier incarnation had asked");
    b.deliver(A, append(2, at(0, 0), &[], 0));
    b.read(2);
    b.forget();
    b.deliver(A, read_index_reply(2, Some(0)));
    assert!(b.ignored(Rule::CurrentRequest), "it is of an older term");
    assert_eq!(b.read_answers(), []);
}

#[test]
fn answers_to_an_earlier_leadership_confirm_no_round() {
    // A led term 1, B rejected a message of it in term 2, and A leads term 2.
    let mut b = Server::with(config(3), B, 2, &[]);
    b.forget();
    b.deliver(A, append(1, at(0, 0), &[], 0));
    let late = b.answer();
    assert_eq!(late.term, Term(2));
    let mut a = Server::with(config(3), A, 1, &[]);
    a.elect();
    a.deliver(B, matched(2, 1));
    a.forget();
    a.read(1);
    a.deliver(B, late);
    assert!(a.ignored(Rule::CurrentTerm));
    assert_eq!(a.read_answers(), [], "B may follow another by now");
}

#[test]
fn a_lease_ends_when_the_clock_goes_back() {
    let mut a = leader(with_lease(3));
    a.wait(100);
    a.read(1);
    assert_eq!(a.read_answers(), [ready(1, 1)]);
    for back_to in [50, 0] {
        a.forget();
        a.now = LocalTime::default();
        a.wait(back_to);
        a.read(2 + back_to);
        assert_eq!(a.read_answers(), [], "nobody knows how much time has passed");
        let answer = answer_to(&a, 1);
        a.deliver(B, answer);
        assert_eq!(a.read_answers(), [ready(2 + back_to, 1)], "a round tells that it leads");
    }
}
