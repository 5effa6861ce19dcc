//! The purpose of each rule: a node without it does something wrong.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod cluster;

use std::sync::Arc;

use cluster::{
    A, B, C, Cluster, D, E, Server, append, at, change, config, log, matched, membership_entry,
    message, request, vote, vote_request, voters, with_learners,
};
use raft_core::{
    Answer, AppendOutcome, Body, Config, Disk, Input, LogIndex, LogPosition, Membership, Message,
    NodeId, ReadMode, RequestMode, Role, Round, Rule, RuleSet, SnapshotChunk, Term, Timer,
};

/// Lists, for each rule, a function that says whether things go wrong while these rules are waived.
/// A rule without a function does not compile.
macro_rules! what_goes_wrong {
    ($($rule:ident: $function:ident,)+) => {
        mod without_its_rule {
            $(
                #[test]
                fn $function() {
                    super::matters(raft_core::Rule::$rule, super::$function);
                }
            )+
        }

        const fn is_listed(rule: Rule) -> bool {
            match rule {
                $(Rule::$rule => true,)+
            }
        }
    };
}

what_goes_wrong! {
    CurrentTerm: votes_of_an_older_election_are_counted,
    VoteSurvivesStepDown: a_candidate_that_steps_down_votes_twice,
    OneVotePerTerm: a_voter_votes_for_two_candidates,
    CountGrantedVotes: refused_votes_are_counted,
    OneLeaderPerTerm: a_leader_follows_a_second_leader_of_its_term,
    ConsistencyCheck: entries_are_appended_after_a_conflicting_entry,
    TruncateOnlyConflicts: a_stale_append_truncates_newer_entries,
    TruncateConflicts: a_follower_acknowledges_entries_it_does_not_hold,
    CommitVerifiedPrefix: a_follower_commits_entries_of_an_older_leader,
    CreditWhatIsAnswered: an_old_acknowledgement_covers_later_entries,
    ApplyCommitted: uncommitted_entries_are_applied,
    UpToDateLog: a_candidate_with_an_outdated_log_gets_a_vote,
    CommitOwnTerm: an_entry_of_an_older_term_is_committed_by_counting,
    KeepCommitted: a_committed_entry_is_truncated,
    MembershipOnAppend: a_membership_takes_effect_only_on_commit,
    MembershipRollsBack: a_truncated_membership_stays_in_effect,
    OnlyVotersStand: a_learner_starts_an_election,
    AnyMemberVotes: a_lagging_node_refuses_to_vote,
    CountOnlyVoters: copies_on_learners_are_counted,
    OneChangeAtATime: a_second_change_begins_during_the_first,
    OwnTermBeforeChange: a_change_begins_before_an_entry_of_the_term_is_committed,
    CatchUpFirst: a_new_server_without_a_log_becomes_a_voter,
    JointConsensus: the_target_takes_effect_without_the_old_majority,
    CurrentProgress: an_acknowledgement_from_before_a_removal_counts,
    LeaderAlive: a_live_leader_is_deposed,
    SnapshotNotOlder: an_old_snapshot_rewinds_the_state_machine,
    SnapshotKeepsSuffix: a_snapshot_loses_acknowledged_entries,
    SnapshotDropsConflict: a_snapshot_keeps_conflicting_entries,
    CompactedMatches: compacted_entries_are_treated_as_a_conflict,
    NothingDuringTransfer: proposals_are_accepted_during_a_transfer,
    TransferFromLeader: timeout_now_counts_from_any_node,
    PreVoteSpreadsTerm: a_refused_pre_vote_hides_the_newer_term,
    CurrentRequest: an_answer_to_an_earlier_incarnation_counts,
    ReadAfterOwnTerm: a_leader_reads_before_it_has_committed_in_its_term,
    ReadAfterRound: a_leader_reads_without_a_confirming_round,
    LeaseWithinDrift: a_leader_reads_after_its_lease_expired,
    NoLeaseDuringTransfer: a_leader_reads_by_lease_during_a_transfer,
}

