//! What becomes of messages under way when their link changes.

use raft_core::Micros;

use super::Network;
use super::flight::{Death, Flight, Loss, MessageId};
use crate::address::Address;
use crate::agenda::{Agenda, Due};
use crate::time::Time;

impl Network {
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
                self.decide_again(flight, now, agenda);
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
                self.schedule(flight, now, agenda);
            }
        }
        self.flights = flights;
    }

    /// Lets a message on its way take longer.
    pub(crate) fn delay(&mut self, id: MessageId, by: Micros, now: Time, agenda: &mut Agenda) {
        let Ok(place) = self.flights.binary_search_by_key(&id, |flight| flight.id) else { return };
        let mut flight = self.flights.remove(place);
        flight.arrives_at = flight.arrives_at + by;
        if let Some(slot) = flight.slot.take() {
            agenda.remove(slot);
            self.schedule(&mut flight, now, agenda);
        }
        self.flights.insert(place, flight);
    }

    /// How far on its way a message meets the cut, in thousandths: in the middle if the link is
    /// cut both ways, near the receiver if only this direction is. None if it is up.
    pub fn cut_permille(&self, from: Address, to: Address) -> Option<u16> {
        if self.is_up(from, to)? {
            return None;
        }
        Some(if self.is_up(to, from)? { 750 } else { 500 })
    }

    /// Lets a message be heard of where it dies, or when it arrives, as things stand now.
    pub(super) fn schedule(&self, flight: &mut Flight, now: Time, agenda: &mut Agenda) {
        flight.death = None;
        let mut at = flight.arrives_at;
        if let Some(death) = self.fate(flight, now) {
            flight.death = Some(death);
            at = death.at.max(now);
        }
        flight.slot = Some(agenda.add(at, Due::Message(flight.id)));
    }

    /// The same for a message that may have been scheduled, if things are different now. It keeps
    /// its turn if they are not.
    fn decide_again(&self, flight: &mut Flight, now: Time, agenda: &mut Agenda) {
        if let Some(slot) = flight.slot
            && self.fate(flight, now) != flight.death
        {
            agenda.remove(slot);
            self.schedule(flight, now, agenda);
        }
    }

    /// Where a message dies; none if it arrives.
    fn fate(&self, flight: &Flight, now: Time) -> Option<Death> {
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
        [doom, cut].into_iter().flatten().min_by_key(|death| death.at)
    }
}
