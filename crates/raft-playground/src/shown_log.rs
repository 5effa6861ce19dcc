//! A log as it is drawn: the running node's, or what the disk of a stopped one holds.

use raft_sim::raft_core::{Entry, LogIndex, LogPosition};
use raft_sim::{Host, Simulation};

/// A log as it is drawn.
pub(crate) struct ShownLog<'a> {
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

impl<'a> ShownLog<'a> {
    /// The log of a host.
    pub(crate) fn of(host: &'a Host, simulation: &Simulation) -> Self {
        let Some(process) = &host.process else { return Self::on_disk(host, simulation) };
        let node = &process.node;
        Self {
            host,
            base: node.log().base(),
            last: node.log().last().index,
            committed: node.commit_index(),
            durable: node.durable_index(),
        }
    }

    fn on_disk(host: &'a Host, simulation: &Simulation) -> Self {
        let disk = host.disk.durable();
        let base = disk.snapshot.as_ref().map(|snapshot| snapshot.last).unwrap_or_default();
        let last = disk.last().index;
        let mut log = Self { host, base, last, committed: base.index, durable: last };
        let nodes = simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node));
        if let Some(other) = nodes.max_by_key(|node| node.commit_index()) {
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
        if let Some(process) = &self.host.process {
            return process.node.log().entry(index);
        }
        let entries = &self.host.disk.durable().entries;
        let place = index.0.checked_sub(entries.get(0)?.index.0)?;
        entries.get(usize::try_from(place).ok()?)
    }
}
