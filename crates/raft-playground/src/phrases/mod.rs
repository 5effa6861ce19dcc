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
mod nodes;
pub(crate) mod packets;
mod quorums;
pub(crate) mod rules;
mod suggestions;
mod transcript;
mod upcoming;
mod violations;
pub(crate) mod vocabulary;
mod why;

use raft_sim::raft_core::{Entry, Payload, Timer};
use raft_sim::{Address, Record, RecordKind, Request, Simulation};

use crate::intent::Breakpoint;
use crate::text::seconds;

pub(crate) use branches::{branch, new_branch, other_branch};
pub(crate) use clients::{client_status, request};
pub(crate) use command_phrases::phrase;
pub(crate) use guarantees::{lack_of_progress, undecided};
pub(crate) use marks::mark;
pub(crate) use menus::{menu_subtitle, toggle_link};
pub(crate) use messages::{arrival, fate};
pub(crate) use nodes::{describe_node, node_status};
pub(crate) use rules::rule_sentence;
pub(crate) use suggestions::{cut_off_leader, send, send_to_old_leader, start_again, stop_leader};
pub(crate) use transcript::{line, write};
pub(crate) use upcoming::{due, upcoming_command, upcoming_event, when};
pub(crate) use violations::{facts, violated};
pub use why::Compared;
pub(crate) use why::{Answer, Past, answer_now, explain_record, unanswered, why_sent};

/// The sentence before anything has happened.
pub(crate) const OPENING: &str =
    "Nobody leads yet. Whoever’s timer closes first will ask the others for their votes.";

/// The sentence at a moment before which nothing happened.
pub(crate) const QUIET: &str = "Nothing has happened for two seconds.";

/// A sentence about a record; none if there is nothing to say.
pub(crate) fn tell(record: &Record, simulation: &Simulation) -> Option<String> {
    let node = record.subject.and_then(Address::node);
    match &record.kind {
        RecordKind::Commanded(command) => Some(commands::tell(command, simulation)),
        RecordKind::Protocol(event) => events::tell(node?, event, simulation),
        RecordKind::Crashed { lost_writes, .. } => {
            let disk = simulation.host(node?).disk.state();
            Some(nodes::crash(node?, *lost_writes, disk))
        }
        RecordKind::TailLost { first, last } => Some(nodes::tail_lost(node?, *first, *last)),
        RecordKind::Administered { request, answer } => {
            Some(administration::tell(node?, request, *answer))
        }
        RecordKind::RefusedToStart { reason } => {
            Some(format!("{} cannot start: {reason}.", Address::Node(node?)))
        }
        RecordKind::TimerFired(Timer::Heartbeat) => leaders::heartbeat(simulation, node?),
        RecordKind::Applied { entry, .. } => leaders::applied_by_all(simulation, entry),
        RecordKind::Settled { serial, status } => {
            let Some(Address::Client(client)) = record.subject else { return None };
            let client = simulation.clients().get(client.0 as usize)?;
            let operation = client.operations().iter().find(|other| other.serial == *serial)?;
            Some(clients::settled(record.subject?, operation, status))
        }
        RecordKind::Violated(what) => Some(violations::tell(what, simulation)),
        _ => None,
    }
}

/// Why playback stopped.
pub(crate) fn paused(breakpoint: Breakpoint) -> String {
    format!("Paused: {}.", breakpoint.name())
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
