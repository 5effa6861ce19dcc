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
        if let (None, Some((_, Finding::Violation(trial)))) = (&row.shrunk, &outcome.finding) {
            row.shrunk = shrink::shrink(&trial.run, mutant.violates, trial.simulated, TRIALS);
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
