//! The records of a run in the forms that other tools read. Pure functions: records in, text out.

mod contradiction;
pub mod mermaid;
pub mod ndjson;
pub mod shiviz;
pub mod svg;
pub mod words;

use crate::address::Address;
use crate::record::{Fact, Parcel, Record};

/// Everybody that a record mentions as a place, a sender or a receiver: nodes first, A to Z.
fn participants(records: &[Record]) -> Vec<Address> {
    let mut all: Vec<Address> = records.iter().filter_map(|record| record.place).collect();
    for parcel in records.iter().filter_map(parcel) {
        all.extend([parcel.from, parcel.to]);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The message that a record is about.
fn parcel(record: &Record) -> Option<&Parcel> {
    match &record.fact {
        Fact::Sent(parcel)
        | Fact::Doubled(parcel)
        | Fact::Delivered(parcel)
        | Fact::Lost { parcel, .. } => Some(parcel),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
