//! §6 and dissertation §4: membership changes.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use cluster::{
    A, B, C, Cluster, D, E, Server, at, change, config, joint, matched, message, vote, voters,
    with_learners,
};
use raft_core::{
    Answer, AppendOutcome, Body, Effect, Input, LogIndex, Membership, NodeId, Payload, Round, Rule,
    Term, Timer,
};

/// The memberships in a server's log.
fn in_log(server: &Server) -> Vec<Membership> {
    let memberships = server.node.log().entries_from(LogIndex(1));
    let memberships = memberships.filter_map(|entry| match &entry.payload {
        Payload::Membership(membership) => Some(membership.as_ref().clone()),
        _ => None,
    });
    memberships.collect()
}

fn newcomers(leader: &Server) -> Vec<NodeId> {
    leader.node.as_leader().unwrap().newcomers().collect()
}

fn refused(rule: Rule) -> Answer {
    Answer::Refused(rule)
}

fn is_answer_to(effect: &Effect, expected: u64) -> bool {
    matches!(effect, Effect::Reply { proposal, .. } if proposal.0 == expected)
}

#[test]
fn only_the_leader_changes_the_membership() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.reconfigure(B, 1, &[A, B]);
    assert_eq!(cluster[B].answers(), [(1, Answer::NotLeader { hint: Some(A) })]);
}

#[test]
fn no_change_begins_before_an_entry_of_the_leaders_term_is_committed() {
    let mut a = Server::with(config(3), A, 1, &[1]);
    a.elect();
    a.input(change(1, &[A, B], &[]));
    assert_eq!(a.answers(), [(1, refused(Rule::OwnTermBeforeChange))]);
    a.deliver(B, matched(2, 2));
    a.forget();
    a.input(change(2, &[A, B], &[]));
    assert_eq!((a.answers(), in_log(&a)), (vec![], vec![joint(&[A, B], &[A, B, C])]));
}

#[test]
fn no_change_begins_while_another_waits_for_a_newcomer_or_for_a_majority() {
    for (away, target) in [(&[D][..], &[A, B, C, D][..]), (&[B, C], &[A, B])] {
        let mut cluster = Cluster::led_by(A, &config(3), 1);
        for &node in away {
            cluster.cut_off(node);
        }
        cluster.reconfigure(A, 1, target);
        cluster.reconfigure(A, 2, &[A, C]);
        assert_eq!(cluster[A].answers(), [(2, refused(Rule::OneChangeAtATime))]);
        for &node in away {
            cluster.rejoin(node);
        }
        cluster.heartbeat(A);
        cluster.forget();
        cluster.reconfigure(A, 3, &[A, B, C]);
        cluster.heartbeat(A);
        assert!(matches!(cluster[A].answers()[..], [(3, Answer::Committed(_))]));
    }
}

#[test]
fn no_change_begins_while_leadership_is_handed_over() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.cut_off(B);
    cluster.input(A, Input::Transfer { to: B });
    cluster.reconfigure(A, 1, &[A, B]);
    assert_eq!(cluster[A].answers(), [(1, refused(Rule::NothingDuringTransfer))]);
}

#[test]
fn a_cluster_without_voters_is_refused() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.reconfigure(A, 1, &[]);
    assert_eq!(cluster[A].answers(), [(1, refused(Rule::JointConsensus))]);
}

#[test]
fn new_servers_catch_up_before_they_join_the_membership() {
    let mut cluster = Cluster::led_by(A, &config(3), 2);
    for away in [C, D, E] {
        cluster.cut_off(away);
    }
    cluster.reconfigure(A, 1, &[A, B, C, D, E]);
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C]));
    cluster.propose(A, 2);
    assert!(matches!(cluster[A].answers()[..], [(2, Answer::Committed(_))]), "two of three");
    cluster.rejoin(D);
    cluster.heartbeat(A);
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C]));
    assert_eq!(newcomers(&cluster[A]), [E]);
    assert_eq!(cluster[D].node.log(), cluster[A].node.log());
    cluster.rejoin(E);
    cluster.heartbeat(A);
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C, D, E]));
    let last = cluster[A].node.log().last();
    assert_eq!(cluster[A].answers()[1..], [(1, Answer::Committed(last))]);
}

#[test]
fn a_change_passes_through_a_joint_membership() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.reconfigure(A, 1, &[A, B, D]);
    let steps = [joint(&[A, B, D], &[A, B, C]), voters(&[A, B, D])];
    assert_eq!(in_log(&cluster[A]), steps);
    assert_eq!(in_log(&cluster[D]), steps);
}

