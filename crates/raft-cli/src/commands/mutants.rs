//! `raft-lab mutants`: in how many seeds each known mistake is found.

use std::io::Write;

use anyhow::Context;
use raft_sim::swarm::{Mutant, Spoil};
use serde_json::json;

use super::table::{self, Row};
use super::{output, size_json};
use crate::arguments::MutantsOptions;
use crate::campaign::{Campaign, Finding};
use crate::progress::Progress;
use crate::{Ended, interrupt, shrink};

/// How many runs are tried to make one small.
const TRIALS: u32 = 6000;
/// Some counterexamples stay long. So the shortest of several is shown, unless one is so short.
const SHORT: usize = 8;
/// Of how many campaigns a counterexample is made small, at most.
const MOST_SHRINKS: u32 = 10;

pub(crate) fn mutants(options: &MutantsOptions) -> anyhow::Result<Ended> {
    interrupt::listen()?;
    let chosen = if options.only.is_empty() { Mutant::ALL } else { &options.only };
    let mut rows = Vec::new();
    for &mutant in chosen {
        let row = measure(mutant, options);
        let Some(row) = row else { break };
        let mut out = output();
        if options.json {
            writeln!(out, "{}", to_json(&row))?;
        } else {
            writeln!(out, "{}", table::line(&row))?;
        }
        out.flush()?;
        rows.push(row);
    }
    if interrupt::is_wanted() {
        return Ok(Ended::Interrupted);
    }
    if let Some(path) = &options.write {
        table::write(path, &rows, options).with_context(|| path.display().to_string())?;
    }
    let missed = rows.iter().any(|row| row.seeds.iter().any(Option::is_none));
    Ok(if missed { Ended::Violated } else { Ended::Well })
}

/// Carries out the campaigns of a mutant; none if it was interrupted.
fn measure(mutant: Mutant, options: &MutantsOptions) -> Option<Row> {
    let mut row = Row { mutant, seeds: Vec::new(), shrunk: None };
    let mut shrinks = 0;
    for campaign in 0..options.campaigns {
        let start = campaign.checked_mul(options.limit)?;
        let campaign = Campaign {
            seeds: start..start + options.limit,
            spoil: Spoil::from(Some(mutant)),
            hunted: Some(mutant.violates),
            jobs: options.work.jobs(),
        };
        let mut progress = Progress::new(format!("mutant {}", mutant.key()), options.limit);
        let outcome = campaign.run(&mut progress);
        progress.end(outcome.tried(), outcome.simulated);
        if outcome.interrupted {
            return None;
        }
        row.seeds.push(outcome.finding.is_some().then(|| outcome.tried()));
        let size = row.shrunk.as_ref().map_or(usize::MAX, |best| best.run.commands.len());
        if size > SHORT
            && shrinks < MOST_SHRINKS
            && let Some((_, Finding::Violation(trial))) = &outcome.finding
        {
            shrinks += 1;
            let shrunk = shrink::shrink(&trial.run, mutant.violates, trial.simulated, TRIALS);
            if shrunk.as_ref().is_some_and(|shrunk| shrunk.run.commands.len() < size) {
                row.shrunk = shrunk;
            }
        }
    }
    Some(row)
}

fn to_json(row: &Row) -> serde_json::Value {
    json!({
        "kind": "mutant",
        "key": row.mutant.key(),
        "name": row.mutant.name,
        "violates": row.mutant.violates.key(),
        "seeds": row.seeds,
        "median": row.median(),
        "shrunk": row.shrunk.as_ref().map(size_json),
    })
}
