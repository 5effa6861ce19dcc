//! What happens next, in words.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Command, Due, MessageKind, Simulation, Time};

use super::{phrase, seconds};
use crate::query;

/// In the place of an instant, where a clock stands still or a disk is stuck.
pub(crate) const NOT_UNTIL_IT_WORKS: &str = "not until it works again";

/// An instant. While time stands still, how long it is until then: `in 12.0 ms`. Otherwise that
/// would be out of date at once, and it says at which time: `1.954 s`.
pub(crate) fn when(at: Time, now: Time, is_playing: bool) -> String {
    if is_playing {
        return seconds(at.0);
    }
    match at.since(now) {
        Micros(0) => "now".into(),
        Micros(micros @ 1_000_000..) => format!("in {}", seconds(micros)),
        Micros(micros) => format!("in {}.{} ms", micros / 1000, micros / 100 % 10),
    }
}

/// A command that will be carried out.
pub(crate) fn upcoming_command(command: &Command) -> String {
    format!("by hand: {}", phrase(command).to_do())
}

/// An event that is due; none for a message that is gone.
pub(crate) fn upcoming_event(simulation: &Simulation, due: Due) -> Option<String> {
    Some(match due {
        Due::Message(id) => {
            let flight = simulation.network().flight(id)?;
            let (from, to) = (flight.from, flight.to);
            let kind = MessageKind::of(&flight.packet);
            let is_down = |node| query::running_node(simulation, node).is_none();
            if flight.death.is_some() {
                format!("{from}’s {kind} to {to} is lost on its way")
            } else if to.node().is_some_and(is_down) {
                format!("{from}’s {kind} finds {to} stopped")
            } else {
                format!("{from}’s {kind} reaches {to}")
            }
        }
        Due::Timer(node, timer) => {
            let what = match timer {
                Timer::Election => "election timer runs out",
                Timer::Heartbeat => "next heartbeats are due",
                Timer::Quorum => "count of who has answered is due",
                Timer::Transfer => "time to hand over is up",
            };
            format!("{}’s {what}", Address::Node(node))
        }
        Due::Sync(node) => format!("{}’s disk completes a write", Address::Node(node)),
        Due::Patience(client, serial) => {
            let operations = simulation.clients().get(client.0 as usize)?.operations();
            let operation = operations.iter().rev().find(|other| other.serial == serial)?;
            format!("{} stops waiting for {}", Address::Client(client), operation.operation)
        }
    })
}
