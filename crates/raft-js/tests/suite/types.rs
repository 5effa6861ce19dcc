//! The TypeScript declarations contain exactly the keys of the objects.
//!
//! The tests compare outputs with real objects. They compare inputs with the list of expected names
//! in the error for an unknown name.

use std::collections::BTreeSet;

use js_sys::{Array, Object};
use raft_js::{SearchJob, Simulation, grade, parse_script, perform_script};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::declared::{alternatives, interface, optional, texts};
use super::{at, code_and_message, json, text};

/// A run with every kind of record content: pre-votes, lost and duplicated messages, an unreliable
/// disk.
const EVENTFUL: &str = "seed 7
pre-vote on
network loss 5% duplicate 10%
until leader: X sends x=1
until committed x=1: crash A
after 10ms: rot A
after 10ms: restart A
after 100ms: disk B loses tail 1; disk C fails; X sends x=2; remove D via E
end after 300ms
";

/// A leader that counts replicas of older terms violates a property (§5.4.2).
const BROKEN_PROMISE: &str = include_str!("../../../../tests/scenarios/figure-8-without-rule.raft");

/// A task whose solution is to crash A.
const TASK: &str = "title \"All\"\nuntil leader: say \"Led.\"\n\
    task \"Stop A.\"\n  goal stopped A\n  hint \"Its menu.\"\n  solution:\n    crash A\n";

/// The report of a search that has ended.
fn searched(options: &str) -> JsValue {
    let mut job = SearchJob::new(json(options)).unwrap();
    job.advance(50);
    job.report().unwrap()
}

fn keys(object: &JsValue) -> BTreeSet<String> {
    let keys = Object::keys(object.unchecked_ref::<Object>());
    keys.iter().map(|key| key.as_string().unwrap()).collect()
}

/// The paths of the keys in a value, as deep as the interface declares them inline.
fn paths(value: &JsValue, above: &str, declared: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    if Array::is_array(value) {
        return Array::from(value).iter().for_each(|item| paths(&item, above, declared, found));
    }
    if !value.is_object() {
        return;
    }
    for key in keys(value) {
        let path = format!("{above}{key}");
        let below = format!("{path}.");
        if declared.iter().any(|other| other.starts_with(&below)) {
            paths(&at(value, &key), &below, declared, found);
        }
        found.insert(path);
    }
}

/// The fields that the package expects, from its error for an unknown one; empty where it does not
/// expect an object.
fn fields<T>(refused: Result<T, JsValue>) -> BTreeSet<String> {
    names_after("unknown field `nonsense`, expected ", refused)
}

