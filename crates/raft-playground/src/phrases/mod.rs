//! Which sentence says what happened, what is so, and what can be done.

mod administration;
mod branches;
mod clients;
mod command_phrases;
mod commands;
mod events;
mod guarantees;
mod leaders;
mod marks;
mod menus;
mod messages;
mod moment;
mod nodes;
pub(crate) mod packets;
mod quorums;
pub(crate) mod rules;
mod transcript;
mod upcoming;
mod violations;
pub(crate) mod vocabulary;
mod why;

use raft_sim::raft_core::{Entry, LogIndex, LogPosition, Payload, Timer};
use raft_sim::{Address, Fact, Record, Request, Time};

use crate::intent::Breakpoint;
use crate::text::{Sentence, say, seconds};

pub(crate) use branches::{branch, new_branch, other_branch};
pub(crate) use clients::{client_status, not_an_operation, request};
pub(crate) use command_phrases::command_to_do;
pub(crate) use guarantees::{NOT_CHECKED, lack_of_progress, undecided};
pub(crate) use marks::mark;
pub(crate) use menus::{menu_subtitle, toggle_link};
pub(crate) use messages::{arrival, fate};
pub(crate) use moment::Moment;
pub(crate) use nodes::{describe_node, node_status};
pub(crate) use rules::rule_sentence;
pub(crate) use transcript::{line, write};
pub(crate) use upcoming::{due, upcoming_command, upcoming_event, when};
pub(crate) use violations::violation;
pub use why::Compared;
pub(crate) use why::{answer_now, explain_record, unanswered, why_sent};

/// A sentence about a record; none if there is nothing to say.
pub(crate) fn tell(record: &Record, moment: &Moment) -> Option<Sentence> {
    let simulation = moment.simulation;
    let node = record.place.and_then(Address::node);
    match &record.fact {
        Fact::Commanded(command) => commands::tell(command, moment),
        Fact::Protocol(event) => events::tell(node?, event, record, moment),
        Fact::Crashed { lost_writes, torn } => {
            Some(nodes::crash(node?, *lost_writes, *torn, simulation))
        }
        Fact::TailLost { first, last } => Some(nodes::tail_lost(node?, *first, *last)),
        Fact::Administered { request, answer } => administration::tell(node?, request, *answer),
        Fact::RefusedToStart { .. } => {
            Some(say::node_cannot_start(node?, nodes::damage(node?, simulation)))
        }
        Fact::TimerFired(Timer::Heartbeat) => leaders::heartbeat(simulation, node?),
        Fact::Applied { entry, .. } => leaders::applied_by_all(simulation, entry),
        Fact::Settled { serial, status } => {
            let Some(Address::Client(client)) = record.place else { return None };
            let client = simulation.clients().get(client.0 as usize)?;
            let operation = client.operations().iter().find(|other| other.serial == *serial)?;
            Some(clients::settled(record.place?, operation, status))
        }
        Fact::Violated(what) => Some(say::value_other(violations::tell(what, simulation))),
        _ => None,
    }
}

/// Why playback stopped.
pub(crate) fn paused(breakpoint: Breakpoint) -> Sentence {
    say::paused_on(breakpoint.name())
}

/// When and where something happened: `2.871 s, at D`.
pub(crate) fn moment_and_place(at: Time, place: Option<Address>) -> String {
    match place {
        Some(place) => format!("{}, at {place}", seconds(at.0)),
        None => seconds(at.0),
    }
}

/// What an entry carries, in the words of the person who sent it.
pub(crate) fn entry(entry: &Entry) -> String {
    match &entry.payload {
        Payload::NoOp => "no-op".into(),
        Payload::Membership(_) => "members".into(),
        Payload::Command(command) => match Request::decode(command) {
            Some(request) => request.operation.to_string(),
            None => "?".into(),
        },
    }
}

/// A place in a log.
fn position(at: LogPosition) -> String {
    if at.index == LogIndex::ZERO {
        return "none".into();
    }
    format!("entry {} of term {}", at.index, at.term)
}

/// So many of so many.
fn of(count: usize, all: usize) -> String {
    format!("{count} of {all}")
}

/// Names as one says them: `A, B and C`.
fn names(addresses: impl IntoIterator<Item = Address>) -> String {
    let addresses: Vec<Address> = addresses.into_iter().collect();
    let mut names = String::new();
    for (place, address) in addresses.iter().enumerate() {
        names.push_str(match place {
            0 => "",
            _ if place + 1 == addresses.len() => " and ",
            _ => ", ",
        });
        names.push_str(&address.to_string());
    }
    names
}
