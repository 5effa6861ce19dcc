//! Bugs that real systems had, as mutants of a trial: a mutant waives rules or injects a bug. The
//! check of the property that it violates must find it.

use raft_core::Rule;

use super::needs::Need::{
    self, AtLeastThreeNodes, CheckQuorum, Crashes, EvenNodes, ExactlyThreeNodes, FixedMembership,
    ForwardedRequests, FrequentElections, FrequentFaults, FrequentRequests, InaccurateClocks,
    IsolatedTransfers, Leases, Loss, NoCheckQuorum, Partitions, PreVote, Reconfigurations,
    ReorderedMessages, Replacements, Rounds, SlowLinks, SmallMessages, Snapshots, Spares,
};
use super::plan::Plan;
use crate::checks::Property;
use crate::injected_bugs::InjectedBugs;
use crate::scenario::MAX_NODES;

/// A bug that a real system had.
#[derive(Clone, Copy, Debug)]
pub struct Mutant {
    /// The number of the bug in MUTANTS.md, with a letter if several mutants share it: `6a`.
    pub key: &'static str,
    /// What the system does wrong.
    pub name: &'static str,
    /// The property that the bug violates.
    pub violates: Property,
    waived: &'static [Rule],
    /// Other rules that would hide the bug. Waiving them alone does not violate the property.
    hidden_by: &'static [Rule],
    inject: fn(&mut InjectedBugs),
    needs: &'static [Need],
    adjust: fn(&mut Plan),
}

