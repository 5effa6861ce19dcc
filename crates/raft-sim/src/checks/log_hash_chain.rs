//! The hash chain of a log: two logs are compared in one step, however long they are.

use raft_core::{Entry, LogIndex, LogPosition, LogWrite, Payload};

use crate::memory_use::MemoryUse;
use crate::shared_list::SharedList;

/// A hash of an entry and all entries before it.
pub(crate) type LogHash = u64;

/// The hash chain of one log.
#[derive(Clone, Debug, Default)]
pub(crate) struct LogHashChain {
    /// The last entry of a received snapshot, and the hash there.
    base: (LogIndex, LogHash),
    /// The hash at every later index.
    chains: SharedList<LogHash>,
}

impl LogHashChain {
    /// The chain of a log after a snapshot.
    pub(crate) fn after(base: LogPosition, chain: LogHash) -> Self {
        Self { base: (base.index, chain), chains: SharedList::default() }
    }

    /// The hash at an index, if the log contains that index.
    pub(crate) fn at(&self, index: LogIndex) -> Option<LogHash> {
        match index.0.checked_sub(self.base.0.0)?.checked_sub(1) {
            None => Some(self.base.1),
            Some(offset) => self.chains.get(usize::try_from(offset).ok()?).copied(),
        }
    }

    /// Whether the log has this hash at an index; for indexes in a snapshot the answer is always
    /// yes.
    pub(crate) fn holds(&self, index: LogIndex, chain: LogHash) -> bool {
        index < self.base.0 || self.at(index) == Some(chain)
    }

    /// Shares the equal parts with another chain.
    pub(super) fn share(&mut self, other: &Self) {
        self.chains.share(&other.chains);
    }

    pub(super) fn measure_memory(&self, memory: &mut MemoryUse) {
        memory.list(&self.chains, 0);
    }

    /// Replaces the end of the log, and calls `show` for each new entry with its hash.
    pub(crate) fn write(&mut self, change: &LogWrite, mut show: impl FnMut(&Entry, LogHash)) {
        let kept = change.from.previous().0.saturating_sub(self.base.0.0);
        self.chains.truncate(usize::try_from(kept).unwrap_or(usize::MAX));
        let mut chain = self.chains.last().copied().unwrap_or(self.base.1);
        for entry in change.entries.iter() {
            chain = link(chain, entry);
            self.chains.push(chain);
            show(entry, chain);
        }
    }
}

/// The hash of an entry after all entries before it (FNV-1a over words).
pub(crate) fn link(before: LogHash, entry: &Entry) -> LogHash {
    let mut chain = mix(mix(0xcbf2_9ce4_8422_2325, before), entry.term.0);
    match &entry.payload {
        Payload::NoOp => {}
        Payload::Command(command) => {
            for piece in command.chunks(8) {
                let mut word = [0; 8];
                word[..piece.len()].copy_from_slice(piece);
                chain = mix(chain, u64::from_le_bytes(word));
            }
            chain = mix(chain, command.len() as u64);
        }
        Payload::Membership(members) => {
            for side in [&members.voters, &members.outgoing, &members.learners] {
                chain = side.iter().fold(chain, |chain, node| mix(chain, u64::from(node.0)));
                chain = mix(chain, u64::MAX);
            }
        }
    }
    chain
}

fn mix(chain: LogHash, word: u64) -> LogHash {
    (chain ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29)
}
