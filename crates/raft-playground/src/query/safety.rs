//! Whether the guarantees of the protocol can be relied on, in a run with rules off, injected bugs
//! or disks that lose what they acknowledged.

use raft_sim::raft_core::{NodeId, ReadMode, Rule, RuleSet};
use raft_sim::{Command, InjectedBugs, Simulation, Time, TimedCommand};

/// Rules without which a term could have two leaders.
const ELECTIONS: &[Rule] =
    &[Rule::CurrentTerm, Rule::VoteSurvivesStepDown, Rule::OneVotePerTerm, Rule::CountGrantedVotes];

/// The same in a cluster whose members change.
const MEMBERS: &[Rule] = &[
    Rule::MembershipOnAppend,
    Rule::MembershipRollsBack,
    Rule::CountOnlyVoters,
    Rule::OneChangeAtATime,
    Rule::OwnTermBeforeChange,
    Rule::JointConsensus,
    Rule::CurrentProgress,
];

/// Further rules without which a committed entry could be lost.
const COMMITS: &[Rule] = &[
    Rule::OneLeaderPerTerm,
    Rule::ConsistencyCheck,
    Rule::TruncateOnlyConflicts,
    Rule::TruncateConflicts,
    Rule::CommitVerifiedPrefix,
    Rule::CreditWhatIsAnswered,
    Rule::ApplyCommitted,
    Rule::UpToDateLog,
    Rule::CommitOwnTerm,
    Rule::KeepCommitted,
    Rule::SnapshotNotOlder,
    Rule::SnapshotKeepsSuffix,
    Rule::SnapshotDropsConflict,
    Rule::CompactedMatches,
];

/// Further rules without which a read could be stale.
const READS: &[Rule] = &[
    Rule::LeaderAlive,
    Rule::NothingDuringTransfer,
    Rule::CurrentRequest,
    Rule::ReadAfterOwnTerm,
    Rule::ReadAfterRound,
    Rule::LeaseWithinDrift,
    Rule::NoLeaseDuringTransfer,
];

/// How far a guarantee can be relied on at an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Trust {
    /// It holds.
    Safe,
    /// A rule that protects it is off.
    RuleOff,
    /// Something in the run until then may have broken it.
    Unsure,
}

/// The rules that are off at an instant that has passed.
pub(crate) fn rules_off(simulation: &Simulation, at: Time) -> RuleSet {
    let off = simulation.run().scenario.waived;
    commands_until(simulation, at).fold(off, |off, timed| match timed.command {
        Command::Waive(rule) => off.with(rule),
        Command::Enforce(rule) => off.without(rule),
        _ => off,
    })
}

/// Whether a term has one leader only.
pub(crate) fn trust_in_elections(simulation: &Simulation, at: Time) -> Trust {
    trust(simulation, at, &[ELECTIONS])
}

/// Whether a node may forget a vote in its term.
pub(crate) fn votes_may_be_forgotten(simulation: &Simulation, at: Time) -> bool {
    let InjectedBugs { votes_not_durable, hasty_promises, .. } =
        simulation.run().scenario.injected_bugs;
    let off = rules_off(simulation, at);
    let forgetting = [Rule::VoteSurvivesStepDown, Rule::CurrentTerm];
    votes_not_durable || hasty_promises || forgetting.iter().any(|rule| off.contains(*rule))
}

/// Whether a committed entry stays.
pub(crate) fn trust_in_commits(simulation: &Simulation, at: Time) -> Trust {
    trust(simulation, at, &[ELECTIONS, COMMITS])
}

/// Whether a read returns what was written last.
pub(crate) fn reads_are_safe(simulation: &Simulation, at: Time) -> bool {
    let scenario = &simulation.run().scenario;
    // A lease counts on followers that vote for no other leader meanwhile, and on clocks.
    let lease_holds = match scenario.reads {
        ReadMode::Lease { .. } => {
            let turns_clock = |timed: &TimedCommand| {
                matches!(timed.command, Command::Clock { .. } | Command::ClockJump { .. })
            };
            scenario.check_quorum && !commands_until(simulation, at).any(turns_clock)
        }
        ReadMode::Round => true,
    };
    let trusted = trust(simulation, at, &[ELECTIONS, COMMITS]) == Trust::Safe
        && !rules_off(simulation, at).iter().any(|rule| READS.contains(&rule));
    trusted && lease_holds && !scenario.injected_bugs.local_reads
}

