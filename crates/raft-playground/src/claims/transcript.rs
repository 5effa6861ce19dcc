//! Claims of the transcript's lines about messages, timers, disks and clients. A line is about the
//! node or client that stands before it.

use raft_sim::raft_core::{Answer, Entry, LogIndex, Payload, Write};
use raft_sim::{
    Address, Command, DiskState, Envelope, Host, LinkConfig, MessageKind, Operation, Record,
    RecordKind, Status, TimedCommand,
};

use super::log::is_entry;
use super::transcript_facts::{host, redirects};
use super::transcript_parts::{
    damage_is, outcome_is, packet_is, position_is, rule_named, section_is, write_is,
};
use super::{Checked, Moment, claim, transcript_events, transcript_votes};
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let record = moment.record?;
    let checks = [messages, disks, clients, administrators];
    checks
        .iter()
        .find_map(|check| check(said, record, moment))
        .or_else(|| transcript_votes::check(said, record, moment))
        .or_else(|| transcript_events::check(said, record, moment))
}

fn messages(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let (RecordKind::Sent(envelope)
    | RecordKind::Duplicated(envelope)
    | RecordKind::Delivered(envelope)
    | RecordKind::Lost { envelope, .. }) = &record.kind
    else {
        return None;
    };
    let is = |packet: &Sentence, from: Address, to: Address| {
        if (envelope.from, envelope.to) != (from, to) {
            return Err(format!("it went from {} to {}", envelope.from, envelope.to));
        }
        packet_is(packet, &envelope.packet)
    };
    let here = record.subject.unwrap_or(envelope.from);
    match *said {
        Statement::LogSends { to, packet } => {
            is(packet, here, to).and_then(|()| is_meant(packet, record, moment)).into()
        }
        Statement::LogSentTwice { packet, to } => is(packet, envelope.from, to).into(),
        Statement::LogReceives { packet, from } => is(packet, from, here).into(),
        Statement::LogLostCut { packet, from, to } => is(packet, from, to)
            .and_then(|()| match moment.simulation.network().is_up(from, to) {
                Some(false) => Ok(()),
                other => Err(format!("{from} to {to} is up: {other:?}")),
            })
            .into(),
        Statement::LogLostRandom { packet, from, to } => is(packet, from, to)
            .and_then(|()| was_ever(moment, |quality| quality.loss_permille > 0))
            .into(),
        Statement::LogLostOverflow { packet, from, to } => is(packet, from, to)
            .and_then(|()| was_ever(moment, |quality| quality.bandwidth.is_some()))
            .into(),
        Statement::LogLostDropped { packet, from, to } => {
            is(packet, from, to).and_then(|()| was_dropped(envelope, record, moment)).into()
        }
        Statement::LogLostStopped { packet, from, to } => is(packet, from, to)
            .and_then(|()| {
                let down = to.node().map(|node| moment.simulation.host(node).process.is_none());
                if down == Some(true) { Ok(()) } else { Err(format!("{to} runs")) }
            })
            .into(),
        _ => None,
    }
}

/// What a message says of its sender is so when it is sent.
fn is_meant(packet: &Sentence, record: &Record, moment: &Moment) -> Checked {
    let Some(state) = &record.state else { return Ok(()) };
    match packet.statement() {
        Statement::PacketHeartbeat { term, .. } | Statement::PacketAppend { term, .. } => {
            let leads = record.subject.and_then(Address::node);
            let led = leads.is_some_and(|node| moment.truth.led(term, node));
            if led { Ok(()) } else { Err(format!("it never led term {}", state.term.0)) }
        }
        _ => Ok(()),
    }
}

/// Whether links of such a quality were set up in this run.
fn was_ever(moment: &Moment, is_such: impl Fn(&LinkConfig) -> bool) -> Checked {
    let run = moment.simulation.run();
    let set = run.commands.iter().any(|timed| match &timed.command {
        Command::Network(config) | Command::Link { config, .. } => is_such(config),
        _ => false,
    });
    if set || is_such(&run.scenario.network) { Ok(()) } else { Err("no link ever did that".into()) }
}

fn was_dropped(envelope: &Envelope, record: &Record, moment: &Moment) -> Checked {
    let kind = MessageKind::of(&envelope.packet);
    let is_such = |timed: &TimedCommand| match timed.command {
        Command::Drop(message) => message == envelope.message && timed.at == record.at,
        // A heartbeat is a request to append no entries.
        Command::DropNext { kind: of, from, to } => {
            let includes = (of, kind) == (MessageKind::Append, MessageKind::Heartbeat);
            (from, to) == (envelope.from, envelope.to) && (of == kind || includes)
        }
        _ => false,
    };
    if moment.simulation.run().commands.iter().any(is_such) {
        Ok(())
    } else {
        Err("no command dropped it".into())
    }
}

