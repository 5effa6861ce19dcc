//! Links and the messages on them. Each direction of a link is apart; a message on a direction
//! that is cut dies where the cut is.

use std::collections::VecDeque;

use raft_core::{Body, Message, Micros};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::agenda::{Agenda, Due, Slot};
use crate::client::Answer;
use crate::kv::Request;
use crate::message_kind::MessageKind;
use crate::quality::Quality;
use crate::random::{Concern, Stream};
use crate::time::Time;

/// For how long messages queue before a link that carries so many bytes a second. What comes then
/// is lost, as at any router.
const LONGEST_QUEUE: Micros = Micros::from_millis(500);

/// Counts the messages of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub u64);

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

impl Packet {
    /// About how many bytes it has: what a plain encoding of its fields takes.
    fn bytes(&self) -> usize {
        const FIELDS: usize = 48;
        const ENTRY: usize = 20;
        FIELDS
            + match self {
                Self::Raft(message) => match &message.body {
                    Body::AppendEntries { entries, .. } => {
                        entries.iter().map(|entry| ENTRY + entry.payload.len()).sum()
                    }
                    Body::InstallSnapshot(chunk) => chunk.data.len(),
                    Body::Forward { command, .. } => command.len(),
                    _ => 0,
                },
                Self::Request(request) => request.encode().len(),
                Self::Answer(_) => 0,
            }
    }
}

/// How a message was lost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The link was cut.
    Cut,
    /// The link loses messages at random.
    Random,
    /// Somebody took it off its way.
    Dropped,
    /// More was sent than the link can carry.
    Overflow,
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
    /// Decided when it was sent: it is lost here, whatever becomes of the link.
    doom: Option<(u16, Loss)>,
    /// When it is next heard of; none while it is held up.
    slot: Option<Slot>,
}

impl Flight {
    /// How far it has come, in thousandths of its way.
    pub fn progress_permille(&self, now: Time) -> u16 {
        let whole = self.arrives_at.since(self.sent_at).0.max(1);
        let gone = now.since(self.sent_at).0.min(whole);
        u16::try_from(gone.saturating_mul(1000) / whole).unwrap_or(1000)
    }

    /// Whether it waits because its link is clogged.
    pub fn is_held_up(&self) -> bool {
        self.slot.is_none()
    }
}

/// One direction of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Lane {
    ends: (Address, Address),
    up: bool,
    clogged: bool,
    quality: Quality,
    /// When the wire is free again.
    free_at: Time,
    /// Kinds of which the next message is lost.
    awaited: Vec<MessageKind>,
    latency: Stream,
    loss: Stream,
    doubling: Stream,
}

