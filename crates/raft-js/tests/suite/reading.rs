//! Reads values of every form from JavaScript.

use js_sys::JSON;
use raft_js::Simulation;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, json, text};

/// What a command is refused for.
fn refused(command: &str) -> String {
    let mut simulation = Simulation::new(JsValue::UNDEFINED).unwrap();
    let (code, message) = code_and_message(simulation.command(json(command)));
    assert_eq!(code, "bad-command", "{command}");
    message
}

#[wasm_bindgen_test]
fn a_run_is_read_as_it_was_written() {
    let commands = r#"[
        {"at":0,"command":"heal"},
        {"at":1,"command":{"partition":[["A","B"],[],["C"]]}},
        {"at":2,"command":{"submit":{"client":"X","via":null,"operation":"x=\"é\\漢🦀"}}},
        {"at":3,"command":{"configure":{"node":"A","setting":{"compact-after":null}}}},
        {"at":4,"command":{"configure":
            {"node":"A","setting":{"reads":{"lease":{"drift_permille":5}}}}}},
        {"at":18446744073709551,"command":{"disk":{"node":"B","change":"stuck"}}}]"#;
    let run = json(&format!(
        r#"{{"scenario":{{"check-quorum":true}},"seed":9007199254740991,"commands":{commands}}}"#
    ));
    let again = Simulation::new(run.clone()).unwrap().run().unwrap();
    let written = |value: &JsValue| String::from(JSON::stringify(value).unwrap());
    assert_eq!(written(&at(&again, "seed")), "9007199254740991");
    assert_eq!(text(&again, "commands.2.command.submit.operation"), "x=\"é\\漢🦀");
    let third = Simulation::new(again.clone()).unwrap().run().unwrap();
    assert_eq!(written(&third), written(&again));
}

#[wasm_bindgen_test]
fn escaped_characters_are_read() {
    let message = refused(r#"{"\"\\\/\b\f\n\r\t\u0001\u00e9\ud800🦀": 1}"#);
    let name = "\"\\/\u{8}\u{c}\n\r\t\u{1}é\u{fffd}🦀";
    assert!(message.starts_with(&format!("unknown variant `{name}`, expected")), "{message}");
}

#[wasm_bindgen_test]
fn a_value_of_another_type_is_refused_with_a_reason() {
    for (command, reason) in [
        ("7", "invalid type: a number, expected enum Command"),
        ("null", "invalid type: null, expected enum Command"),
        (r#"{"crash": 7}"#, "invalid type: a number, expected a string"),
        (r#"{"cut": ["A", "B"]}"#, "invalid type: a list, expected struct variant Command::Cut"),
        (r#"{"delay": {"message": 1.5, "by": 1}}"#, "1.5 is not a whole number below 2^64"),
        (r#"{"delay": {"message": -1, "by": 1}}"#, "invalid type: a negative number, expected u64"),
        (r#"{"delay": {"message": "a", "by": 1}}"#, "invalid type: string \"a\", expected u64"),
        (r#"{"crash": "A", "restart": "A"}"#, "an object with one key was expected"),
        (r#""crash""#, "this needs an object with a value"),
        (r#"{"delay": {"message": 1}}"#, "missing field `by`"),
    ] {
        let message = refused(command);
        assert!(message.starts_with(reason), "{command}: {message}");
    }
    let nothing = Simulation::new(JsValue::UNDEFINED).unwrap().command(JsValue::UNDEFINED);
    assert_eq!(code_and_message(nothing).1, "this is not a plain object");
}

#[wasm_bindgen_test]
fn a_variant_without_content_may_be_written_as_an_object() {
    let mut simulation = Simulation::new(JsValue::UNDEFINED).unwrap();
    simulation.command(json(r#"{"heal": null}"#)).unwrap();
    assert_eq!(text(&simulation.run().unwrap(), "commands.0.command"), "heal");
}
