//! Chooses the sentence for an event, a state or an action.

mod administration;
mod branches;
mod clients;
mod command_phrases;
mod commands;
mod events;
mod goals;
mod guarantees;
mod leaders;
mod marks;
mod menus;
mod messages;
mod nodes;
pub(crate) mod packets;
mod past;
mod reason;
pub(crate) mod rules;
mod settings;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests;
mod transcript;
mod upcoming;
mod violations;
pub(crate) mod vocabulary;
mod why;

use raft_sim::raft_core::Timer;
use raft_sim::{Address, Record, RecordKind};

use crate::intent::Breakpoint;
use crate::text::{Sentence, say};

pub(crate) use branches::{branch, new_branch, other_branch};
pub(crate) use clients::{client_status, not_an_operation, request};
pub(crate) use command_phrases::command_to_do;
pub(crate) use goals::{act, acts, goal};
pub(crate) use guarantees::{lack_of_progress, undecided};
pub(crate) use marks::mark;
pub(crate) use menus::{menu_subtitle, toggle_link};
pub(crate) use messages::{arrival, fate};
pub(crate) use nodes::{describe_node, node_status};
pub(crate) use past::Past;
pub use reason::Compared;
pub(crate) use reason::Explanation;
pub(crate) use settings::{advice, bad_value};
pub(crate) use transcript::{line, write};
pub(crate) use upcoming::{due, upcoming_command, upcoming_event, when};
pub(crate) use violations::facts;
pub(crate) use why::{explain_now, explain_record, unanswered, why_sent};

/// A sentence about a record; none if there is nothing to say.
pub(crate) fn describe(record: &Record, past: &Past) -> Option<Sentence> {
    let simulation = past.simulation;
    let node = record.subject.and_then(Address::node);
    match &record.kind {
        RecordKind::Commanded(command) => commands::describe(command, past),
        RecordKind::Protocol(_) => events::sentence(&events::NodeEvent::of(record, past)?),
        RecordKind::Crashed { lost_writes, torn } => {
            Some(nodes::crash(node?, *lost_writes, *torn, simulation))
        }
        RecordKind::TailLost { first, last } => Some(nodes::tail_lost(node?, *first, *last)),
        RecordKind::Administered { request, answer } => {
            administration::describe(node?, request, *answer)
        }
        RecordKind::RefusedToStart { .. } => {
            Some(say::node_cannot_start(node?, nodes::damage(node?, simulation)))
        }
        RecordKind::TimerFired(Timer::Heartbeat) => leaders::heartbeat(simulation, node?),
        RecordKind::Applied { entry, .. } => leaders::applied_by_all(simulation, entry),
        RecordKind::Settled { serial, status } => {
            let Some(Address::Client(client)) = record.subject else { return None };
            let client = simulation.clients().get(client.0 as usize)?;
            let operation = client.operations().iter().find(|other| other.serial == *serial)?;
            let is_safe = crate::query::weakness(simulation, record.at).is_none();
            Some(clients::settled(record.subject?, operation, status, is_safe))
        }
        RecordKind::Violated(what) => Some(violations::broken(what, simulation)),
        _ => None,
    }
}

/// Why playback stopped.
pub(crate) fn paused(breakpoint: Breakpoint) -> Sentence {
    say::paused_on(breakpoint.name())
}