fn matters(rule: Rule, goes_wrong: fn(RuleSet) -> bool) {
    assert!(is_listed(rule));
    assert!(!goes_wrong(RuleSet::EMPTY), "with all rules");
    assert!(goes_wrong(RuleSet::EMPTY.with(rule)), "without {rule:?}");
}

fn of_three(waived: RuleSet) -> Config {
    Config { waived, ..config(3) }
}

fn snapshot(term: u64, last: LogPosition) -> Message {
    let chunk = SnapshotChunk {
        last,
        membership: Arc::new(voters(&[A, B, C, D, E])),
        offset: 0,
        data: b"state".as_slice().into(),
        done: true,
        round: Round(1),
    };
    message(term, Body::InstallSnapshot(chunk))
}

/// A server of term 1 whose log contains one entry with this membership.
fn server_of(waived: RuleSet, id: NodeId, membership: Membership) -> Server {
    let mut disk = Disk { entries: vec![membership_entry(1, 1, membership)], ..Disk::default() };
    disk.hard_state.term = Term(1);
    Server::boot(of_three(waived), id, disk)
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

fn votes_of_an_older_election_are_counted(waived: RuleSet) -> bool {
    let mut a = Server::waiving(waived, A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.input(Input::Timeout(Timer::Election));
    for voter in [B, C] {
        a.deliver(voter, vote(1, true));
    }
    a.node.is_leader()
}

fn a_candidate_that_steps_down_votes_twice(waived: RuleSet) -> bool {
    let mut a = Server::waiving(waived, A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    a.deliver(B, append(1, at(0, 0), &[], 0));
    a.deliver(C, vote_request(1, at(9, 9)));
    a.node.voted_for() == Some(C)
}

fn a_voter_votes_for_two_candidates(waived: RuleSet) -> bool {
    let mut a = Server::waiving(waived, A, 0, &[]);
    for candidate in [B, C] {
        a.forget();
        a.deliver(candidate, vote_request(1, at(0, 0)));
    }
    a.answer() == vote(1, true)
}

fn refused_votes_are_counted(waived: RuleSet) -> bool {
    let mut a = Server::waiving(waived, A, 0, &[]);
    a.input(Input::Timeout(Timer::Election));
    for voter in [B, C] {
        a.deliver(voter, vote(1, false));
    }
    a.node.is_leader()
}

fn a_leader_follows_a_second_leader_of_its_term(waived: RuleSet) -> bool {
    let mut a = leader(Config { waived, ..config(5) });
    a.deliver(B, append(1, at(1, 1), &[], 0));
    *a.node.role() == Role::Follower { leader: Some(B) }
}

fn entries_are_appended_after_a_conflicting_entry(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 3, &[1, 2]);
    b.deliver(A, append(3, at(3, 2), &log(&[1, 3, 3])[2..], 0));
    b.terms() == [1, 2, 3]
}

fn a_stale_append_truncates_newer_entries(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[1, 1, 1]);
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 0));
    b.terms() == [1]
}

fn a_follower_acknowledges_entries_it_does_not_hold(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 4, &[1, 2]);
    b.forget();
    b.deliver(A, append(4, at(1, 1), &log(&[1, 4])[1..], 0));
    b.outcome() == AppendOutcome::Matched { through: LogIndex(2) } && b.terms() == [1, 2]
}

fn a_follower_commits_entries_of_an_older_leader(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 3, &[1, 2, 2]);
    b.deliver(A, append(3, at(1, 1), &[], 3)); // its own entries 2 and 3 are not confirmed
    b.node.commit_index() == LogIndex(3)
}

fn an_old_acknowledgement_covers_later_entries(waived: RuleSet) -> bool {
    let mut a = leader(Config { waived, ..config(5) });
    a.deliver(B, matched(1, 1));
    a.propose(1);
    a.deliver(B, matched(1, 1));
    a.node.progress(B).unwrap().match_index == LogIndex(2)
}

