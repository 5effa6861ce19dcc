//! Bugs that real systems had, each of which can be injected: a rule is switched off, or a value is
//! wrong. The property that a bug violates must find it.

use raft_core::{Micros, ReadMode, RequestMode, Rule};

use super::plan::Plan;
use crate::checks::Property;
use crate::injected_bugs::InjectedBugs;
use crate::scenario::MAX_NODES;

/// A mistake that real systems made.
#[derive(Clone, Copy, Debug)]
pub struct Mutant {
    /// Its number among them.
    pub number: u8,
    /// A letter, where one number stands for several mistakes.
    pub letter: char,
    /// What is done wrong.
    pub name: &'static str,
    /// What that violates.
    pub violates: Property,
    rules: &'static [Rule],
    /// Guards that would hide the mistake. Switched off alone, they do not violate the same.
    hidden_by: &'static [Rule],
    mistakes: fn(&mut InjectedBugs),
    needs: &'static [Need],
    adjusts: fn(&mut Plan),
}

impl PartialEq for Mutant {
    fn eq(&self, other: &Self) -> bool {
        (self.number, self.letter) == (other.number, other.letter)
    }
}

impl Eq for Mutant {}

/// What a cluster must do for a mistake to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Need {
    /// An even number of nodes.
    EvenNodes,
    /// More than two nodes.
    ThreeNodes,
    /// No more nodes than three: then one of them decides.
    Trio,
    /// Nodes that can join.
    Spares,
    /// Snapshots of short logs.
    Snapshots,
    /// Changes of membership.
    Reconfigurations,
    /// Nodes that ask before they stand.
    PreVote,
    /// Nodes that crash.
    Crashes,
    /// Links that are cut.
    Partitions,
    /// Messages that overtake one another, or come twice.
    Disorder,
    /// Reads by leases.
    Leases,
    /// Clocks that go wrong.
    WrongClocks,
    /// Leaders that hand over and hear of nothing more.
    LonelyHandOvers,
    /// Reads by rounds.
    Rounds,
    /// Links that lose messages.
    Loss,
    /// Faults that follow one another quickly.
    Turmoil,
    /// Messages of one entry each.
    SmallMessages,
    /// Nodes that help whoever stands.
    NoCheckQuorum,
    /// Leaders that step down if nobody answers.
    CheckQuorum,
    /// Clients that ask for much, all about one thing.
    Busy,
    /// Servers that take the place of others under their names.
    Replacements,
    /// Elections at any time.
    Elections,
    /// The same members all the time.
    FixedMembership,
    /// Nodes that pass on what they are asked.
    Forwarding,
    /// Links that suddenly take long in one direction.
    SlowLinks,
}

/// What a mutant is made of, but for what most are not.
const NONE: Mutant = Mutant {
    number: 0,
    letter: ' ',
    name: "",
    violates: Property::ElectionSafety,
    rules: &[],
    hidden_by: &[],
    mistakes: |_| {},
    needs: &[Need::ThreeNodes, Need::Partitions],
    adjusts: |_| {},
};

