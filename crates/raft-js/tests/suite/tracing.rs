//! Writes traces piece by piece from JavaScript.

use raft_js::{TraceExport, TraceFormat, perform_script};
use raft_sim::Script;
use raft_sim::export::{mermaid, ndjson, shiviz};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{code_and_message, text};

const STORY: &str = "seed 7\nnodes 3\nat 400ms: X sends x=8\nat 500ms: crash B\nend at 3s\n";

fn all_pieces(format: TraceFormat, events: u32) -> String {
    let mut trace_export = TraceExport::new(STORY, format, events.into()).unwrap();
    let mut trace = String::new();
    while let Some(piece) = trace_export.next_piece() {
        trace += &piece;
    }
    assert_eq!(trace_export.next_piece(), None);
    trace
}

#[wasm_bindgen_test]
fn a_trace_in_pieces_is_that_of_the_first_events() {
    let script: Script = STORY.parse().unwrap();
    let (run, ..) = script.plain_run().unwrap();
    for events in [0, 1, 150] {
        let mut simulation = raft_sim::Simulation::new(run.clone()).unwrap();
        while simulation.events() < u64::from(events) {
            assert!(simulation.step());
        }
        let records = simulation.take_records();
        assert!(all_pieces(TraceFormat::Ndjson, events) == ndjson::write(&run, &records));
        assert!(all_pieces(TraceFormat::Mermaid, events) == mermaid::write(&records));
        assert!(all_pieces(TraceFormat::Shiviz, events) == shiviz::write(&records));
    }
}

#[wasm_bindgen_test]
fn a_long_trace_comes_in_several_pieces_that_belong_together() {
    let long = STORY.replace("3s", "100s");
    let events = 5000;
    let mut trace_export = TraceExport::new(&long, TraceFormat::Ndjson, events.into()).unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = trace_export.next_piece() {
        pieces.push(piece);
    }
    assert_eq!(pieces.len(), 3);
    let performed = text(&perform_script(&long).unwrap(), "trace");
    assert!(performed.starts_with(&pieces.concat()));
}

#[wasm_bindgen_test]
fn a_script_that_must_be_performed_or_cannot_be_read_is_refused() {
    let refused = |script: &str| {
        code_and_message(TraceExport::new(script, TraceFormat::Ndjson, 10.0).map(drop)).0
    };
    assert_eq!(refused("nodes 3\nuntil leader: X sends x=8\n"), "bad-run");
    assert_eq!(refused("nodes 3\nat 0ms: isolat A\n"), "bad-script");
}
