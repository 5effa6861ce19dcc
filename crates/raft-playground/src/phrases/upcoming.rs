//! What happens next.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{ClientOperation, Command, DiskState, ScheduledEvent, Simulation, Status, Time};

use super::{command_to_do, packets};
use crate::query;
use crate::text::{Sentence, Words, say};

/// A moment. While time stands still, how long it is until then: `in 12.0 ms`. While time goes on
/// that would be out of date at once, so it is the moment itself: `1.954 s`.
pub(crate) fn when(at: Time, now: Time, is_playing: bool) -> Words {
    if is_playing { at.into() } else { time_until(at, now).into() }
}

/// When something is due, after its name: `in 12.0 ms`, or `at 1.954 s` while time goes on.
pub(crate) fn due(at: Time, now: Time, is_playing: bool) -> Sentence {
    if is_playing { say::at_time(at) } else { time_until(at, now) }
}

fn time_until(at: Time, now: Time) -> Sentence {
    match at.since(now) {
        Micros(0) => say::now(),
        due => say::in_time(due),
    }
}

/// A command that will be carried out. A script may have it, or else the user gave it.
pub(crate) fn upcoming_command(command: &Command, by_script: bool) -> Sentence {
    let action = command_to_do(command);
    if by_script { say::next_script_action(action) } else { say::next_your_action(action) }
}

/// An event that is due; none for a message that is gone.
pub(crate) fn upcoming_event(simulation: &Simulation, due: ScheduledEvent) -> Option<Sentence> {
    Some(match due {
        ScheduledEvent::Message(id) => {
            let in_flight = simulation.network().message(id)?;
            let to = in_flight.to;
            let message = packets::message(&in_flight.packet, in_flight.from, to);
            let is_down = |node| query::running_node(simulation, node).is_none();
            if in_flight.death.is_some() {
                say::next_lost(message)
            } else if to.node().is_some_and(is_down) {
                say::next_finds_stopped(message, to)
            } else {
                say::next_arrives(message)
            }
        }
        ScheduledEvent::Timer(node, Timer::Election) => say::next_election_timer(node),
        // A frozen node does what its timers are for when it resumes.
        ScheduledEvent::Timer(node, Timer::Heartbeat | Timer::Quorum)
            if query::is_frozen(simulation, node) =>
        {
            say::next_timer_of_frozen(node)
        }
        ScheduledEvent::Timer(node, Timer::Heartbeat) => say::next_heartbeats(node),
        ScheduledEvent::Timer(node, Timer::Quorum) => say::next_quorum_check(node),
        ScheduledEvent::Timer(node, Timer::Transfer) => say::next_transfer_timeout(node),
        ScheduledEvent::Sync(node) if simulation.host(node).disk.state() == DiskState::Fails => {
            say::next_disk_write_fails(node)
        }
        ScheduledEvent::Sync(node) => say::next_disk_write(node),
        ScheduledEvent::ClientTimeout(client, serial) => {
            let operations = simulation.clients().get(client.0 as usize)?.operations();
            let is_it = |other: &&ClientOperation| {
                other.serial == serial && other.status == Status::Waiting
            };
            let operation = operations.iter().rev().find(is_it)?;
            say::next_client_timeout(client, operation.operation.to_string())
        }
    })
}
