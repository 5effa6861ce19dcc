//! `raft-lab mutants`: measures how many seeds it takes to find each known bug.

use std::io::Write;

use anyhow::{Context, ensure};
use raft_search::{Evidence, Query, Search, Space, Target};
use raft_sim::swarm::{FaultConfig, Mutant};
use serde_json::json;

use super::report::{output, size_json};
use super::table::{self, Row};
use crate::arguments::MutantsOptions;
use crate::exit::Exit;
use crate::progress_bar::ProgressBar;
use crate::{interrupt, parallel_search};

/// Some counterexamples stay long. So the shortest of several is shown, unless one is at most this
/// long.
const SHORT: usize = 8;
/// The maximum number of campaigns whose counterexample is shrunk.
const MOST_SHRINKS: u32 = 10;

pub(crate) fn mutants(options: &MutantsOptions) -> anyhow::Result<Exit> {
    interrupt::listen()?;
    let (campaigns, limit) = (options.campaigns, options.limit);
    ensure!(
        campaigns.checked_mul(limit).is_some(),
        "--campaigns {campaigns} with --limit {limit} need more than 2^64 seeds"
    );
    if let Some(path) = &options.write {
        // Report a missing marker now, not after an hour of work.
        table::check(path).with_context(|| path.display().to_string())?;
    }
    let chosen = if options.only.is_empty() { Mutant::ALL } else { &options.only };
    let all = chosen.len();
    eprintln!("measuring {all} mutants; Ctrl-C stops and reports the results so far");
    let mut rows = Vec::new();
    let mut out = output();
    for &mutant in chosen {
        let mut row = Row { mutant, seeds: Vec::new(), shrunk: None };
        let interrupted = measure(&mut row, options)?;
        // Skip a row without a finished campaign.
        if !row.seeds.is_empty() {
            if options.json {
                writeln!(out, "{}", to_json(&row))?;
            } else {
                writeln!(out, "{}", table::line(&row))?;
            }
        }
        if let Some(seeds) = interrupted {
            let done = row.seeds.len();
            let (key, measured) = (mutant.key, rows.len());
            if options.json {
                let report = json!({
                    "kind": "interrupted",
                    "measured": measured,
                    "of": all,
                    "mutant": key,
                    "campaigns": done,
                    "seeds": seeds,
                });
                writeln!(out, "{report}")?;
            } else {
                writeln!(
                    out,
                    "interrupted: {measured} of {all} mutants were measured\nmutant {key}: {done} \
                     of {campaigns} campaigns ended, and {seeds} more seeds were tried"
                )?;
            }
            out.flush()?;
            return Ok(Exit::Interrupted);
        }
        out.flush()?;
        rows.push(row);
    }
    if let Some(path) = &options.write {
        table::write(path, &rows, options).with_context(|| path.display().to_string())?;
    }
    let missed = rows.iter().any(|row| row.seeds.iter().any(Option::is_none));
    Ok(if missed { Exit::Violated } else { Exit::Success })
}

/// Runs the campaigns of a mutant. If Ctrl-C ends them early, returns how many seeds the unfinished
/// campaign tried.
fn measure(row: &mut Row, options: &MutantsOptions) -> anyhow::Result<Option<u64>> {
    let mutant = row.mutant;
    let mut shrinks = 0;
    for campaign in 0..options.campaigns {
        let start = campaign * options.limit;
        let space = Space::Trials {
            seeds: start..start + options.limit,
            faults: FaultConfig::from(Some(mutant)),
        };
        let mut search = Search::new(Query { space, target: Target::Violation(mutant.violates) })?;
        let mut bar = ProgressBar::new(format!("mutant {}", mutant.key), options.limit);
        let interrupted = parallel_search::search(&mut search, options.work.jobs(), &mut bar);
        let tally = search.tally();
        bar.end(tally);
        if interrupted {
            return Ok(Some(tally.runs));
        }
        row.seeds.push(search.finding().is_some().then_some(tally.runs));
        let size = row.shrunk.as_ref().map_or(usize::MAX, |best| best.run.commands.len());
        if size > SHORT
            && shrinks < MOST_SHRINKS
            && let Some(finding) = search.finding()
            && let Evidence::Violation { run, until, .. } = &finding.evidence
        {
            shrinks += 1;
            let (shrunk, interrupted) =
                parallel_search::shrink_finding(run, mutant.violates, *until);
            if shrunk.as_ref().is_some_and(|shrunk| shrunk.run.commands.len() < size) {
                row.shrunk = shrunk;
            }
            if interrupted {
                return Ok(Some(0));
            }
        }
    }
    Ok(None)
}

fn to_json(row: &Row) -> serde_json::Value {
    json!({
        "kind": "mutant",
        "key": row.mutant.key,
        "name": row.mutant.name,
        "violates": row.mutant.violates.key(),
        "seeds": row.seeds,
        "median": row.median(),
        "shrunk": row.shrunk.as_ref().map(size_json),
    })
}
