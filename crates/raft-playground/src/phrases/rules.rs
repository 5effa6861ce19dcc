//! What each rule of the protocol says, in one sentence.

use raft_sim::raft_core::Rule;

use super::vocabulary;
use crate::text::{Sentence, say};

/// Where a rule is stated: `§5.2`.
pub(crate) fn section(rule: Rule) -> Sentence {
    vocabulary::section(rule.section()).expect("every rule is stated somewhere")
}

/// The rule as a sentence.
pub(crate) fn rule(rule: Rule) -> Sentence {
    match rule {
        Rule::CurrentTerm => say::rule_current_term(),
        Rule::VoteSurvivesStepDown => say::rule_vote_survives_step_down(),
        Rule::OneVotePerTerm => say::rule_one_vote_per_term(),
        Rule::CountGrantedVotes => say::rule_count_granted_votes(),
        Rule::OneLeaderPerTerm => say::rule_one_leader_per_term(),
        Rule::ConsistencyCheck => say::rule_consistency_check(),
        Rule::TruncateOnlyConflicts => say::rule_truncate_only_conflicts(),
        Rule::TruncateConflicts => say::rule_truncate_conflicts(),
        Rule::CommitVerifiedPrefix => say::rule_commit_verified_prefix(),
        Rule::CreditWhatIsAnswered => say::rule_credit_what_is_answered(),
        Rule::ApplyCommitted => say::rule_apply_committed(),
        Rule::UpToDateLog => say::rule_up_to_date_log(),
        Rule::CommitOwnTerm => say::rule_commit_own_term(),
        Rule::KeepCommitted => say::rule_keep_committed(),
        Rule::MembershipOnAppend => say::rule_membership_on_append(),
        Rule::MembershipRollsBack => say::rule_membership_rolls_back(),
        Rule::OnlyVotersStand => say::rule_only_voters_stand(),
        Rule::AnyMemberVotes => say::rule_any_member_votes(),
        Rule::CountOnlyVoters => say::rule_count_only_voters(),
        Rule::OneChangeAtATime => say::rule_one_change_at_a_time(),
        Rule::OwnTermBeforeChange => say::rule_own_term_before_change(),
        Rule::CatchUpFirst => say::rule_catch_up_first(),
        Rule::JointConsensus => say::rule_joint_consensus(),
        Rule::CurrentProgress => say::rule_current_progress(),
        Rule::LeaderAlive => say::rule_leader_alive(),
        Rule::SnapshotNotOlder => say::rule_snapshot_not_older(),
        Rule::SnapshotKeepsSuffix => say::rule_snapshot_keeps_suffix(),
        Rule::SnapshotDropsConflict => say::rule_snapshot_drops_conflict(),
        Rule::CompactedMatches => say::rule_compacted_matches(),
        Rule::NothingDuringTransfer => say::rule_nothing_during_transfer(),
        Rule::TransferFromLeader => say::rule_transfer_from_leader(),
        Rule::PreVoteSpreadsTerm => say::rule_pre_vote_spreads_term(),
        Rule::CurrentRequest => say::rule_current_request(),
        Rule::ReadAfterOwnTerm => say::rule_read_after_own_term(),
        Rule::ReadAfterRound => say::rule_read_after_round(),
        Rule::LeaseWithinDrift => say::rule_lease_within_drift(),
        Rule::NoLeaseDuringTransfer => say::rule_no_lease_during_transfer(),
    }
}
