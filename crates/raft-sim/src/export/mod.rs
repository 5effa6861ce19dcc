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
    let mut all: Vec<Address> = records.iter().filter_map(|record| record.subject).collect();
    for envelope in records.iter().filter_map(envelope) {
        all.extend([envelope.from, envelope.to]);
    }
    all.sort_unstable();
    all.dedup();
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