fn uncommitted_entries_are_applied(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 0));
    b.applied() == [1]
}

fn a_candidate_with_an_outdated_log_gets_a_vote(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 2, &[1, 2]);
    b.deliver(A, vote_request(3, at(1, 9)));
    b.node.voted_for() == Some(A)
}

fn an_entry_of_an_older_term_is_committed_by_counting(waived: RuleSet) -> bool {
    let mut a = Server::waiving(waived, A, 3, &[1, 2]);
    a.elect();
    for follower in [B, C] {
        a.deliver(follower, matched(4, 2));
    }
    a.node.commit_index() == LogIndex(2)
}

fn a_committed_entry_is_truncated(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 4, &[1, 1]);
    b.deliver(A, append(4, at(1, 2), &[], 2));
    b.deliver(A, append(4, at(1, 1), &log(&[1, 4])[1..], 2));
    b.terms() == [1, 4]
}

fn a_membership_takes_effect_only_on_commit(waived: RuleSet) -> bool {
    let b = server_of(waived, B, voters(&[A, B, C, D]));
    *b.node.membership() == voters(&[A, B, C])
}

fn a_truncated_membership_stays_in_effect(waived: RuleSet) -> bool {
    let mut b = server_of(waived, B, voters(&[A, B, C, D]));
    b.deliver(C, append(2, at(0, 0), &log(&[2]), 0));
    *b.node.membership() == voters(&[A, B, C, D])
}

fn a_learner_starts_an_election(waived: RuleSet) -> bool {
    let mut d = server_of(waived, D, with_learners(&[A, B, C], &[D]));
    d.input(Input::Timeout(Timer::Election));
    matches!(d.node.role(), Role::Candidate { .. })
}

fn a_lagging_node_refuses_to_vote(waived: RuleSet) -> bool {
    let mut d = server_of(waived, D, voters(&[A, B, C]));
    d.forget();
    d.deliver(A, vote_request(2, at(2, 9))); // a voter in that term
    d.answer() == vote(2, false)
}

fn copies_on_learners_are_counted(waived: RuleSet) -> bool {
    let mut a = server_of(waived, A, with_learners(&[A, B, C], &[D, E]));
    a.elect();
    for learner in [D, E] {
        a.deliver(learner, matched(2, 2));
    }
    a.node.commit_index() == LogIndex(2)
}

fn a_second_change_begins_during_the_first(waived: RuleSet) -> bool {
    let mut a = leader(of_three(waived));
    a.input(change(1, &[A, B], &[]));
    a.input(change(2, &[A, C], &[]));
    a.node.membership().voters == [A, C].into()
}

fn a_change_begins_before_an_entry_of_the_term_is_committed(waived: RuleSet) -> bool {
    let mut a = Server::with(of_three(waived), A, 0, &[]);
    a.elect();
    a.input(change(1, &[A, B], &[]));
    a.node.membership().is_joint()
}

fn a_new_server_without_a_log_becomes_a_voter(waived: RuleSet) -> bool {
    let mut a = leader(of_three(waived));
    a.input(change(1, &[A, B, C, D], &[]));
    a.node.membership().is_voter(D)
}

fn the_target_takes_effect_without_the_old_majority(waived: RuleSet) -> bool {
    let mut a = leader(Config { waived, ..config(5) });
    a.input(change(1, &[A], &[]));
    a.answers().iter().any(|(_, answer)| matches!(answer, Answer::Committed(_)))
}

fn an_acknowledgement_from_before_a_removal_counts(waived: RuleSet) -> bool {
    let mut cluster = Cluster::led_by(A, &of_three(waived), 1);
    cluster.input(A, change(1, &[A, B, C], &[D]));
    let late = matched(1, 2);
    cluster.input(A, change(2, &[A, B, C], &[]));
    cluster.cut_off(D);
    cluster.input(A, change(3, &[A, B, C], &[D]));
    cluster[A].deliver(D, late);
    cluster[A].node.progress(D).unwrap().match_index == LogIndex(2)
}

