//! `raft-lab shrink`: makes a run small that violates a property.

use std::io::Write;

use anyhow::Context;
use raft_sim::Violation;
use serde_json::json;

use super::{output, size_json, size_words, violation_json, violation_words};
use crate::arguments::ShrinkOptions;
use crate::judge::Judge;
use crate::source;
use crate::{Ended, interrupt, shrink as shrinking};

pub(crate) fn shrink(options: &ShrinkOptions) -> anyhow::Result<Ended> {
    interrupt::listen()?;
    let source = source::open(&options.which)?;
    let mut out = output();
    let name = &source.name;
    let judge = Judge { hunted: source.hunted, until: source.until, keeps_records: false };
    let first = judge.judge(&source.run)?.violations.first().map(Violation::property);
    let Some(property) = source.hunted.or(first) else {
        writeln!(out, "{name} violates nothing")?;
        out.flush()?;
        return Ok(Ended::Well);
    };
    let shrunk = shrinking::shrink(&source.run, property, source.until, options.trials)
        .with_context(|| format!("{name} does not violate {}", property.name()))?;
    source::write(&options.out, &shrunk.run, &shrunk.violation, shrunk.at)?;
    let before = source.run.commands.len();
    let file = options.out.display().to_string();
    if options.json {
        let shrunk = json!({
            "kind": "shrunk",
            "of": name,
            "commands-before": before,
            "violation": violation_json(&shrunk.violation),
            "size": size_json(&shrunk),
            "file": file,
        });
        writeln!(out, "{shrunk}")?;
    } else {
        writeln!(out, "{name} violates {}", violation_words(&shrunk.violation))?;
        let trials = shrunk.trials;
        writeln!(out, "from {before} commands to {} ({trials} runs tried)", size_words(&shrunk))?;
        writeln!(out, "written to {file}")?;
    }
    out.flush()?;
    Ok(Ended::Violated)
}
