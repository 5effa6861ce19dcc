//! `raft-lab shrink`: shrinks a run that violates a property.

use std::io::Write;

use anyhow::anyhow;
use raft_search::{Evaluator, ShrinkError, Shrinker};
use raft_sim::Violation;
use serde_json::json;

use super::report::{
    NO_MISTAKE, needs_no_mistake, output, size_json, size_words, violation_json, violation_words,
};
use crate::arguments::ShrinkOptions;
use crate::exit::Exit;
use crate::{interrupt, parallel_search, source};

pub(crate) fn shrink(options: &ShrinkOptions) -> anyhow::Result<Exit> {
    interrupt::listen()?;
    let source = source::open(&options.which)?;
    let mut out = output();
    let name = &source.name;
    let evaluator = Evaluator { target: source.target, until: source.until, keeps_records: false };
    let first = evaluator.evaluate(&source.run)?.violations.first().map(Violation::property);
    let Some(property) = source.target.or(first) else {
        writeln!(out, "{name} violates no property")?;
        out.flush()?;
        return Ok(Exit::Success);
    };
    let mut shrinker =
        Shrinker::new(&source.run, property, source.until, options.trials).map_err(|error| {
            match error {
                ShrinkError::NotViolated(property) => {
                    anyhow!("{name} does not violate {}", property.name())
                }
                ShrinkError::BadRun(error) => anyhow!(error).context(name.clone()),
            }
        })?;
    eprintln!("shrinking {name}; Ctrl-C stops and keeps the smallest run so far");
    let interrupted = parallel_search::shrink(&mut shrinker);
    let shrunk = shrinker.into_best();
    source::write(&options.out, &shrunk.run, &shrunk.violation, shrunk.at)?;
    let before = source.run.commands.len();
    let file = options.out.display().to_string();
    if options.json {
        let shrunk = json!({
            "kind": "shrunk",
            "of": name,
            "interrupted": interrupted,
            "commands-before": before,
            "violation": violation_json(&shrunk.violation),
            "size": size_json(&shrunk),
            "file": file,
        });
        writeln!(out, "{shrunk}")?;
    } else {
        writeln!(out, "{name} violates {}", violation_words(&shrunk.violation))?;
        let (size, runs) = (size_words(&shrunk), shrunk.runs);
        let stopped = if interrupted { "interrupted: " } else { "" };
        writeln!(out, "{stopped}from {before} commands to {size} ({runs} runs tried)")?;
        if needs_no_mistake(&shrunk) {
            writeln!(out, "{NO_MISTAKE}")?;
        }
        writeln!(out, "written to {file}")?;
    }
    out.flush()?;
    Ok(if interrupted { Exit::Interrupted } else { Exit::Violated })
}
