//! Violations as sentences: the two facts that contradict each other.

use super::names::{name, position};
use crate::address::Address;
use crate::checks::Violation;

pub(super) fn write(violation: &Violation) -> String {
    match *violation {
        Violation::ElectionSafety { term, first, second } => {
            format!("both {} and {} lead term {term}", name(first), name(second))
        }
        Violation::LeaderAppendOnly { leader, term, had, changed } => format!(
            "{} leads term {term} with a log up to {}, but changed index {changed}",
            name(leader),
            position(had)
        ),
        Violation::LogMatching { position: at, first, second } => format!(
            "{} and {} both have {}, and their logs differ before or at it",
            name(first),
            name(second),
            position(at)
        ),
        Violation::KeptConflict { node, snapshot, last } => format!(
            "{} kept its log up to {} after a snapshot up to {}, although other entries came \
             before",
            name(node),
            position(last),
            position(snapshot)
        ),
        Violation::LeaderCompleteness { committed, committed_in, leader, leads } => format!(
            "{} was committed in term {committed_in}, but {} leads term {leads} without it",
            position(committed),
            name(leader)
        ),
        Violation::StateMachineSafety { index, first, second } => format!(
            "at index {index} {} applied an entry of term {}, and {} one of term {}",
            name(first.0),
            first.1,
            name(second.0),
            second.1
        ),
        Violation::AppliedUncommitted { node, index, commit_index } => {
            format!("{} applied {index}, but its commit index is {commit_index}", name(node))
        }
        Violation::CommitBeyondLog { node, commit_index, last } => format!(
            "{} has commit index {commit_index}, but its log ends at {}",
            name(node),
            position(last)
        ),
        Violation::Rewound { node, before, index } => {
            format!("{} had applied {before}, but a snapshot reset it to {index}", name(node))
        }
        Violation::DurableQuorum { committed, by, copies } => format!(
            "{} committed {}, but only {copies} voters have it on disk",
            name(by),
            position(committed)
        ),
        Violation::DisjointQuorums { committed, committed_in, leader, leads } => format!(
            "{} was committed in term {committed_in}, but no voter of {} in term {leads} \
             holds it",
            position(committed),
            name(leader)
        ),
        Violation::AppliedInOrder { node, before, index } => {
            format!("{} had applied {before}, but applied {index} next", name(node))
        }
        Violation::Linearizability { client, serial, after } => {
            let client = Address::Client(client);
            let after = after.map(|(other, serial)| {
                format!(
                    ", which came after the answer to operation {serial} of {}",
                    Address::Client(other)
                )
            });
            format!(
                "no order of the operations explains the answer to operation {serial} of \
                 {client}{}",
                after.unwrap_or_default()
            )
        }
        Violation::ExactlyOnce { client, serial, first, second } => format!(
            "operation {serial} of {} was executed by entry {first}, and again by entry {second}",
            Address::Client(client)
        ),
        Violation::StableLeadership { leader, term, newer } => format!(
            "a quorum could hear {}, the leader of term {term}, but term {newer} replaced it",
            name(leader)
        ),
        Violation::Liveness { healed_at, at, leader } => {
            let leader = match leader {
                Some(leader) => format!("{} led but answered no write", name(leader)),
                None => "there was no leader".to_owned(),
            };
            format!("the faults ended at {healed_at}, but at {at} {leader}")
        }
    }
}
