//! §8: client requests at any node, and the one answer that each receives.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use std::collections::BTreeMap;

use cluster::{A, B, C, Cluster, Server, append, at, config, log, message, request, vote_request};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_core::{
    Answer, Body, Config, Effect, Entry, Input, LogIndex, Message, NodeId, Payload, ReadAnswer,
    RequestMode, Rule, Timer,
};

fn forwarding(nodes: u32) -> Config {
    Config { requests: RequestMode::Forward, ..config(nodes) }
}

/// A command that a server forwards as this request of its first incarnation.
fn forward(term: u64, number: u64) -> Message {
    message(term, Body::Forward { request: request(number), command: b"x".as_slice().into() })
}

fn forward_reply(term: u64, number: u64, answer: Answer) -> Message {
    message(term, Body::ForwardReply { request: request(number), answer })
}

/// A follower of A in term 1 that forwards requests.
fn follower() -> Server {
    let mut b = Server::with(forwarding(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b
}

#[test]
fn a_follower_forwards_a_command_and_returns_the_answer() {
    let mut cluster = Cluster::led_by(A, &forwarding(3), 0);
    cluster.propose(B, 7);
    assert_eq!(cluster[B].answers(), [], "it is committed, but not yet applied here");
    cluster.heartbeat(A);
    assert_eq!(cluster[B].answers(), [(7, Answer::Committed(at(1, 2)))]);
    assert_eq!(cluster[B].applied(), [2]);
    assert_eq!(cluster[A].answers(), [], "it was not asked here");
    let entry = cluster[C].node.log().entry(LogIndex(2)).unwrap();
    assert_eq!(entry.payload, Payload::Command(b"p7".as_slice().into()));
}

#[test]
fn a_duplicate_answer_is_given_once() {
    let mut b = follower();
    b.propose(7);
    let answer = Answer::Committed(at(1, 1));
    for _ in 0..2 {
        b.deliver(A, forward_reply(1, 1, answer));
    }
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 1));
    assert_eq!(b.answers(), [(7, answer)]);
}

#[test]
fn an_answer_without_an_open_request_is_ignored() {
    let mut b = follower();
    b.deliver(A, forward_reply(1, 1, Answer::Unknown));
    assert_eq!(b.answers(), []);
    assert!(b.ignored(Rule::CurrentRequest));
}

#[test]
fn a_refusal_of_a_duplicate_request_is_answered_as_unknown() {
    let mut cluster = Cluster::led_by(A, &forwarding(3), 0);
    cluster.cut_off(C);
    cluster[A].propose(1);
    cluster[A].forget();
    cluster.input(A, Input::Transfer { to: C });
    cluster.propose(B, 7);
    assert_eq!(cluster[B].answers(), [(7, Answer::Unknown)]);
}

#[test]
fn a_forwarded_command_is_not_forwarded_again() {
    let mut b = follower();
    b.deliver(C, forward(1, 7));
    let answer = Answer::NotLeader { hint: Some(A) };
    assert_eq!(b.sent, [(C, forward_reply(1, 7, answer))]);
}

#[test]
fn a_node_without_a_leader_refuses_at_once() {
    for requests in [RequestMode::Forward, RequestMode::Redirect] {
        let mut b = Server::with(Config { requests, ..config(3) }, B, 1, &[]);
        b.forget();
        b.propose(7);
        assert_eq!(b.answers(), [(7, Answer::NotLeader { hint: None })]);
        assert_eq!(b.sent, []);
    }
}

#[test]
fn a_node_in_redirect_mode_forwards_nothing() {
    let mut b = Server::with(config(3), B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b.propose(7);
    assert_eq!(b.answers(), [(7, Answer::NotLeader { hint: Some(A) })]);
    assert_eq!(b.sent, []);
}

#[test]
fn a_forwarded_command_is_answered_as_unknown_when_its_leader_is_lost() {
    let lose_leader: [fn(&mut Server); 4] = [
        |b| b.input(Input::Timeout(Timer::Election)),
        |b| b.deliver(C, append(2, at(0, 0), &[], 0)),
        |b| b.deliver(C, vote_request(2, at(0, 0))),
        |b| b.deliver(A, message(1, Body::TimeoutNow)),
    ];
    for lose in lose_leader {
        let mut b = follower();
        b.propose(7);
        b.propose(8);
        lose(&mut b);
        assert_eq!(b.answers(), [(7, Answer::Unknown), (8, Answer::Unknown)]);
        b.deliver(A, forward_reply(1, 1, Answer::Committed(at(1, 2))));
        assert_eq!(b.answers().len(), 2, "it was said to be unknown, and that stands");
    }
}

#[test]
fn an_answer_counts_only_from_the_leader_that_was_asked() {
    let mut b = follower();
    b.propose(7);
    b.deliver(C, forward_reply(1, 1, Answer::Unknown));
    assert!(b.ignored(Rule::CurrentRequest) && b.answers().is_empty());
    b.deliver(A, forward_reply(1, 1, Answer::Unknown));
    assert_eq!(b.answers(), [(7, Answer::Unknown)]);
}

#[test]
fn an_answer_of_an_older_term_is_ignored() {
    let mut b = follower();
    b.deliver(A, append(2, at(0, 0), &[], 0));
    b.propose(7);
    b.deliver(A, forward_reply(1, 1, Answer::Unknown));
    assert!(b.ignored(Rule::CurrentRequest) && b.answers().is_empty());
}

#[test]
fn an_answer_to_an_earlier_incarnation_is_ignored() {
    let mut b = follower();
    b.propose(7);
    let asked = b.sent[0].1.clone();
    let mut b = b.restart();
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.forget();
    b.propose(7); // the same identifier, the same number, the same leader, in the same term
    assert_ne!(b.sent, [(A, asked)]);
    b.deliver(A, forward_reply(1, 1, Answer::Committed(at(1, 1))));
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 1));
    assert!(b.ignored(Rule::CurrentRequest));
    assert_eq!(b.answers(), []);
}

