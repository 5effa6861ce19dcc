//! Scripts: runs as people write them.

use raft_sim::export::ndjson;
use raft_sim::script::{Report, ScriptRun};
use raft_sim::{Script, Time};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;
use crate::error::{Code, bad_script, failure};

/// A script that was performed.
#[derive(Serialize)]
struct Performed {
    title: Option<String>,
    #[serde(flatten)]
    report: Report,
    notes: Vec<String>,
    trace: String,
}

/// Performs a script (`.raft`) to its end. Gives what it says, what was not as it expects
/// (`failures`: none, if all is well), what is worth knowing about its settings (`notes`), the
/// violations that were found, the plain run that is left of it and when it was over, and its
/// trace. What is expected in vain is no error.
///
/// # Errors
/// `bad-script` with `line` and `column`, if the text cannot be read.
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
