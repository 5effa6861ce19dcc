//! Judges solutions of a task.

use raft_sim::script::{BadSolution, Failure, ScriptRun};
use raft_sim::{Script, Time, TimedCommand};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;
use crate::error::{Code, bad_script, failure, script_failure};

/// The result of a solution.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GradeView<'a> {
    solved: bool,
    solved_at: Option<Time>,
    after_us: Option<u64>,
    acts: u32,
    par: Option<u32>,
    goals: Vec<GoalView>,
    not_allowed: Option<&'a TimedCommand>,
    failures: &'a [Failure],
    problem: Option<String>,
}

#[derive(Serialize)]
struct GoalView {
    goal: String,
    latch: bool,
    reached: bool,
}

/// Judges a solution of a task, as the page and `raft-lab grade` do. A solution is a run that the
/// page saved, or only the steps from the beginning of the task.
///
/// # Errors
/// `bad-script` with `line` and `column`, if the task cannot be parsed; `bad-task` if it has no
/// task, or an expectation before the task fails; `bad-solution` if the solution is none of this
/// task, with `line` and `column` if it cannot be parsed.
#[wasm_bindgen(unchecked_return_type = "Grade")]
pub fn grade(task: &str, solution: &str) -> Result<JsValue, JsValue> {
    let script: Script = task.parse().map_err(|mistake| bad_script(&mistake))?;
    let mut run = ScriptRun::new(script).map_err(|bad| failure(Code::Run, &bad))?;
    run.advance(Time::NEVER);
    if let Some(unmet) = run.failures().first() {
        return Err(failure(Code::Task, unmet));
    }
    let beginning = run.task_beginning();
    let task = beginning.ok_or_else(|| failure(Code::Task, &"this script has no task"))?;
    let grade = task.grade_text(solution).map_err(|error| match error {
        BadSolution::Script(bad) => script_failure(Code::Solution, &bad),
        other => failure(Code::Solution, &other),
    })?;
    let verdict = &grade.verdict;
    let mut goals = Vec::new();
    for judged in &verdict.goals {
        goals.push(GoalView {
            goal: judged.goal.expectation.to_string(),
            latch: judged.goal.is_latched,
            reached: judged.is_met,
        });
    }
    to_js(&GradeView {
        solved: verdict.solved_at.is_some(),
        solved_at: verdict.solved_at,
        after_us: verdict.solved_at.map(|at| at.since(task.at()).0),
        acts: verdict.acts,
        par: task.task().par,
        goals,
        not_allowed: verdict.not_allowed.as_ref(),
        failures: &grade.failures,
        problem: verdict.problem(),
    })
}
