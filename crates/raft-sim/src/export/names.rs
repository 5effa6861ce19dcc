//! How exports write nodes and log positions.

use raft_core::{LogPosition, NodeId};

use crate::address::Address;

pub(super) fn name(node: NodeId) -> Address {
    Address::Node(node)
}

/// Term and index: `3.7` is index 7 of term 3.
pub(super) fn position(at: LogPosition) -> String {
    format!("{}.{}", at.term, at.index)
}
