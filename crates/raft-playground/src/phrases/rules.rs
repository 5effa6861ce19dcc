//! What each rule of the protocol says, in one sentence.

use raft_sim::raft_core::Rule;

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
