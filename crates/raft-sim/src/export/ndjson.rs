//! A trace, as `TRACE.md` describes it: a line of JSON that says what run it is, then one for each
//! record.

use serde::Serialize;

use crate::record::Record;
use crate::run::Run;

/// What a trace calls its format.
pub const FORMAT: &str = "raft-playground-trace";
/// The version of the format. A change that a reader would misread makes another.
pub const VERSION: u32 = 3;

/// What the first line says: the format, and all that is needed to have the records again.
#[derive(Serialize)]
struct Header<'a> {
    format: &'static str,
    version: u32,
    run: &'a Run,
}

/// The whole trace.
pub fn write(run: &Run, records: &[Record]) -> String {
    header(run) + &lines(records)
}

/// The first line, for who writes a trace in pieces.
pub fn header(run: &Run) -> String {
    let header = Header { format: FORMAT, version: VERSION, run };
    // Every map in it has string keys and no writer is involved, so nothing can fail.
    serde_json::to_string(&header).unwrap_or_default() + "\n"
}

/// A line for each record: what comes next, for who writes a trace in pieces.
pub fn lines(records: &[Record]) -> String {
    records.iter().map(|record| record.to_json() + "\n").collect()
}
