//! The records of a run in the forms that other tools read. Pure functions: records in, text out.

mod contradiction;
pub mod mermaid;
mod names;
pub mod ndjson;
pub mod shiviz;
pub mod svg;
pub mod words;

use crate::address::Address;
use crate::record::{Envelope, Record, RecordKind};

/// Everybody that a record mentions as its subject, a sender or a receiver: nodes first, A to Z.
fn participants(records: &[Record]) -> Vec<Address> {
    let mut all = Vec::new();
    let mut add = |address| {
        if let Err(at) = all.binary_search(&address) {
            all.insert(at, address);
        }
    };
    records.iter().filter_map(|record| record.subject).for_each(&mut add);
    for envelope in records.iter().filter_map(envelope) {
        add(envelope.from);
        add(envelope.to);
    }
    all
}

/// The message that a record is about.
fn envelope(record: &Record) -> Option<&Envelope> {
    match &record.kind {
        RecordKind::Sent(envelope)
        | RecordKind::Duplicated(envelope)
        | RecordKind::Delivered(envelope)
        | RecordKind::Lost { envelope, .. } => Some(envelope),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
