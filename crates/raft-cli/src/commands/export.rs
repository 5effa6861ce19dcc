//! `raft-lab export`: the records of a run in the form of another tool.

use std::fs;
use std::io::Write;

use anyhow::{Context, ensure};
use raft_sim::Time;
use raft_sim::export::{mermaid, ndjson, shiviz, svg};
use raft_sim::raft_core::Micros;

use super::output;
use crate::Ended;
use crate::arguments::{ExportOptions, Format};
use crate::judge::Judge;
use crate::source;

pub(crate) fn export(options: &ExportOptions) -> anyhow::Result<Ended> {
    let source = source::open(&options.which)?;
    let judge = Judge { hunted: source.hunted, until: source.until, keeps_records: true };
    let mut records = judge.judge(&source.run)?.records;
    let from = Time::from_millis(options.from);
    let until = options.until.map_or(Time(u64::MAX), Time::from_millis);
    records.retain(|record| (from..=until).contains(&record.at));
    ensure!(!records.is_empty(), "{} has no records in that span", source.name);
    let text = match options.format {
        Format::Ndjson => ndjson::write(&records),
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
