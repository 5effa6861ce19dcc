//! A node's disk: writes take time, one after another, and a crash loses those under way.

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
    /// Whether votes reach the disk. They do, unless a run is to show why they must.
    keeps_votes: bool,
    damage: Option<Damage>,
    state: DiskState,
    draws: Stream,
}

/// Whether a disk writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DiskState {
    /// It does.
    #[default]
    Works,
    /// It takes writes and never finishes one.
    Stuck,
    /// Every write fails when its time has come.
    Fails,
}

/// What becomes of a disk. Written as scripts have it: `latency 50ms`, `loses tail 2`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskChange {
    /// Writes that begin from now on take so long, and the jitter of the scenario.
    Latency(Micros),
    /// From now on no write ends, until the disk works again.
    Stuck,
    /// From now on writes fail, and a server whose write fails stops. It can start again: reading
    /// works.
    Fails,
    /// It works again, as the scenario has it. Writes that were stuck are done one after another.
    Works,
    /// The server stops as by a power cut, and the last entries of its log are gone from the disk
    /// although it had told that they are durable.
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

/// What lies on a disk. It is what [`Disk`] is, but clones share the entries.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DurableDisk {
    /// Term and vote.
    pub hard_state: HardState,
    /// What replaces the log's beginning, if anything.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The log after the snapshot, first entry first.
    pub entries: SharedList<Entry>,
}

impl DurableDisk {
    /// The last entry, be it in the log or the last that the snapshot replaces.
    pub fn last(&self) -> LogPosition {
        let base = self.snapshot.as_ref().map(|snapshot| snapshot.last);
        self.entries.last().map(Entry::position).or(base).unwrap_or_default()
    }

    /// What a node starts from.
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

/// Why a disk cannot be started from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Damage {
    /// Everything on it is gone.
    #[error("the disk was erased")]
    Erased,
    /// Something on it has changed by itself.
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

    /// What a crash now would leave.
    pub fn durable(&self) -> &DurableDisk {
        &self.durable
    }

    /// Whether it writes.
    pub fn state(&self) -> DiskState {
        self.state
    }

    /// The writes that a crash now would lose, oldest first, with the time each is durable, which
    /// is [`Time::NEVER`] while the disk is stuck.
    pub fn under_way(&self) -> impl Iterator<Item = (Time, &Write)> {
        self.under_way.iter().map(|(key, write)| (key.at, write))
    }

    /// What a node that starts from it now will find; none if it is whole.
    pub fn damage(&self) -> Option<Damage> {
        self.damage
    }

    /// Begins a write; it will be durable after all earlier ones.
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

    /// Lets writes that begin from now on take so long.
    pub(crate) fn set_latency(&mut self, latency: Micros) {
        self.latency = latency;
    }

    /// From now on it writes, is stuck, or fails.
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

    /// The last so many entries of the log are gone, though they were durable: the first and the
    /// last of them, if there were any.
    pub(crate) fn lose_tail(&mut self, count: u64) -> Option<(LogPosition, LogPosition)> {
        let entries = &mut self.durable.entries;
        let kept = entries.len().saturating_sub(usize::try_from(count).unwrap_or(usize::MAX));
        let lost = (entries.get(kept)?.position(), entries.last()?.position());
        entries.truncate(kept);
        Some(lost)
    }

    /// The oldest write under way becomes durable.
    pub(crate) fn complete(&mut self) -> Option<Write> {
        let (_, mut write) = (!self.under_way.is_empty()).then(|| self.under_way.remove(0))?;
        if !self.keeps_votes
            && let Some(hard_state) = &mut write.hard_state
        {
            hard_state.voted_for = None;
        }
        self.durable.apply(&write);
        Some(write)
    }

    /// Loses what is under way and says how many writes that were. Of the oldest a part may be
    /// left, up to where the power went: term and vote first, since they are one record, then
    /// entry after entry. What was left is given back.
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
        if !self.keeps_votes {
            write.hard_state = None;
        }
        write.number = WriteNumber::default(); // nobody waits for it any more
        self.durable.apply(&write);
        (lost, Some(write))
    }

    /// Shares what is equal with another disk: most of what lies on them is.
    pub(crate) fn share(&mut self, other: &Self) {
        self.durable.entries.share(&other.durable.entries);
    }

    /// Everything on it is gone.
    pub(crate) fn erase(&mut self) {
        self.durable = DurableDisk::default();
        self.damage = Some(Damage::Erased);
    }

    /// An empty disk takes its place.
    pub(crate) fn replace(&mut self) {
        self.damage = None;
    }

    /// Something on it changes by itself; which, is drawn.
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
