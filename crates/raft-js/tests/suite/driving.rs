//! Drives a run from JavaScript.

use js_sys::{Array, JSON};
use raft_js::Simulation;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, json};

#[wasm_bindgen_test]
fn a_value_is_committed_on_all_five() {
    let mut simulation = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    let records = simulation.run_until(1_000_000.0).unwrap();
    assert!(Array::is_array(&records) && Array::from(&records).length() > 100);
    let submit = json(r#"{"submit": {"client": "X", "operation": "x=8"}}"#);
    simulation.command(submit).unwrap();
    simulation.run_until(2_000_000.0).unwrap();
    let state = simulation.state().unwrap();
    for node in 0..5 {
        assert_eq!(at(&state, &format!("nodes.{node}.value")), JsValue::from("8"));
    }
    let status = at(&state, "clients.0.operations.0.status");
    assert_eq!(at(&status, "done"), JsValue::from("written"));
    assert_eq!(at(&state, "nowUs"), JsValue::from(2_000_000));
    assert_eq!(Array::from(&at(&state, "violations")).length(), 0);
}

#[wasm_bindgen_test]
fn a_freed_simulation_can_be_created_again() {
    let mut told = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    let mut untold = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    told.run_until(700_000.0).unwrap();
    untold.advance(700_000.0).unwrap();
    let text = |records: JsValue| String::from(JSON::stringify(&records).unwrap());
    let again = text(untold.records_between(300_000.0, 700_000.0).unwrap());
    assert_eq!(again, text(told.records_between(300_000.0, 700_000.0).unwrap()));
    assert_eq!(
        text(untold.run_until(900_000.0).unwrap()),
        text(told.run_until(900_000.0).unwrap())
    );
}

#[wasm_bindgen_test]
fn a_step_is_one_event() {
    let mut simulation = Simulation::new(JsValue::UNDEFINED).unwrap();
    let booted = Array::from(&simulation.step().unwrap());
    assert!(booted.length() > 0);
    let before = at(&simulation.state().unwrap(), "nowUs").as_f64().unwrap();
    simulation.step().unwrap();
    let after = at(&simulation.state().unwrap(), "nowUs").as_f64().unwrap();
    assert!(after >= before && before > 100_000.0);
}

#[wasm_bindgen_test]
fn a_run_restarts_from_its_own_description() {
    let mut first = Simulation::new(json(r#"{"seed": 3}"#)).unwrap();
    first.run_until(500_000.0).unwrap();
    first.command(json(r#"{"crash": "A"}"#)).unwrap();
    first.command(json(r#"{"cut": {"from": "B", "to": "C"}}"#)).unwrap();
    let mut again = Simulation::new(first.run().unwrap()).unwrap();
    again.run_until(900_000.0).unwrap();
    first.run_until(900_000.0).unwrap();
    let text = |simulation: &Simulation| {
        String::from(JSON::stringify(&simulation.state().unwrap()).unwrap())
    };
    assert_eq!(text(&first), text(&again));
}

#[wasm_bindgen_test]
fn settings_that_may_stall_give_advice() {
    let simulation = Simulation::new(json(r#"{"scenario": {"pre-vote": true}}"#)).unwrap();
    assert!(simulation.notes()[0].starts_with("pre-vote: Without check-quorum"));
    assert!(Simulation::new(JsValue::UNDEFINED).unwrap().notes().is_empty());
}

#[wasm_bindgen_test]
fn invalid_input_throws_an_error_with_a_code_and_changes_nothing() {
    let (code, message) = code_and_message(Simulation::new(json(r#"{"sed": 7}"#)));
    assert_eq!(code, "bad-options");
    assert!(message.contains("sed"), "{message}");
    let (code, message) = code_and_message(Simulation::new(json(r#"{"scenario": {"nodes": 10}}"#)));
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("bad-run", "scenario: nodes: 10 is not from 1 to 9")
    );

    let lease = r#"{"scenario": {"reads": {"lease": {"drift_permille": 100}}}}"#;
    let (code, message) = code_and_message(Simulation::new(json(lease)));
    assert_eq!(code, "bad-run");
    assert!(message.starts_with("scenario: reads: a lease needs check-quorum on"), "{message}");

    let mut simulation = Simulation::new(JsValue::UNDEFINED).unwrap();
    let (code, message) = code_and_message(simulation.command(json(r#"{"crash": "W"}"#)));
    assert_eq!((code.as_str(), message.as_str()), ("bad-command", "there is no node W"));
    let (code, _) = code_and_message(simulation.command(json(r#""explode""#)));
    assert_eq!(code, "bad-command");
    for time in [f64::NAN, -1.0, f64::INFINITY] {
        assert_eq!(code_and_message(simulation.run_until(time)).0, "bad-time");
    }
    assert_eq!(at(&simulation.state().unwrap(), "nowUs"), JsValue::from(0));
    assert_eq!(Array::from(&at(&simulation.run().unwrap(), "commands")).length(), 0);
}
