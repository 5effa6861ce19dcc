//! The Raft simulator for JavaScript and TypeScript.
//!
//! The class `Simulation` drives the same simulator as the page and the native tests, and can go
//! back in time. The function `performScript` performs a scenario in the text format (`.raft`).
//! Arguments and results are plain objects (`types.d.ts`). Invalid input throws an `Error` with a
//! stable `code`, and leaves the simulation unchanged.
//!
//! ```js
//! const simulation = new Simulation({ seed: 7 });
//! simulation.runUntil(1_000_000);                       // microseconds
//! simulation.command({ submit: { client: "X", operation: "x=8" } });
//! const records = simulation.runUntil(2_000_000);
//! simulation.state().nodes[0].value;                    // "8"
//!
//! simulation.seek(1_500_000);                           // as it was then
//! simulation.command({ crash: "A" });                   // another future: a branch
//! simulation.branches().length;                         // 2
//!
//! const { failures, run, end } = performScript('seed 7\nuntil leader within 1s: say "Elected."');
//! const again = new Simulation(run).traceUntil(end);
//! ```
//!
//! # Reading order
//! `simulation`, `judging`, `story` (scripts), `grading`, `search`, `trace_export`, then `state`,
//! `error`, `convert` and `json_reader`, which define how data looks to JavaScript.

mod convert;
mod error;
mod grading;
mod json_reader;
mod judging;
mod search;
mod simulation;
mod state;
mod story;
mod trace_export;

use wasm_bindgen::prelude::wasm_bindgen;

pub use grading::grade;
pub use search::SearchJob;
pub use simulation::Simulation;
pub use story::{parse_script, perform_script};
pub use trace_export::{TraceExport, TraceFormat};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");
