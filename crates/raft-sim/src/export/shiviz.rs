//! The log that `ShiViz` draws: each event with a vector clock
//! (<https://bestchai.bitbucket.io/shiviz>).
//!
//! The first line is the regular expression by which the rest is read, the second one is empty
//! since there is one execution. Then come two lines for each event: what happened and when, and
//! the host with its clock.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::words;
use crate::address::Address;
use crate::network::MessageId;
use crate::record::{Record, RecordKind};

/// How `ShiViz` reads the log.
pub const PARSER: &str = r"\[(?<time>.*?)\] (?<event>.*)\n(?<host>\S*) (?<clock>{.*})";

type VectorClock = BTreeMap<Address, u64>;

/// The log. What happened to no node or client, such as a cut, is no event of a host and left out;
/// so is a lost message: `ShiViz` shows a sending without an arrival.
pub fn write(records: &[Record]) -> String {
    let mut clocks: BTreeMap<Address, VectorClock> = BTreeMap::new();
    let mut on_the_way: BTreeMap<MessageId, VectorClock> = BTreeMap::new();
    let mut log = format!("{PARSER}\n\n");
    for record in records {
        let host = match &record.kind {
            RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) => Some(envelope.from),
            _ => record.subject,
        };
        let Some(host) = host else { continue };
        let clock = clocks.entry(host).or_default();
        *clock.entry(host).or_default() += 1;
        match &record.kind {
            RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) => {
                on_the_way.insert(envelope.message, clock.clone());
            }
            RecordKind::Delivered(envelope) => {
                for (other, count) in on_the_way.remove(&envelope.message).unwrap_or_default() {
                    let known = clock.entry(other).or_default();
                    *known = (*known).max(count);
                }
            }
            _ => {}
        }
        let clock: Vec<String> =
            clock.iter().map(|(host, count)| format!("\"{host}\":{count}")).collect();
        let event = words::describe(&record.kind);
        // Writing to a string cannot fail.
        let _ = writeln!(log, "[{}] {event}\n{host} {{{}}}", record.at, clock.join(", "));
    }
    log
}
