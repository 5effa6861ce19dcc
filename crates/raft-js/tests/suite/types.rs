//! The types for TypeScript name what the objects have.

use std::collections::BTreeSet;

use js_sys::{Array, Object};
use raft_js::{Simulation, perform_script};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, text};

const TYPES: &str = include_str!("../../src/types.d.ts");

/// The keys that an interface declares, deep ones too.
fn declared(interface: &str) -> BTreeSet<String> {
    let begin = TYPES.find(&format!("export interface {interface} ")).expect(interface);
    let body = TYPES[begin..].split("\n}").next().unwrap();
    let body = body.split_once('{').unwrap().1;
    let keys = body.split(['{', ';', '\n']).filter_map(|part| part.split_once(':'));
    keys.map(|(key, _)| key.trim().trim_end_matches('?').trim_matches('"').to_owned()).collect()
}

fn keys(object: &JsValue) -> BTreeSet<String> {
    let keys = Object::keys(object.unchecked_ref::<Object>());
    keys.iter().map(|key| key.as_string().unwrap()).collect()
}

#[wasm_bindgen_test]
fn interfaces_have_the_keys_of_the_objects() {
    let performed =
        perform_script("until leader: X sends x=1\nuntil committed x=1: say \"Done.\"").unwrap();
    let mut simulation = Simulation::new(at(&performed, "run")).unwrap();
    let records = simulation.run_until(1_000_000.0).unwrap();
    let full = Array::from(&records)
        .iter()
        .find(|record| !at(record, "state").is_undefined() && !at(record, "cause").is_undefined());
    let full = full.expect("a record of a node that something brought about");
    let state = simulation.state().unwrap();
    for (interface, object) in [
        ("Performed", performed.clone()),
        ("Run", at(&performed, "run")),
        ("TimedCommand", at(&performed, "run.commands.0")),
        ("Scenario", at(&performed, "run.scenario")),
        ("Quality", at(&performed, "run.scenario.network")),
        ("Mistakes", at(&performed, "run.scenario.mistakes")),
        ("TraceRecord", full.clone()),
        ("NodeState", at(&full, "state")),
        ("Membership", at(&full, "state.membership")),
        ("LogPosition", at(&full, "state.last")),
        ("State", state.clone()),
        ("Branch", at(&simulation.branches().unwrap(), "0")),
    ] {
        let missing: Vec<_> = keys(&object).difference(&declared(interface)).cloned().collect();
        assert_eq!(missing, [""; 0], "{interface}");
    }
    for (interface, path) in [
        ("State", "nodes.0"),
        ("State", "links.0"),
        ("State", "clients.0"),
        ("State", "clients.0.operations.0"),
    ] {
        assert!(keys(&at(&state, path)).is_subset(&declared(interface)), "{path}");
    }
    for record in Array::from(&records).iter() {
        let kind = text(&record, "kind");
        assert!(TYPES.contains(&format!("    | \"{kind}\"")), "{kind}");
    }
}