fn disks(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let host = host(record, moment)?;
    match *said {
        Statement::LogTimerElection {}
        | Statement::LogTimerHeartbeat {}
        | Statement::LogTimerQuorum {}
        | Statement::LogTimerTransfer {} => {
            let fired = matches!(record.kind, RecordKind::TimerFired(_));
            claim(fired, || "no timer ran out".into())
        }
        Statement::LogWriteBegins { number, write } => {
            let RecordKind::WriteBegan(begun) = &record.kind else { return None };
            if begun.number.0 != number {
                return Some(Err(format!("it is write {}", begun.number.0)));
            }
            write_is(write, begun, moment.simulation).into()
        }
        Statement::LogWriteDurable { number } => {
            let waits = host.disk.under_way().any(|(_, write)| write.number.0 <= number);
            let kept =
                || begun(number, record, moment).is_none_or(|write| has_written(host, write));
            claim(!waits && kept(), || format!("it is not on disk, or is under way: {waits}"))
        }
        Statement::LogWriteFails { .. } => claim(host.disk.state() == DiskState::Fails, || {
            format!("the disk {:?}", host.disk.state())
        }),
        Statement::LogStops {} => stopped(host, record, |lost, _| lost == 0).into(),
        Statement::LogStopsLosingWrites { count } => {
            stopped(host, record, |lost, torn| lost as u64 == count && !torn).into()
        }
        Statement::LogStopsTorn {} => stopped(host, record, |lost, torn| lost > 0 && torn).into(),
        Statement::LogDiskLosesEntry { index } => loses(host, record, moment, index, index).into(),
        Statement::LogDiskLosesEntries { index, last_index } => {
            loses(host, record, moment, index, last_index).into()
        }
        Statement::LogCannotStart { damage } => {
            let stays = host.process.is_none();
            let right = damage_is(damage, host.disk.damage());
            claim(stays, || "it runs".into()).filter(Result::is_err).or(Some(right))
        }
        Statement::LogApplies { entry, index, term } => applies(host, record, index)
            .and_then(|applied| {
                is_entry(entry, applied)?;
                if applied.term == term { Ok(()) } else { Err(format!("{:?}", applied.term)) }
            })
            .into(),
        Statement::LogAppliesWith { entry, index, term, outcome } => applies(host, record, index)
            .and_then(|applied| {
                is_entry(entry, applied)?;
                let RecordKind::Applied { outcome: gave, .. } = &record.kind else {
                    return Err("nothing was applied".into());
                };
                let right = gave.as_ref().is_some_and(|gave| outcome_is(outcome, gave));
                let truth = || format!("it gave {gave:?} in term {}", applied.term.0);
                if right && applied.term == term { Ok(()) } else { Err(truth()) }
            })
            .into(),
        Statement::LogAppliesMembership { index, term } => applies(host, record, index)
            .and_then(|applied| match applied.payload {
                Payload::Membership(_) if applied.term == term => Ok(()),
                _ => Err(format!("{applied:?}")),
            })
            .into(),
        _ => None,
    }
}

/// The write of this number that a node began since it last started.
fn begun<'a>(number: u64, record: &Record, moment: &Moment<'a>) -> Option<&'a Write> {
    let mut before = moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    before.find_map(|other| match &other.kind {
        RecordKind::WriteBegan(write) if write.number.0 == number => Some(write),
        _ => None,
    })
}

/// Everything of a write is on the disk; what later writes replaced may not be.
fn has_written(host: &Host, write: &Write) -> bool {
    let disk = host.disk.durable();
    let state = write.hard_state.is_none_or(|state| disk.hard_state.term >= state.term);
    let reaches = |index: LogIndex| disk.last().index >= index;
    let snapshot = write.snapshot.as_ref().is_none_or(|snapshot| reaches(snapshot.last.index));
    let log = write.log.as_ref().and_then(|log| log.entries.last());
    state && snapshot && log.is_none_or(|entry| reaches(entry.index))
}

fn stopped(host: &Host, record: &Record, is_right: impl Fn(usize, bool) -> bool) -> Checked {
    match record.kind {
        _ if host.process.is_some() => Err("it runs".into()),
        RecordKind::Crashed { lost_writes, torn } if is_right(lost_writes, torn) => Ok(()),
        ref other => Err(format!("{other:?}")),
    }
}

