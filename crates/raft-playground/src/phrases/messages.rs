//! What becomes of messages in transit.

use raft_sim::{InFlightMessage, Loss};

use crate::text::{Sentence, say};

/// When a message arrives or is lost, as things stand.
pub(crate) fn arrival(flight: &InFlightMessage) -> Sentence {
    match flight.death {
        _ if flight.is_held_up() => say::message_held(),
        Some(death) => say::message_will_be_lost(flight.sent_at, death.at),
        None => say::message_arrives(flight.sent_at, flight.arrives_at),
    }
}

/// Why a message does not arrive; none if it does, as things stand.
pub(crate) fn fate(flight: &InFlightMessage) -> Option<Sentence> {
    if flight.is_held_up() {
        return Some(say::fate_held());
    }
    Some(match flight.death?.loss {
        Loss::Cut => say::fate_cut(),
        Loss::Random => say::fate_random(),
        Loss::Overflow => say::fate_overflow(),
        Loss::Dropped | Loss::Down => say::fate_lost(),
    })
}
