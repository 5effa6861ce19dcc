//! A log as it is drawn: the running node's, or what the disk of a stopped one holds.

use raft_sim::raft_core::{Entry, LogIndex, LogPosition, Node};
use raft_sim::{Host, Simulation};

use super::nodes::{entry_of, running};

/// A log as it is drawn.
pub(crate) struct VisibleLog<'a> {
    host: &'a Host,
    /// The last entry that a snapshot replaces; zero if there is none.
    pub(crate) base: LogPosition,
    /// Its end.
    pub(crate) last: LogIndex,
    /// How far it is known to be committed: by the node itself, or, of a stopped one, by others.
    pub(crate) committed: LogIndex,
    /// How far it lies on the disk.
    pub(crate) durable: LogIndex,
}

impl<'a> VisibleLog<'a> {
    /// The log of a host.
    pub(crate) fn of(host: &'a Host, simulation: &Simulation) -> Self {
        let Some(process) = &host.process else { return Self::on_disk(host, simulation) };
        let node = &process.node;
        Self {
            host,
            base: node.log().base(),
            last: node.log().last().index,
            committed: node.commit_index(),
            durable: durable(host, node),
        }
    }

    fn on_disk(host: &'a Host, simulation: &Simulation) -> Self {
        let disk = host.disk.durable();
        let base = disk.snapshot.as_ref().map(|snapshot| snapshot.last).unwrap_or_default();
        let last = disk.last().index;
        let mut log = Self { host, base, last, committed: base.index, durable: last };
        if let Some(other) = running(simulation).max_by_key(|node| node.commit_index()) {
            // Logs with the same entry are the same up to it (§5.3).
            let mut index = other.commit_index().min(last);
            while index > base.index && index > other.log().base().index {
                if log.entry(index).map(|entry| entry.term) == other.log().term_at(index) {
                    log.committed = index;
                    break;
                }
                index = index.previous();
            }
        }
        log
    }

    /// The entry at an index, if it is here and no snapshot replaces it.
    pub(crate) fn entry(&self, index: LogIndex) -> Option<&'a Entry> {
        entry_of(self.host, index)
    }
}

/// How far a running node's log lies on its disk, whatever the node thinks.
fn durable(host: &Host, node: &Node) -> LogIndex {
    let disk = host.disk.durable();
    let (log, first) = (node.log(), disk.entries.get(0).map(|first| first.index));
    let is_same = |index: LogIndex| {
        let place = first.and_then(|first| index.0.checked_sub(first.0));
        let entry = place.and_then(|place| disk.entries.get(usize::try_from(place).ok()?));
        entry.map(|entry| entry.term) == log.term_at(index)
    };
    let mut index = disk.last().index.min(log.last().index);
    while index > log.base().index && !is_same(index) {
        index = index.previous();
    }
    index
}

/// The end of the longest log.
pub(crate) fn longest_log(simulation: &Simulation) -> LogIndex {
    let logs = simulation.hosts().iter().map(|host| VisibleLog::of(host, simulation));
    logs.map(|log| log.last).max().unwrap_or_default()
}