#[test]
fn a_reused_proposal_id_is_not_confused_with_the_earlier_one() {
    let mut b = follower();
    b.propose(7);
    b.deliver(A, forward_reply(1, 1, Answer::Unknown));
    b.forget();
    b.propose(7);
    b.deliver(A, forward_reply(1, 1, Answer::Unknown));
    assert_eq!(b.answers(), []);
}

#[test]
fn an_answer_to_a_read_does_not_answer_a_proposal() {
    let mut b = follower();
    b.propose(7);
    let reply = Body::ReadIndexReply { request: request(1), index: Some(LogIndex(0)) };
    b.deliver(A, message(1, reply));
    assert!(b.ignored(Rule::CurrentRequest));
    assert_eq!((b.answers(), b.read_answers()), (vec![], vec![]));
}

#[test]
fn requests_with_lost_answers_expire_under_the_same_leader() {
    let mut b = follower();
    for proposal in [7, 8] {
        b.propose(proposal);
        b.wait(1000);
    }
    b.read(9);
    b.wait(1000); // ten of the longest election timeouts since the first request
    b.deliver(A, append(1, at(0, 0), &[], 0));
    assert_eq!(b.answers(), []);
    b.wait(1);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    assert_eq!(b.answers(), [(7, Answer::Unknown)]);
    b.wait(2000);
    b.propose(10); // new requests replace the expired ones
    assert_eq!(b.answers(), [(7, Answer::Unknown), (8, Answer::Unknown)]);
    let refused = ReadAnswer::NotLeader { hint: Some(A) };
    assert_eq!(b.read_answers(), [(9, refused)]);
    b.deliver(A, forward_reply(1, 1, Answer::Committed(at(1, 1))));
    assert_eq!(b.answers().len(), 2, "it was said to be unknown, and that stands");
}

#[test]
fn a_forwarded_command_of_an_older_term_is_refused() {
    let mut a = Server::with(forwarding(3), A, 1, &[]);
    a.elect();
    a.deliver(B, forward(1, 1));
    assert!(a.ignored(Rule::CurrentTerm));
    assert_eq!(a.sent, [(B, forward_reply(2, 1, Answer::NotLeader { hint: Some(A) }))]);
    assert_eq!(a.terms(), [2]);
}

#[test]
fn heartbeats_of_the_same_leader_keep_open_requests() {
    let mut b = follower();
    b.propose(7);
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 0));
    b.deliver(C, vote_request(1, at(0, 0)));
    assert_eq!(b.answers(), []);
}

#[test]
fn a_deposed_leader_answers_its_proposals_once_they_are_decided() {
    let mut a = Server::with(forwarding(3), A, 0, &[]);
    a.elect();
    a.deliver(B, forward(1, 7));
    a.deliver(C, forward(1, 7)); // the same number, from another node
    a.forget();
    let other = log(&[1, 1, 2]);
    a.deliver(B, append(2, at(1, 2), &other[2..], 3));
    let superseded = Answer::Superseded { lost: at(1, 3), by: at(2, 3) };
    assert_eq!(a.sent_to(C), [&forward_reply(2, 7, superseded)]);
    let committed = Answer::Committed(at(1, 2));
    assert!(a.sent_to(B).contains(&&forward_reply(2, 7, committed)));
}

#[test]
fn commands_at_the_same_index_in_two_terms_get_their_own_answers() {
    let mut a = Server::leader(A, 1, &[]);
    for proposal in [7, 8] {
        a.propose(proposal);
    }
    a.deliver(B, append(2, at(1, 1), &log(&[1, 2])[1..], 0));
    a.input(Input::Timeout(Timer::Election));
    for voter in [B, C] {
        a.deliver(voter, cluster::vote(3, true));
    }
    a.propose(9); // after the entry of term 2 and the no-op of term 3
    a.deliver(B, cluster::matched(3, 4));
    a.deliver(C, cluster::matched(3, 4));
    let superseded = |index, term| Answer::Superseded { lost: at(1, index), by: at(term, index) };
    let expected = [(7, superseded(2, 2)), (8, superseded(3, 3)), (9, Answer::Committed(at(3, 4)))];
    assert_eq!(a.answers(), expected);
}

