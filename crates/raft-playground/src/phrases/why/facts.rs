//! Why something happened: to a message, a disk, a process, a client.

use raft_sim::raft_core::{self, Entry, Rule, Timer};
use raft_sim::{
    Address, Command, Damage, DiskChange, Envelope, Loss, Operation, Outcome, Record, RecordKind,
    RoleName, Status, Time,
};

use super::{messages, titles};
use crate::phrases::events::{self, NodeEvent, if_safe};
use crate::phrases::past::Author;
use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::rules::rule;
use crate::phrases::{Past, violations, vocabulary};
use crate::query::{self, ReadWeakness};
use crate::text::{Sentence, say};

/// Why what a record tells has happened; none of what the user or a script did.
pub(crate) fn explain_record(record: &Record, past: &Past) -> Option<Explanation> {
    Some(reason(record, past)?.titled(titles::title(record, past.simulation)))
}

fn reason(record: &Record, past: &Past) -> Option<Reason> {
    let is_commanded = matches!(past.cause(record), Some(RecordKind::Commanded(_)));
    let mistakes = past.simulation.run().scenario.injected_bugs;
    Some(match &record.kind {
        // What somebody does has no reason that the page could know.
        RecordKind::Commanded(_) | RecordKind::Submitted { .. } => return None,
        RecordKind::Duplicated(_) | RecordKind::Crashed { lost_writes: 0, .. } if is_commanded => {
            return None;
        }
        RecordKind::Sent(envelope) | RecordKind::Delivered(envelope) => messages::explain(
            &envelope.packet,
            envelope.message,
            (envelope.from, envelope.to),
            record.at,
            past,
        ),
        RecordKind::Duplicated(_) => Reason::new(say::why_sent_twice(), "§5.5"),
        RecordKind::Lost { envelope, loss, .. } => lost(envelope, *loss, record.at, past),
        RecordKind::TimerFired(timer) => timer_fired(*timer, record, past),
        RecordKind::WriteBegan(_) => {
            let sentence = if mistakes.hasty_promises {
                say::why_writes_early()
            } else if mistakes.votes_not_durable {
                say::why_writes_no_vote()
            } else {
                say::why_writes()
            };
            Reason::new(sentence, "§5, Figure 2")
        }
        RecordKind::Persisted(_) => {
            let early = mistakes.hasty_promises;
            let sentence = if early { say::why_written_late() } else { say::why_written() };
            Reason::new(sentence, "§5, Figure 2")
        }
        RecordKind::Crashed { lost_writes, .. } => crashed(*lost_writes, record, past),
        RecordKind::WriteFailed(_) => Reason::new(say::why_write_failed(), "§5, Figure 2"),
        RecordKind::TailLost { .. } => Reason::new(say::why_tail_lost(), "§5, Figure 2"),
        RecordKind::RefusedToStart { .. } => {
            let damage = past.simulation.host(record.subject?.node()?).disk.damage();
            let sentence = match damage {
                Some(Damage::Erased) => say::why_refuses_to_start(),
                _ => say::why_refuses_to_start_damaged(),
            };
            Reason::new(sentence, "§5.1")
        }
        RecordKind::Protocol(_) => events::reason(&NodeEvent::of(record, past)?)?,
        RecordKind::Administered { answer, .. } => administered(*answer, record, past),
        RecordKind::Applied { entry, .. } => applied(entry, record, past),
        RecordKind::Settled { serial, status } => settled(*serial, status, record, past),
        RecordKind::Violated(violation) => {
            Reason::new(violations::facts(violation, past.simulation), "")
                .and(vocabulary::guarantee(violation.property()).meaning)
        }
    })
}

fn lost(envelope: &Envelope, loss: Loss, at: Time, past: &Past) -> Reason {
    let sentence = match loss {
        Loss::Cut => say::why_lost_cut(),
        Loss::Random => say::why_lost_random(),
        Loss::Dropped => match past.dropped_by(envelope, at) {
            Some(Author::User) => say::why_lost_dropped(),
            _ => say::why_lost_dropped_by_script(),
        },
        Loss::Down => say::why_lost_stopped(),
        Loss::Overflow => say::why_lost_overflow(),
    };
    Reason::new(sentence, "§5.5")
}

fn timer_fired(timer: Timer, record: &Record, past: &Past) -> Reason {
    let (sentence, section) = match timer {
        Timer::Election => return election_timer_fired(record, past),
        _ if record.state.as_ref().is_none_or(|state| state.role != RoleName::Leader) => {
            (say::why_timer_too_late(), "§5.2")
        }
        Timer::Heartbeat if !query::heartbeats_suffice(past.simulation, record.subject) => {
            (say::why_timer_heartbeat_slow(), "§5.2")
        }
        Timer::Heartbeat => (say::why_timer_heartbeat(), "§5.2"),
        Timer::Quorum => (say::why_timer_quorum(), "diss. §6.2"),
        Timer::Transfer => (say::why_timer_transfer(), "diss. §3.10"),
    };
    Reason::new(sentence, section)
}

