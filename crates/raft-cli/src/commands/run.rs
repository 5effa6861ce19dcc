//! `raft-lab run`: performs a run or a scenario and prints its records.

use std::io::Write;

use raft_sim::export::ndjson;
use raft_sim::script::{Performance, Script};
use raft_sim::{Run, Simulation, Time};
use serde_json::json;

use super::{output, violation_words, write_record};
use crate::Ended;
use crate::arguments::RunOptions;
use crate::source::{self, Held};

/// How long a run is performed that does not say it.
const USUAL: Time = Time::from_millis(2000);

pub(crate) fn run(options: &RunOptions) -> anyhow::Result<Ended> {
    let held = match &options.file {
        None => Held::Run(Run::default()),
        Some(path) => source::read(path)?,
    };
    let until = options.millis.map(Time::from_millis);
    match held {
        Held::Run(run) => perform_run(run, until.unwrap_or(USUAL), options),
        Held::Script(script) => perform_script(script, until, options),
    }
}

fn perform_run(mut run: Run, until: Time, options: &RunOptions) -> anyhow::Result<Ended> {
    run.seed = options.seed.unwrap_or(run.seed);
    let mut simulation = Simulation::new(run)?;
    simulation.run_until(until);
    write_records(&mut simulation, options.json)?;
    if simulation.violations().is_empty() {
        return Ok(Ended::Well);
    }
    for violation in simulation.violations() {
        eprintln!("violated: {}", violation_words(violation));
    }
    Ok(Ended::Violated)
}

fn perform_script(
    mut script: Script,
    until: Option<Time>,
    options: &RunOptions,
) -> anyhow::Result<Ended> {
    script.seed = options.seed.unwrap_or(script.seed);
    let mut performance = Performance::new(script)?;
    performance.advance(until.unwrap_or(Time(u64::MAX)));
    write_records(performance.simulation_mut(), options.json)?;
    let mut out = output();
    for said in performance.said() {
        let (at, line) = (said.at, said.line.0);
        if options.json {
            let said = json!({ "at": at, "line": line, "kind": "said", "detail": said.text });
            writeln!(out, "{said}")?;
        } else {
            writeln!(out, "{at}  “{}”", said.text)?;
        }
    }
    for failure in performance.failures() {
        if options.json {
            let (at, line) = (failure.at, failure.line.0);
            let message = &failure.message;
            let failed = json!({ "at": at, "line": line, "kind": "failed", "detail": message });
            writeln!(out, "{failed}")?;
        }
        eprintln!("{failure}");
    }
    out.flush()?;
    Ok(if performance.failures().is_empty() { Ended::Well } else { Ended::Violated })
}

fn write_records(simulation: &mut Simulation, json: bool) -> anyhow::Result<()> {
    let mut out = output();
    if json {
        out.write_all(ndjson::header(simulation.run()).as_bytes())?;
    }
    for record in simulation.take_records() {
        write_record(&mut out, &record, json)?;
    }
    Ok(out.flush()?)
}
