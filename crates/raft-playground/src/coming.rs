//! What happens next: every event that is due, as things stand now, in a few words.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Due, MessageKind, Simulation, Time};

use crate::inspector::{Shape, Writer};
use crate::session::Session;
use crate::words;

/// Lists the next things to happen, soonest first, no more than so many.
pub(crate) fn draw(session: &Session, most: usize, page: &mut Writer) {
    let simulation = session.simulation();
    let mut commands = simulation.coming_commands().iter().peekable();
    let mut events = simulation.agenda().iter().peekable();
    page.open(Shape::List, "coming");
    let mut count = 0;
    while count < most {
        let event_at = events.peek().map(|(at, _)| *at);
        // Commands come after the events of their instant.
        let command = commands.next_if(|timed| event_at.is_none_or(|event| timed.at < event));
        let (at, what) = match command {
            Some(timed) => {
                (timed.at, Some(format!("by hand: {}", words::deed(&timed.command).to_do())))
            }
            None => match events.next() {
                Some((at, due)) => (at, sentence(simulation, due)),
                None => break,
            },
        };
        if let Some(what) = what {
            count += 1;
            page.open(Shape::Item, "");
            page.add(Shape::Time, &when(session, at));
            page.add(Shape::Text, &what);
            page.close();
        }
    }
    page.close();
}

/// An instant in words. While time stands still, how long it is until then: `in 12.0 ms`. Otherwise
/// that would be out of date at once, and it says at which time: `1.954 s`.
pub(crate) fn when(session: &Session, at: Time) -> String {
    if session.playing {
        return words::seconds(at.0);
    }
    match at.since(session.simulation().now()) {
        Micros(0) => "now".into(),
        Micros(micros @ 1_000_000..) => format!("in {}", words::seconds(micros)),
        Micros(micros) => format!("in {}.{} ms", micros / 1000, micros / 100 % 10),
    }
}

/// What will happen; none for a message that is gone.
fn sentence(simulation: &Simulation, due: Due) -> Option<String> {
    Some(match due {
        Due::Message(id) => {
            let flight = simulation.network().flights().find(|flight| flight.id == id)?;
            let (from, to) = (flight.from, flight.to);
            let kind = MessageKind::of(&flight.packet);
            let is_down = |node| simulation.host(node).process.is_none();
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
