//! `raft-lab export`: the records of a run in the form of another tool.

use std::fs;
use std::io::Write;

use anyhow::{Context, ensure};
use raft_sim::export::{mermaid, ndjson, shiviz, svg};
use raft_sim::raft_core::Micros;
use raft_sim::{Record, Run, Simulation, Time};

use super::output;
use crate::Ended;
use crate::arguments::{ExportOptions, Format};
use crate::judge::{Judge, Judgement};
use crate::source::{self, Source};

pub(crate) fn export(options: &ExportOptions) -> anyhow::Result<Ended> {
    let source = source::open(&options.which)?;
    let (run, mut records) = perform(&source)?;
    let from = Time::from_millis(options.from);
    let until = options.until.map_or(Time(u64::MAX), Time::from_millis);
    records.retain(|record| (from..=until).contains(&record.at));
    ensure!(!records.is_empty(), "{} has no records in that span", source.name);
    let text = match options.format {
        Format::Ndjson => ndjson::write(&run, &records),
        Format::Shiviz => shiviz::write(&records),
        Format::Mermaid => mermaid::write(&records),
        Format::Svg => svg::write(&records, Micros(options.pixel)),
    };
    if let Some(path) = &options.out {
        fs::write(path, text).with_context(|| path.display().to_string())?;
        return Ok(Ended::Well);
    }
    let mut out = output();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Ended::Well)
}

/// The records, and the run that they are of. A story is performed as it stands; anything else is
/// judged, too, and ends with what was found.
fn perform(source: &Source) -> anyhow::Result<(Run, Vec<Record>)> {
    if source.is_story {
        let mut simulation = Simulation::new(source.run.clone())?;
        simulation.run_until(source.until);
        return Ok((source.run.clone(), simulation.take_records()));
    }
    let judge = Judge { hunted: source.hunted, until: source.until, keeps_records: true };
    let Judgement { run, records, .. } = judge.judge(&source.run)?;
    Ok((run, records))
}