#[test]
fn the_joint_membership_is_committed_before_the_target_enters_the_log() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    for away in [B, C] {
        cluster.cut_off(away);
    }
    cluster.reconfigure(A, 1, &[A, B]);
    assert_eq!(in_log(&cluster[A]), [joint(&[A, B], &[A, B, C])]);
    cluster.rejoin(C); // a majority of the outgoing voters, but not of the incoming ones
    cluster.heartbeat(A);
    assert_eq!(in_log(&cluster[A]), [joint(&[A, B], &[A, B, C])]);
    cluster.rejoin(B);
    cluster.heartbeat(A);
    assert_eq!(in_log(&cluster[A]), [joint(&[A, B], &[A, B, C]), voters(&[A, B])]);
}

#[test]
fn servers_are_added_removed_and_replaced() {
    for (before, after) in [
        (3, &[A, B, C, D][..]),
        (3, &[A, B, C, D, E]),
        (3, &[A, B]),
        (3, &[A, B, D]),
        (3, &[A, D, E]),
        (3, &[A]),
        (1, &[A, B, C]),
        (1, &[A, B]),
        (5, &[A, B, C]),
    ] {
        let mut cluster = Cluster::led_by(A, &config(before), 5 - before);
        cluster.reconfigure(A, 1, after);
        cluster.heartbeat(A);
        assert!(matches!(cluster[A].answers()[..], [(1, Answer::Committed(_))]), "{after:?}");
        for &member in after {
            assert_eq!(*cluster[member].node.membership(), voters(after));
        }
        // From here on, the other nodes are neither needed nor heard.
        for stranger in (0..5).map(NodeId).filter(|node| !after.contains(node)) {
            cluster.cut_off(stranger);
            assert_eq!(cluster[A].node.progress(stranger), None);
        }
        cluster.forget();
        cluster.propose(A, 2);
        assert!(matches!(cluster[A].answers()[..], [(2, Answer::Committed(_))]), "{after:?}");
    }
}

#[test]
fn learners_are_added_and_removed_without_a_joint_membership() {
    let mut cluster = Cluster::led_by(A, &config(3), 2);
    cluster.input(A, change(1, &[A, B, C], &[D, E]));
    cluster.input(A, change(2, &[A, B, C], &[E]));
    let expected = [with_learners(&[A, B, C], &[D, E]), with_learners(&[A, B, C], &[E])];
    assert_eq!(in_log(&cluster[A]), expected);
    assert_eq!(cluster[A].answers().len(), 2);
    cluster.propose(A, 3);
    assert_eq!(cluster[E].node.log(), cluster[A].node.log());
}

#[test]
fn a_voter_can_be_made_a_learner() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.input(A, change(1, &[A, B], &[C]));
    cluster.heartbeat(A);
    assert_eq!(*cluster[C].node.membership(), with_learners(&[A, B], &[C]));
    cluster.forget();
    cluster.time_out(C);
    assert_eq!(cluster.leaders(), [A], "it stands no longer");
}

#[test]
fn a_node_requested_as_voter_and_learner_becomes_a_voter() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.input(A, change(1, &[A, B, C], &[C]));
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C]));
}

#[test]
fn a_learner_that_is_up_to_date_becomes_a_voter_without_delay() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    cluster.heartbeat(A);
    cluster.forget();
    cluster.reconfigure(A, 2, &[A, B, C, D]); // there is no new entry that it could acknowledge
    assert!(matches!(cluster[A].answers()[..], [(2, Answer::Committed(_))]));
    assert_eq!(*cluster[D].node.membership(), voters(&[A, B, C, D]));
}

#[test]
fn a_change_fails_when_the_new_server_cannot_keep_up() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.cut_off(D);
    cluster.reconfigure(A, 1, &[A, B, C, D]);
    for round in 1..=10 {
        assert_eq!(cluster[A].answers(), [], "round {round}");
        // It needs an election timeout for the entries of the round before.
        cluster.wait(150);
        cluster[A].propose(100 + round);
        cluster.rejoin(D);
        cluster.heartbeat(A);
        cluster.cut_off(D);
        cluster[A].effects.retain(|effect| !is_answer_to(effect, 100 + round));
    }
    assert_eq!(cluster[A].answers(), [(1, refused(Rule::CatchUpFirst))]);
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C]));
}

