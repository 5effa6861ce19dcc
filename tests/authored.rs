//! What the page composes when a story is recorded performs as it was recorded. The texts in
//! `authored/` are those that the tests of the page's scripts expect.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod stories;

use raft_sim::script::ScriptRun;
use raft_sim::{Script, Time};

#[test]
fn every_composed_story_meets_its_expectations_and_its_solution_solves_its_task() {
    let texts = stories::in_folder("authored");
    assert_eq!(texts.len(), 4);
    for (name, text) in texts {
        let script: Script = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let has_task = script.task.is_some();
        let mut run = ScriptRun::new(script).unwrap();
        run.advance(Time::NEVER);
        let task = run.task_beginning();
        assert_eq!(task.is_some(), has_task, "{name}");
        assert_eq!(task.map_or_else(Vec::new, |task| task.check()), [], "{name}");
        let report = run.play();
        assert_eq!(report.failures, [], "{name}");
        assert!(report.beats.len() >= 2, "{name}: {:?}", report.beats);
    }
}
