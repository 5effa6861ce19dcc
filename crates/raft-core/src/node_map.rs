//! A map keyed by node. Clusters are small, so a sorted vector is the smallest and fastest
//! representation.

use alloc::vec::Vec;

use crate::types::NodeId;

/// A map keyed by node, in the order of the nodes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct NodeMap<T>(Vec<(NodeId, T)>);

impl<T> NodeMap<T> {
    /// The value of a node.
    pub fn get(&self, node: NodeId) -> Option<&T> {
        self.place(node).ok().map(|place| &self.0[place].1)
    }

    /// The nodes and their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &T)> {
        self.0.iter().map(|(node, value)| (*node, value))
    }

    /// The values, in the order of their nodes.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether the map is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get_mut(&mut self, node: NodeId) -> Option<&mut T> {
        self.place(node).ok().map(|place| &mut self.0[place].1)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (NodeId, &mut T)> {
        self.0.iter_mut().map(|(node, value)| (*node, value))
    }

    /// Sets the value of a node.
    pub(crate) fn insert(&mut self, node: NodeId, value: T) {
        match self.place(node) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (node, value)),
        }
    }

    pub(crate) fn remove(&mut self, node: NodeId) {
        self.retain(|other| other != node);
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(NodeId) -> bool) {
        self.0.retain(|(node, _)| keep(*node));
    }

    fn place(&self, node: NodeId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&node, |(other, _)| *other)
    }
}

impl<T> Default for NodeMap<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(NodeId, T)> for NodeMap<T> {
    fn from_iter<I: IntoIterator<Item = (NodeId, T)>>(pairs: I) -> Self {
        let mut map = Self::default();
        for (node, value) in pairs {
            map.insert(node, value);
        }
        map
    }
}
