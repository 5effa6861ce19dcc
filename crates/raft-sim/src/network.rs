//! Links and the messages on them. Each direction of a link is apart; a message on a direction
//! that is cut dies where the cut is.

use raft_core::{Message, Micros};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::agenda::{Agenda, Due, Slot};
use crate::client::Answer;
use crate::kv::Request;
use crate::random::{Concern, Stream};
use crate::time::Time;

/// Counts the messages of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct MessageId(pub u64);

/// How well one direction of a link carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quality {
    /// The least time a message takes.
    pub latency: Micros,
    /// How much longer it may take, drawn evenly.
    pub jitter: Micros,
    /// How many of a thousand messages are lost at random.
    pub loss_permille: u16,
}

impl Default for Quality {
    /// 20 ms and up to 4 ms more, without loss.
    fn default() -> Self {
        Self { latency: Micros::from_millis(20), jitter: Micros::from_millis(4), loss_permille: 0 }
    }
}

/// What a message carries.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Packet {
    /// From node to node.
    Raft(Message),
    /// From a client to a node.
    Request(Request),
    /// From a node to a client.
    Answer(Answer),
}

/// How a message was lost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The link was cut.
    Cut,
    /// The link loses messages at random.
    Random,
    /// The receiver was not running.
    Down,
}

/// Where a message dies on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Death {
    /// When.
    pub at: Time,
    /// How far on its way, in thousandths.
    pub place_permille: u16,
    /// Why.
    pub loss: Loss,
}

/// A message on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flight {
    /// Its number.
    pub id: MessageId,
    /// Who sent it.
    pub from: Address,
    /// Whom it is for.
    pub to: Address,
    /// What it carries.
    pub packet: Packet,
    /// When it was sent.
    pub sent_at: Time,
    /// When it arrives, if nothing happens to it.
    pub arrives_at: Time,
    /// Where it will be lost, as things stand.
    pub death: Option<Death>,
    /// The record of its sending.
    pub(crate) cause: u64,
    /// Drawn when it was sent: the link loses it at random here.
    doom_permille: Option<u16>,
    slot: Slot,
}

/// One direction of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Lane {
    ends: (Address, Address),
    up: bool,
    quality: Quality,
    latency: Stream,
    loss: Stream,
}

/// All links, and all messages on them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// In the order of their ends.
    lanes: Vec<Lane>,
    /// The oldest first.
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
                if from == to || both_clients {
                    continue;
                }
                let which = (number(from), number(to));
                let latency = Stream::new(seed, Concern::Latency, which);
                let loss = Stream::new(seed, Concern::Loss, which);
                lanes.push(Lane { ends: (from, to), up: true, quality, latency, loss });
            }
        }
        Self { lanes, flights: Vec::new(), next_id: 0 }
    }

    /// Whether messages pass from one end to the other; none if there is no such link.
    pub fn is_up(&self, from: Address, to: Address) -> Option<bool> {
        self.lane(from, to).map(|lane| lane.up)
    }

    /// Every direction of every link, and whether it is up.
    pub fn directions(&self) -> impl Iterator<Item = (Address, Address, bool)> {
        self.lanes.iter().map(|lane| (lane.ends.0, lane.ends.1, lane.up))
    }

    /// The messages on their way, oldest first.
    pub fn flights(&self) -> impl Iterator<Item = &Flight> {
        self.flights.iter()
    }

    /// The number of the message that is sent next.
    pub(crate) fn next_id(&self) -> MessageId {
        MessageId(self.next_id)
    }

    /// Puts a message on its way. Between ends without a link it is lost at once.
    pub(crate) fn send(
        &mut self,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        agenda: &mut Agenda,
    ) {
        let Some(lane) = self.lane_mut(from, to) else { return };
        let Quality { latency, jitter, loss_permille } = lane.quality;
        let travel = Micros(latency.0 + lane.latency.up_to(jitter.0));
        let lost = lane.loss.up_to(999) < u64::from(loss_permille);
        // Drawn even if unused, so that a different loss rate leaves later draws in place.
        let place = u16::try_from(350 + lane.loss.up_to(300)).ok();
        let id = self.next_id();
        self.next_id += 1;
        let slot = agenda.add(now + travel, Due::Message(id));
        let mut flight = Flight {
            id,
            from,
            to,
            packet,
            sent_at: now,
            arrives_at: now + travel,
            death: None,
            cause,
            doom_permille: place.filter(|_| lost),
            slot,
        };
        self.decide_fate(&mut flight, now, agenda);
        self.flights.push(flight);
    }

    /// Takes a message off its way.
    pub(crate) fn take(&mut self, id: MessageId) -> Option<Flight> {
        let place = self.flights.binary_search_by_key(&id, |flight| flight.id).ok()?;
        Some(self.flights.remove(place))
    }

    /// Cuts or mends one direction; messages that have not passed the place are affected. Says
    /// whether anything changed.
    pub(crate) fn set_up(
        &mut self,
        (from, to): (Address, Address),
        up: bool,
        now: Time,
        agenda: &mut Agenda,
    ) -> bool {
        match self.lane_mut(from, to) {
            Some(lane) if lane.up != up => lane.up = up,
            _ => return false,
        }
        let mut flights = core::mem::take(&mut self.flights);
        for flight in &mut flights {
            let ends = (flight.from, flight.to);
            if ends == (from, to) || ends == (to, from) {
                self.decide_fate(flight, now, agenda);
            }
        }
        self.flights = flights;
        true
    }

    /// How far on its way a message meets the cut, in thousandths: in the middle if the link is
    /// cut both ways, near the receiver if only this direction is. None if it is up.
    pub fn cut_permille(&self, from: Address, to: Address) -> Option<u16> {
        match (self.is_up(from, to)?, self.is_up(to, from)?) {
            (true, _) => None,
            (false, false) => Some(500),
            (false, true) => Some(750),
        }
    }

    fn lane(&self, from: Address, to: Address) -> Option<&Lane> {
        let place = self.lanes.binary_search_by_key(&(from, to), |lane| lane.ends).ok()?;
        self.lanes.get(place)
    }

    fn lane_mut(&mut self, from: Address, to: Address) -> Option<&mut Lane> {
        let place = self.lanes.binary_search_by_key(&(from, to), |lane| lane.ends).ok()?;
        self.lanes.get_mut(place)
    }

    fn decide_fate(&self, flight: &mut Flight, now: Time, agenda: &mut Agenda) {
        let meets = |place_permille: u16, loss| {
            let travel = flight.arrives_at.since(flight.sent_at).0;
            let at = flight.sent_at + Micros(travel * u64::from(place_permille) / 1000);
            Death { at, place_permille, loss }
        };
        let doom = flight.doom_permille.map(|place| meets(place, Loss::Random));
        let cut = self
            .cut_permille(flight.from, flight.to)
            .map(|place| meets(place, Loss::Cut))
            .filter(|death| death.at >= now);
        let death = [doom, cut].into_iter().flatten().min_by_key(|death| death.at);
        if death != flight.death {
            flight.death = death;
            agenda.remove(flight.slot);
            let at = death.map_or(flight.arrives_at, |death| death.at);
            flight.slot = agenda.add(at, Due::Message(flight.id));
        }
    }
}

/// A number for each address, so that each link has its own streams.
fn number(address: Address) -> u32 {
    match address {
        Address::Node(node) => node.0,
        Address::Client(client) => 1 << 16 | client.0,
    }
}
