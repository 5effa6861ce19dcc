//! A sequence diagram for Mermaid, which documents and code forges display.

use std::fmt::Write;

use super::{participants, words};
use crate::address::Address;
use crate::record::{Record, RecordKind};

/// The diagram: an arrow for each delivered message, a cross for each lost one, and notes for
/// decisions of nodes. Arrows are in the order of arrival, since Mermaid draws them horizontally.
pub fn write(records: &[Record]) -> String {
    let mut diagram = String::from("sequenceDiagram\n");
    let all = participants(records);
    for address in &all {
        let (kind, noun) = match address {
            Address::Node(_) => ("participant", "Node"),
            Address::Client(_) => ("actor", "Client"),
        };
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(diagram, "    {kind} {address} as {noun} {address}");
    }
    for record in records {
        if let Some(line) = line(record, &all) {
            let _ = writeln!(diagram, "    {line}");
        }
    }
    diagram
}

fn line(record: &Record, all: &[Address]) -> Option<String> {
    let text = plain(&words::describe(&record.kind));
    Some(match &record.kind {
        RecordKind::Delivered(envelope) => {
            let arrow = if words::is_reply(envelope) { "-->>" } else { "->>" };
            format!(
                "{}{arrow}{}: {}",
                envelope.from,
                envelope.to,
                plain(&words::envelope(envelope))
            )
        }
        RecordKind::Lost { envelope, .. } => {
            format!("{}-x{}: {}", envelope.from, envelope.to, plain(&words::envelope(envelope)))
        }
        RecordKind::Commanded(_) | RecordKind::Violated(_) => {
            format!("Note over {}: {text}", ends(all)?)
        }
        RecordKind::Crashed { .. } | RecordKind::RefusedToStart { .. } => {
            format!("Note over {}: {text}", record.subject?)
        }
        RecordKind::Protocol(event) if words::is_turn(event) => {
            format!("Note over {}: {text}", record.subject?)
        }
        _ => return None,
    })
}

/// The first and the last lane, which a note about the whole cluster spans.
fn ends(all: &[Address]) -> Option<String> {
    match all {
        [] => None,
        [one] => Some(one.to_string()),
        [first, .., last] => Some(format!("{first},{last}")),
    }
}

/// Removes the characters that Mermaid would interpret.
fn plain(text: &str) -> String {
    text.replace('#', "No. ").replace(';', ",").replace('\n', " ")
}
