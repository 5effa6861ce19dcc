//! `raft-lab grade`: judges solutions of a task, as the page does.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use raft_sim::Time;
use raft_sim::script::{BadSolution, Grade, ScriptRun, TaskBeginning};
use serde_json::{Value, json};

use super::junit;
use super::report::output;
use crate::arguments::{GradeOptions, VerdictFormat};
use crate::exit::Exit;
use crate::source::{self, FileContent};

/// A solution, and how it was judged.
struct Judged {
    file: String,
    result: Result<Grade, String>,
}

pub(crate) fn grade(options: &GradeOptions) -> anyhow::Result<Exit> {
    let task = begin(&options.task)?;
    let mut judged: Vec<Judged> = Vec::new();
    for path in &options.solutions {
        judged.push(Judged { file: path.display().to_string(), result: judge(&task, path) });
    }
    let mut out = output();
    match options.format {
        VerdictFormat::Text => judged.iter().try_for_each(|one| one.print(&task, &mut out))?,
        VerdictFormat::Json => {
            judged.iter().try_for_each(|one| writeln!(out, "{}", one.json(&task)))?;
        }
        VerdictFormat::Junit => {
            let cases: Vec<_> = judged.iter().map(|one| one.case(&task)).collect();
            out.write_all(junit::suite(&options.task.display().to_string(), &cases).as_bytes())?;
        }
    }
    out.flush()?;
    let bad = judged.iter().filter(|one| one.result.is_err()).count();
    let files = if bad == 1 { "file is" } else { "files are" };
    ensure!(bad == 0, "{bad} {files} no solution of this task, or could not be read");
    let is_solved = |one: &Judged| one.problem(&task).is_none();
    Ok(if judged.iter().all(is_solved) { Exit::Success } else { Exit::Violated })
}

/// Performs the script of a task up to the beginning of the task.
fn begin(path: &Path) -> anyhow::Result<TaskBeginning> {
    let file = path.display().to_string();
    let FileContent::Script(script) = source::read(path)? else {
        bail!("{file}: a run has no task");
    };
    let mut run = ScriptRun::new(*script).with_context(|| file.clone())?;
    run.advance(Time::NEVER);
    if let Some(failure) = run.failures().first() {
        bail!("{file}: {failure}");
    }
    run.task_beginning().with_context(|| format!("{file}: this scenario has no task"))
}

fn judge(task: &TaskBeginning, path: &Path) -> Result<Grade, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    task.grade_text(&text).map_err(|error| match error {
        BadSolution::Script(error) => error.sentence(),
        error => error.to_string(),
    })
}

impl Judged {
    /// What is wrong with a solution; `None` if it solves the task.
    fn problem(&self, task: &TaskBeginning) -> Option<String> {
        let grade = self.result.as_ref().ok()?;
        let problem = grade.verdict.problem()?;
        // A condition that never held explains why later steps were not performed.
        let failure = grade.failures.first().map(|failure| format!("; {failure}"));
        let acts = acts(grade, task);
        Some(format!("{problem}; {acts}{}", failure.unwrap_or_default()))
    }

    fn print(&self, task: &TaskBeginning, out: &mut impl Write) -> anyhow::Result<()> {
        let file = &self.file;
        match (&self.result, self.problem(task)) {
            (Err(error), _) => writeln!(out, "invalid     {file}: {error}")?,
            (Ok(_), Some(problem)) => writeln!(out, "not solved  {file}: {problem}")?,
            (Ok(grade), None) => writeln!(out, "solved      {file}: {}", solved(grade, task))?,
        }
        Ok(())
    }

    fn json(&self, task: &TaskBeginning) -> Value {
        let file = &self.file;
        let grade = match &self.result {
            Err(error) => return json!({ "file": file, "kind": "invalid", "error": error }),
            Ok(grade) => grade,
        };
        let verdict = &grade.verdict;
        let kind = if verdict.solved_at.is_some() { "solved" } else { "not-solved" };
        let goals = verdict.goals.iter().map(|judged| {
            let goal = &judged.goal;
            json!({ "goal": goal.expectation.to_string(), "latch": goal.is_latched,
                    "reached": judged.is_met })
        });
        json!({
            "file": file,
            "kind": kind,
            "solved-at": verdict.solved_at,
            "after": verdict.solved_at.map(|at| at.since(task.at()).0),
            "acts": verdict.acts,
            "par": task.task().par,
            "goals": goals.collect::<Vec<_>>(),
            "not-allowed": verdict.not_allowed,
            "failures": grade.failures,
        })
    }

    fn case(&self, task: &TaskBeginning) -> junit::Case {
        let outcome = match (&self.result, self.problem(task)) {
            (Err(error), _) => junit::Outcome::Error(error.clone()),
            (Ok(_), Some(problem)) => junit::Outcome::Failure(problem),
            (Ok(grade), None) => junit::Outcome::Success(solved(grade, task)),
        };
        junit::Case { name: self.file.clone(), outcome }
    }
}

/// How a task was solved: `1 act (par 2), 412.125 ms after the beginning`.
fn solved(grade: &Grade, task: &TaskBeginning) -> String {
    let after = grade.verdict.solved_at.unwrap_or_default().since(task.at());
    format!("{}, {} after the beginning", acts(grade, task), Time(after.0))
}

fn acts(grade: &Grade, task: &TaskBeginning) -> String {
    let acts = grade.verdict.acts;
    let noun = if acts == 1 { "act" } else { "acts" };
    match task.task().par {
        Some(par) => format!("{acts} {noun} (par {par})"),
        None => format!("{acts} {noun}"),
    }
}