fn names_after<T>(lead: &str, refused: Result<T, JsValue>) -> BTreeSet<String> {
    let (_, sentence) = code_and_message(refused);
    let names = sentence.strip_prefix(lead).unwrap_or_default();
    names.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn options(text: &str) -> Result<Simulation, JsValue> {
    Simulation::new(json(text))
}

fn top_level(paths: &BTreeSet<String>) -> BTreeSet<String> {
    paths.iter().filter(|path| !path.contains('.')).cloned().collect()
}

fn items(list: &JsValue) -> Vec<JsValue> {
    Array::from(list).iter().collect()
}

fn records(script: &str) -> Vec<JsValue> {
    let performed = perform_script(script).unwrap();
    let mut simulation = Simulation::new(at(&performed, "run")).unwrap();
    items(&simulation.run_until(at(&performed, "end").as_f64().unwrap()).unwrap())
}

#[wasm_bindgen_test]
fn declared_interfaces_have_exactly_the_keys_of_the_objects() {
    let script = "title \"All\"\nuntil leader: X sends x=1\n\
        until committed x=1: say \"Done.\"; expect value x=2 on A\n\
        beat end: say \"End.\"; ask \"Now?\"; choice A; choice \"B\"; because \"So.\"";
    let performed = perform_script(script).unwrap();
    let mut simulation = Simulation::new(at(&performed, "run")).unwrap();
    let records = items(&simulation.run_until(1_000_000.0).unwrap());
    let states: Vec<_> =
        records.iter().map(|record| at(record, "state")).filter(JsValue::is_object).collect();
    let lease = options(
        r#"{"scenario": {"check-quorum": true, "reads": {"lease": {"drift_permille": 10}}}}"#,
    )
    .unwrap();
    let beats = items(&at(&performed, "beats"));
    let question = at(&beats[0], "question");
    let run = at(&performed, "run");
    let scenarios = vec![at(&run, "scenario"), at(&lease.run().unwrap(), "scenario")];
    let scenario = &scenarios[0];
    let parsed = parse_script(TASK).unwrap();
    let refused = perform_script("nodez 3").unwrap_err();
    assert_eq!(text(&refused, "suggestion"), "nodes");
    for (name, objects) in [
        ("TimedCommand", items(&at(&run, "commands"))),
        ("Quality", vec![at(scenario, "network")]),
        ("Mistakes", vec![at(scenario, "mistakes")]),
        ("Membership", vec![at(&states[0], "membership")]),
        ("LogPosition", vec![at(&states[0], "last")]),
        ("NodeState", states.clone()),
        ("TraceRecord", records),
        ("State", vec![simulation.state().unwrap()]),
        ("Branch", items(&simulation.branches().unwrap())),
        ("Scenario", scenarios.clone()),
        ("Run", vec![run]),
        ("AskedChoice", items(&at(&question, "choices"))),
        ("AskedQuestion", vec![question]),
        ("BeatReached", beats),
        ("Performed", vec![performed]),
        ("ParsedTask", vec![at(&parsed, "task")]),
        ("ParsedScript", vec![parsed]),
        ("PropertyVerdict", items(&simulation.properties().unwrap())),
        ("HistoryVerdict", vec![simulation.history_verdict().unwrap()]),
        ("SearchReport", vec![searched("{}"), searched(r#"{"mutant": "6a"}"#)]),
        ("Grade", vec![grade(TASK, "crash A\n").unwrap(), grade(TASK, "at 0ms: heal").unwrap()]),
        ("Mistake", vec![refused]),
    ] {
        let declared = interface(name);
        let mut found = BTreeSet::new();
        for object in &objects {
            paths(object, "", &declared, &mut found);
            for key in top_level(&declared).difference(&optional(name)) {
                assert!(keys(object).contains(key), "{name} may lack {key}");
            }
        }
        assert_eq!(found, declared, "{name}");
    }
}

#[wasm_bindgen_test]
fn declared_options_are_exactly_those_accepted() {
    let run = fields(options(r#"{"nonsense": 1}"#));
    assert_eq!(run, top_level(&interface("RunOptions")));
    let command = fields(options(r#"{"commands": [{"nonsense": 1}]}"#));
    assert_eq!(command, interface("TimedCommand"));
    let scenario = fields(options(r#"{"scenario": {"nonsense": 1}}"#));
    assert_eq!(scenario, top_level(&interface("Scenario")));
    let network = fields(options(r#"{"scenario": {"network": {"nonsense": 1}}}"#));
    assert_eq!(network, interface("Quality"));
    let mistakes = fields(options(r#"{"scenario": {"mistakes": {"nonsense": 1}}}"#));
    assert_eq!(mistakes, interface("Mistakes"));
    let search = |options: &str| fields(SearchJob::new(json(options)));
    let declared = interface("SearchOptions");
    assert_eq!(search(r#"{"nonsense": 1}"#), top_level(&declared));
    for key in ["seeds", "during"] {
        let inside = declared.iter().filter_map(|path| path.strip_prefix(&format!("{key}.")));
        let inside = inside.map(str::to_owned).collect();
        assert_eq!(search(&format!(r#"{{"{key}": {{"nonsense": 1}}}}"#)), inside);
    }
}

#[wasm_bindgen_test]
fn declared_commands_are_exactly_those_accepted() {
    let mut simulation = options("{}").unwrap();
    let declared = alternatives("Command");
    let names: BTreeSet<String> = declared.iter().map(|(name, _)| name.clone()).collect();
    let unknown = simulation.command(json(r#"{"nonsense": 1}"#));
    assert_eq!(names_after("unknown variant `nonsense`, expected one of ", unknown), names);
    for (name, keys) in declared {
        let command = format!(r#"{{"{name}": {{"nonsense": 1}}}}"#);
        assert_eq!(fields(simulation.command(json(&command))), keys, "{name}");
    }
}

#[wasm_bindgen_test]
fn declared_record_kinds_and_roles_are_exactly_those_produced() {
    let records = [records(EVENTFUL), records(BROKEN_PROMISE)].concat();
    let kinds = records.iter().map(|record| text(record, "kind")).collect();
    assert_eq!(texts("TraceRecord", "kind"), kinds);
    let states = records.iter().map(|record| at(record, "state")).filter(JsValue::is_object);
    let roles = states.map(|state| text(&state, "role")).collect();
    assert_eq!(texts("NodeState", "role"), roles);
}

#[wasm_bindgen_test]
fn declared_error_codes_are_exactly_those_thrown() {
    let mut simulation = options("{}").unwrap();
    let codes = [
        code_and_message(options(r#"{"nonsense": 1}"#)),
        code_and_message(options(r#"{"scenario": {"nodes": 99}}"#)),
        code_and_message(simulation.command(json(r#"{"crash": "I"}"#))),
        code_and_message(simulation.seek(-1.0)),
        code_and_message(simulation.switch_to(9)),
        code_and_message(perform_script("nonsense")),
        code_and_message(grade("seed 7", "crash A")),
        code_and_message(grade(TASK, "nonsense")),
    ];
    assert_eq!(texts("Mistake", "code"), codes.map(|(code, _)| code).into());
}
