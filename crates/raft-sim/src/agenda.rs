//! What is still to come, as data: every future event stands here with its time.

use raft_core::{NodeId, Timer};

use crate::address::ClientId;
use crate::network::MessageId;
use crate::time::Time;

/// A future event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduledEvent {
    /// A message reaches its end, be that its receiver or the place where it is lost.
    Message(MessageId),
    /// A node's timer runs out.
    Timer(NodeId, Timer),
    /// A node's oldest write becomes durable.
    Sync(NodeId),
    /// A client has waited long enough for the answer to this operation.
    ClientTimeout(ClientId, u64),
}

/// A place in the event_queue: when, and in which order among things at the same time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EventKey {
    /// When it is due.
    pub at: Time,
    order: u64,
}

impl EventKey {
    /// No place in any event_queue: what has it will not happen unless something else does.
    pub(crate) const NEVER: Self = Self { at: Time::NEVER, order: u64::MAX };
}

/// Everything that is still to come. There are never many such things, and a sorted vector is the
/// smallest and quickest home for them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventQueue {
    /// The soonest last.
    queue: Vec<(EventKey, ScheduledEvent)>,
    next_order: u64,
}

impl EventQueue {
    /// What is to come, soonest first.
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
        // Of things at the same time the newest comes last.
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
