//! A node's disk: writes take time, one after another, and a crash loses those in progress.

use core::fmt;
use std::sync::Arc;

use raft_core::{
    Disk, Entry, HardState, LogIndex, LogPosition, Micros, NodeId, Snapshot, Write, WriteNumber,
};
use serde::{Deserialize, Serialize};

use crate::event_queue::{EventKey, EventQueue, ScheduledEvent};
use crate::notation::Span;
use crate::random::{Concern, Stream};
use crate::scenario::Scenario;
use crate::shared_list::SharedList;
use crate::time::Time;

/// A disk with a queue of writes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlowDisk {
    durable: DurableDisk,
    under_way: Vec<(EventKey, Write)>,
    latency: Micros,
    jitter: Micros,
    torn_permille: u16,
    /// Whether votes become durable. Only an injected bug prevents it.
    keeps_votes: bool,
    damage: Option<Damage>,
    state: DiskState,
    draws: Stream,
}

/// Whether a disk completes writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DiskState {
    /// It completes writes.
    #[default]
    Works,
    /// It accepts writes but never completes one.
    Stuck,
    /// Every write fails at the time when it would be durable.
    Fails,
}

/// A change of a disk. Written as in scripts: `latency 50ms`, `loses tail 2`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskChange {
    /// New writes take this long, plus the jitter of the scenario.
    Latency(Micros),
    /// No write completes until the disk works again.
    Stuck,
    /// Writes fail, and a server whose write fails stops. It can start again, since reads work.
    Fails,
    /// The disk works again as the scenario says. Stuck writes are completed one after another.
    Works,
    /// The server stops as in a power failure, and its disk loses the last entries of the log
    /// although it had acknowledged them.
    LosesTail(u64),
}

impl fmt::Display for DiskChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latency(span) => write!(f, "latency {}", Span(*span)),
            Self::Stuck => f.write_str("stuck"),
            Self::Fails => f.write_str("fails"),
            Self::Works => f.write_str("works"),
            Self::LosesTail(count) => write!(f, "loses tail {count}"),
        }
    }
}

/// The durable contents of a disk. Like [`Disk`], but clones share the entries.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DurableDisk {
    /// Term and vote.
    pub hard_state: HardState,
    /// The snapshot that replaces the beginning of the log, if there is one.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The log after the snapshot, oldest entry first.
    pub entries: SharedList<Entry>,
}

impl DurableDisk {
    /// The last entry of the log, or the last entry of the snapshot if the log is empty.
    pub fn last(&self) -> LogPosition {
        let base = self.snapshot.as_ref().map(|snapshot| snapshot.last);
        self.entries.last().map(Entry::position).or(base).unwrap_or_default()
    }

    /// The disk from which a node starts.
    pub(crate) fn to_disk(&self) -> Disk {
        Disk {
            hard_state: self.hard_state,
            snapshot: self.snapshot.clone(),
            entries: self.entries.iter().cloned().collect(),
        }
    }

    /// Makes a write durable, as [`Disk::apply`] does.
    fn apply(&mut self, write: &Write) {
        self.hard_state = write.hard_state.unwrap_or(self.hard_state);
        if let Some(snapshot) = &write.snapshot {
            let replaced = |entry: &Entry| entry.index <= snapshot.last.index;
            let kept = self.entries.iter_from(self.entries.partition_point(replaced));
            self.entries = kept.cloned().collect();
            self.snapshot = Some(Arc::clone(snapshot));
        }
        if let Some(log) = &write.log {
            self.entries.truncate(self.entries.partition_point(|entry| entry.index < log.from));
            log.entries.iter().cloned().for_each(|entry| self.entries.push(entry));
        }
    }
}

/// Why a node cannot start from a disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Damage {
    /// All contents are lost.
    #[error("the disk was erased")]
    Erased,
    /// This entry is damaged.
    #[error("the checksum of entry {0} does not fit it")]
    Rotten(LogIndex),
}

impl SlowDisk {
    pub(crate) fn new(scenario: &Scenario, seed: u64, node: u32) -> Self {
        Self {
            durable: DurableDisk::default(),
            under_way: Vec::new(),
            latency: scenario.disk_latency,
            jitter: scenario.disk_jitter,
            torn_permille: scenario.torn_permille,
            keeps_votes: !scenario.injected_bugs.votes_not_durable,
            damage: None,
            state: DiskState::default(),
            draws: Stream::new(seed, Concern::Disk, (node, 0)),
        }
    }

    /// The contents that would survive a crash.
    pub fn durable(&self) -> &DurableDisk {
        &self.durable
    }

    /// Whether it completes writes.
    pub fn state(&self) -> DiskState {
        self.state
    }

    /// The writes that would not survive a crash, oldest first, each with the time when it becomes
    /// durable, which is [`Time::NEVER`] while the disk is stuck.
    pub fn under_way(&self) -> impl Iterator<Item = (Time, &Write)> {
        self.under_way.iter().map(|(key, write)| (key.at, write))
    }