/// What happens to a cluster of three in which every node forwards commands.
#[derive(Clone, Copy, Debug)]
enum Move {
    Propose(NodeId),
    TimeOut(NodeId),
    Heartbeat(NodeId),
    CutOff(NodeId),
    Rejoin(NodeId),
    /// The messages that this node is about to send are lost.
    Lose(NodeId),
    /// The messages that this node is about to send are duplicated and arrive again later.
    Double(NodeId),
    HandOver(NodeId),
    Crash(NodeId),
}

fn moves() -> impl Strategy<Value = Vec<(Move, bool)>> {
    let kinds: Vec<fn(NodeId) -> Move> = vec![
        Move::Propose,
        Move::Propose,
        Move::Propose,
        Move::TimeOut,
        Move::Heartbeat,
        Move::CutOff,
        Move::Rejoin,
        Move::Lose,
        Move::Double,
        Move::HandOver,
        Move::Crash,
    ];
    let node = (0..3_u32).prop_map(NodeId);
    let one = (prop::sample::select(kinds), node).prop_map(|(kind, node)| kind(node));
    prop::collection::vec((one, any::<bool>()), 0..60)
}

/// The requests that a node is about to forward.
fn copies_of(server: &Server) -> Vec<(NodeId, NodeId, Message)> {
    let from = server.node.id();
    let requests =
        server.sent.iter().filter(|(_, message)| matches!(message.body, Body::Forward { .. }));
    requests.map(|(to, message)| (from, *to, message.clone())).collect()
}

/// The answers to every proposal, and the cluster after all faults have ended and everything is
/// committed.
fn play(moves: &[(Move, bool)]) -> (BTreeMap<u64, Vec<Answer>>, Cluster) {
    let mut cluster = Cluster::led_by(A, &forwarding(3), 0);
    let mut answers: BTreeMap<u64, Vec<Answer>> = BTreeMap::new();
    let collect = |cluster: &mut Cluster, answers: &mut BTreeMap<u64, Vec<Answer>>| {
        for node in [A, B, C] {
            for effect in std::mem::take(&mut cluster[node].effects) {
                if let Effect::Reply { proposal, answer } = effect {
                    answers.entry(proposal.0).or_default().push(answer);
                }
            }
        }
    };
    let mut copies = Vec::new();
    for (name, &(one, settles)) in (0..).zip(moves) {
        match one {
            Move::Propose(node) => cluster[node].propose(name),
            Move::TimeOut(node) => cluster[node].input(Input::Timeout(Timer::Election)),
            Move::Heartbeat(node) => cluster[node].input(Input::Timeout(Timer::Heartbeat)),
            Move::CutOff(node) => cluster.cut_off(node),
            Move::Rejoin(node) => cluster.rejoin(node),
            Move::Lose(node) => cluster[node].sent.clear(),
            Move::Double(node) => copies.extend(copies_of(&cluster[node])),
            Move::HandOver(node) => {
                for leader in cluster.leaders() {
                    cluster[leader].input(Input::Transfer { to: node });
                }
            }
            Move::Crash(node) => {
                collect(&mut cluster, &mut answers);
                cluster.restart(node);
            }
        }
        if copies.len() > 4 || (settles && !copies.is_empty()) {
            let (from, to, message) = copies.remove(0);
            cluster[to].deliver(from, message);
        }
        if settles {
            cluster.settle();
        }
    }
    for node in [A, B, C] {
        cluster.rejoin(node);
    }
    cluster.settle();
    for candidate in [A, B, C, A, B, C] {
        cluster.time_out(candidate); // the log of one of them can win
    }
    let leader = *cluster.leaders().first().unwrap();
    for _ in 0..3 {
        cluster.heartbeat(leader);
    }
    collect(&mut cluster, &mut answers);
    (answers, cluster)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        rng_seed: RngSeed::Fixed(2014),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_proposal_is_answered_at_most_once_and_truthfully(moves in moves()) {
        let (answers, cluster) = play(&moves);
        let log = cluster[A].node.log();
        prop_assert_eq!(cluster[A].node.commit_index(), log.last().index);
        let places = |name: u64| {
            let command = Payload::Command(format!("p{name}").into_bytes().into());
            let entries = log.entries_from(LogIndex::ZERO);
            let entries = entries.filter(move |entry| entry.payload == command);
            entries.map(Entry::position).collect::<Vec<_>>()
        };
        let crashed = moves.iter().any(|(one, _)| matches!(one, Move::Crash(_) | Move::Lose(_)));
        for (name, &(one, _)) in (0..).zip(&moves) {
            let Move::Propose(_) = one else { continue };
            match answers.get(&name).map(Vec::as_slice) {
                Some([Answer::Committed(at)]) => prop_assert!(places(name).contains(at)),
                Some([Answer::Unknown]) => {}
                Some([_]) => prop_assert_eq!(places(name), []),
                Some(several) => prop_assert!(false, "{} has answers {:?}", name, several),
                None => prop_assert!(crashed, "{} has no answer", name),
            }
        }
    }
}
