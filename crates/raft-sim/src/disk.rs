//! A node's disk: writes take time, one after another, and a crash loses those under way.

use std::collections::VecDeque;

use raft_core::{Disk, Micros, NodeId, Write, WriteNumber};

use crate::agenda::{Agenda, Due, Slot};
use crate::time::Time;

/// A disk with a queue of writes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlowDisk {
    durable: Disk,
    under_way: VecDeque<(Slot, Write)>,
    latency: Micros,
    /// Whether votes reach the disk. They do, unless a run is to show why they must.
    keeps_votes: bool,
}

impl SlowDisk {
    pub(crate) fn new(latency: Micros, keeps_votes: bool) -> Self {
        Self { durable: Disk::default(), under_way: VecDeque::new(), latency, keeps_votes }
    }

    /// What a crash now would leave.
    pub fn durable(&self) -> &Disk {
        &self.durable
    }

    /// The writes that a crash now would lose, oldest first, with the time each is durable.
    pub fn under_way(&self) -> impl Iterator<Item = (Time, &Write)> {
        self.under_way.iter().map(|(slot, write)| (slot.at, write))
    }

    /// Begins a write; it will be durable after all earlier ones.
    pub(crate) fn begin(&mut self, write: Write, node: NodeId, now: Time, agenda: &mut Agenda) {
        let free = self.under_way.back().map_or(now, |(slot, _)| slot.at);
        let slot = agenda.add(free.max(now) + self.latency, Due::Sync(node));
        self.under_way.push_back((slot, write));
    }

    /// The oldest write under way becomes durable.
    pub(crate) fn complete(&mut self) -> Option<WriteNumber> {
        let (_, mut write) = self.under_way.pop_front()?;
        if !self.keeps_votes
            && let Some(hard_state) = &mut write.hard_state
        {
            hard_state.voted_for = None;
        }
        self.durable.apply(&write);
        Some(write.number)
    }

    /// Loses what is under way and says how many writes that were.
    pub(crate) fn crash(&mut self, agenda: &mut Agenda) -> usize {
        let lost = self.under_way.len();
        for (slot, _) in self.under_way.drain(..) {
            agenda.remove(slot);
        }
        lost
    }
}
