//! `raft-lab check`: parses files and reports their errors; performs scenarios, and reports the
//! expectations, questions and tasks that are wrong.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, anyhow};
use raft_sim::script::{Failure, Script, ScriptRun, Step, TaskBeginning};
use raft_sim::{Scenario, Time};
use serde_json::{Value, json};

use super::notes::notes;
use super::report::output;
use crate::arguments::CheckOptions;
use crate::exit::Exit;
use crate::source::{self, FileContent};

/// What a file contains, and what is wrong with it.
struct Checked {
    kind: &'static str,
    nodes: u32,
    /// What it consists of: a name and a number each.
    parts: Vec<(&'static str, usize)>,
    failures: Vec<Failure>,
    notes: Vec<String>,
}

pub(crate) fn check(options: &CheckOptions) -> anyhow::Result<Exit> {
    let mut out = output();
    let mut exit = Exit::Success;
    let mut errors: Vec<String> = Vec::new();
    for path in &options.files {
        let file = path.display().to_string();
        match checked(path) {
            Ok(checked) => {
                if !checked.failures.is_empty() {
                    exit = Exit::Violated;
                }
                if options.json {
                    writeln!(out, "{}", checked.json(&file))?;
                } else {
                    checked.print(&file, &mut out)?;
                }
            }
            Err(error) => {
                let error = format!("{error:#}");
                if options.json {
                    writeln!(out, "{}", json!({ "kind": "bad", "file": file, "error": error }))?;
                }
                errors.push(error);
            }
        }
    }
    out.flush()?;
    if errors.is_empty() { Ok(exit) } else { Err(anyhow!(errors.join("\n"))) }
}

fn checked(path: &Path) -> anyhow::Result<Checked> {
    Ok(match source::read(path)? {
        FileContent::Run(run) => Checked {
            kind: "run",
            nodes: run.scenario.nodes,
            parts: vec![("commands", run.commands.len())],
            failures: Vec::new(),
            notes: notes(&run.scenario),
        },
        FileContent::Script(script) => {
            performed(*script).with_context(|| path.display().to_string())?
        }
    })
}

/// Performs a script, and checks its task if everything else is right.
fn performed(script: Script) -> anyhow::Result<Checked> {
    let Scenario { nodes, .. } = script.scenario;
    let mut notes = notes(&script.scenario);
    let (kind, parts) = parts(&script);
    let mut run = ScriptRun::new(script)?;
    run.advance(Time::NEVER);
    let task = run.task_beginning();
    let mut failures = run.play().failures;
    if let (Some(task), true) = (&task, failures.is_empty()) {
        failures = task.check();
        notes.extend(note(task));
    }
    Ok(Checked { kind, nodes, parts, failures, notes })
}

/// What a script is called, and what it consists of.
fn parts(script: &Script) -> (&'static str, Vec<(&'static str, usize)>) {
    let mut parts = vec![("steps", script.steps.len())];
    let beats = || script.steps.iter().flat_map(|step: &Step| &step.beats);
    if beats().count() > 0 {
        parts.push(("beats", beats().count()));
        parts.push(("questions", beats().filter(|beat| beat.question.is_some()).count()));
    }
    if let Some(task) = &script.task {
        parts.push(("goals", task.goals.len()));
        parts.push(("hints", task.hints.len()));
    }
    let kind = match &script.task {
        _ if beats().count() > 0 => "story",
        Some(_) => "task",
        None => "scenario",
    };
    (kind, parts)
}

fn note(task: &TaskBeginning) -> Option<String> {
    let note = "task: It is solved although the reader does nothing.";
    task.solves_itself().then(|| note.to_owned())
}

impl Checked {
    fn print(&self, file: &str, out: &mut impl Write) -> anyhow::Result<()> {
        let Self { kind, nodes, .. } = self;
        write!(out, "{file}: a {kind} of {nodes} nodes")?;
        self.parts.iter().try_for_each(|(noun, count)| write!(out, ", {noun}: {count}"))?;
        writeln!(out)?;
        self.failures.iter().try_for_each(|failure| writeln!(out, "wrong: {failure}"))?;
        Ok(self.notes.iter().try_for_each(|note| writeln!(out, "note: {note}"))?)
    }

    fn json(&self, file: &str) -> Value {
        let Self { kind, nodes, failures, notes, .. } = self;
        let mut found = json!({ "kind": kind, "file": file, "nodes": nodes, "notes": notes });
        for (noun, count) in &self.parts {
            found[*noun] = json!(count);
        }
        if *kind != "run" {
            found["failures"] = json!(failures);
        }
        found
    }
}
