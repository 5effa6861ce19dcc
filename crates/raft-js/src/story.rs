//! Scripts: scenarios in the text format.

use raft_sim::export::ndjson;
use raft_sim::script::{Report, ScriptRun};
use raft_sim::{Run, Scenario, Script, Time};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;
use crate::error::{Code, bad_script, failure};

/// A script that was parsed, but not performed.
#[derive(Serialize)]
struct ParsedScript<'a> {
    title: Option<&'a str>,
    summary: Option<&'a str>,
    level: Option<u32>,
    paper: Option<&'a str>,
    seed: u64,
    scenario: &'a Scenario,
    beats: Vec<&'a str>,
    task: Option<ParsedTask<'a>>,
    run: Option<Run>,
    text: String,
}

#[derive(Serialize)]
struct ParsedTask<'a> {
    text: &'a str,
    goals: Vec<String>,
    allow: Vec<&'static str>,
    hints: &'a [String],
    par: Option<u32>,
}

/// Parses a script (`.raft`) without performing it.
///
/// # Errors
/// `bad-script` with `line` and `column`, if the text cannot be parsed.
#[wasm_bindgen(js_name = parseScript, unchecked_return_type = "ParsedScript")]
pub fn parse_script(text: &str) -> Result<JsValue, JsValue> {
    let script: Script = text.parse().map_err(|mistake| bad_script(&mistake))?;
    let mut beats = Vec::new();
    for step in &script.steps {
        for beat in &step.beats {
            beats.push(beat.name.as_str());
        }
    }
    let task = script.task.as_ref().map(|task| ParsedTask {
        text: &task.text,
        goals: task.goals.iter().map(|goal| goal.expectation.to_string()).collect(),
        allow: task.allow.iter().map(|kind| kind.name()).collect(),
        hints: &task.hints,
        par: task.par,
    });
    to_js(&ParsedScript {
        title: script.title.as_deref(),
        summary: script.summary.as_deref(),
        level: script.level,
        paper: script.paper.as_deref(),
        seed: script.seed,
        scenario: &script.scenario,
        beats,
        task,
        run: script.plain_run().map(|(run, ..)| run),
        text: script.to_string(),
    })
}

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
