//! Scripts: scenarios in the text format.

use raft_sim::export::ndjson;
use raft_sim::script::{Report, ScriptRun};
use raft_sim::{Script, Time};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;
use crate::error::{Code, bad_script, failure};

/// The result of a performed script.
#[derive(Serialize)]
struct Performed {
    title: Option<String>,
    #[serde(flatten)]
    report: Report,
    notes: Vec<String>,
    trace: String,
}

/// Performs a script (`.raft`) to its end. Returns its narration, its unmet expectations
/// (`failures`), notes about its settings (`notes`), the violations that were found, the
/// equivalent plain run and its end, and its trace. An unmet expectation is not an error.
///
/// # Errors
/// `bad-script` with `line` and `column`, if the text cannot be parsed.
#[wasm_bindgen(js_name = performScript, unchecked_return_type = "Performed")]
pub fn perform_script(text: &str) -> Result<JsValue, JsValue> {
    let script: Script = text.parse().map_err(|mistake| bad_script(&mistake))?;
    let title = script.title.clone();
    let mut script_run = ScriptRun::new(script).map_err(|bad| failure(Code::Run, &bad))?;
    script_run.advance(Time(u64::MAX));
    let records = script_run.simulation_mut().take_records();
    let report = script_run.play();
    let trace = ndjson::write(&report.run, &records);
    let notes = report.run.scenario.advice().iter().map(ToString::to_string).collect();
    to_js(&Performed { title, report, notes, trace })
}
