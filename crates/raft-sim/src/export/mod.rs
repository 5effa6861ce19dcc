//! Exports the records of a run for other tools. Pure functions from records to text.

mod contradiction;
pub mod mermaid;
mod names;
pub mod ndjson;
pub mod shiviz;
pub mod svg;
pub mod words;

use crate::address::Address;
use crate::record::{Envelope, Record, RecordKind};

/// All subjects, senders and receivers in the records: nodes first, A to Z.
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
