//! What must never happen.

use raft_sim::{Address, Violation};

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    let name = Address::Node;
    let property = violation.property().name();
    let facts = match *violation {
        Violation::ElectionSafety { term, first, second } => {
            format!("{} and {} both led term {term}", name(first), name(second))
        }
        Violation::LeaderAppendOnly { leader, term, changed, .. } => {
            format!("{} led term {term} and changed entry {changed} of its log", name(leader))
        }
        Violation::LogMatching { position, first, second } => format!(
            "{} and {} both have entry {} of term {}, but differ up to it",
            name(first),
            name(second),
            position.index,
            position.term
        ),
        Violation::LeaderCompleteness { committed, committed_in, leader, leads } => format!(
            "entry {} was committed in term {committed_in}, but {} leads term {leads} without it",
            committed.index,
            name(leader)
        ),
        Violation::StateMachineSafety { index, first, second } => format!(
            "{} and {} applied different entries at index {index}",
            name(first.0),
            name(second.0)
        ),
        Violation::AppliedUncommitted { node, index, commit_index } => format!(
            "{} applied entry {index} and knows entries to be committed up to {commit_index} only",
            name(node)
        ),
        Violation::CommitBeyondLog { node, commit_index, last } => format!(
            "{} takes entry {commit_index} for committed, but its log ends at {}",
            name(node),
            last.index
        ),
        Violation::Rewound { node, before, index } => format!(
            "{} had applied entry {before}, and a snapshot put it back to entry {index}",
            name(node)
        ),
        Violation::DurableQuorum { committed, by, copies } => format!(
            "{} committed entry {}, which lies on the disks of only {copies} voters",
            name(by),
            committed.index
        ),
        Violation::DisjointQuorums { committed, committed_in, leader, leads } => format!(
            "entry {} was committed in term {committed_in}, and nobody who voted for {} in term \
             {leads} holds it",
            committed.index,
            name(leader)
        ),
        Violation::AppliedInOrder { node, before, index } => {
            format!("{} had applied entry {before}, and applied entry {index} next", name(node))
        }
        Violation::Linearizability { client, serial, .. } => format!(
            "no order of the operations explains what {}'s operation {serial} gave",
            Address::Client(client)
        ),
        Violation::ExactlyOnce { client, serial, first, second } => format!(
            "{}'s operation {serial} was carried out at entry {first} and again at entry {second}",
            Address::Client(client)
        ),
        Violation::StableLeadership { leader, term, newer } => format!(
            "{} led term {term} and was heard by a quorum, yet term {newer} deposed it",
            name(leader)
        ),
        Violation::Liveness { healed_at, at, leader } => format!(
            "faults ended at {healed_at}, and at {at} {}",
            match leader {
                Some(leader) => format!("{} led but nothing was committed", name(leader)),
                None => "nobody led".into(),
            }
        ),
    };
    format!("{property} is violated: {facts}.")
}