impl Mutant {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Self] = &[
        Self {
            number: 1,
            name: "an entry of an older term is committed by counting copies",
            violates: Property::LeaderCompleteness,
            rules: &[Rule::CommitOwnTerm],
            needs: &[
                Need::Trio,
                Need::NoCheckQuorum,
                Need::Partitions,
                Need::Elections,
                Need::SmallMessages,
                Need::Turmoil,
            ],
            ..NONE
        },
        Self {
            number: 2,
            name: "votes are not durable",
            violates: Property::ElectionSafety,
            mistakes: |mistakes| mistakes.votes_not_durable = true,
            needs: &[
                Need::Trio,
                Need::Crashes,
                Need::Elections,
                Need::NoCheckQuorum,
                Need::Turmoil,
            ],
            ..NONE
        },
        Self {
            number: 3,
            name: "a node replies and counts its own copy before the disk write",
            violates: Property::StateMachineSafety,
            hidden_by: &[Rule::KeepCommitted],
            mistakes: |mistakes| mistakes.hasty_promises = true,
            needs: &[Need::ThreeNodes, Need::Crashes, Need::Partitions],
            ..NONE
        },
        Self {
            number: 4,
            // A candidate that yields can do no harm with its vote: those who could use it need
            // votes of nodes that gave theirs away for good. A leader can, but it holds an entry
            // that no other candidate of its term has, so its second vote takes another mistake.
            name: "stepping down erases the vote of the current term",
            violates: Property::ElectionSafety,
            rules: &[Rule::VoteSurvivesStepDown],
            hidden_by: &[Rule::UpToDateLog],
            needs: &[
                Need::Trio,
                Need::FixedMembership,
                Need::CheckQuorum,
                Need::Crashes,
                Need::Partitions,
                Need::Elections,
                Need::Turmoil,
            ],
            ..NONE
        },
        Self {
            number: 5,
            name: "a voter ignores the candidate's log",
            violates: Property::LeaderCompleteness,
            rules: &[Rule::UpToDateLog],
            ..NONE
        },
        Self {
            number: 6,
            letter: 'a',
            name: "a refused vote counts as granted",
            violates: Property::ElectionSafety,
            rules: &[Rule::CountGrantedVotes],
            ..NONE
        },
        Self {
            number: 6,
            letter: 'b',
            name: "replies from older terms count",
            violates: Property::ElectionSafety,
            rules: &[Rule::CurrentTerm],
            needs: &[Need::Trio, Need::Disorder, Need::Elections, Need::Turmoil],
            ..NONE
        },
        Self {
            number: 7,
            name: "a follower commits entries that its leader has not confirmed",
            violates: Property::StateMachineSafety,
            rules: &[Rule::CommitVerifiedPrefix],
            needs: &[
                Need::Trio,
                Need::Partitions,
                Need::Elections,
                Need::Disorder,
                Need::SmallMessages,
                Need::Busy,
                Need::Turmoil,
            ],
            ..NONE
        },
        Self {
            number: 8,
            name: "every AppendEntries truncates the log, even a stale one",
            violates: Property::LeaderCompleteness,
            rules: &[Rule::TruncateOnlyConflicts],
            hidden_by: &[Rule::KeepCommitted],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Disorder],
            ..NONE
        },
        Self {
            number: 9,
            name: "conflicting entries are kept",
            violates: Property::LogMatching,
            rules: &[Rule::TruncateConflicts],
            ..NONE
        },
        Self {
            number: 10,
            name: "entries that a snapshot has replaced count as a conflict",
            violates: Property::LeaderCompleteness,
            rules: &[Rule::CompactedMatches],
            hidden_by: &[Rule::KeepCommitted],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Snapshots, Need::Disorder],
            ..NONE
        },
        Self {
            number: 11,
            name: "a stale reply raises matchIndex",
            violates: Property::StateMachineSafety,
            rules: &[Rule::CreditWhatIsAnswered],
            hidden_by: &[Rule::KeepCommitted],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Disorder, Need::Elections],
            ..NONE
        },
        Self {
            number: 12,
            name: "half of the voters are a quorum",
            violates: Property::StateMachineSafety,
            mistakes: |mistakes| mistakes.half_is_enough = true,
            hidden_by: &[Rule::KeepCommitted],
            needs: &[Need::EvenNodes, Need::Partitions],
            ..NONE
        },
        Self {
            number: 13,
            name: "learners and removed nodes count towards a quorum",
            violates: Property::QuorumsMeet,
            rules: &[Rule::CountOnlyVoters],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Reconfigurations],
            ..NONE
        },
        Self {
            number: 14,
            name: "a stale snapshot rewinds the state machine",
            violates: Property::StateMachineSafety,
            rules: &[Rule::SnapshotNotOlder],
            needs: &[Need::ThreeNodes, Need::Snapshots, Need::Disorder],
            ..NONE
        },
        Self {
            number: 15,
            name: "a log that conflicts with a snapshot is kept",
            violates: Property::LogMatching,
            rules: &[Rule::SnapshotDropsConflict],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Snapshots, Need::Busy],
            ..NONE
        },
        Self {
            number: 16,
            name: "the membership changes in one step, before an entry of the term is committed",
            violates: Property::QuorumsMeet,
            rules: &[Rule::JointConsensus, Rule::OwnTermBeforeChange],
            hidden_by: &[Rule::CatchUpFirst],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Reconfigurations],
            ..NONE
        },
        Self {
            number: 17,
            name: "a candidate uses a membership older than the newest in its log",
            violates: Property::ElectionSafety,
            rules: &[Rule::MembershipOnAppend],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Reconfigurations],
            ..NONE
        },
        Self {
            number: 18,
            name: "a learner that became a voter refuses to vote",
            violates: Property::Liveness,
            rules: &[Rule::AnyMemberVotes],
            needs: &[Need::Spares, Need::Partitions, Need::Reconfigurations],
            ..NONE
        },
        Self {
            number: 19,
            name: "a node that refuses a pre-vote does not report its newer term",
            violates: Property::Liveness,
            rules: &[Rule::PreVoteSpreadsTerm],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::PreVote],
            ..NONE
        },
        Self {
            number: 20,
            name: "nodes start elections without a pre-vote",
            violates: Property::StableLeadership,
            needs: &[Need::ThreeNodes, Need::PreVote],
            adjusts: |plan| plan.scenario.pre_vote = false,
            ..NONE
        },
        Self {
            number: 21,
            letter: 'a',
            name: "a leader answers reads before it has committed an entry of its own term",
            violates: Property::Linearizability,
            rules: &[Rule::ReadAfterOwnTerm],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Crashes, Need::Rounds],
            ..NONE
        },
        Self {
            number: 21,
            letter: 'b',
            name: "a leader answers reads without a heartbeat round",
            violates: Property::Linearizability,
            rules: &[Rule::ReadAfterRound],
            needs: &[Need::ThreeNodes, Need::Partitions, Need::Rounds],
            ..NONE
        },
        Self {
            number: 22,
            letter: 'a',
            name: "a leader answers reads under a lease that ignores clock drift",
            violates: Property::Linearizability,
            rules: &[Rule::LeaseWithinDrift],
            needs: &[
                Need::ThreeNodes,
                Need::Partitions,
                Need::Leases,
                Need::WrongClocks,
                Need::Busy,
                Need::Elections,
            ],
            // More than a lease allows for.
            adjusts: |plan| plan.clock_error_permille = 500,
            ..NONE
        },
        Self {
            number: 22,
            letter: 'b',
            name: "a leader answers reads under a lease after a leadership transfer",
            violates: Property::Linearizability,
            rules: &[Rule::NoLeaseDuringTransfer],
            needs: &[
                Need::Trio,
                Need::Partitions,
                Need::Leases,
                Need::LonelyHandOvers,
                Need::Turmoil,
            ],
            ..NONE
        },
        Self {
            number: 23,
            name: "every node answers reads from its own state machine",
            violates: Property::Linearizability,
            mistakes: |mistakes| mistakes.local_reads = true,
            ..NONE
        },
        Self {
            number: 24,
            name: "a retried request is applied again",
            violates: Property::ExactlyOnce,
            mistakes: |mistakes| mistakes.retries_applied = true,
            needs: &[Need::ThreeNodes, Need::Loss],
            ..NONE
        },
        Self {
            number: 25,
            // Whatever it had acknowledged is held by others when its removal is committed, so
            // this commits nothing too early; but what it is credited with it is never sent. One
            // that must catch up first stays a learner then, which nobody waits for.
            name: "old acknowledgements count for a node that was removed and added again",
            violates: Property::Liveness,
            rules: &[Rule::CurrentProgress],
            hidden_by: &[Rule::CatchUpFirst],
            needs: &[Need::Trio, Need::CheckQuorum, Need::Replacements],
            ..NONE
        },
        Self {
            number: 26,
            name: "entries are applied before they are committed",
            violates: Property::StateMachineSafety,
            rules: &[Rule::ApplyCommitted, Rule::CommitVerifiedPrefix],
            hidden_by: &[Rule::KeepCommitted],
            ..NONE
        },
        Self {
            number: 27,
            name: "a node accepts an answer to a request from before its restart",
            violates: Property::Linearizability,
            rules: &[Rule::CurrentRequest],
            needs: &[Need::Trio, Need::Rounds, Need::Forwarding, Need::SlowLinks, Need::Turmoil],
            ..NONE
        },
    ];

    /// Number and letter, as the command line and the table name it: `6a`.
    pub fn key(&self) -> String {
        format!("{}{}", self.number, self.letter).trim_end().to_owned()
    }

    /// The same without the mistake: only what would hide it is switched off.
    #[must_use]
    pub const fn without_mistake(self) -> Self {
        Self { rules: NONE.rules, mistakes: NONE.mistakes, adjusts: NONE.adjusts, ..self }
    }

    /// Gives a plan what the mistake needs to show itself.
    pub(super) fn provide(self, plan: &mut Plan) {
        let Plan { scenario, faults, .. } = plan;
        for need in self.needs {
            match need {
                Need::EvenNodes => scenario.nodes = scenario.nodes.div_ceil(2) * 2,
                Need::ThreeNodes => scenario.nodes = scenario.nodes.max(3),
                Need::Trio => scenario.nodes = 3,
                Need::Spares => scenario.spares = scenario.spares.max(2),
                Need::Snapshots => {
                    scenario.compact_after = scenario.compact_after.or(Some(5));
                    faults.snapshots = true;
                }
                Need::Reconfigurations => faults.reconfigurations = true,
                Need::PreVote => scenario.pre_vote = true,
                Need::Crashes => faults.crashes = true,
                Need::Partitions => faults.partitions = true,
                Need::Disorder => {
                    let network = &mut scenario.network;
                    network.duplicate_permille = network.duplicate_permille.max(50);
                    network.reorder_permille = network.reorder_permille.max(50);
                }
                Need::Leases => scenario.reads = ReadMode::Lease { drift_permille: 100 },
                Need::WrongClocks => faults.clocks = true,
                Need::Rounds => scenario.reads = ReadMode::Round,
                Need::Turmoil => plan.fault_interval = Micros(plan.fault_interval.0 / 10),
                Need::SmallMessages => scenario.max_entries_per_message = 1,
                Need::NoCheckQuorum => {
                    scenario.reads = ReadMode::Round;
                    scenario.check_quorum = false;
                    scenario.pre_vote = false;
                    faults.reconfigurations = false;
                }
                Need::CheckQuorum => scenario.check_quorum = true,
                Need::LonelyHandOvers => faults.lonely_hand_overs = true,
                Need::Busy => {
                    plan.request_interval = Micros::from_millis(20);
                    plan.keys = 1;
                    scenario.clients = 3;
                }
                Need::Replacements => faults.replacements = true,
                Need::Elections => faults.timeouts = true,
                Need::Forwarding => scenario.requests = RequestMode::Forward,
                Need::SlowLinks => faults.slow_links = true,
                Need::FixedMembership => faults.reconfigurations = false,
                Need::Loss => {
                    let network = &mut scenario.network;
                    network.loss_permille = network.loss_permille.max(50);
                }
            }
        }
        scenario.spares = scenario.spares.min(MAX_NODES - scenario.nodes);
    }

    /// Makes the mistake.
    pub(super) fn apply_to(self, plan: &mut Plan) {
        let scenario = &mut plan.scenario;
        scenario.waived = self.rules.iter().chain(self.hidden_by).copied().collect();
        (self.mistakes)(&mut scenario.mistakes);
        (self.adjusts)(plan);
    }
}
