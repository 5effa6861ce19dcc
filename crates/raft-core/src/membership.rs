//! §6: which membership is in effect.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::entry::{Entry, Payload};
use crate::quorum::Membership;
use crate::types::{LogIndex, NodeId};

/// The memberships that a node knows: the one before its log, and those in the log.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Memberships {
    base: Arc<Membership>,
    in_log: Vec<(LogIndex, Arc<Membership>)>,
}

impl Memberships {
    pub(crate) fn new<'a>(
        base: Arc<Membership>,
        entries: impl IntoIterator<Item = &'a Entry>,
    ) -> Self {
        let mut memberships = Self { base, in_log: Vec::new() };
        memberships.appended(entries);
        memberships
    }

    /// The newest one: a membership is in effect as soon as it is in the log, committed or not.
    pub(crate) fn latest(&self) -> &Arc<Membership> {
        self.in_log.last().map_or(&self.base, |(_, membership)| membership)
    }

    /// The index of the newest one; zero if it is not in the log.
    pub(crate) fn latest_index(&self) -> LogIndex {
        self.in_log.last().map_or(LogIndex::ZERO, |(index, _)| *index)
    }

    /// The membership in effect as of an entry.
    pub(crate) fn as_of(&self, index: LogIndex) -> &Arc<Membership> {
        let before = self.in_log.iter().rev().find(|(at, _)| *at <= index);
        before.map_or(&self.base, |(_, membership)| membership)
    }

    /// The membership in effect as of an entry, and all later ones.
    pub(crate) fn since(&self, index: LogIndex) -> impl Iterator<Item = &Membership> {
        let later = self.in_log.iter().filter(move |(at, _)| *at > index).map(|(_, later)| later);
        [self.as_of(index)].into_iter().chain(later).map(|membership| &**membership)
    }

    /// Whether a node is a voter as of an entry or of any later one.
    pub(crate) fn is_voter_since(&self, index: LogIndex, node: NodeId) -> bool {
        self.since(index).any(|membership| membership.is_voter(node))
    }

    /// Entries were appended to the log.
    pub(crate) fn appended<'a>(&mut self, entries: impl IntoIterator<Item = &'a Entry>) {
        for entry in entries {
            if let Payload::Membership(membership) = &entry.payload {
                self.in_log.push((entry.index, Arc::clone(membership)));
            }
        }
    }

    /// The log was truncated from `from` on.
    pub(crate) fn truncated(&mut self, from: LogIndex) {
        while self.in_log.last().is_some_and(|(index, _)| *index >= from) {
            self.in_log.pop();
        }
    }

    /// A snapshot replaces the log up to `index` and contains the membership as of that index.
    pub(crate) fn compacted(&mut self, index: LogIndex, base: Arc<Membership>) {
        self.base = base;
        self.in_log.retain(|(at, _)| *at > index);
    }

    /// A snapshot replaced the whole log.
    pub(crate) fn replaced(&mut self, base: Arc<Membership>) {
        self.base = base;
        self.in_log.clear();
    }
}
