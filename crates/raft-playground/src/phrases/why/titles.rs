//! Questions about what happened.

use raft_sim::raft_core::{NodeId, Timer};
use raft_sim::{Address, Record, RecordKind, RoleName, Simulation, Status};

use crate::phrases::{events, line};
use crate::text::{Sentence, Words, say};

/// Why what a record tells has happened, as a question.
pub(super) fn title(record: &Record, simulation: &Simulation) -> Sentence {
    let node = record.subject.and_then(Address::node);
    let own = match (&record.kind, record.subject) {
        (RecordKind::Sent(envelope) | RecordKind::Delivered(envelope), _) => {
            Some(say::why_message(envelope.from, envelope.to))
        }
        (RecordKind::Lost { envelope, .. }, _) => Some(say::why_lost(envelope.from, envelope.to)),
        (RecordKind::Settled { status: Status::Unknown, .. }, Some(client)) => {
            Some(say::why_no_answer(client))
        }
        (RecordKind::Settled { status: Status::Done(_) | Status::Failed, .. }, Some(client)) => {
            Some(say::why_answer(client))
        }
        (fact, _) => node.and_then(|node| at_node(fact, node, record)),
    };
    own.unwrap_or_else(|| {
        let event = match line(record, simulation) {
            Words::Sentence(event) => event,
            // Only what a user or a script does: that has no reason.
            _ => say::here_nothing(),
        };
        match record.subject {
            Some(place) => say::why_event(place, event),
            None => say::why_event_nowhere(event),
        }
    })
}

fn at_node(fact: &RecordKind, node: NodeId, record: &Record) -> Option<Sentence> {
    let leads = record.state.as_ref().is_some_and(|state| state.role == RoleName::Leader);
    Some(match fact {
        RecordKind::TimerFired(Timer::Election) => say::why_election_timer(node),
        // A timer that ran out while its node was frozen may count too late.
        RecordKind::TimerFired(_) if !leads => return None,
        RecordKind::TimerFired(Timer::Heartbeat) => say::why_heartbeats(node),
        RecordKind::TimerFired(Timer::Quorum) => say::why_quorum_timer(node),
        RecordKind::TimerFired(Timer::Transfer) => say::why_transfer_timer(node),
        RecordKind::WriteBegan(_) => say::why_write(node),
        RecordKind::RefusedToStart { .. } => say::why_cannot_start(node),
        RecordKind::Protocol(event) => return events::question(event, node),
        _ => return None,
    })
}
