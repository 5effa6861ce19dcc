//! What happens next: every event that is due, as things stand now, in a few words.

use std::rc::Rc;

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Due, MessageKind, Simulation, Time};

use crate::session::Session;
use crate::words;

/// Something that will happen unless something else comes first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComingView {
    /// When, in simulated microseconds since the run began.
    pub at_us: u64,
    /// The same in words. While time stands still, how long it is until then: `in 12.0 ms`.
    /// Otherwise that would be out of date at once, and it says at which time: `1.954 s`.
    pub when: Rc<str>,
    /// What: `B’s election timer runs out`.
    pub what: Rc<str>,
}

/// The next things to happen, soonest first, no more than so many.
pub(crate) fn draw(session: &Session, most: usize) -> Vec<ComingView> {
    let simulation = session.simulation();
    let mut commands = simulation.coming_commands().iter().peekable();
    let mut events = simulation.agenda().iter().peekable();
    let mut coming = Vec::new();
    while coming.len() < most {
        let event_at = events.peek().map(|(at, _)| *at);
        // Commands come after the events of their instant.
        let command = commands.next_if(|timed| event_at.is_none_or(|event| timed.at < event));
        let (at, what) = match command {
            Some(timed) => {
                (timed.at, Some(format!("by hand: {}", words::deed(&timed.command).to_do)))
            }
            None => match events.next() {
                Some((at, due)) => (at, sentence(simulation, due)),
                None => break,
            },
        };
        if let Some(what) = what {
            let when = when(session, at).into();
            coming.push(ComingView { at_us: at.0, when, what: what.into() });
        }
    }
    coming
}

/// An instant in words: how long it is until then, while time stands still.
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
