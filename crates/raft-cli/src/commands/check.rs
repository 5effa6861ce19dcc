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
    let mut out = output();
    let content = source::read(&options.file);
    if let (Err(error), true) = (&content, options.json) {
        let error = format!("{error:#}");
        writeln!(out, "{}", json!({ "kind": "bad", "file": file, "error": error }))?;
        out.flush()?;
    }
    let (kind, noun, scenario, parts) = match content? {
        FileContent::Run(run) => ("run", "commands", run.scenario, run.commands.len()),
        FileContent::Script(script) => ("scenario", "steps", script.scenario, script.steps.len()),
    };
    let (nodes, notes) = (scenario.nodes, notes(&scenario));
    if options.json {
        let found =
            json!({ "kind": kind, "file": file, "nodes": nodes, noun: parts, "notes": notes });
        writeln!(out, "{found}")?;
    } else {
        writeln!(out, "{file}: a {kind} of {nodes} nodes, {noun}: {parts}")?;
        notes.iter().try_for_each(|note| writeln!(out, "note: {note}"))?;
    }
    out.flush()?;
    Ok(Exit::Success)
}
