//! Traces of long runs, piece by piece.

use std::mem::take;

use raft_sim::export::{mermaid, ndjson, shiviz};
use raft_sim::{Record, Script};
use wasm_bindgen::prelude::*;

use crate::error::{Code, bad_script, failure};

/// How many events one call may let happen: some milliseconds in a browser.
const EVENTS_A_CALL: u64 = 2000;

/// The format of a trace.
#[wasm_bindgen]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TraceFormat {
    /// A line of JSON for each record, as `TRACE.md` describes it.
    Ndjson = "ndjson",
    /// A sequence diagram for documents and code forges.
    Mermaid = "mermaid",
    /// A log with vector clocks for `ShiViz`.
    Shiviz = "shiviz",
}

/// A trace that is being written, piece by piece, so that a page can respond meanwhile.
#[wasm_bindgen]
pub struct TraceExport {
    simulation: raft_sim::Simulation,
    /// How many events are traced.
    events: u64,
    format: TraceFormat,
    /// The header, until the first piece is written.
    begin: String,
    /// The records that are not written yet. A diagram is written at the end.
    records: Vec<Record>,
    is_over: bool,
}

#[wasm_bindgen]
impl TraceExport {
    /// Begins the trace of the first events of a run, given as a script that only has commands at
    /// instants, and narration.
    ///
    /// # Errors
    /// `bad-script` with `line` and `column`, if the text cannot be parsed; `bad-run` if the script
    /// must be performed first, because it waits or expects something.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, format: TraceFormat, events: f64) -> Result<TraceExport, JsValue> {
        let script: Script = text.parse().map_err(|mistake| bad_script(&mistake))?;
        let Some((run, ..)) = script.plain_run() else {
            return Err(failure(Code::Run, &"the script waits or expects something"));
        };
        let begin =
            if format == TraceFormat::Ndjson { ndjson::header(&run) } else { String::new() };
        let simulation = raft_sim::Simulation::new(run).map_err(|bad| failure(Code::Run, &bad))?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let events = events as u64;
        let records = Vec::new();
        Ok(Self { simulation, events, format, begin, records, is_over: false })
    }

    /// Writes the next piece, which may be empty; `undefined` after the last one.
    #[wasm_bindgen(js_name = nextPiece)]
    pub fn next_piece(&mut self) -> Option<String> {
        if self.is_over {
            return None;
        }
        let enough = self.events.min(self.simulation.events() + EVENTS_A_CALL);
        let mut goes_on = true;
        while goes_on && self.simulation.events() < enough {
            goes_on = self.simulation.step();
        }
        self.is_over = !goes_on || self.simulation.events() >= self.events;
        self.records.append(&mut self.simulation.take_records());
        Some(match self.format {
            TraceFormat::Mermaid if self.is_over => mermaid::write(&self.records),
            TraceFormat::Shiviz if self.is_over => shiviz::write(&self.records),
            TraceFormat::Mermaid | TraceFormat::Shiviz => String::new(),
            _ => take(&mut self.begin) + &ndjson::lines(&take(&mut self.records)),
        })
    }
}
