//! The trace of a run up to the moment on screen, for other tools.

use std::mem::take;

use raft_sim::export::{mermaid, ndjson, shiviz};
use raft_sim::history::Position;
use raft_sim::{Record, Simulation};

use super::ShareSnapshot;
use super::import_job::bad_run;
use crate::text::{Sentence, say};

/// How many events one call may let happen: some milliseconds in a browser.
const EVENTS_A_CALL: u64 = 2000;

/// A diagram of more events than this is unreadable, and a browser could not draw it.
const MOST_DRAWN: u64 = 50_000;

/// The form of a trace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TraceFormat {
    /// A line of JSON for each record, as `TRACE.md` describes it.
    Ndjson,
    /// A sequence diagram for documents and code forges.
    Mermaid,
    /// A log with vector clocks for `ShiViz`.
    Shiviz,
}

/// A trace that is being written, piece by piece.
#[derive(Debug)]
pub struct TraceExport {
    simulation: Simulation,
    until: Position,
    form: TraceFormat,
    /// The header, until the first piece is written.
    begin: String,
    /// The records that are not written yet. A diagram is written at the end.
    records: Vec<Record>,
    is_over: bool,
}

impl TraceExport {
    /// Begins the trace of a run, up to the moment that is shown.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn new(shared: &ShareSnapshot, form: TraceFormat) -> Result<Self, Sentence> {
        let ShareSnapshot { run, moment, .. } = shared;
        if form != TraceFormat::Ndjson && moment.events > MOST_DRAWN {
            return Err(say::trace_too_long(moment.events, MOST_DRAWN));
        }
        let simulation = Simulation::new(run.as_ref().clone());
        let simulation = simulation.map_err(|error| bad_run(say::source_link(), &error))?;
        let begin = if form == TraceFormat::Ndjson { ndjson::header(run) } else { String::new() };
        let records = Vec::new();
        Ok(Self { simulation, until: *moment, form, begin, records, is_over: false })
    }

    /// Writes the next piece, which may be empty; none after the last one.
    pub fn next_piece(&mut self) -> Option<String> {
        if self.is_over {
            return None;
        }
        let enough = self.until.events.min(self.simulation.events() + EVENTS_A_CALL);
        while self.simulation.events() < enough && self.simulation.step() {}
        self.is_over = self.simulation.events() >= self.until.events || enough == 0;
        self.records.append(&mut self.simulation.take_records());
        Some(match self.form {
            TraceFormat::Ndjson => take(&mut self.begin) + &ndjson::lines(&take(&mut self.records)),
            _ if !self.is_over => String::new(),
            TraceFormat::Mermaid => mermaid::write(&self.records),
            TraceFormat::Shiviz => shiviz::write(&self.records),
        })
    }
}