#[test]
fn a_change_fails_when_the_new_server_does_not_answer() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.cut_off(D);
    cluster.reconfigure(A, 1, &[A, B, C, D]);
    cluster.wait(3000); // the longest election timeout for each of ten rounds
    cluster.heartbeat(A);
    assert_eq!(cluster[A].answers(), []);
    cluster.wait(1);
    cluster.heartbeat(A);
    assert_eq!(cluster[A].answers(), [(1, refused(Rule::CatchUpFirst))]);
    assert_eq!((in_log(&cluster[A]), cluster[A].node.progress(D)), (vec![], None));
    cluster.rejoin(D);
    cluster.propose(A, 3);
    cluster.heartbeat(A);
    assert_eq!(cluster[D].node.log().last(), at(0, 0), "it is no member, and is sent nothing");
    cluster.forget();
    cluster.reconfigure(A, 2, &[A, B]);
    assert!(matches!(cluster[A].answers()[..], [(2, Answer::Committed(_))]), "others may follow");
}

#[test]
fn a_learner_stays_a_learner_when_its_promotion_fails() {
    let mut cluster = Cluster::led_by(A, &config(3), 2);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    cluster.cut_off(D);
    cluster.propose(A, 2);
    cluster.forget();
    cluster.input(A, change(3, &[A, B, C, D, E], &[]));
    cluster.wait(3001);
    cluster.heartbeat(A);
    assert_eq!(cluster[A].answers(), [(3, refused(Rule::CatchUpFirst))]);
    assert_eq!(*cluster[A].node.membership(), with_learners(&[A, B, C], &[D]));
    assert!(cluster[A].node.progress(D).is_some());
    assert_eq!(cluster[A].node.progress(E), None, "it had caught up, but the change is refused");
}

#[test]
fn a_leader_deposed_during_catch_up_leaves_the_membership_unchanged() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.cut_off(D);
    cluster.reconfigure(A, 1, &[A, B, C, D]);
    cluster.rejoin(D);
    cluster.time_out(B);
    cluster.heartbeat(B);
    assert_eq!(cluster[A].answers(), [(1, Answer::Unknown)]);
    for node in [A, B, C] {
        assert_eq!((cluster[node].node.leader(), in_log(&cluster[node])), (Some(B), vec![]));
    }
}

#[test]
fn learners_added_with_voters_join_once_the_voters_have_caught_up() {
    let mut cluster = Cluster::led_by(A, &config(3), 2);
    cluster.cut_off(D);
    cluster.input(A, change(1, &[A, B, C, D], &[E]));
    assert_eq!(in_log(&cluster[A]), [], "a change comes about as a whole or not at all");
    cluster.rejoin(D);
    cluster.heartbeat(A);
    cluster.heartbeat(A);
    assert_eq!(*cluster[E].node.membership(), with_learners(&[A, B, C, D], &[E]));
}

#[test]
fn a_leader_manages_its_own_removal_and_then_steps_down() {
    let mut cluster = Cluster::led_by(A, &config(3), 0);
    cluster.cut_off(C);
    cluster.reconfigure(A, 1, &[B, C]);
    // Its own copy no longer counts: B alone is no majority of B and C.
    assert_eq!(in_log(&cluster[A]), [joint(&[B, C], &[A, B, C])]);
    cluster.rejoin(C);
    cluster.heartbeat(A);
    assert!(matches!(cluster[A].answers()[..], [(1, Answer::Committed(_))]));
    assert_eq!(cluster.leaders(), []);
    cluster.forget();
    cluster.time_out(A);
    assert_eq!((cluster[A].node.term(), cluster[B].node.term()), (Term(1), Term(1)));
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [B]);
    cluster.cut_off(A);
    cluster.propose(B, 2);
    assert!(matches!(cluster[B].answers()[..], [(2, Answer::Committed(_))]));
}

#[test]
fn a_leader_that_removes_itself_does_not_count_itself_in_the_target() {
    let acknowledgement = |through| {
        let outcome = AppendOutcome::Matched { through: LogIndex(through) };
        message(1, Body::AppendEntriesReply { outcome, round: Round(9) })
    };
    let mut a = Server::with(config(3), A, 0, &[]);
    a.elect();
    a.deliver(B, acknowledgement(1));
    a.input(change(1, &[B, C], &[]));
    for follower in [B, C] {
        a.deliver(follower, acknowledgement(2));
    }
    assert_eq!(in_log(&a).last(), Some(&voters(&[B, C])));
    a.deliver(B, acknowledgement(3));
    assert_eq!((a.node.commit_index(), a.node.is_leader()), (LogIndex(2), true));
    a.deliver(C, acknowledgement(3));
    assert_eq!((a.node.commit_index(), a.node.is_leader()), (LogIndex(3), false));
}

