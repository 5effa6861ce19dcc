//! A log for `ShiViz`: each event with a vector clock (<https://bestchai.bitbucket.io/shiviz>).
//!
//! The first line is the regular expression that parses the rest; the second is empty, since there
//! is one execution. Two lines follow for each event: the description and time, then the host with
//! its clock.

use std::fmt::Write;

use super::words;
use crate::address::Address;
use crate::message_id::MessageId;
use crate::record::{Record, RecordKind};

/// The regular expression with which `ShiViz` parses the log.
pub const PARSER: &str = r"\[(?<time>.*?)\] (?<event>.*)\n(?<host>\S*) (?<clock>{.*})";

/// Pairs in the order of their keys. A tree would add more code to the page than these few pairs
/// justify.
type Pairs<K, V> = Vec<(K, V)>;
type VectorClock = Pairs<Address, u64>;

/// The log. It omits records without a node or client, such as a cut, and lost messages: `ShiViz`
/// shows a send without a receive.
pub fn write(records: &[Record]) -> String {
    let mut clocks: Pairs<Address, VectorClock> = Vec::new();
    let mut in_transit: Pairs<MessageId, VectorClock> = Vec::new();
    let mut log = format!("{PARSER}\n\n");
    for record in records {
        let host = match &record.kind {
            RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) => Some(envelope.from),
            _ => record.subject,
        };
        let Some(host) = host else { continue };
        let clock = entry(&mut clocks, host);
        *entry(clock, host) += 1;
        match &record.kind {
            RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) => {
                entry(&mut in_transit, envelope.message).clone_from(clock);
            }
            RecordKind::Delivered(envelope) => {
                let sent = in_transit.binary_search_by_key(&envelope.message, |of| of.0);
                for (other, count) in sent.map_or(Vec::new(), |at| in_transit.remove(at).1) {
                    let known = entry(clock, other);
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

/// The value of a key, which is added with the default value if it is new.
fn entry<K: Ord + Copy, V: Default>(pairs: &mut Pairs<K, V>, key: K) -> &mut V {
    let at = pairs.binary_search_by_key(&key, |pair| pair.0).unwrap_or_else(|at| {
        pairs.insert(at, (key, V::default()));
        at
    });
    &mut pairs[at].1
}