/// Entries are gone that the disk had told were written.
fn loses(
    host: &Host,
    record: &Record,
    moment: &Moment,
    first: LogIndex,
    last: LogIndex,
) -> Checked {
    let RecordKind::TailLost { first: gone, last: end } = record.kind else {
        return Err("nothing was lost".into());
    };
    if (gone.index, end.index) != (first, last) || host.disk.durable().last().index >= first {
        return Err(format!("{gone:?} to {end:?} were lost"));
    }
    let wrote = |write: &Write| {
        let mut entries = write.log.iter().flat_map(|log| log.entries.iter());
        entries.any(|entry| entry.position() == end)
    };
    let told = moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    let told: Vec<&Record> = told.collect();
    let number = told.iter().position(|other| match &other.kind {
        RecordKind::WriteBegan(write) => wrote(write),
        _ => false,
    });
    let acknowledged = number.is_some_and(|place| {
        let RecordKind::WriteBegan(write) = &told[place].kind else { return false };
        let after = told[..place].iter();
        after.rev().any(|other| match other.kind {
            RecordKind::Persisted(number) => number >= write.number,
            _ => false,
        })
    });
    if acknowledged { Ok(()) } else { Err(format!("the write of {end:?} was never acknowledged")) }
}

fn applies<'a>(host: &Host, record: &'a Record, index: LogIndex) -> Result<&'a Entry, String> {
    let RecordKind::Applied { entry, .. } = &record.kind else {
        return Err("nothing was applied".into());
    };
    let reached = host.process.as_ref().map(|process| process.node.last_applied());
    if entry.index == index && reached.is_none_or(|reached| reached >= index) {
        Ok(entry)
    } else {
        Err(format!("{entry:?}, applied up to {reached:?}"))
    }
}

fn clients(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let Some(Address::Client(id)) = record.subject else { return None };
    let client = moment.simulation.clients().iter().find(|client| client.id == id)?;
    let of = |serial: u64| client.operations().iter().find(|other| other.serial == serial);
    let stands = |serial: u64, is_right: &dyn Fn(&Status) -> bool| {
        let status = of(serial).map(|operation| &operation.status);
        claim(status.is_some_and(is_right), || format!("it is {status:?}"))
    };
    match *said {
        Statement::LogRequest { number, operation } => {
            let wants: Option<&Operation> = of(number).map(|other| &other.operation);
            let right = wants.is_some_and(|wants| wants.to_string() == operation);
            claim(right, || format!("it is {wants:?}"))
        }
        Statement::LogRequestWaits { number } => {
            stands(number, &|status| *status == Status::Waiting)
        }
        Statement::LogRequestDone { number, outcome } => stands(number, &|status| match status {
            Status::Done(gave) => outcome_is(outcome, gave),
            _ => false,
        }),
        Statement::LogRequestSuperseded { number } => {
            let applied = moment.truth.was_applied(id, number);
            claim(!applied, || "it was applied".into())
        }
        Statement::LogRequestUnknown { number } => {
            stands(number, &|status| matches!(status, Status::Unknown | Status::Done(_)))
        }
        _ => None,
    }
}

/// What nodes answered to administrators.
fn administrators(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let RecordKind::Administered { request, answer } = &record.kind else { return None };
    let (Statement::LogChangeCommitted { command: told, .. }
    | Statement::LogChangeRefused { command: told, .. }
    | Statement::LogChangeRefusedNoVoter { command: told }
    | Statement::LogChangeRedirected { command: told, .. }
    | Statement::LogChangeRedirectedNowhere { command: told }
    | Statement::LogChangeSuperseded { command: told }
    | Statement::LogChangeUnknown { command: told }) = *said
    else {
        return None;
    };
    if request.to_string() != told {
        return Some(Err(format!("it was asked to {request}")));
    }
    let node = &host(record, moment)?.process.as_ref()?.node;
    let state = record.state.as_ref()?;
    match *said {
        Statement::LogChangeCommitted { position, .. } => {
            let Answer::Committed(at) = *answer else { return None };
            let committed = state.commit_index >= at.index && moment.truth.was_committed(at);
            claim(position_is(position, at) && committed, || format!("{at:?}: {committed}"))
        }
        Statement::LogChangeRefused { rule_name, section, .. } => {
            let rule = rule_named(rule_name);
            let right = rule.is_some_and(|rule| {
                section_is(section, rule) && !moment.simulation.waived().contains(rule)
            });
            claim(right, || "this rule is off, or is stated elsewhere".into())
        }
        Statement::LogChangeRedirected { leader, .. } => {
            redirects(moment, record, node.id(), Some(leader))
        }
        Statement::LogChangeRedirectedNowhere { .. } => redirects(moment, record, node.id(), None),
        Statement::LogChangeSuperseded { .. } => {
            let Answer::Superseded { lost, by } = *answer else { return None };
            let replaced = by.term != lost.term && moment.truth.was_committed(by);
            claim(replaced, || format!("{by:?} is in the place of {lost:?}"))
        }
        _ => Some(Ok(())),
    }
}
