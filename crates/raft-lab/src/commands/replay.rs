//! `raft-lab replay`: performs a run again, and reports its records and violations.

use std::io::Write;

use raft_search::{Evaluation, Evaluator};
use raft_sim::export::{ndjson, words};
use raft_sim::{Record, RecordKind};
use serde_json::json;

use super::notes::print_lost_tail;
use super::report::{output, violation_json, violation_words, write_record};
use crate::arguments::ReplayOptions;
use crate::exit::Exit;
use crate::{interrupt, source};

/// The maximum number of causes to print for a violation.
const CAUSES: usize = 16;

pub(crate) fn replay(options: &ReplayOptions) -> anyhow::Result<Exit> {
    interrupt::end_at_once()?;
    let source = source::open(&options.which)?;
    let evaluator = Evaluator { target: source.target, until: source.until, keeps_records: true };
    let evaluation = evaluator.evaluate(&source.run)?;
    let shown = match options.last {
        0 => &evaluation.records[..],
        last => &evaluation.records[evaluation.records.len().saturating_sub(last)..],
    };
    let mut out = output();
    if options.json {
        out.write_all(ndjson::header(&evaluation.run).as_bytes())?;
        for record in shown {
            write_record(&mut out, record, true)?;
        }
        let violations: Vec<_> = evaluation.violations.iter().map(violation_json).collect();
        let verdict = json!({
            "kind": "verdict",
            "of": source.name,
            "violations": violations,
            "ended": evaluation.ended,
            "events": evaluation.events,
            "records": evaluation.records.len(),
        });
        writeln!(out, "{verdict}")?;
    } else {
        write_text(&mut out, &source.name, &evaluation, shown)?;
    }
    out.flush()?;
    let is_successful = evaluation.violations.is_empty();
    if !is_successful {
        let mut records = evaluation.records.iter();
        let lost = records.find(|record| matches!(record.kind, RecordKind::TailLost { .. }));
        print_lost_tail(lost.and_then(|record| Some((record.at, record.subject?))));
    }
    Ok(if is_successful { Exit::Success } else { Exit::Violated })
}

fn write_text(
    out: &mut impl Write,
    name: &str,
    evaluation: &Evaluation,
    shown: &[Record],
) -> std::io::Result<()> {
    let (events, ended) = (evaluation.events, evaluation.ended);
    if evaluation.violations.is_empty() {
        writeln!(out, "{name}: nothing was violated until {ended} ({events} events)")?;
    }
    for violation in &evaluation.violations {
        writeln!(out, "{name} violates {}", violation_words(violation))?;
    }
    let violated = evaluation.records.iter().find(|of| matches!(of.kind, RecordKind::Violated(_)));
    let causes = violated.map(|record| causes(record, &evaluation.records)).unwrap_or_default();
    if !causes.is_empty() {
        writeln!(out, "\nThe causes, each caused by the one above:")?;
    }
    for record in causes.iter().rev() {
        writeln!(out, "{}", words::line(record))?;
    }
    writeln!(out, "\nThe last {} of {} records:", shown.len(), evaluation.records.len())?;
    shown.iter().try_for_each(|record| write_record(out, record, false))
}

/// The causes of a record, the nearest first.
fn causes<'a>(record: &'a Record, records: &'a [Record]) -> Vec<&'a Record> {
    let cause = |record: &&'a Record| {
        let seq = record.cause?;
        let place = records.binary_search_by_key(&seq, |other| other.seq).ok()?;
        // A violation found by checking the whole run has no cause record.
        (seq < record.seq).then(|| &records[place])
    };
    std::iter::successors(cause(&record), |record| cause(record)).take(CAUSES).collect()
}
