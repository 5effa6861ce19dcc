//! Performs scripts from JavaScript.

use raft_js::{Simulation, perform_script};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, length, text};

const STORY: &str = r#"title "A value"
seed 7
nodes 3
until leader: X sends x=8
until committed x=8: say "Done."
  expect value x=8
end after 10ms
"#;

#[wasm_bindgen_test]
fn a_script_returns_its_narration_and_its_run() {
    let performed = perform_script(STORY).unwrap();
    assert_eq!(text(&performed, "title"), "A value");
    assert_eq!(at(&performed, "said.0.line"), JsValue::from(5));
    assert_eq!(text(&performed, "said.0.text"), "Done.");
    assert_eq!(length(&performed, "failures") + length(&performed, "violations"), 0);
    let end = at(&performed, "end").as_f64().unwrap();
    let said_at = at(&performed, "said.0.at").as_f64().unwrap();
    assert_eq!(at(&performed, "end"), JsValue::from(said_at + 10_000.0));
    let mut again = Simulation::new(at(&performed, "run")).unwrap();
    assert_eq!(again.trace_until(end).unwrap(), text(&performed, "trace"));
}

#[wasm_bindgen_test]
fn a_story_returns_its_beats_and_the_true_choices() {
    let beat = "beat led:\n say \"Led.\"\n point at log A, B\n invite time out\n ask \"Now?\"\n \
                choice A when never leader within 1s\n choice \"One\" when leader\n \
                because \"So.\"\n";
    let story = STORY.replace("until committed", &format!("{beat}until committed"));
    let performed = perform_script(&story).unwrap();
    assert_eq!(length(&performed, "failures"), 0);
    assert_eq!(text(&performed, "beats.0.name"), "led");
    assert_eq!(text(&performed, "beats.0.points.0"), "log A");
    assert_eq!(text(&performed, "beats.0.invites.0"), "time-out");
    assert_eq!(text(&performed, "beats.0.question.choices.0.label.node"), "A");
    assert_eq!(text(&performed, "beats.0.question.choices.1.label.text"), "One");
    assert_eq!(at(&performed, "beats.0.question.choices.1.is_true"), JsValue::from(true));
}

#[wasm_bindgen_test]
fn a_failed_expectation_is_reported_without_an_error() {
    let performed = perform_script(&STORY.replace("expect value x=8", "expect no leader")).unwrap();
    assert_eq!(at(&performed, "failures.0.line"), JsValue::from(6));
    assert_eq!(at(&performed, "failures.0.at"), at(&performed, "said.0.at"));
    let message = text(&performed, "failures.0.message");
    assert!(message.starts_with("expected no leader, but "), "{message}");
}

#[wasm_bindgen_test]
fn an_invalid_script_throws_an_error_with_its_position() {
    let error = perform_script("nodes 3\nat 0ms: isolat A\n").unwrap_err();
    let place = (at(&error, "line").as_f64(), at(&error, "column").as_f64());
    assert_eq!(place, (Some(2.0), Some(9.0)));
    assert_eq!(text(&error, "suggestion"), "isolate");
    let (code, message) = code_and_message(Err::<(), _>(error));
    assert_eq!(code, "bad-script");
    assert!(message.starts_with("line 2, column 9: "), "{message}");
    let error = perform_script("nodes 12").unwrap_err();
    assert_eq!(at(&error, "line"), JsValue::from(1));
    assert!(at(&error, "suggestion").is_undefined());
}
