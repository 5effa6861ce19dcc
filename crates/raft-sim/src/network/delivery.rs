//! How changes of a link affect messages in flight.

use raft_core::Micros;

use super::Network;
use super::in_flight::{Death, InFlightMessage, Loss};
use crate::address::Address;
use crate::event_queue::{EventQueue, ScheduledEvent};
use crate::message_id::MessageId;
use crate::time::Time;

impl Network {
    /// Cuts or restores one direction. Messages that have not passed the cut are affected. Returns
    /// whether anything changed.
    pub(crate) fn set_up(
        &mut self,
        (from, to): (Address, Address),
        up: bool,
        now: Time,
        event_queue: &mut EventQueue,
    ) -> bool {
        match self.direction_mut(from, to) {
            Some(direction) if direction.up != up => direction.up = up,
            _ => return false,
        }
        let mut messages = core::mem::take(&mut self.messages);
        for message in &mut messages {
            let ends = (message.from, message.to);
            // A message that was held up is lost at once, however far the other direction is.
            let is_lost_now =
                message.death.is_some_and(|death| (death.at, death.loss) == (now, Loss::Cut));
            if (ends == (from, to) || ends == (to, from)) && !is_lost_now {
                self.decide_again(message, now, event_queue);
            }
            if ends == (from, to) && !up && message.is_held_up() {
                message.death = Some(Death { at: now, place_permille: 500, loss: Loss::Cut });
                message.key = Some(event_queue.add(now, ScheduledEvent::Message(message.id)));
            }
        }
        self.messages = messages;
        true
    }

    /// Stalls one direction, or ends the stall and lets the waiting messages continue.
    pub(crate) fn set_stalled(
        &mut self,
        (from, to): (Address, Address),
        stalled: bool,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        match self.direction_mut(from, to) {
            Some(direction) if direction.stalled != stalled => direction.stalled = stalled,
            _ => return,
        }
        let mut messages = core::mem::take(&mut self.messages);
        for message in
            messages.iter_mut().filter(|message| (message.from, message.to) == (from, to))
        {
            if stalled {
                message.key.take().into_iter().for_each(|key| event_queue.remove(key));
                message.death = None;
            } else if message.key.is_none() {
                self.schedule(message, now, event_queue);
            }
        }
        self.messages = messages;
    }

    /// Delays a message in flight.
    pub(crate) fn delay(
        &mut self,
        id: MessageId,
        by: Micros,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        let Ok(place) = self.messages.binary_search_by_key(&id, |message| message.id) else {
            return;
        };
        let mut message = self.messages.remove(place);
        message.arrives_at = message.arrives_at + by;
        if let Some(key) = message.key.take() {
            event_queue.remove(key);
            self.schedule(&mut message, now, event_queue);
        }
        self.messages.insert(place, message);
    }

    /// Where a message meets the cut, in thousandths of its way: in the middle if both directions
    /// are cut, near the receiver if only this one is. `None` if the direction is not cut.
    pub fn cut_permille(&self, from: Address, to: Address) -> Option<u16> {
        if self.is_up(from, to)? {
            return None;
        }
        Some(if self.is_up(to, from)? { 750 } else { 500 })
    }

    /// Schedules the event of a message: its loss or its arrival.
    pub(super) fn schedule(
        &self,
        message: &mut InFlightMessage,
        now: Time,
        event_queue: &mut EventQueue,
    ) {
        message.death = None;
        // A message that was held up may be late already.
        message.arrives_at = message.arrives_at.max(now);
        let mut at = message.arrives_at;
        if let Some(death) = self.delivery(message, now) {
            message.death = Some(death);
            at = death.at.max(now);
        }
        message.key = Some(event_queue.add(at, ScheduledEvent::Message(message.id)));
    }

    /// Reschedules a message if its link has changed. Otherwise the message keeps its place among
    /// events of the same time.
    fn decide_again(&self, message: &mut InFlightMessage, now: Time, event_queue: &mut EventQueue) {
        if let Some(key) = message.key
            && self.delivery(message, now) != message.death
        {
            event_queue.remove(key);
            self.schedule(message, now, event_queue);
        }
    }

    /// Where a message is lost; `None` if it arrives.
    fn delivery(&self, message: &InFlightMessage, now: Time) -> Option<Death> {
        let meets = |place_permille: u16, loss| {
            let travel = message.arrives_at.since(message.sent_at).0;
            let at = message.sent_at + Micros(travel * u64::from(place_permille) / 1000);
            Death { at, place_permille, loss }
        };
        let predetermined_loss = message.predetermined_loss.map(|(place, loss)| meets(place, loss));
        let cut = self
            .cut_permille(message.from, message.to)
            .map(|place| meets(place, Loss::Cut))
            .filter(|death| death.at >= now);
        [predetermined_loss, cut].into_iter().flatten().min_by_key(|death| death.at)
    }
}