/// What may let a committed entry be lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Weakness {
    /// A rule is off, or was.
    Rule(Rule),
    /// A bug is injected.
    Bug,
    /// The disk of a node has lost what it had acknowledged.
    LostTail(NodeId),
}

/// What may let a committed entry be lost, if anything may.
pub(crate) fn weakness(simulation: &Simulation, at: Time) -> Option<Weakness> {
    let scenario = &simulation.run().scenario;
    let members_change = members_change(simulation, at);
    let protects = |rule: &Rule| {
        ELECTIONS.contains(rule)
            || COMMITS.contains(rule)
            || members_change && MEMBERS.contains(rule)
    };
    let switched = commands_until(simulation, at).filter_map(|timed| match timed.command {
        Command::Waive(rule) => Some(rule),
        _ => None,
    });
    let off = rules_off(simulation, at).iter().chain(scenario.waived.iter()).chain(switched);
    let InjectedBugs { votes_not_durable, hasty_promises, half_is_enough, .. } =
        scenario.injected_bugs;
    let lost = simulation.lost_tails().iter().find(|(lost_at, _)| *lost_at <= at);
    off.into_iter()
        .find(protects)
        .map(Weakness::Rule)
        .or((votes_not_durable || hasty_promises || half_is_enough).then_some(Weakness::Bug))
        .or(lost.map(|(_, node)| Weakness::LostTail(*node)))
}

/// What may make a read old.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReadWeakness {
    /// Any node answers from what it has applied.
    Local,
    /// A rule that protects reads is off.
    Rule(Rule),
    /// The leader relies on a lease, and on clocks that may differ or on followers that may elect
    /// another leader meanwhile.
    Lease,
    /// Committed entries may be lost, or a term may have two leaders.
    Log,
}

/// What may make a read old, if anything may.
pub(crate) fn read_weakness(simulation: &Simulation, at: Time) -> Option<ReadWeakness> {
    if reads_are_safe(simulation, at) {
        return None;
    }
    let scenario = &simulation.run().scenario;
    let mut off = rules_off(simulation, at).iter();
    Some(if scenario.injected_bugs.local_reads {
        ReadWeakness::Local
    } else if let Some(rule) = off.find(|rule| READS.contains(rule)) {
        ReadWeakness::Rule(rule)
    } else if weakness(simulation, at).is_none() && matches!(scenario.reads, ReadMode::Lease { .. })
    {
        ReadWeakness::Lease
    } else {
        ReadWeakness::Log
    })
}

fn members_change(simulation: &Simulation, at: Time) -> bool {
    commands_until(simulation, at).any(|timed| {
        matches!(
            timed.command,
            Command::Reconfigure { .. }
                | Command::Add(_)
                | Command::Remove(_)
                | Command::Replace { .. }
                | Command::Administer { .. }
        )
    })
}

fn trust(simulation: &Simulation, at: Time, protecting: &[&[Rule]]) -> Trust {
    let members_change = members_change(simulation, at);
    let protects = |rule: Rule| {
        protecting.iter().any(|rules| rules.contains(&rule))
            || members_change && MEMBERS.contains(&rule)
    };
    if rules_off(simulation, at).iter().any(protects) {
        return Trust::RuleOff;
    }
    let scenario = &simulation.run().scenario;
    let InjectedBugs { votes_not_durable, hasty_promises, half_is_enough, .. } =
        scenario.injected_bugs;
    let has_bug = votes_not_durable || hasty_promises || half_is_enough;
    // A log that lacks a committed membership may elect by the old one.
    let weakens = |rule| protects(rule) || members_change && COMMITS.contains(&rule);
    let broke =
        |timed: &TimedCommand| matches!(timed.command, Command::Waive(rule) if weakens(rule));
    let was_off = scenario.waived.iter().any(weakens);
    let lost_tail = simulation.lost_tails().iter().any(|(lost_at, _)| *lost_at <= at);
    if has_bug || was_off || lost_tail || commands_until(simulation, at).any(broke) {
        return Trust::Unsure;
    }
    Trust::Safe
}

/// The commands that were carried out until an instant, that instant included.
pub(crate) fn commands_until(
    simulation: &Simulation,
    at: Time,
) -> impl DoubleEndedIterator<Item = &TimedCommand> {
    let commands = &simulation.run().commands;
    let done = &commands[..commands.len() - simulation.upcoming_commands().len()];
    done.iter().filter(move |timed| timed.at <= at)
}
