//! A set of nodes. Clusters are small, so a sorted vector is the smallest and fastest
//! representation.

use alloc::vec::{self, Vec};
use core::ops::Deref;
use core::slice;

use crate::types::NodeId;

/// A set of nodes, in order. It dereferences to a slice.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NodeSet(Vec<NodeId>);

impl NodeSet {
    /// Adds a node, if it is not in the set.
    pub fn insert(&mut self, node: NodeId) {
        if let Err(place) = self.0.binary_search(&node) {
            self.0.insert(place, node);
        }
    }

    /// Keeps only the nodes for which `keep` returns true.
    pub fn retain(&mut self, keep: impl Fn(NodeId) -> bool) {
        self.0.retain(|node| keep(*node));
    }
}

impl Deref for NodeSet {
    type Target = [NodeId];

    fn deref(&self) -> &[NodeId] {
        &self.0
    }
}

impl Extend<NodeId> for NodeSet {
    fn extend<I: IntoIterator<Item = NodeId>>(&mut self, nodes: I) {
        nodes.into_iter().for_each(|node| self.insert(node));
    }
}

impl FromIterator<NodeId> for NodeSet {
    fn from_iter<I: IntoIterator<Item = NodeId>>(nodes: I) -> Self {
        let mut set = Self::default();
        set.extend(nodes);
        set
    }
}

impl<const COUNT: usize> From<[NodeId; COUNT]> for NodeSet {
    fn from(nodes: [NodeId; COUNT]) -> Self {
        nodes.into_iter().collect()
    }
}

impl IntoIterator for NodeSet {
    type Item = NodeId;
    type IntoIter = vec::IntoIter<NodeId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a NodeSet {
    type Item = &'a NodeId;
    type IntoIter = slice::Iter<'a, NodeId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
