//! Records in a few words, for readers of a log.

use std::fmt::Write as _;

use raft_core::{Answer, AppendOutcome, Body, Entry, Payload, Timer, Write};

use super::names::{name, position};
use crate::administration::AdminRequest;
use crate::checks::Violation;
use crate::client::{Reply, Status};
use crate::kv::Outcome;
use crate::message_kind::MessageKind;
use crate::network::Loss;
use crate::packet::Packet;
use crate::record::{Envelope, Record, RecordKind};

mod event;

pub use event::{event, is_turn};

/// A record on one line: time, subject, description.
pub fn line(record: &Record) -> String {
    let subject = record.subject.map_or_else(|| "·".to_owned(), |subject| subject.to_string());
    format!("{:>13}  {subject}  {}", record.at.to_string(), describe(&record.kind))
}

/// The description of a record.
pub fn describe(kind: &RecordKind) -> String {
    match kind {
        RecordKind::Commanded(command) => format!("command: {command}"),
        RecordKind::Sent(of) => format!("sends {} to {}", envelope(of), of.to),
        RecordKind::Duplicated(of) => format!("{} to {} is duplicated", envelope(of), of.to),
        RecordKind::Delivered(of) => format!("receives {} from {}", envelope(of), of.from),
        RecordKind::Lost { envelope: of, loss, .. } => {
            let why = match loss {
                Loss::Cut => "the link is cut",
                Loss::Random => "by chance",
                Loss::Dropped => "it was dropped",
                Loss::Down => "the receiver is down",
                Loss::Overflow => "the link is overloaded",
            };
            format!("{} from {} to {} is lost: {why}", envelope(of), of.from, of.to)
        }
        RecordKind::TimerFired(timer) => {
            let name = match timer {
                Timer::Election => "election",
                Timer::Heartbeat => "heartbeat",
                Timer::Quorum => "quorum",
                Timer::Transfer => "transfer",
            };
            format!("{name} timer runs out")
        }
        RecordKind::WriteBegan(write) => {
            format!("starts write {}: {}", write.number.0, self::write(write))
        }
        RecordKind::Persisted(number) => format!("write {} is durable", number.0),
        RecordKind::Crashed { lost_writes, torn } => {
            let torn = if *torn { ", one of them torn" } else { "" };
            format!("stops; {} lost{torn}", counted(*lost_writes, "write is", "writes are"))
        }
        RecordKind::WriteFailed(number) => format!("write {} fails", number.0),
        RecordKind::TailLost { first, last } => format!(
            "the disk loses {} to {}, which it had acknowledged",
            position(*first),
            position(*last)
        ),
        RecordKind::Administered { request, answer } => administered(request, *answer),
        RecordKind::RefusedToStart { reason } => format!("cannot start: {reason}"),
        RecordKind::Protocol(event) => self::event(event),
        RecordKind::Applied { entry, outcome } => {
            let gave = outcome.as_ref().map(|outcome| format!(", outcome: {}", given(outcome)));
            format!("applies {}{}", self::entry(entry), gave.unwrap_or_default())
        }
        RecordKind::Submitted { serial, operation } => format!("operation {serial}: {operation}"),
        RecordKind::Settled { serial, status } => match status {
            Status::Waiting => format!("operation {serial} is waiting"),
            Status::Done(outcome) => format!("operation {serial} is done: {}", given(outcome)),
            Status::Failed => format!("operation {serial} never took effect"),
            Status::Unknown => format!("operation {serial} may or may not have taken effect"),
        },
        RecordKind::Violated(of) => {
            format!("VIOLATED {}: {}", of.property().name(), violation(of))
        }
    }
}

/// The answer to an administrator, with the reason for a refusal.
fn administered(request: &AdminRequest, answer: Answer) -> String {
    match answer {
        Answer::Committed(at) => format!("{request}: done, committed at {}", position(at)),
        Answer::Refused(rule) => format!("refuses {request}: {rule} ({})", rule.section()),
        Answer::NotLeader { hint: Some(leader) } => {
            format!("refuses {request}: {} is the leader", name(leader))
        }
        Answer::NotLeader { hint: None } => {
            format!("refuses {request}: it is not the leader and knows none")
        }
        Answer::Superseded { .. } => format!("{request}: replaced by another leader's entry"),
        Answer::Unknown => format!("{request}: it will never learn the outcome"),
    }
}

