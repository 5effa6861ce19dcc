//! The trace format of `TRACE.md`: a line of JSON that identifies the run, then one line for each
//! record.

use serde::Serialize;

use crate::json;
use crate::record::Record;
use crate::run::Run;

/// The name of the format.
pub const FORMAT: &str = "raft-playground-trace";
/// The version of the format. It changes whenever a reader of the old format would misread the new
/// one.
pub const VERSION: u32 = 3;

/// The first line: the format, and everything that is needed to reproduce the records.
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

/// The first line, for callers that write a trace in pieces.
pub fn header(run: &Run) -> String {
    let header = Header { format: FORMAT, version: VERSION, run };
    json::to_string(&header) + "\n"
}

/// One line for each record, for callers that write a trace in pieces.
pub fn lines(records: &[Record]) -> String {
    records.iter().map(|record| record.to_json() + "\n").collect()
}
