//! `raft-lab run`: performs a run or a scenario and prints its records.

use std::io::Write;

use raft_sim::export::ndjson;
use raft_sim::raft_core::Micros;
use raft_sim::script::{Script, ScriptRun};
use raft_sim::{Run, Simulation, Time};
use serde_json::json;

use super::notes::{print_lost_tail, print_notes};
use super::report::{output, violation_words, write_record};
use crate::arguments::RunOptions;
use crate::exit::Exit;
use crate::interrupt;
use crate::source::{self, FileContent};

/// How long a run without its own end is performed.
const USUAL: Time = Time::from_millis(2000);

/// How much time is simulated between two checks for Ctrl-C.
const SLICE: Micros = Micros::from_millis(1000);

pub(crate) fn run(options: &RunOptions) -> anyhow::Result<Exit> {
    interrupt::listen()?;
    let content = match &options.file {
        None => FileContent::Run(Run::default()),
        Some(path) => source::read(path)?,
    };
    let until = options.millis;
    match &content {
        FileContent::Run(run) => print_notes(&run.scenario),
        FileContent::Script(script) => print_notes(&script.scenario),
    }
    match content {
        FileContent::Run(run) => perform_run(run, until.unwrap_or(USUAL), options),
        FileContent::Script(script) => perform_script(*script, until, options),
    }
}

fn perform_run(mut run: Run, until: Time, options: &RunOptions) -> anyhow::Result<Exit> {
    run.seed = options.seed.unwrap_or(run.seed);
    let mut simulation = Simulation::new(run)?;
    let reached = by_slices(until, |now| {
        simulation.run_until(now);
        false
    });
    write_records(&mut simulation, options.json)?;
    for violation in simulation.violations() {
        eprintln!("violated: {}", violation_words(violation));
    }
    if !simulation.violations().is_empty() {
        let lost = simulation.lost_tails().first();
        print_lost_tail(lost.map(|(at, node)| (*at, (*node).into())));
    }
    Ok(ended(reached, !simulation.violations().is_empty()))
}

fn perform_script(
    mut script: Script,
    until: Option<Time>,
    options: &RunOptions,
) -> anyhow::Result<Exit> {
    script.seed = options.seed.unwrap_or(script.seed);
    let mut script_run = ScriptRun::new(script)?;
    let reached = by_slices(until.unwrap_or(Time(u64::MAX)), |now| {
        script_run.advance(now);
        script_run.is_over()
    });
    write_records(script_run.simulation_mut(), options.json)?;
    let mut out = output();
    for narration in script_run.said() {
        let (at, line) = (narration.at, narration.line.0);
        if options.json {
            let narration =
                json!({ "at": at, "line": line, "kind": "said", "detail": narration.text });
            writeln!(out, "{narration}")?;
        } else {
            writeln!(out, "{at}  “{}”", narration.text)?;
        }
    }
    for failure in script_run.failures() {
        if options.json {
            let (at, line) = (failure.at, failure.line.0);
            let message = &failure.message;
            let failed = json!({ "at": at, "line": line, "kind": "failed", "detail": message });
            writeln!(out, "{failed}")?;
        }
        eprintln!("{failure}");
    }
    out.flush()?;
    Ok(ended(reached, !script_run.failures().is_empty()))
}

/// How a run ended.
#[derive(Clone, Copy)]
enum Reached {
    End,
    /// Ctrl-C ended it at this instant.
    Interrupted(Time),
}

/// Simulates up to `until`, or until `advance` reports that the run is over.
fn by_slices(until: Time, mut advance: impl FnMut(Time) -> bool) -> Reached {
    let mut now = until.min(Time::default() + SLICE);
    loop {
        if advance(now) || now == until {
            return Reached::End;
        }
        if interrupt::is_requested() {
            return Reached::Interrupted(now);
        }
        now = until.min(now + SLICE);
    }
}

fn ended(reached: Reached, is_violated: bool) -> Exit {
    match reached {
        Reached::Interrupted(at) => {
            eprintln!("interrupted after {at} of simulated time");
            Exit::Interrupted
        }
        Reached::End if interrupt::is_requested() => Exit::Interrupted,
        Reached::End if is_violated => Exit::Violated,
        Reached::End => Exit::Success,
    }
}

fn write_records(simulation: &mut Simulation, json: bool) -> anyhow::Result<()> {
    // Ctrl-C during the simulation prints the records so far. Ctrl-C during printing ends the
    // output.
    let already_requested = interrupt::is_requested();
    let mut out = output();
    if json {
        out.write_all(ndjson::header(simulation.run()).as_bytes())?;
    }
    for record in simulation.take_records() {
        if interrupt::is_requested() && !already_requested {
            eprintln!("interrupted before all records were printed");
            break;
        }
        write_record(&mut out, &record, json)?;
    }
    Ok(out.flush()?)
}