impl PartialEq for Mutant {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Mutant {}

const fn mutant(key: &'static str, name: &'static str) -> Mutant {
    Mutant {
        key,
        name,
        violates: Property::ElectionSafety,
        waived: &[],
        hidden_by: &[],
        inject: |_| {},
        needs: &[AtLeastThreeNodes, Partitions],
        adjust: |_| {},
    }
}

impl Mutant {
    /// All mutants in the order of their numbers.
    pub const ALL: &'static [Self] = &[
        mutant("1", "an entry of an older term is committed by counting copies")
            .violates(Property::LeaderCompleteness)
            .waives(&[Rule::CommitOwnTerm])
            .needs(&[
                ExactlyThreeNodes,
                NoCheckQuorum,
                Partitions,
                FrequentElections,
                SmallMessages,
                FrequentFaults,
            ]),
        mutant("2", "votes are not durable")
            .violates(Property::ElectionSafety)
            .injects(|bugs| bugs.votes_not_durable = true)
            .needs(&[ExactlyThreeNodes, Crashes, FrequentElections, NoCheckQuorum, FrequentFaults]),
        mutant("3", "a node replies and counts its own copy before the disk write")
            .violates(Property::StateMachineSafety)
            .injects(|bugs| bugs.hasty_promises = true)
            .hidden_by(&[Rule::KeepCommitted])
            .needs(&[AtLeastThreeNodes, Crashes, Partitions]),
        // A candidate that yields can do no harm with its vote: the candidates that could use it
        // need further votes, which are final. A leader could, but it has an entry that no other
        // candidate of its term has, so its second vote needs another bug.
        mutant("4", "stepping down erases the vote of the current term")
            .violates(Property::ElectionSafety)
            .waives(&[Rule::VoteSurvivesStepDown])
            .hidden_by(&[Rule::UpToDateLog])
            .needs(&[
                ExactlyThreeNodes,
                FixedMembership,
                CheckQuorum,
                Crashes,
                Partitions,
                FrequentElections,
                FrequentFaults,
            ]),
        mutant("5", "a voter ignores the candidate's log")
            .violates(Property::LeaderCompleteness)
            .waives(&[Rule::UpToDateLog]),
        mutant("6a", "a refused vote counts as granted")
            .violates(Property::ElectionSafety)
            .waives(&[Rule::CountGrantedVotes]),
        mutant("6b", "replies from older terms count")
            .violates(Property::ElectionSafety)
            .waives(&[Rule::CurrentTerm])
            .needs(&[ExactlyThreeNodes, ReorderedMessages, FrequentElections, FrequentFaults]),
        mutant("7", "a follower commits entries that its leader has not confirmed")
            .violates(Property::StateMachineSafety)
            .waives(&[Rule::CommitVerifiedPrefix])
            .needs(&[
                ExactlyThreeNodes,
                Partitions,
                FrequentElections,
                ReorderedMessages,
                SmallMessages,
                FrequentRequests,
                FrequentFaults,
            ]),
        mutant("8", "every AppendEntries truncates the log, even a stale one")
            .violates(Property::LeaderCompleteness)
            .waives(&[Rule::TruncateOnlyConflicts])
            .hidden_by(&[Rule::KeepCommitted])
            .needs(&[AtLeastThreeNodes, Partitions, ReorderedMessages]),
        mutant("9", "conflicting entries are kept")
            .violates(Property::LogMatching)
            .waives(&[Rule::TruncateConflicts]),
        mutant("10", "entries that a snapshot has replaced count as a conflict")
            .violates(Property::LeaderCompleteness)
            .waives(&[Rule::CompactedMatches])
            .hidden_by(&[Rule::KeepCommitted])
            .needs(&[AtLeastThreeNodes, Partitions, Snapshots, ReorderedMessages]),
        mutant("11", "a stale reply raises matchIndex")
            .violates(Property::StateMachineSafety)
            .waives(&[Rule::CreditWhatIsAnswered])
            .hidden_by(&[Rule::KeepCommitted])
            .needs(&[AtLeastThreeNodes, Partitions, ReorderedMessages, FrequentElections]),
        mutant("12", "half of the voters are a quorum")
            .violates(Property::StateMachineSafety)
            .injects(|bugs| bugs.half_is_enough = true)
            .hidden_by(&[Rule::KeepCommitted])
            .needs(&[EvenNodes, Partitions]),
        mutant("13", "learners and removed nodes count towards a quorum")
            .violates(Property::QuorumsMeet)
            .waives(&[Rule::CountOnlyVoters])
            .needs(&[AtLeastThreeNodes, Partitions, Reconfigurations]),
        mutant("14", "a stale snapshot rewinds the state machine")
            .violates(Property::StateMachineSafety)
            .waives(&[Rule::SnapshotNotOlder])
            .needs(&[AtLeastThreeNodes, Snapshots, ReorderedMessages]),
        mutant("15", "a log that conflicts with a snapshot is kept")
            .violates(Property::LogMatching)
            .waives(&[Rule::SnapshotDropsConflict])
            .needs(&[AtLeastThreeNodes, Partitions, Snapshots, FrequentRequests]),
        mutant(
            "16",
            "the membership changes in one step, before an entry of the term is committed",
        )
        .violates(Property::QuorumsMeet)
        .waives(&[Rule::JointConsensus, Rule::OwnTermBeforeChange])
        .hidden_by(&[Rule::CatchUpFirst])
        .needs(&[AtLeastThreeNodes, Partitions, Reconfigurations]),
        mutant("17", "a candidate uses a membership older than the newest in its log")
            .violates(Property::ElectionSafety)
            .waives(&[Rule::MembershipOnAppend])
            .needs(&[AtLeastThreeNodes, Partitions, Reconfigurations]),
        mutant("18", "a learner that became a voter refuses to vote")
            .violates(Property::Liveness)
            .waives(&[Rule::AnyMemberVotes])
            .needs(&[Spares, Partitions, Reconfigurations]),
        mutant("19", "a node that refuses a pre-vote does not report its newer term")
            .violates(Property::Liveness)
            .waives(&[Rule::PreVoteSpreadsTerm])
            .needs(&[AtLeastThreeNodes, Partitions, PreVote]),
        mutant("20", "nodes start elections without a pre-vote")
            .violates(Property::StableLeadership)
            .needs(&[AtLeastThreeNodes, PreVote])
            .adjusts(|plan| plan.scenario.pre_vote = false),
        mutant("21a", "a leader answers reads before it has committed an entry of its own term")
            .violates(Property::Linearizability)
            .waives(&[Rule::ReadAfterOwnTerm])
            .needs(&[AtLeastThreeNodes, Partitions, Crashes, Rounds]),
        mutant("21b", "a leader answers reads without a heartbeat round")
            .violates(Property::Linearizability)
            .waives(&[Rule::ReadAfterRound])
            .needs(&[AtLeastThreeNodes, Partitions, Rounds]),
        // More than a lease allows for.
        mutant("22a", "a leader answers reads under a lease that ignores clock drift")
            .violates(Property::Linearizability)
            .waives(&[Rule::LeaseWithinDrift])
            .needs(&[
                AtLeastThreeNodes,
                Partitions,
                Leases,
                InaccurateClocks,
                FrequentRequests,
                FrequentElections,
            ])
            .adjusts(|plan| plan.clock_error_permille = 500),
        mutant("22b", "a leader answers reads under a lease after a leadership transfer")
            .violates(Property::Linearizability)
            .waives(&[Rule::NoLeaseDuringTransfer])
            .needs(&[ExactlyThreeNodes, Partitions, Leases, IsolatedTransfers, FrequentFaults]),
        mutant("23", "every node answers reads from its own state machine")
            .violates(Property::Linearizability)
            .injects(|bugs| bugs.local_reads = true),
        mutant("24", "a retried request is applied again")
            .violates(Property::ExactlyOnce)
            .injects(|bugs| bugs.retries_applied = true)
            .needs(&[AtLeastThreeNodes, Loss]),
        // Other nodes hold everything that it had acknowledged when its removal is committed, so no
        // commit is too early. But the leader never sends it the entries with which it is credited.
        // If it had to catch up first, it would stay a learner, which no decision waits for.
        mutant("25", "old acknowledgements count for a node that was removed and added again")
            .violates(Property::Liveness)
            .waives(&[Rule::CurrentProgress])
            .hidden_by(&[Rule::CatchUpFirst])
            .needs(&[ExactlyThreeNodes, CheckQuorum, Replacements]),
        mutant("26", "entries are applied before they are committed")
            .violates(Property::StateMachineSafety)
            .waives(&[Rule::ApplyCommitted, Rule::CommitVerifiedPrefix])
            .hidden_by(&[Rule::KeepCommitted]),
        mutant("27", "a node accepts an answer to a request from before its restart")
            .violates(Property::Linearizability)
            .waives(&[Rule::CurrentRequest])
            .needs(&[ExactlyThreeNodes, Rounds, ForwardedRequests, SlowLinks, FrequentFaults]),
    ];

