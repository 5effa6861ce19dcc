//! Goes back in time and continues from there.

use js_sys::JSON;
use raft_js::Simulation;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, json, length};

fn whole(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn state(simulation: &Simulation) -> String {
    whole(&simulation.state().unwrap())
}

#[wasm_bindgen_test]
fn seeking_back_restores_the_state() {
    let mut simulation = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    let first = simulation.run_until(700_000.0).unwrap();
    let then = state(&simulation);
    simulation.run_until(2_000_000.0).unwrap();
    simulation.seek(700_000.0).unwrap();
    assert_eq!(state(&simulation), then);
    assert_eq!(whole(&simulation.records_between(0.0, 700_000.0).unwrap()), whole(&first));
    assert_eq!(state(&simulation), then, "time stays");
    let trace = simulation.trace_until(900_000.0).unwrap();
    assert!(trace.starts_with("{\"format\":"), "going elsewhere begins another trace");
    simulation.seek(9_000_000.0).unwrap();
    let now = at(&simulation.state().unwrap(), "nowUs");
    assert_eq!(now, JsValue::from(2_000_000), "nothing is known beyond the end");
}

#[wasm_bindgen_test]
fn a_step_back_and_forward_returns_to_the_same_state() {
    let mut simulation = Simulation::new(JsValue::UNDEFINED).unwrap();
    assert!(!simulation.step_back(), "nothing has happened yet");
    simulation.step().unwrap();
    let before = state(&simulation);
    let records = whole(&simulation.step().unwrap());
    let after = state(&simulation);
    assert_ne!(before, after);
    assert!(simulation.step_back());
    assert_eq!(state(&simulation), before);
    assert_eq!(whole(&simulation.step().unwrap()), records);
    assert_eq!(state(&simulation), after);
}

#[wasm_bindgen_test]
fn acting_in_the_past_starts_a_branch() {
    let mut simulation = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    simulation.run_until(2_000_000.0).unwrap();
    let future = state(&simulation);
    simulation.seek(1_000_000.0).unwrap();
    simulation.command(json(r#"{"crash": "A"}"#)).unwrap();
    simulation.run_until(2_500_000.0).unwrap();
    let branches = simulation.branches().unwrap();
    for (path, expected) in [
        ("0.parent", JsValue::NULL),
        ("0.endUs", JsValue::from(2_000_000)),
        ("0.isCurrent", JsValue::FALSE),
        ("1.parent", JsValue::from(0)),
        ("1.fromUs", JsValue::from(1_000_000)),
        ("1.beganWith.crash", JsValue::from("A")),
        ("1.endUs", JsValue::from(2_500_000)),
        ("1.isCurrent", JsValue::TRUE),
    ] {
        assert_eq!(at(&branches, path), expected, "{path}");
    }
    assert_eq!(length(&simulation.run().unwrap(), "commands"), 1);
    simulation.switch_to(0).unwrap();
    assert_eq!(state(&simulation), future);
    assert_eq!(length(&simulation.run().unwrap(), "commands"), 0);
    let (code, message) = code_and_message(simulation.switch_to(7));
    assert_eq!((code.as_str(), message.as_str()), ("no-such-branch", "there is no branch 7"));
    assert_eq!(code_and_message(simulation.seek(f64::NAN)).0, "bad-time");
    assert_eq!(state(&simulation), future);
}
