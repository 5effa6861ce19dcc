//! What each rule of the protocol says, in one sentence.

use raft_sim::raft_core::Rule;

use super::vocabulary;
use crate::text::{Sentence, say};

/// The rule, as one would say it to somebody who reads the paper beside it.
pub(crate) fn rule_sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::CurrentTerm => "What was said in an older term no longer counts.",
        Rule::VoteSurvivesStepDown => "A vote stays given for its whole term.",
        Rule::OneVotePerTerm => "A node gives one vote in a term, to whoever asks first.",
        Rule::CountGrantedVotes => "Only a vote that was given is counted.",
        Rule::OneLeaderPerTerm => "A leader takes entries from nobody in its own term.",
        Rule::ConsistencyCheck => {
            "Entries are taken only if the one before them is the same in both logs."
        }
        Rule::TruncateOnlyConflicts => "Only entries that conflict with the leader’s are removed.",
        Rule::TruncateConflicts => "Entries that conflict with the leader’s are removed.",
        Rule::CommitVerifiedPrefix => {
            "A follower commits only as far as this leader has shown its log to agree."
        }
        Rule::CreditWhatIsAnswered => {
            "A follower is known to hold what its answer covers, and no more."
        }
        Rule::ApplyCommitted => "Only committed entries reach the state machine.",
        Rule::UpToDateLog => "A vote goes only to a log that is at least as up-to-date.",
        Rule::CommitOwnTerm => "A leader counts copies only for entries of its own term.",
        Rule::KeepCommitted => "What is committed is never removed.",
        Rule::MembershipOnAppend => "A membership is in effect as soon as it is in the log.",
        Rule::MembershipRollsBack => "A membership that left the log is no longer in effect.",
        Rule::OnlyVotersStand => "Only voters stand for election.",
        Rule::AnyMemberVotes => {
            "A node votes even if its own log, which may be behind, does not make it a voter."
        }
        Rule::CountOnlyVoters => "Only voters count: neither learners nor who has left.",
        Rule::OneChangeAtATime => "Memberships change one at a time.",
        Rule::OwnTermBeforeChange => {
            "A leader changes the membership only after it has committed an entry of its own term."
        }
        Rule::CatchUpFirst => "Newcomers catch up before they count.",
        Rule::JointConsensus => "Voters come and go by way of a joint membership.",
        Rule::CurrentProgress => {
            "An acknowledgement counts only if it is of the follower’s present stay."
        }
        Rule::LeaderAlive => "While a leader is alive, nobody helps to depose it.",
        Rule::SnapshotNotOlder => "A snapshot of less than what is committed changes nothing.",
        Rule::SnapshotKeepsSuffix => {
            "Entries after a snapshot stay if the log agrees with the snapshot."
        }
        Rule::SnapshotDropsConflict => "A log that disagrees with a snapshot is dropped.",
        Rule::CompactedMatches => "What a snapshot has replaced is known to agree.",
        Rule::NothingDuringTransfer => "While it hands over, a leader takes nothing new.",
        Rule::TransferFromLeader => "Only its own leader can tell a node to stand at once.",
        Rule::PreVoteSpreadsTerm => "Whoever refuses its support tells the newer term.",
        Rule::CurrentRequest => {
            "An answer counts only if the node still waits for it: not after a newer question, a \
             newer term, or a restart."
        }
        Rule::ReadAfterOwnTerm => {
            "A leader reads only after it has committed an entry of its own term."
        }
        Rule::ReadAfterRound => {
            "A leader reads only after a majority has confirmed that it still leads."
        }
        Rule::LeaseWithinDrift => {
            "A lease is shorter than the election timeout by what clocks may drift."
        }
        Rule::NoLeaseDuringTransfer => "A leader that handed over has no lease in that term.",
    }
}

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