fn a_live_leader_is_deposed(waived: RuleSet) -> bool {
    let mut b = Server::with(Config { check_quorum: true, ..of_three(waived) }, B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.deliver(C, vote_request(2, at(0, 0)));
    b.node.term() == Term(2)
}

fn an_old_snapshot_rewinds_the_state_machine(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[1, 1, 1]);
    b.deliver(A, append(1, at(1, 3), &[], 3));
    b.deliver(A, snapshot(1, at(1, 2)));
    b.node.last_applied() == LogIndex(2)
}

fn a_snapshot_loses_acknowledged_entries(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[1, 1, 1]);
    b.deliver(A, snapshot(1, at(1, 2)));
    b.node.log().last() == at(1, 2)
}

fn a_snapshot_keeps_conflicting_entries(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 2, &[1, 1, 1]);
    b.deliver(A, snapshot(2, at(2, 2)));
    b.node.log().last() == at(1, 3)
}

fn compacted_entries_are_treated_as_a_conflict(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[1, 1, 1]);
    b.deliver(A, append(1, at(1, 3), &[], 2));
    b.input(Input::Compact { index: LogIndex(2), data: b"state".as_slice().into() });
    b.deliver(A, append(1, at(0, 0), &log(&[1]), 0));
    b.node.log().last() == at(1, 2)
}

fn proposals_are_accepted_during_a_transfer(waived: RuleSet) -> bool {
    let mut a = leader(of_three(waived));
    a.input(Input::Transfer { to: B });
    a.propose(1);
    a.terms() == [1, 1]
}

fn timeout_now_counts_from_any_node(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.deliver(C, message(1, Body::TimeoutNow));
    matches!(b.node.role(), Role::Candidate { .. })
}

fn a_refused_pre_vote_hides_the_newer_term(waived: RuleSet) -> bool {
    let mut b = Server::waiving(waived, B, 5, &[]);
    b.forget();
    b.deliver(A, message(3, Body::PreVote { last: at(0, 0), request: request(1) }));
    b.answer().term == Term(3)
}

fn an_answer_to_an_earlier_incarnation_counts(waived: RuleSet) -> bool {
    let config = Config { requests: RequestMode::Forward, ..of_three(waived) };
    let mut b = Server::with(config, B, 1, &[]);
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.read(1);
    let mut b = b.restart();
    b.deliver(A, append(1, at(0, 0), &[], 0));
    b.read(1);
    b.deliver(
        A,
        message(1, Body::ReadIndexReply { request: request(1), index: Some(LogIndex(0)) }),
    );
    !b.read_answers().is_empty()
}

fn a_leader_reads_before_it_has_committed_in_its_term(waived: RuleSet) -> bool {
    let mut a = Server::with(of_three(waived), A, 1, &[1]);
    a.elect();
    a.read(1);
    let outcome = AppendOutcome::Mismatched { previous: LogIndex(1), hint: at(0, 0) };
    a.deliver(B, message(2, Body::AppendEntriesReply { outcome, round: Round(9) }));
    !a.read_answers().is_empty()
}

fn a_leader_reads_without_a_confirming_round(waived: RuleSet) -> bool {
    let mut a = leader(of_three(waived));
    a.read(1);
    !a.read_answers().is_empty()
}

fn with_lease(waived: RuleSet) -> Config {
    let reads = ReadMode::Lease { drift_permille: 100 };
    Config { reads, check_quorum: true, ..of_three(waived) }
}

fn a_leader_reads_after_its_lease_expired(waived: RuleSet) -> bool {
    let mut a = leader(with_lease(waived));
    a.wait(140);
    a.read(1);
    !a.read_answers().is_empty()
}

fn a_leader_reads_by_lease_during_a_transfer(waived: RuleSet) -> bool {
    let mut a = leader(with_lease(waived));
    a.input(Input::Transfer { to: B });
    a.read(1);
    !a.read_answers().is_empty()
}
