//! What becomes of messages in transit.

use raft_sim::{InFlightMessage, Loss};

use crate::text::{Sentence, say};

/// When a message arrives or is lost, as things stand.
pub(crate) fn arrival(in_flight: &InFlightMessage) -> Sentence {
    match in_flight.death {
        _ if in_flight.is_held_up() => say::message_held(),
        Some(death) => say::message_will_be_lost(in_flight.sent_at, death.at),
        None => say::message_arrives(in_flight.sent_at, in_flight.arrives_at),
    }
}

/// Why a message does not arrive; none if it does, as things stand.
pub(crate) fn fate(in_flight: &InFlightMessage) -> Option<Sentence> {
    if in_flight.is_held_up() {
        return Some(say::fate_held());
    }
    Some(match in_flight.death?.loss {
        Loss::Cut => say::fate_cut(),
        Loss::Random => say::fate_random(),
        Loss::Overflow => say::fate_overflow(),
        Loss::Dropped | Loss::Down => say::fate_lost(),
    })
}