#[test]
fn a_leader_deposed_during_its_own_removal_starts_an_election_to_finish_it() {
    let mut cluster = Cluster::led_by(A, &config(1), 1);
    cluster[A].input(change(1, &[B], &[]));
    while *cluster[A].node.membership() != voters(&[B]) {
        for (from, to) in [(A, B), (B, A)] {
            for (_, message) in std::mem::take(&mut cluster[from].sent) {
                cluster[to].deliver(from, message);
            }
        }
    }
    cluster.cut_off(B);
    cluster[A].deliver(E, vote(5, false)); // for whatever reason it steps down
    cluster.settle();
    cluster.rejoin(B);
    cluster.forget();
    // B needs A's vote, which A refuses: A has one more entry, the one that lets B continue alone.
    cluster.time_out(B);
    assert!(!cluster[B].node.is_leader() && cluster[B].node.membership().is_joint());
    for restarted in [false, true] {
        if restarted {
            let a = Server::boot(config(1), A, cluster[A].disk.clone());
            cluster[A] = a;
        }
        cluster[A].input(Input::Timeout(Timer::Election));
        assert!(cluster[A].sent.iter().any(|(to, _)| *to == B));
    }
    cluster.settle();
    assert_eq!(cluster[A].node.commit_index(), cluster[A].node.log().last().index);
    assert_eq!(cluster.leaders(), []);
    cluster.cut_off(A);
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [B]);
}

#[test]
fn a_successor_finishes_a_joint_change() {
    let mut cluster = Cluster::led_by(A, &config(5), 0);
    cluster[A].input(change(1, &[B, C, D, E], &[]));
    for (to, message) in std::mem::take(&mut cluster[A].sent) {
        cluster[to].deliver(A, message);
        cluster[to].forget();
    }
    cluster.cut_off(A);
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [A, B]);
    cluster.heartbeat(B);
    for node in [B, C, D, E] {
        assert_eq!(*cluster[node].node.membership(), voters(&[B, C, D, E]));
    }
    // The proposal to the first leader is answered as unknown.
    cluster.rejoin(A);
    cluster.heartbeat(A);
    assert_eq!(cluster[A].answers(), [(1, Answer::Unknown)]);
}

#[test]
fn a_change_known_only_to_the_deposed_leader_is_rolled_back() {
    let mut cluster = Cluster::led_by(A, &config(5), 0);
    cluster[A].input(change(1, &[A, B, C], &[]));
    cluster.forget(); // all messages are lost
    assert!(cluster[A].node.membership().is_joint());
    cluster.cut_off(A);
    cluster.time_out(B);
    cluster.rejoin(A);
    cluster.heartbeat(B);
    assert_eq!(*cluster[A].node.membership(), voters(&[A, B, C, D, E]));
    assert_eq!(cluster[A].answers(), [(1, Answer::Unknown)]);
}

#[test]
fn an_acknowledgement_from_before_a_removal_is_ignored() {
    let mut cluster = Cluster::led_by(A, &config(3), 1);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    // D's answer to this entry is delayed.
    cluster[A].propose(2);
    let (_, message) = cluster[A].sent.iter().find(|(to, _)| *to == D).unwrap().clone();
    cluster.settle();
    cluster[D].deliver(A, message);
    let late = cluster[D].answer();
    let held = cluster[A].node.progress(D).unwrap().match_index;
    cluster.input(A, change(3, &[A, B, C], &[]));
    cluster.cut_off(D); // it restarts with an empty disk, and is still isolated
    cluster.input(A, change(4, &[A, B, C], &[D]));
    cluster.forget();
    cluster[A].deliver(D, late);
    assert_eq!(cluster[A].node.progress(D).unwrap().match_index, LogIndex(0), "not {held:?}");
    assert!(cluster[A].ignored(Rule::CurrentProgress));
}

#[test]
fn votes_of_removed_nodes_are_not_counted() {
    let mut cluster = Cluster::led_by(A, &config(5), 0);
    cluster.reconfigure(A, 1, &[A, B, C]);
    cluster.heartbeat(A);
    for away in [A, C] {
        cluster.cut_off(away);
    }
    cluster.time_out(B);
    assert_eq!(cluster.leaders(), [A], "D and E may vote, but B's majority is among A, B and C");
    cluster[B].deliver(D, vote(2, true));
    cluster[B].deliver(E, vote(2, true));
    assert!(!cluster[B].node.is_leader());
    cluster.rejoin(C);
    cluster.time_out(B);
    assert!(cluster[B].node.is_leader());
}