fn election_timer_fired(record: &Record, past: &Past) -> Reason {
    let author = record.subject.and_then(|node| past.timer_set(node, record.at));
    let sentence = match author {
        Some(Author::User) => say::why_timer_election_set(),
        Some(Author::Script) => say::why_timer_election_set_by_script(),
        None if past.resumed(record) => say::why_timer_frozen(),
        None if query::has_fixed_timer(past.simulation, record.subject) => {
            say::why_timer_election_fixed()
        }
        None => say::why_timer_election(),
    };
    Reason::new(sentence, "§5.2")
}

fn crashed(lost_writes: usize, record: &Record, past: &Past) -> Reason {
    let early = past.simulation.run().scenario.injected_bugs.hasty_promises;
    let sentence = match past.cause(record) {
        Some(RecordKind::Commanded(Command::EraseDisk(_))) => say::why_crash_erased(),
        Some(RecordKind::Commanded(Command::Disk { change: DiskChange::LosesTail(_), .. })) => {
            say::why_tail_lost()
        }
        _ if lost_writes == 0 => say::why_crash(),
        _ if early => say::why_crash_losing_promise(),
        _ => say::why_crash_losing_write(),
    };
    let reason = Reason::new(sentence, "§5, Figure 2");
    reason.with(say::compare_writes_lost(), lost_writes, 0_usize, lost_writes == 0)
}

fn administered(answer: raft_core::Answer, record: &Record, past: &Past) -> Reason {
    use raft_core::{Answer, Verdict};
    match answer {
        Answer::Refused(Rule::JointConsensus) => {
            Reason::new(say::why_request_refused(), "§6").and(say::why_change_leaves_no_voter())
        }
        Answer::Refused(rule) => {
            Reason::new(say::why_request_refused(), "§6").decided_by(Verdict::Refuse(rule))
        }
        Answer::NotLeader { .. } => Reason::new(say::why_request_not_leader(), "§6"),
        Answer::Committed(_) => {
            let committed = say::why_request_committed;
            let (sentence, may_be_lost) = if_safe(committed(), committed(), record, past);
            Reason::new(sentence, "§6").and(may_be_lost)
        }
        Answer::Superseded { .. } => Reason::new(say::why_write_superseded(), "§6"),
        Answer::Unknown => Reason::new(say::why_request_lost(), "§6"),
    }
}

fn applied(entry: &Entry, record: &Record, past: &Past) -> Reason {
    let state = record.state.as_ref();
    let careless = query::rules_off(past.simulation, record.at).contains(Rule::ApplyCommitted)
        && state.is_some_and(|state| state.role != RoleName::Leader)
        && !past.may_be_told_commit(record, entry.index);
    let reason = if careless {
        Reason::new(say::why_applies_despite(), "§5.3").without(Rule::ApplyCommitted)
    } else {
        Reason::new(say::why_applies(), "§5.3")
    };
    let Some(state) = state else { return reason };
    let (here, needed) = (entry.index.0, say::need_at_most_commit(state.commit_index));
    reason.with(say::compare_entry(), here, needed, entry.index <= state.commit_index)
}

fn settled(serial: u64, status: &Status, record: &Record, past: &Past) -> Reason {
    let (sentence, more) = match status {
        Status::Waiting => (say::why_request_waits(), None),
        Status::Done(Outcome::Read(_)) => {
            let sentence = match query::read_weakness(past.simulation, record.at) {
                None => say::why_read_value(),
                Some(ReadWeakness::Local) => say::why_read_maybe_old(),
                Some(ReadWeakness::Rule(off)) => say::why_read_by_rule_off(rule(off)),
                Some(ReadWeakness::Lease) => say::why_read_by_lease(),
                Some(ReadWeakness::Log) => say::why_read_unsure(),
            };
            return Reason::new(sentence, "diss. §6.4");
        }
        Status::Done(_) => {
            if_safe(say::why_write_done(), say::why_write_done_unsafe(), record, past)
        }
        Status::Failed => {
            let unsafe_one = say::why_write_superseded_unsafe();
            if_safe(say::why_write_superseded(), unsafe_one, record, past)
        }
        Status::Unknown => unknown(serial, record.subject, past),
    };
    Reason::new(sentence, "§8").and(more)
}

/// A client gave up waiting.
fn unknown(serial: u64, client: Option<Address>, past: &Past) -> (Sentence, Option<Sentence>) {
    let simulation = past.simulation;
    let client = simulation.clients().iter().find(|other| Some(other.id.into()) == client);
    let mut operations = client.into_iter().flat_map(|client| client.operations().iter());
    let operation = operations.find(|operation| operation.serial == serial);
    if operation.is_some_and(|operation| matches!(operation.operation, Operation::Get(_))) {
        return (say::why_read_unknown(), None);
    }
    let twice = simulation.run().scenario.injected_bugs.retries_applied;
    let more = if twice { say::why_must_not_retry() } else { say::why_may_retry() };
    (say::why_write_unknown(), Some(more))
}
