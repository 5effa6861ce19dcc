//! Violations as sentences: the two facts that contradict each other.

use super::names::{name, position};
use crate::address::Address;
use crate::checks::Violation;

pub(super) fn write(violation: &Violation) -> String {
    match *violation {
        Violation::ElectionSafety { term, first, second } => {
            format!("{} leads term {term}, and so does {}", name(first), name(second))
        }
        Violation::LeaderAppendOnly { leader, term, had, changed } => format!(
            "{} leads term {term} with a log up to {}, and changes index {changed}",
            name(leader),
            position(had)
        ),
        Violation::LogMatching { position: at, first, second } => format!(
            "{} and {} both have {}, and their logs differ before or at it",
            name(first),
            name(second),
            position(at)
        ),
        Violation::LeaderCompleteness { committed, committed_in, leader, leads } => format!(
            "{} was committed in term {committed_in}, and {} leads term {leads} without it",
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
            format!("{} knows {commit_index} to be committed, and applied {index}", name(node))
        }
        Violation::CommitBeyondLog { node, commit_index, last } => format!(
            "{} takes {commit_index} for committed, and its log ends at {}",
            name(node),
            position(last)
        ),
        Violation::Rewound { node, before, index } => {
            format!("{} had applied {before}, and a snapshot put it back to {index}", name(node))
        }
        Violation::DurableQuorum { committed, by, copies } => format!(
            "{} committed {}, and only {copies} voters have it on disk",
            name(by),
            position(committed)
        ),
        Violation::DisjointQuorums { committed, committed_in, leader, leads } => format!(
            "{} was committed in term {committed_in}, and nobody who elected {} in term {leads} \
             holds it",
            position(committed),
            name(leader)
        ),
        Violation::AppliedInOrder { node, before, index } => {
            format!("{} had applied {before}, and applied {index} next", name(node))
        }
        Violation::Linearizability { client, serial, after } => {
            let client = Address::Client(client);
            let after = after.map(|(other, serial)| {
                format!(
                    ", which began after operation {serial} of {} ended",
                    Address::Client(other)
                )
            });
            format!(
                "no order of the operations explains what {client} was told about its operation \
                 {serial}{}",
                after.unwrap_or_default()
            )
        }
        Violation::ExactlyOnce { client, serial, first, second } => format!(
            "operation {serial} of {} was executed by entry {first}, and again by entry {second}",
            Address::Client(client)
        ),
        Violation::StableLeadership { leader, term, newer } => format!(
            "{} led term {term} and was heard by a quorum, and term {newer} ended that",
            name(leader)
        ),
        Violation::Liveness { healed_at, at, leader } => {
            let leader = match leader {
                Some(leader) => format!("{} leads and answers no write", name(leader)),
                None => "nobody leads".to_owned(),
            };
            format!("all faults that matter ended at {healed_at}, and at {at} {leader}")
        }
    }
}
