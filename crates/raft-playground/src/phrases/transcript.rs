//! The lines of the transcript. Each is about the node or client named before it.

use raft_sim::raft_core::{Answer, LogIndex, Payload, Rule, Timer, Write};
use raft_sim::{
    AdminRequest, Damage, Envelope, Loss, Outcome, Record, RecordKind, Simulation, Status,
};

use super::events::{self, NodeEvent};
use super::packets;
use super::vocabulary::{entry, guarantee, outcome, position};
use super::{Past, rules};
use crate::text::{Sentence, Words, say};

/// What a record says. What was done from outside stands there as in a script.
pub(crate) fn line(record: &Record, simulation: &Simulation) -> Words {
    let fact = match &record.kind {
        RecordKind::Commanded(command) => return Words::data(command),
        RecordKind::Sent(envelope) => say::log_sends(envelope.to, carried(envelope)),
        RecordKind::Duplicated(envelope) => say::log_sent_twice(carried(envelope), envelope.to),
        RecordKind::Delivered(envelope) => say::log_receives(carried(envelope), envelope.from),
        RecordKind::Lost { envelope, loss, .. } => lost(envelope, *loss),
        RecordKind::TimerFired(Timer::Election) => say::log_timer_election(),
        RecordKind::TimerFired(Timer::Heartbeat) => say::log_timer_heartbeat(),
        RecordKind::TimerFired(Timer::Quorum) => say::log_timer_quorum(),
        RecordKind::TimerFired(Timer::Transfer) => say::log_timer_transfer(),
        RecordKind::WriteBegan(write) => {
            say::log_write_begins(write.number.0, self::write(write, simulation))
        }
        RecordKind::Persisted(number) => say::log_write_durable(number.0),
        RecordKind::WriteFailed(number) => say::log_write_fails(number.0),
        RecordKind::Crashed { lost_writes: 0, .. } => say::log_stops(),
        RecordKind::Crashed { torn: true, .. } => say::log_stops_torn(),
        RecordKind::Crashed { lost_writes, .. } => say::log_stops_losing_writes(*lost_writes),
        RecordKind::TailLost { first, last } if first == last => {
            say::log_disk_loses_entry(first.index)
        }
        RecordKind::TailLost { first, last } => {
            say::log_disk_loses_entries(first.index, last.index)
        }
        RecordKind::RefusedToStart { reason } => say::log_cannot_start(damage(reason)),
        RecordKind::Protocol(_) => {
            let past = Past { simulation, script: &[], records: [&[], &[]] };
            let of = NodeEvent::of(record, &past);
            of.map_or_else(say::here_nothing, |of| events::line(&of))
        }
        RecordKind::Administered { request, answer } => administered(request, *answer),
        RecordKind::Applied { entry: applied, outcome: gave } => {
            let (index, term) = (applied.index, applied.term);
            match (&applied.payload, gave) {
                (Payload::Membership(_), _) => say::log_applies_membership(index, term),
                (_, None | Some(Outcome::Written)) => say::log_applies(entry(applied), index, term),
                (_, Some(gave)) => {
                    say::log_applies_with(entry(applied), index, term, outcome(gave))
                }
            }
        }
        RecordKind::Submitted { serial, operation } => {
            say::log_request(*serial, operation.to_string())
        }
        RecordKind::Settled { serial, status } => match status {
            Status::Waiting => say::log_request_waits(*serial),
            Status::Done(gave) => say::log_request_done(*serial, outcome(gave)),
            Status::Failed => say::log_request_superseded(*serial),
            Status::Unknown => say::log_request_unknown(*serial),
        },
        RecordKind::Violated(found) => {
            say::log_broken(guarantee(found.property()).name, super::facts(found, simulation))
        }
    };
    fact.into()
}

/// Why a node could not start. The disk may have become another one since.
fn damage(reason: &str) -> Sentence {
    if reason == Damage::Erased.to_string() {
        return say::damage_erased();
    }
    let indexes = reason.split(' ').filter_map(|word| word.parse().ok().map(LogIndex));
    let mut damaged = indexes.filter(|index| reason == Damage::Rotten(*index).to_string());
    damaged.next().map_or_else(say::damage_hidden, say::damage_entry)
}

/// What a message carries.
fn carried(envelope: &Envelope) -> Sentence {
    packets::packet(&envelope.packet).in_line
}

fn lost(envelope: &Envelope, loss: Loss) -> Sentence {
    let say = match loss {
        Loss::Cut => say::log_lost_cut,
        Loss::Random => say::log_lost_random,
        Loss::Dropped => say::log_lost_dropped,
        Loss::Down => say::log_lost_stopped,
        Loss::Overflow => say::log_lost_overflow,
    };
    say(carried(envelope), envelope.from, envelope.to)
}

/// What a node answers to an administrator.
fn administered(request: &AdminRequest, answer: Answer) -> Sentence {
    let what = request.to_string();
    match answer {
        Answer::Committed(at) => say::log_change_committed(what, position(at)),
        Answer::Refused(Rule::JointConsensus) => say::log_change_refused_no_voter(what),
        Answer::Refused(rule) => say::log_change_refused(what, rule, rules::section(rule)),
        Answer::NotLeader { hint: Some(leader) } => say::log_change_redirected(what, leader),
        Answer::NotLeader { hint: None } => say::log_change_redirected_nowhere(what),
        Answer::Superseded { .. } => say::log_change_superseded(what),
        Answer::Unknown => say::log_change_unknown(what),
    }
}

/// What a write puts on the disk.
pub(crate) fn write(write: &Write, simulation: &Simulation) -> Sentence {
    let keeps_votes = !simulation.run().scenario.injected_bugs.votes_not_durable;
    let state = write.hard_state.map(|state| match state.voted_for.filter(|_| keeps_votes) {
        Some(candidate) => say::log_write_term_and_vote(state.term, candidate),
        None => say::log_write_term(state.term),
    });
    let snapshot =
        write.snapshot.as_ref().map(|snapshot| say::log_write_snapshot(position(snapshot.last)));
    let log = write.log.as_ref().map(|log| match log.entries.len() {
        0 => say::log_write_removal(log.from),
        count => say::log_write_entries(count, log.from),
    });
    let parts = [state, snapshot, log].into_iter().flatten();
    parts.reduce(say::log_write_and).unwrap_or_else(say::here_nothing)
}
