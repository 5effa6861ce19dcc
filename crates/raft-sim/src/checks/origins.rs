//! The first occurrence of each entry, with its history.

use raft_core::{LogPosition, NodeId, Term};

use super::log_hash_chain::LogHash;
use super::offset_of;
use crate::memory_use::MemoryUse;
use crate::shared_list::SharedList;

/// The first occurrence of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    term: Term,
    /// The hash chain up to it.
    pub(super) chain: LogHash,
    pub(super) node: NodeId,
}

/// No entry has term 0.
const UNSEEN: Origin = Origin { term: Term(0), chain: 0, node: NodeId(0) };

/// Every entry that any log ever contained.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins {
    /// The first entry seen at each index, which is nearly always the only one.
    first: SharedList<Origin>,
    /// The other entries, in the order in which they were seen.
    rivals: SharedList<(LogPosition, Origin)>,
}

impl Origins {
    pub(super) fn find(&self, position: LogPosition) -> Option<&Origin> {
        let first = self.first.get(offset_of(position.index))?;
        if first.term == position.term {
            return Some(first);
        }
        let mut latest = self.rivals.iter().rev();
        latest.find(|(other, _)| *other == position).map(|(_, origin)| origin)
    }

    pub(super) fn measure_memory(&self, memory: &mut MemoryUse) {
        memory.list(&self.first, 0);
        memory.list(&self.rivals, 0);
    }

    /// Records an entry that was not seen before.
    pub(super) fn add(&mut self, position: LogPosition, chain: LogHash, node: NodeId) {
        let origin = Origin { term: position.term, chain, node };
        let place = offset_of(position.index);
        while self.first.len() < place {
            self.first.push(UNSEEN);
        }
        match self.first.get(place) {
            None => self.first.push(origin),
            Some(first) if first.term == UNSEEN.term => {
                self.first.get_mut(place).into_iter().for_each(|first| *first = origin);
            }
            Some(_) => self.rivals.push((position, origin)),
        }
    }
}
