//! Searches for runs from JavaScript.

use js_sys::JSON;
use raft_js::{SearchJob, Simulation, perform_script};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, json, length, text};

fn job(options: &str) -> SearchJob {
    SearchJob::new(json(options)).unwrap()
}

fn refused(options: &str) -> (String, String) {
    code_and_message(SearchJob::new(json(options)))
}

#[wasm_bindgen_test]
fn a_bug_is_found_and_its_run_shows_it_again() {
    let mut search = job(r#"{"mutant": "6a", "property": "election-safety"}"#);
    while search.advance(5) {}
    let report = search.report().unwrap();
    let found = at(&report, "found");
    assert_eq!(at(&report, "runs").as_f64(), at(&found, "seed").as_f64().map(|seed| seed + 1.0));
    let mut again = Simulation::new(at(&found, "run")).unwrap();
    again.advance(at(&found, "at").as_f64().unwrap()).unwrap();
    let written = |value: JsValue| String::from(JSON::stringify(&value).unwrap());
    let violations = written(at(&again.state().unwrap(), "violations"));
    assert_eq!(violations, written(at(&found, "violations")));
    assert!(perform_script(&text(&found, "script")).is_ok());
}

#[wasm_bindgen_test]
fn the_result_does_not_depend_on_the_pieces() {
    let result = |runs: u32| {
        let mut search = job(r#"{"without": ["count-granted-votes"]}"#);
        while search.advance(runs) {}
        String::from(JSON::stringify(&search.report().unwrap()).unwrap())
    };
    assert_eq!(result(1), result(100));
}

#[wasm_bindgen_test]
fn a_search_without_a_finding_tries_every_seed() {
    let mut search = job(r#"{"seeds": {"from": 3, "to": 6}}"#);
    assert!(search.advance(2));
    assert_eq!(at(&search.report().unwrap(), "runs"), JsValue::from(2));
    assert!(!search.advance(2));
    let report = search.report().unwrap();
    assert_eq!((at(&report, "runs"), at(&report, "total")), (3.into(), 3.into()));
    assert_eq!(at(&report, "found"), JsValue::NULL);
}

#[wasm_bindgen_test]
fn a_scenario_is_searched_for_an_expectation() {
    let options = r#"{"script": "nodes 3\nuntil leader: say \"Led.\"", "expect": "leader C",
                      "during": {"from": 0, "to": 1000000}}"#;
    let mut search = job(options);
    while search.advance(10) {}
    let found = at(&search.report().unwrap(), "found");
    let mut simulation = Simulation::new(at(&found, "run")).unwrap();
    simulation.advance(at(&found, "at").as_f64().unwrap()).unwrap();
    assert_eq!(text(&simulation.state().unwrap(), "nodes.2.state.role"), "leader");
    assert_eq!(length(&found, "violations"), 0);
}

#[wasm_bindgen_test]
fn bad_options_are_refused_with_a_reason() {
    for (options, expected, reason) in [
        (r#"{"mutant": "99"}"#, "bad-options", "there is no mutant 99"),
        (r#"{"property": "joy"}"#, "bad-options", "there is no property joy"),
        (r#"{"property": "liveness", "expect": "leader"}"#, "bad-options", "`expect` and"),
        (r#"{"script": "seed 1", "mutant": "1"}"#, "bad-options", "`mutant` and `without`"),
        (r#"{"expect": "leader W"}"#, "bad-options", "expect: "),
        (r#"{"expect": "leader; crash A"}"#, "bad-options", "expect: "),
        (r#"{"script": "nodez"}"#, "bad-script", "line 1, column 1"),
    ] {
        let (code, message) = refused(options);
        assert_eq!(code, expected, "{options}");
        assert!(message.starts_with(reason), "{message}");
    }
}
