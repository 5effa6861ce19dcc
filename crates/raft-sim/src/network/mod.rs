//! All links, and all messages on them. Each direction of a link is apart; a message on a direction
//! that is cut dies where the cut is.

mod fate;
mod flight;
mod lane;

use crate::address::Address;
use crate::agenda::Agenda;
use crate::message_kind::MessageKind;
use crate::quality::Quality;
use crate::time::Time;

pub use flight::{Death, Flight, Loss, MessageId, Packet};
use lane::{Lane, Passage};

/// All links, and all messages on them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// A square of all ends, nodes before clients: in each row what leads away from one of them.
    /// Nothing leads to itself, nor from client to client.
    lanes: Vec<Option<Lane>>,
    nodes: usize,
    ends: usize,
    /// The oldest first. Most end in about the order in which they began.
    flights: Vec<Flight>,
    next_id: u64,
}

impl Network {
    /// Links every node with every other and with every client, each direction of `quality`.
    pub(crate) fn new(nodes: &[Address], clients: &[Address], quality: Quality, seed: u64) -> Self {
        let ends: Vec<_> = nodes.iter().chain(clients).copied().collect();
        let mut lanes = Vec::new();
        for &from in &ends {
            for &to in &ends {
                let both_clients = clients.contains(&from) && clients.contains(&to);
                let is_link = from != to && !both_clients;
                lanes.push(is_link.then(|| Lane::new((from, to), quality, seed)));
            }
        }
        let (nodes, ends) = (nodes.len(), ends.len());
        Self { lanes, nodes, ends, flights: Vec::new(), next_id: 0 }
    }

    /// Whether messages pass from one end to the other; none if there is no such link.
    pub fn is_up(&self, from: Address, to: Address) -> Option<bool> {
        self.lane(from, to).map(|lane| lane.up)
    }

    /// Every direction of every link, and whether it is up.
    pub fn directions(&self) -> impl Iterator<Item = (Address, Address, bool)> {
        self.lanes.iter().flatten().map(|lane| (lane.ends.0, lane.ends.1, lane.up))
    }

    /// The messages on their way, oldest first.
    pub fn flights(&self) -> impl Iterator<Item = &Flight> {
        self.flights.iter()
    }

    /// The number of the message that is sent next.
    pub(crate) fn next_id(&self) -> MessageId {
        MessageId(self.next_id)
    }

    /// Whether one direction holds messages up; none if there is no such link.
    pub fn is_clogged(&self, from: Address, to: Address) -> Option<bool> {
        self.lane(from, to).map(|lane| lane.clogged)
    }

    /// How well one direction carries; none if there is no such link.
    pub fn quality(&self, from: Address, to: Address) -> Option<Quality> {
        self.lane(from, to).map(|lane| lane.quality)
    }

    /// Puts a message on its way. Says whether the link doubles it; the second is to be launched
    /// likewise.
    pub(crate) fn send(
        &mut self,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        agenda: &mut Agenda,
    ) -> bool {
        let id = self.next_id();
        let Some(lane) = self.lane_mut(from, to) else { return false };
        let Passage { arrives_at, doom, doubled } = lane.admit(&packet, now);
        let (death, slot) = (None, None);
        let flight =
            Flight { id, from, to, packet, sent_at: now, arrives_at, death, cause, doom, slot };
        self.launch(flight, now, agenda);
        doubled
    }

    /// Puts the second of a doubled message on its way. It is neither lost nor doubled at random.
    pub(crate) fn send_again(
        &mut self,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        agenda: &mut Agenda,
    ) {
        let id = self.next_id();
        let Some(lane) = self.lane_mut(from, to) else { return };
        let arrives_at = lane.admit_again(now);
        let (death, doom, slot) = (None, None, None);
        let flight =
            Flight { id, from, to, packet, sent_at: now, arrives_at, death, cause, doom, slot };
        self.launch(flight, now, agenda);
    }

    fn launch(&mut self, mut flight: Flight, now: Time, agenda: &mut Agenda) {
        self.next_id += 1;
        let held_up = self.lane(flight.from, flight.to).is_some_and(|lane| lane.clogged && lane.up);
        if !held_up {
            self.schedule(&mut flight, now, agenda);
        }
        self.flights.push(flight);
    }

    /// A message on its way.
    pub fn flight(&self, id: MessageId) -> Option<&Flight> {
        let place = self.flights.binary_search_by_key(&id, |flight| flight.id).ok()?;
        self.flights.get(place)
    }

    /// Takes a message off its way before its end.
    pub(crate) fn take_off(&mut self, id: MessageId, agenda: &mut Agenda) -> Option<Flight> {
        let flight = self.take(id)?;
        flight.slot.into_iter().for_each(|slot| agenda.remove(slot));
        Some(flight)
    }

    /// Takes a message off its way.
    pub(crate) fn take(&mut self, id: MessageId) -> Option<Flight> {
        // The oldest is most often the one that ends: then nothing need be searched or moved.
        if self.flights.first().is_some_and(|oldest| oldest.id == id) {
            return Some(self.flights.remove(0));
        }
        let place = self.flights.binary_search_by_key(&id, |flight| flight.id).ok()?;
        Some(self.flights.remove(place))
    }

    /// Sets how well one direction carries what is sent from now on.
    pub(crate) fn set_quality(&mut self, (from, to): (Address, Address), quality: Quality) {
        if let Some(lane) = self.lane_mut(from, to) {
            lane.quality = quality;
        }
    }

    /// Loses the next message of a kind on one direction.
    pub(crate) fn drop_next(&mut self, (from, to): (Address, Address), kind: MessageKind) {
        if let Some(lane) = self.lane_mut(from, to) {
            lane.awaited.push(kind);
        }
    }

    fn lane(&self, from: Address, to: Address) -> Option<&Lane> {
        self.lanes.get(self.place(from, to)?)?.as_ref()
    }

    fn lane_mut(&mut self, from: Address, to: Address) -> Option<&mut Lane> {
        let place = self.place(from, to)?;
        self.lanes.get_mut(place)?.as_mut()
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