/// All links, and all messages on them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// In the order of their ends.
    lanes: Vec<Lane>,
    /// The oldest first. Most end in about the order in which they began.
    flights: VecDeque<Flight>,
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
                let doubling = Stream::new(seed, Concern::Doubling, which);
                lanes.push(Lane {
                    ends: (from, to),
                    up: true,
                    clogged: false,
                    quality,
                    free_at: Time::default(),
                    awaited: Vec::new(),
                    latency,
                    loss,
                    doubling,
                });
            }
        }
        Self { lanes, flights: VecDeque::new(), next_id: 0 }
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

    /// Whether one direction holds messages up; none if there is no such link.
    pub fn is_clogged(&self, from: Address, to: Address) -> Option<bool> {
        self.lane(from, to).map(|lane| lane.clogged)
    }

    /// How well one direction carries; none if there is no such link.
    pub fn quality(&self, from: Address, to: Address) -> Option<Quality> {
        self.lane(from, to).map(|lane| lane.quality)
    }

    /// Whether one direction doubles messages at all.
    pub(crate) fn may_double(&self, from: Address, to: Address) -> bool {
        self.quality(from, to).is_some_and(|quality| quality.duplicate_permille > 0)
    }

    /// Puts a message on its way. Says whether the link doubles it; the second is to be launched
    /// likewise.
    pub(crate) fn send(
        &mut self,
        ends: (Address, Address),
        packet: Packet,
        cause: u64,
        now: Time,
        agenda: &mut Agenda,
    ) -> bool {
        let id = self.next_id();
        let Some(lane) = self.lane_mut(ends.0, ends.1) else { return false };
        let quality = lane.quality;
        let travel = quality.travel(&mut lane.latency);
        let mut begins = now;
        let overflow = lane.free_at.since(now) > LONGEST_QUEUE;
        if quality.bandwidth.is_some() && !overflow {
            begins = lane.free_at.max(now) + quality.on_wire(packet.bytes());
            lane.free_at = begins;
        }
        let lost = lane.loss.up_to(999) < u64::from(quality.loss_permille);
        // Drawn even if unused, so that a different loss rate leaves later draws in place.
        let place = u16::try_from(350 + lane.loss.up_to(300)).unwrap_or(500);
        let kind = MessageKind::of(&packet);
        let awaited = lane.awaited.iter().position(|awaited| awaited.includes(kind));
        let doom = match awaited {
            Some(which) => {
                lane.awaited.remove(which);
                Some((500, Loss::Dropped))
            }
            None if overflow => Some((0, Loss::Overflow)),
            None => lost.then_some((place, Loss::Random)),
        };
        let doubled = quality.duplicate_permille > 0
            && lane.doubling.up_to(999) < u64::from(quality.duplicate_permille);
        let flight = Flight {
            id,
            from: ends.0,
            to: ends.1,
            packet,
            sent_at: now,
            arrives_at: begins + travel,
            death: None,
            cause,
            doom,
            slot: None,
        };
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
        let travel = lane.quality.travel(&mut lane.doubling);
        let arrives_at = now + travel;
        let (death, doom, slot) = (None, None, None);
        let flight =
            Flight { id, from, to, packet, sent_at: now, arrives_at, death, cause, doom, slot };
        self.launch(flight, now, agenda);
    }

    fn launch(&mut self, mut flight: Flight, now: Time, agenda: &mut Agenda) {
        self.next_id += 1;
        let held_up = self.lane(flight.from, flight.to).is_some_and(|lane| lane.clogged && lane.up);
        if !held_up {
            flight.slot = Some(agenda.add(flight.arrives_at, Due::Message(flight.id)));
            self.decide_fate(&mut flight, now, agenda);
        }
        self.flights.push_back(flight);
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
        let place = self.flights.binary_search_by_key(&id, |flight| flight.id).ok()?;
        self.flights.remove(place)
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
            if ends == (from, to) && !up && flight.is_held_up() {
                flight.death = Some(Death { at: now, place_permille: 500, loss: Loss::Cut });
                flight.slot = Some(agenda.add(now, Due::Message(flight.id)));
            }
        }
        self.flights = flights;
        true
    }

    /// Holds one direction up, or lets it flow again and with it all that waited.
    pub(crate) fn set_clogged(
        &mut self,
        (from, to): (Address, Address),
        clogged: bool,
        now: Time,
        agenda: &mut Agenda,
    ) {
        match self.lane_mut(from, to) {
            Some(lane) if lane.clogged != clogged => lane.clogged = clogged,
            _ => return,
        }
        let mut flights = core::mem::take(&mut self.flights);
        for flight in flights.iter_mut().filter(|flight| (flight.from, flight.to) == (from, to)) {
            if clogged {
                flight.slot.take().into_iter().for_each(|slot| agenda.remove(slot));
                flight.death = None;
            } else if flight.slot.is_none() {
                flight.arrives_at = flight.arrives_at.max(now);
                flight.slot = Some(agenda.add(flight.arrives_at, Due::Message(flight.id)));
                self.decide_fate(flight, now, agenda);
            }
        }
        self.flights = flights;
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

    /// Lets a message on its way take longer.
    pub(crate) fn delay(&mut self, id: MessageId, by: Micros, now: Time, agenda: &mut Agenda) {
        let Ok(place) = self.flights.binary_search_by_key(&id, |flight| flight.id) else { return };
        let Some(mut flight) = self.flights.remove(place) else { return };
        flight.arrives_at = flight.arrives_at + by;
        if let Some(slot) = flight.slot.take() {
            agenda.remove(slot);
            flight.death = None;
            flight.slot = Some(agenda.add(flight.arrives_at, Due::Message(flight.id)));
            self.decide_fate(&mut flight, now, agenda);
        }
        self.flights.insert(place, flight);
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
        let doom = flight.doom.map(|(place, loss)| meets(place, loss));
        let cut = self
            .cut_permille(flight.from, flight.to)
            .map(|place| meets(place, Loss::Cut))
            .filter(|death| death.at >= now);
        let death = [doom, cut].into_iter().flatten().min_by_key(|death| death.at);
        if death != flight.death
            && let Some(slot) = flight.slot
        {
            flight.death = death;
            agenda.remove(slot);
            let at = death.map_or(flight.arrives_at, |death| death.at.max(now));
            flight.slot = Some(agenda.add(at, Due::Message(flight.id)));
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
