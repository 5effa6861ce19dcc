//! How many are needed, in words.

use raft_sim::Address;
use raft_sim::raft_core::NodeSet;

use crate::query::Quorum;

/// When an entry commits: `It commits once 3 of 5 nodes hold it.` Of a joint membership both groups
/// are named: `It needs 3 of A-D and 3 of A, C, D, E.`
pub(super) fn commits_once(quorum: &Quorum) -> String {
    let mut groups = quorum.groups();
    if let (Some((needed, all)), None) = (groups.next(), groups.next()) {
        return format!("It commits once {needed} of {} nodes hold it.", all.len());
    }
    format!("It needs {}.", needed(quorum))
}

/// How many are needed: `3 of 5`, `3 of A-D and 3 of A, C, D, E`.
pub(super) fn needed(quorum: &Quorum) -> String {
    let is_joint = quorum.groups().count() > 1;
    let group = |(needed, all): (usize, &NodeSet)| {
        if is_joint { format!("{needed} of {}", range(all)) } else { super::of(needed, all.len()) }
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
