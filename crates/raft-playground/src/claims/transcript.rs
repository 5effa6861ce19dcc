//! Claims of the transcript's lines about messages, timers, disks and clients. A line is about the
//! node or client that stands before it.

use raft_sim::raft_core::Answer;
use raft_sim::{
    Address, Command, Envelope, LinkConfig, MessageKind, Operation, Record, RecordKind, Status,
    TimedCommand,
};

use super::transcript_disks::disks;
use super::transcript_facts::{host, redirects};
use super::transcript_parts::{outcome_is, packet_is, position_is, rule_named, section_is};
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
