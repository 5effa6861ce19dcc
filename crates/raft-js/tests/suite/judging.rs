//! Judges runs and solutions from JavaScript, and copies simulations.

use js_sys::JSON;
use raft_js::{Simulation, grade, parse_script, perform_script};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{at, code_and_message, json, text};

const TASK: &str = "title \"A task\"\nseed 7\nuntil leader: say \"Led.\"\n\
    task \"Stop A and B.\"\n  goal stopped A\n  goal latch stopped B\n  par 2\n  allow crash\n  \
    solution:\n    crash A\n    crash B\n";

fn state(simulation: &Simulation) -> String {
    JSON::stringify(&simulation.state().unwrap()).unwrap().into()
}

#[wasm_bindgen_test]
fn a_copy_continues_on_its_own() {
    let mut original = Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    original.run_until(1_000_000.0).unwrap();
    let mut copy = original.fork();
    let before = state(&original);
    assert_eq!(state(&copy), before);
    copy.seek(500_000.0).unwrap();
    copy.command(json(r#"{"crash": "A"}"#)).unwrap();
    assert_eq!(js_sys::Array::from(&copy.branches().unwrap()).length(), 2);
    assert_eq!(js_sys::Array::from(&original.branches().unwrap()).length(), 1);
    assert_eq!((state(&original), original.fork().trace()), (before, original.trace()));
}

#[wasm_bindgen_test]
fn records_come_in_batches_that_together_are_all() {
    let begin = || Simulation::new(json(r#"{"seed": 7}"#)).unwrap();
    let written = |records: &JsValue| String::from(JSON::stringify(records).unwrap());
    let whole = written(&begin().run_until(700_000.0).unwrap());
    let mut simulation = begin();
    let mut batches = Vec::new();
    loop {
        let batch = simulation.next_records(700_000.0, 10).unwrap();
        if batch.is_undefined() {
            break;
        }
        batches.push(written(&batch).trim_matches(['[', ']']).to_owned());
    }
    assert!(batches.len() > 5, "{}", batches.len());
    batches.retain(|batch| !batch.is_empty());
    assert_eq!(format!("[{}]", batches.join(",")), whole);
    assert_eq!(at(&simulation.state().unwrap(), "nowUs"), JsValue::from(700_000));
}

#[wasm_bindgen_test]
fn a_violated_property_is_reported() {
    let script = include_str!("../../../../tests/scenarios/stale-read.raft");
    let performed = perform_script(script).unwrap();
    let mut simulation = Simulation::new(at(&performed, "run")).unwrap();
    let status = |simulation: &Simulation, key: &str| {
        let properties = simulation.properties().unwrap();
        let mut all = js_sys::Array::from(&properties).into_iter();
        let found = all.find(|one| text(one, "property") == key);
        text(&found.unwrap(), "status")
    };
    assert_eq!(status(&simulation, "linearizability"), "holds");
    simulation.advance(at(&performed, "end").as_f64().unwrap()).unwrap();
    assert_eq!(status(&simulation, "linearizability"), "violated");
    assert_eq!(status(&simulation, "election-safety"), "holds");
    assert_eq!(text(&simulation.history_verdict().unwrap(), "verdict"), "violated");
}

#[wasm_bindgen_test]
fn a_solution_is_judged_with_its_goals() {
    let solved = grade(TASK, "crash A\ncrash B\n").unwrap();
    assert_eq!(at(&solved, "solved"), JsValue::TRUE);
    assert_eq!((at(&solved, "acts"), at(&solved, "par")), (2.into(), 2.into()));
    assert_eq!(at(&solved, "problem"), JsValue::NULL);
    let half = grade(TASK, "crash A\n").unwrap();
    assert_eq!(at(&half, "solved"), JsValue::FALSE);
    assert_eq!(
        (text(&half, "goals.0.goal"), at(&half, "goals.0.reached")),
        ("stopped A".into(), JsValue::TRUE)
    );
    assert_eq!(
        (at(&half, "goals.1.latch"), at(&half, "goals.1.reached")),
        (JsValue::TRUE, JsValue::FALSE)
    );
    assert!(text(&half, "problem").starts_with("not reached: "));
    let forbidden = grade(TASK, "isolate A\n").unwrap();
    assert_eq!(text(&forbidden, "notAllowed.command.isolate"), "A");
}

#[wasm_bindgen_test]
fn a_text_that_is_no_solution_has_a_position() {
    let Err(error) = grade(TASK, "crash A\nnonsense\n") else { panic!("refused") };
    assert_eq!((text(&error, "code").as_str(), at(&error, "line")), ("bad-solution", 2.into()));
    let (code, message) = code_and_message(grade("seed 7\n", "crash A\n"));
    assert_eq!((code.as_str(), message.as_str()), ("bad-task", "this script has no task"));
    assert_eq!(code_and_message(grade("nonsense", "")).0, "bad-script");
}

#[wasm_bindgen_test]
fn a_parsed_script_is_not_performed() {
    let parsed = parse_script(TASK).unwrap();
    assert_eq!(text(&parsed, "title"), "A task");
    assert_eq!(text(&parsed, "task.goals.1"), "stopped B");
    assert_eq!(at(&parsed, "run"), JsValue::NULL, "it waits for a leader");
    let canonical = text(&parsed, "text");
    assert_eq!(text(&parse_script(&canonical).unwrap(), "text"), canonical);
    let plain = parse_script("seed 3\nat 1s: crash A\n").unwrap();
    assert_eq!(text(&plain, "run.commands.0.command.crash"), "A");
    assert_eq!(at(&plain, "seed"), JsValue::from(3));
}