    const fn violates(self, violates: Property) -> Self {
        Self { violates, ..self }
    }

    const fn waives(self, waived: &'static [Rule]) -> Self {
        Self { waived, ..self }
    }

    const fn hidden_by(self, hidden_by: &'static [Rule]) -> Self {
        Self { hidden_by, ..self }
    }

    const fn injects(self, inject: fn(&mut InjectedBugs)) -> Self {
        Self { inject, ..self }
    }

    const fn needs(self, needs: &'static [Need]) -> Self {
        Self { needs, ..self }
    }

    const fn adjusts(self, adjust: fn(&mut Plan)) -> Self {
        Self { adjust, ..self }
    }

    /// The same mutant without its bug: it only waives the rules that would hide the bug.
    #[must_use]
    pub const fn without_bug(self) -> Self {
        self.waives(&[]).injects(|_| {}).adjusts(|_| {})
    }

    /// Gives a plan everything that the bug needs to show.
    pub(super) fn provide(self, plan: &mut Plan) {
        for need in self.needs {
            need.provide(plan);
        }
        let scenario = &mut plan.scenario;
        scenario.spares = scenario.spares.min(MAX_NODES - scenario.nodes);
    }

    /// Adds the bug to a plan.
    pub(super) fn apply_to(self, plan: &mut Plan) {
        let scenario = &mut plan.scenario;
        scenario.waived = self.waived.iter().chain(self.hidden_by).copied().collect();
        (self.inject)(&mut scenario.injected_bugs);
        (self.adjust)(plan);
    }
}
