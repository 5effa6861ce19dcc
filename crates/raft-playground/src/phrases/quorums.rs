//! How many are needed, in words.

use raft_sim::Address;
use raft_sim::raft_core::{NodeId, NodeSet};

use crate::query::Quorum;

/// How many are needed: `3 of 5`, `3 of A-D and 3 of A, C, D, E`.
pub(super) fn needed(quorum: &Quorum) -> String {
    let is_joint = quorum.groups().count() > 1;
    let group = |(needed, all): (usize, &NodeSet)| {
        if is_joint { format!("{needed} of {}", range(all)) } else { super::of(needed, all.len()) }
    };
    quorum.groups().map(group).collect::<Vec<_>>().join(" and ")
}

/// How many there are in the column of a table, beside [`needed`].
pub(super) fn counted(quorum: &Quorum, holds: impl Fn(NodeId) -> bool) -> String {
    let group = |(_, all): (usize, &NodeSet)| {
        super::of(all.iter().filter(|&&node| holds(node)).count(), all.len())
    };
    quorum.groups().map(group).collect::<Vec<_>>().join(" and ")
}

/// Nodes by name: `A-D` if they follow each other, `A, C, D, E` otherwise.
fn range(nodes: &NodeSet) -> String {
    let names: Vec<String> = nodes.iter().map(|&node| Address::Node(node).to_string()).collect();
    let follow = || nodes.iter().zip(nodes.iter().skip(1)).all(|(one, next)| one.0 + 1 == next.0);
    match &names[..] {
        [first, _, .., last] if follow() => format!("{first}-{last}"),
        _ => names.join(", "),
    }
}
