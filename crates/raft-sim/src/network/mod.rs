//! All links, and all messages on them. Each direction of a link is apart; a message on a direction
//! that is cut dies where the cut is.

mod delivery;
mod in_flight;
mod link_direction;

use crate::address::Address;
use crate::event_queue::EventQueue;
use crate::link_config::LinkConfig;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;
use crate::packet::Packet;
use crate::time::Time;

pub use in_flight::{Death, InFlightMessage, Loss};
use link_direction::{LinkDirection, Passage};

/// All links, and all messages on them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// A square of all ends, nodes before clients: in each row what leads away from one of them.
    /// Nothing leads to itself, nor from client to client.
    directions: Vec<Option<LinkDirection>>,
    nodes: usize,
    ends: usize,
    /// The oldest first. Most end in about the order in which they began.
    messages: Vec<InFlightMessage>,
    next_id: u64,
}

impl Network {
    /// Links every node with every other and with every client, each direction of `config`.
    pub(crate) fn new(
        nodes: &[Address],
        clients: &[Address],
        config: LinkConfig,
        seed: u64,
    ) -> Self {
        let ends: Vec<_> = nodes.iter().chain(clients).copied().collect();
        let mut directions = Vec::new();
        for &from in &ends {
            for &to in &ends {
                let both_clients = clients.contains(&from) && clients.contains(&to);
                let is_link = from != to && !both_clients;
                directions.push(is_link.then(|| LinkDirection::new((from, to), config, seed)));
            }
        }
        let (nodes, ends) = (nodes.len(), ends.len());
        Self { directions, nodes, ends, messages: Vec::new(), next_id: 0 }
    }

    /// Whether messages pass from one end to the other; none if there is no such link.
    pub fn is_up(&self, from: Address, to: Address) -> Option<bool> {
        self.direction(from, to).map(|direction| direction.up)
    }

    /// Every direction of every link, and whether it is up.
    pub fn directions(&self) -> impl Iterator<Item = (Address, Address, bool)> {
        self.directions
            .iter()
            .flatten()
            .map(|direction| (direction.ends.0, direction.ends.1, direction.up))
    }

    /// The messages on their way, oldest first.
    pub fn messages(&self) -> impl Iterator<Item = &InFlightMessage> {
        self.messages.iter()
    }

    /// The number of the message that is sent next.
    pub(crate) fn next_id(&self) -> MessageId {
        MessageId(self.next_id)
    }

    /// Whether one direction holds messages up; none if there is no such link.
    pub fn is_stalled(&self, from: Address, to: Address) -> Option<bool> {
        self.direction(from, to).map(|direction| direction.stalled)
    }

    /// How well one direction carries; none if there is no such link.
    pub fn link_config(&self, from: Address, to: Address) -> Option<LinkConfig> {
        self.direction(from, to).map(|direction| direction.config)
    }

    /// Puts a message on its way. Says whether the link doubles it; the second is to be launched
    /// likewise.
    pub(crate) fn send(
        &mut self,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        event_queue: &mut EventQueue,
    ) -> bool {
        let id = self.next_id();
        let Some(direction) = self.direction_mut(from, to) else { return false };
        let Passage { arrives_at, predetermined_loss, duplicated } = direction.admit(&packet, now);
        let message = InFlightMessage {
            predetermined_loss,
            ..InFlightMessage::new(id, (from, to), packet, cause, now, arrives_at)
        };
        self.launch(message, now, event_queue);
        duplicated
    }

    /// Puts the second of a duplicated message on its way. It is neither lost nor duplicated at
    /// random.
    pub(crate) fn send_duplicate(
        &mut self,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        let id = self.next_id();
        let Some(direction) = self.direction_mut(from, to) else { return };
        let arrives_at = direction.admit_duplicate(now);
        let message = InFlightMessage {
            is_duplicate: true,
            ..InFlightMessage::new(id, (from, to), packet, cause, now, arrives_at)
        };
        self.launch(message, now, event_queue);
    }

    fn launch(&mut self, mut message: InFlightMessage, now: Time, event_queue: &mut EventQueue) {
        self.next_id += 1;
        let held_up = self
            .direction(message.from, message.to)
            .is_some_and(|direction| direction.stalled && direction.up);
        if !held_up {
            self.schedule(&mut message, now, event_queue);
        }
        self.messages.push(message);
    }

    /// A message on its way.
    pub fn message(&self, id: MessageId) -> Option<&InFlightMessage> {
        let place = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        self.messages.get(place)
    }

    /// Takes a message off its way before its end.
    pub(crate) fn take_off(
        &mut self,
        id: MessageId,
        event_queue: &mut EventQueue,
    ) -> Option<InFlightMessage> {
        let message = self.take(id)?;
        message.key.into_iter().for_each(|key| event_queue.remove(key));
        Some(message)
    }

    /// Takes a message off its way.
    pub(crate) fn take(&mut self, id: MessageId) -> Option<InFlightMessage> {
        // The oldest is most often the one that ends: then nothing need be searched or moved.
        if self.messages.first().is_some_and(|oldest| oldest.id == id) {
            return Some(self.messages.remove(0));
        }
        let place = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        Some(self.messages.remove(place))
    }

    /// Sets how well one direction carries what is sent from now on.
    pub(crate) fn set_config(&mut self, (from, to): (Address, Address), config: LinkConfig) {
        if let Some(direction) = self.direction_mut(from, to) {
            direction.config = config;
        }
    }

    /// Loses the next message of a kind on one direction.
    pub(crate) fn drop_next(&mut self, (from, to): (Address, Address), kind: MessageKind) {
        if let Some(direction) = self.direction_mut(from, to) {
            direction.awaited.push(kind);
        }
    }

    fn direction(&self, from: Address, to: Address) -> Option<&LinkDirection> {
        self.directions.get(self.place(from, to)?)?.as_ref()
    }

    fn direction_mut(&mut self, from: Address, to: Address) -> Option<&mut LinkDirection> {
        let place = self.place(from, to)?;
        self.directions.get_mut(place)?.as_mut()
    }

    /// Where a direction stands. It is asked several times for each message, so it is no search.
    fn place(&self, from: Address, to: Address) -> Option<usize> {
        let place = |end| {
            let (place, ends) = match end {
                Address::Node(node) => (node.0 as usize, 0..self.nodes),
                Address::Client(client) => {
                    (self.nodes.saturating_add(client.0 as usize), self.nodes..self.ends)
                }
            };
            ends.contains(&place).then_some(place)
        };
        Some(place(from)? * self.ends + place(to)?)
    }
}
