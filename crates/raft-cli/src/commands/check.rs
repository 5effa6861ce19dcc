//! `raft-lab check`: parses a file and reports its errors.

use std::io::Write;

use serde_json::json;

use super::notes::notes;
use super::report::output;
use crate::arguments::CheckOptions;
use crate::exit::Exit;
use crate::source::{self, FileContent};

pub(crate) fn check(options: &CheckOptions) -> anyhow::Result<Exit> {
    let file = options.file.display().to_string();
    let held = source::read(&options.file);
    let mut out = output();
    let (kind, scenario, parts) = match &held {
        Ok(FileContent::Run(run)) => ("run", &run.scenario, run.commands.len()),
        Ok(FileContent::Script(script)) => ("scenario", &script.scenario, script.steps.len()),
        Err(error) if options.json => {
            let error = format!("{error:#}");
            writeln!(out, "{}", json!({ "kind": "bad", "file": file, "error": error }))?;
            out.flush()?;
            return held.map(|_| Exit::Well);
        }
        Err(_) => return held.map(|_| Exit::Well),
    };
    let noun = if kind == "run" { "commands" } else { "steps" };
    let (nodes, notes) = (scenario.nodes, notes(scenario));
    if options.json {
        let found =
            json!({ "kind": kind, "file": file, "nodes": nodes, noun: parts, "notes": notes });
        writeln!(out, "{found}")?;
    } else {
        writeln!(out, "{file}: a {kind} of {nodes} nodes, {noun}: {parts}")?;
        notes.iter().try_for_each(|note| writeln!(out, "note: {note}"))?;
    }
    out.flush()?;
    Ok(Exit::Well)
}
