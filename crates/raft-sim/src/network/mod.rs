//! All links, and all messages in flight. The directions of a link are independent; a message on a
//! cut direction is lost where the cut is.

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

/// All links, and all messages in flight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// A square matrix of all addresses, nodes before clients: row by sender, column by receiver.
    /// There is no link from an address to itself, nor between clients.
    directions: Vec<Option<LinkDirection>>,
    nodes: usize,
    ends: usize,
    /// The messages in flight, oldest first. Most arrive in about the order in which they were
    /// sent.
    messages: Vec<InFlightMessage>,
    next_id: u64,
}

impl Network {
    /// Links every node with every other node and with every client, with these settings in each
    /// direction.
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

    /// Whether a direction carries messages; `None` if there is no such link.
    pub fn is_up(&self, from: Address, to: Address) -> Option<bool> {
        self.direction(from, to).map(|direction| direction.up)
    }

    /// Every direction of every link, and whether it carries messages.
    pub fn directions(&self) -> impl Iterator<Item = (Address, Address, bool)> {
        self.directions
            .iter()
            .flatten()
            .map(|direction| (direction.ends.0, direction.ends.1, direction.up))
    }

    /// The messages in flight, oldest first.
    pub fn messages(&self) -> impl Iterator<Item = &InFlightMessage> {
        self.messages.iter()
    }

    /// The number of the next message.
    pub(crate) fn next_id(&self) -> MessageId {
        MessageId(self.next_id)
    }

    /// Whether a direction is stalled; `None` if there is no such link.
    pub fn is_stalled(&self, from: Address, to: Address) -> Option<bool> {
        self.direction(from, to).map(|direction| direction.stalled)
    }

    /// The settings of a direction; `None` if there is no such link.
    pub fn link_config(&self, from: Address, to: Address) -> Option<LinkConfig> {
        self.direction(from, to).map(|direction| direction.config)
    }

    /// Sends a message. Returns whether the link duplicates it; the caller then sends the copy.
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

    /// Sends the copy of a duplicated message. It is neither lost nor duplicated at random.
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

    /// A message in flight.
    pub fn message(&self, id: MessageId) -> Option<&InFlightMessage> {
        let place = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        self.messages.get(place)
    }

    /// Removes a message before it arrives or is lost.
    pub(crate) fn take_off(
        &mut self,
        id: MessageId,
        event_queue: &mut EventQueue,
    ) -> Option<InFlightMessage> {
        let message = self.take(id)?;
        message.key.into_iter().for_each(|key| event_queue.remove(key));
        Some(message)
    }

    /// Removes a message.
    pub(crate) fn take(&mut self, id: MessageId) -> Option<InFlightMessage> {
        // The oldest message is usually the one that ends, so no search is needed.
        if self.messages.first().is_some_and(|oldest| oldest.id == id) {
            return Some(self.messages.remove(0));
        }
        let place = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        Some(self.messages.remove(place))
    }

    /// Changes the settings of a direction for the messages that are sent from now on.
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

    /// The index of a direction. It is computed several times for each message, so it must not
    /// search.
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
