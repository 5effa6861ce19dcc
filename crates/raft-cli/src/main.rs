//! `raft-lab`: runs Raft simulations from a terminal and prints their traces.
//!
//! Exit codes: 0 if nothing was violated, 1 if something was, 2 if the run could not begin.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use raft_sim::{Run, Simulation, Time};

#[derive(Parser)]
#[command(name = "raft-lab", version, about)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Runs a simulation and prints its records, one line of JSON each
    Run {
        /// A run as JSON (scenario, seed, commands); without it, the default cluster
        file: Option<PathBuf>,
        /// The seed, in place of the file's
        #[arg(long)]
        seed: Option<u64>,
        /// How long to run, in simulated milliseconds
        #[arg(long, default_value_t = 2000)]
        millis: u64,
    },
}

fn main() -> ExitCode {
    let Action::Run { file, seed, millis } = Arguments::parse().action;
    match run(file, seed, millis) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("raft-lab: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(file: Option<PathBuf>, seed: Option<u64>, millis: u64) -> anyhow::Result<ExitCode> {
    let mut run = match file {
        None => Run::default(),
        Some(path) => {
            let place = || path.display().to_string();
            let text = fs::read_to_string(&path).with_context(place)?;
            serde_json::from_str(&text).with_context(place)?
        }
    };
    run.seed = seed.unwrap_or(run.seed);
    let mut simulation = Simulation::new(run)?;
    simulation.run_until(Time::from_millis(millis));
    let mut out = BufWriter::new(io::stdout().lock());
    for record in simulation.take_records() {
        writeln!(out, "{}", record.to_json())?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(!simulation.violations().is_empty())))
}