/// The contents of a write.
pub fn write(write: &Write) -> String {
    let mut parts = Vec::new();
    if let Some(state) = write.hard_state {
        let vote = state.voted_for.map(|vote| format!(", vote for {}", name(vote)));
        parts.push(format!("term {}{}", state.term, vote.unwrap_or_default()));
    }
    if let Some(snapshot) = &write.snapshot {
        parts.push(format!("a snapshot up to {}", position(snapshot.last)));
    }
    if let Some(log) = &write.log {
        let count = log.entries.len();
        parts.push(format!("{} from index {}", counted(count, "entry", "entries"), log.from));
    }
    parts.join("; ")
}

/// The number, the kind and the most important contents of a message.
pub fn envelope(envelope: &Envelope) -> String {
    format!("#{} {}", envelope.message.0, packet(&envelope.packet))
}

/// The kind and the most important contents of a message.
pub fn packet(packet: &Packet) -> String {
    let mut text = MessageKind::of(packet).name().to_owned();
    // Writing to a string cannot fail.
    let _ = match packet {
        Packet::Raft(message) => write!(text, " (term {}{})", message.term, body(&message.body)),
        Packet::Request(request) => write!(text, " {}", request.operation),
        Packet::Answer(answer) => match &answer.reply {
            Reply::Done(outcome) => write!(text, " {}: {}", answer.serial, given(outcome)),
            Reply::Superseded { by, .. } => {
                write!(text, " {}: superseded by {}", answer.serial, position(*by))
            }
            Reply::NotLeader { hint } => match hint {
                Some(leader) => write!(text, " {}: ask {}", answer.serial, name(*leader)),
                None => write!(text, " {}: no leader known", answer.serial),
            },
        },
    };
    text
}

/// Whether a message is a reply.
pub fn is_reply(envelope: &Envelope) -> bool {
    MessageKind::of(&envelope.packet).is_reply()
}

fn body(body: &Body) -> String {
    let yes = |granted: &bool| if *granted { ", yes" } else { ", no" }.to_owned();
    match body {
        Body::PreVote { last, .. } | Body::RequestVote { last, .. } => {
            format!(", last {}", position(*last))
        }
        Body::PreVoteReply { granted, .. } | Body::RequestVoteReply { granted, .. } => yes(granted),
        Body::AppendEntries { previous, entries, leader_commit, .. } => {
            let count = match entries.len() {
                0 => ",".to_owned(),
                count => format!(", {}", counted(count, "entry", "entries")),
            };
            format!("{count} after {}, commit {leader_commit}", position(*previous))
        }
        Body::AppendEntriesReply { outcome, .. } => match outcome {
            AppendOutcome::Matched { through } => format!(", matches through {through}"),
            AppendOutcome::Mismatched { previous, .. } => format!(", lacks {previous}"),
            AppendOutcome::Stale => ", stale".to_owned(),
        },
        Body::InstallSnapshot(chunk) => format!(", up to {}", position(chunk.last)),
        Body::InstallSnapshotReply { received, done, .. } => {
            format!(", {received} bytes{}", if *done { ", done" } else { "" })
        }
        Body::ReadIndexReply { index, .. } => {
            index.map_or_else(|| ", unknown".to_owned(), |index| format!(", index {index}"))
        }
        _ => String::new(),
    }
}

/// The two facts that contradict each other.
pub fn violation(violation: &Violation) -> String {
    super::contradiction::write(violation)
}

fn entry(entry: &Entry) -> String {
    let what = match &entry.payload {
        Payload::NoOp => "no-op".to_owned(),
        Payload::Membership(_) => "membership".to_owned(),
        Payload::Command(command) => String::from_utf8_lossy(command).into_owned(),
    };
    format!("{} {what}", position(entry.position()))
}

fn given(outcome: &Outcome) -> String {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "no value".to_owned());
    match outcome {
        Outcome::Written => "written".to_owned(),
        Outcome::Read(value) => or_none(value),
        Outcome::Differs(value) => format!("no, there is {}", or_none(value)),
        Outcome::NotANumber => "no, that is not a number".to_owned(),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
