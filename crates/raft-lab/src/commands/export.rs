//! `raft-lab export`: writes the records of a run in the format of another tool.

use std::fs;
use std::io::Write;

use anyhow::{Context, ensure};
use raft_search::{Evaluation, Evaluator};
use raft_sim::export::{mermaid, ndjson, shiviz, svg};
use raft_sim::{Record, Run, Simulation, Time};

use super::report::output;
use crate::arguments::{ExportOptions, Format};
use crate::exit::Exit;
use crate::interrupt;
use crate::source::{self, Source};

pub(crate) fn export(options: &ExportOptions) -> anyhow::Result<Exit> {
    let (from, until) = (options.from, options.until.unwrap_or(Time(u64::MAX)));
    ensure!(from <= until, "--from ({from}) is later than --until ({until})");
    interrupt::end_at_once()?;
    let source = source::open(&options.which)?;
    let (run, mut records) = perform(&source)?;
    records.retain(|record| (from..=until).contains(&record.at));
    ensure!(!records.is_empty(), "{} has no records in that range", source.name);
    let text = match options.format {
        Format::Ndjson => ndjson::write(&run, &records),
        Format::Shiviz => shiviz::write(&records),
        Format::Mermaid => mermaid::write(&records),
        Format::Svg => svg::write(&records, options.pixel),
    };
    if let Some(path) = &options.out {
        fs::write(path, text).with_context(|| path.display().to_string())?;
        return Ok(Exit::Success);
    }
    let mut out = output();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Exit::Success)
}

/// The run and its records. A scenario is performed as it is; any other run is also evaluated, and
/// ends at the violation.
fn perform(source: &Source) -> anyhow::Result<(Run, Vec<Record>)> {
    if source.is_story {
        let mut simulation = Simulation::new(source.run.clone())?;
        simulation.run_until(source.until);
        return Ok((source.run.clone(), simulation.take_records()));
    }
    let Source { target, until, .. } = *source;
    let evaluator = Evaluator { target, until, keeps_records: true };
    let Evaluation { run, records, .. } = evaluator.evaluate(&source.run)?;
    Ok((run, records))
}
