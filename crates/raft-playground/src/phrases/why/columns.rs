//! The columns of a comparison.

use raft_sim::Address;
use raft_sim::raft_core::NodeId;

use crate::phrases::vocabulary;
use crate::query::Quorum;
use crate::text::{Sentence, Words, say};

/// How many there are.
pub(super) fn number(number: usize) -> Words {
    Words::Number(number as u64)
}

/// A node, if there is one.
pub(super) fn node(node: Option<NodeId>) -> Words {
    node.map_or_else(|| say::here_none().into(), |node| Address::Node(node).into())
}

/// The size of the quorum: `3 of 5`. For a joint membership, the voters are named too.
pub(super) fn needed(quorum: &Quorum) -> Sentence {
    match quorum.groups().next() {
        Some((needed, all)) if !quorum.is_joint() => say::count_of_all(needed, all.len()),
        _ => vocabulary::quorum(quorum),
    }
}

/// How many there are, beside [`needed`].
pub(super) fn counted(quorum: &Quorum, holds: impl Fn(NodeId) -> bool) -> Sentence {
    let groups = quorum.groups().map(|(_, all)| {
        say::count_of_all(all.iter().filter(|&&node| holds(node)).count(), all.len())
    });
    groups.reduce(say::list_and).unwrap_or_else(say::here_none)
}