    /// The damage that a node will notice when it starts; `None` if the disk is intact.
    pub fn damage(&self) -> Option<Damage> {
        self.damage
    }

    /// Starts a write, which becomes durable after all earlier ones.
    pub(crate) fn begin(
        &mut self,
        write: Write,
        node: NodeId,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        let key = if self.state == DiskState::Stuck {
            EventKey::NEVER
        } else {
            let free = self.under_way.last().map_or(now, |(key, _)| key.at);
            self.schedule(node, free.max(now), event_queue)
        };
        self.under_way.push((key, write));
    }

    fn schedule(&mut self, node: NodeId, from: Time, event_queue: &mut EventQueue) -> EventKey {
        let takes = Micros(self.latency.0.saturating_add(self.draws.up_to(self.jitter.0)));
        event_queue.add(from + takes, ScheduledEvent::Sync(node))
    }

    /// Sets the latency of new writes.
    pub(crate) fn set_latency(&mut self, latency: Micros) {
        self.latency = latency;
    }

    /// Changes whether it completes writes.
    pub(crate) fn set_state(
        &mut self,
        state: DiskState,
        node: NodeId,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        let before = core::mem::replace(&mut self.state, state);
        let is_stuck = state == DiskState::Stuck;
        if is_stuck == (before == DiskState::Stuck) {
            return;
        }
        let mut free = now;
        for place in 0..self.under_way.len() {
            event_queue.remove(self.under_way[place].0);
            let key =
                if is_stuck { EventKey::NEVER } else { self.schedule(node, free, event_queue) };
            free = key.at;
            self.under_way[place].0 = key;
        }
    }

    /// Loses the last `count` durable entries of the log. Returns the first and the last lost
    /// entry, if there are any.
    pub(crate) fn lose_tail(&mut self, count: u64) -> Option<(LogPosition, LogPosition)> {
        let entries = &mut self.durable.entries;
        let kept = entries.len().saturating_sub(usize::try_from(count).unwrap_or(usize::MAX));
        let lost = (entries.get(kept)?.position(), entries.last()?.position());
        entries.truncate(kept);
        Some(lost)
    }

    /// The oldest write in progress becomes durable.
    pub(crate) fn complete(&mut self) -> Option<Write> {
        let (_, mut write) = (!self.under_way.is_empty()).then(|| self.under_way.remove(0))?;
        self.forget_vote(&mut write);
        self.durable.apply(&write);
        Some(write)
    }

    /// With an injected bug, votes are not durable. Terms are: a log with newer terms than the
    /// node's own would be damaged.
    fn forget_vote(&self, write: &mut Write) {
        if !self.keeps_votes
            && let Some(hard_state) = &mut write.hard_state
        {
            hard_state.voted_for = None;
        }
    }

    /// Loses the writes in progress and returns their number. A part of the oldest one may be left,
    /// up to where the power failed: first term and vote, which are one record, then the entries in
    /// order. Returns that part, too.
    pub(crate) fn crash(&mut self, event_queue: &mut EventQueue) -> (usize, Option<Write>) {
        let lost = self.under_way.len();
        let mut torn = None;
        for (key, write) in self.under_way.drain(..) {
            event_queue.remove(key);
            torn.get_or_insert(write);
        }
        let tears = self.torn_permille > 0
            && lost > 0
            && self.draws.up_to(999) < u64::from(self.torn_permille);
        let Some(mut write) = torn.filter(|write| tears && write.snapshot.is_none()) else {
            return (lost, None);
        };
        if let Some(log) = &mut write.log {
            let left = self.draws.up_to(log.entries.len() as u64);
            let left = usize::try_from(left).unwrap_or(usize::MAX);
            log.entries = log.entries.iter().take(left).cloned().collect();
        }
        self.forget_vote(&mut write);
        write.number = WriteNumber::default(); // nothing waits for it now
        self.durable.apply(&write);
        (lost, Some(write))
    }

    /// Shares the equal parts with another disk: most of their contents are equal.
    pub(crate) fn share(&mut self, other: &Self) {
        self.durable.entries.share(&other.durable.entries);
    }

    /// Erases the contents.
    pub(crate) fn erase(&mut self) {
        self.durable = DurableDisk::default();
        self.damage = Some(Damage::Erased);
    }

    /// Replaces it with an empty disk.
    pub(crate) fn replace(&mut self) {
        self.damage = None;
    }

    /// Damages a random part of the contents.
    pub(crate) fn corrupt(&mut self) {
        let entries = &self.durable.entries;
        if self.damage.is_none()
            && let Some(last) = entries.len().checked_sub(1)
        {
            let which = usize::try_from(self.draws.up_to(last as u64)).unwrap_or(last);
            self.damage = Some(Damage::Rotten(entries[which].index));
        }
    }
}
