//! The queue of future events, as data.

use raft_core::{NodeId, Timer};

use crate::address::ClientId;
use crate::message_id::MessageId;
use crate::time::Time;

/// A future event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduledEvent {
    /// A message arrives, or is lost on the way.
    Message(MessageId),
    /// A node's timer runs out.
    Timer(NodeId, Timer),
    /// A node's oldest write becomes durable.
    Sync(NodeId),
    /// A client's timeout for this operation passes.
    ClientTimeout(ClientId, u64),
}

/// The key of a scheduled event: its time, and its order among events at the same time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EventKey {
    /// The time of the event.
    pub at: Time,
    order: u64,
}

impl EventKey {
    /// The key of an event that is not scheduled.
    pub(crate) const NEVER: Self = Self { at: Time::NEVER, order: u64::MAX };
}

/// All scheduled events. There are few at any time, so a sorted vector is small and fast enough.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventQueue {
    /// The next event is last.
    queue: Vec<(EventKey, ScheduledEvent)>,
    next_order: u64,
}

impl EventQueue {
    /// The scheduled events, soonest first.
    pub fn iter(&self) -> impl Iterator<Item = (Time, ScheduledEvent)> {
        self.queue.iter().rev().map(|(key, event)| (key.at, *event))
    }

    /// When the next event is due.
    pub fn next_at(&self) -> Option<Time> {
        self.queue.last().map(|(key, _)| key.at)
    }

    pub(crate) fn add(&mut self, at: Time, event: ScheduledEvent) -> EventKey {
        let key = EventKey { at, order: self.next_order };
        self.next_order += 1;
        // Of events at the same time, the newest is last.
        let place = self.queue.partition_point(|(other, _)| other.at > at);
        self.queue.insert(place, (key, event));
        key
    }

    pub(crate) fn remove(&mut self, key: EventKey) {
        if let Ok(place) = self.queue.binary_search_by(|(other, _)| key.cmp(other)) {
            self.queue.remove(place);
        }
    }

    pub(crate) fn pop(&mut self) -> Option<(Time, ScheduledEvent)> {
        self.queue.pop().map(|(key, event)| (key.at, event))
    }
}
