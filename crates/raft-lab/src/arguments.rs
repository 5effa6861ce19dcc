//! The command-line arguments.

use std::ops::{Range, RangeInclusive};
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, anyhow, ensure};
use clap::{Args, Parser, Subcommand, ValueEnum};
use raft_sim::raft_core::{Micros, Rule, RuleSet};
use raft_sim::swarm::{FaultConfig, Mutant};
use raft_sim::{Property, Time};

const EXIT_CODES: &str = "Exit codes:
  0    nothing was violated
  1    a property was violated, an expectation failed, or a task was not solved
  2    bad input, or a file could not be read or written
  130  interrupted; the command reported its results until then";

/// Runs, fuzzes, replays, shrinks and exports simulations of Raft
#[derive(Parser)]
#[command(name = "raft-lab", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(Subcommand)]
pub(crate) enum Action {
    /// Runs a simulation and prints its records
    Run(RunOptions),
    /// Runs one trial for each seed, with random settings, faults and requests
    Fuzz(FuzzOptions),
    /// Performs a trial or a file again and reports each violation and its causes
    Replay(ReplayOptions),
    /// Shrinks a run that violates a property
    Shrink(ShrinkOptions),
    /// Writes the records of a trial or a file in the format of another tool
    Export(ExportOptions),
    /// Measures how many seeds it takes to find each known bug
    Mutants(MutantsOptions),
    /// Checks files: their words, and in scenarios expectations, questions and tasks
    Check(CheckOptions),
    /// Judges solutions of a task
    Grade(GradeOptions),
}

#[derive(Args)]
pub(crate) struct RunOptions {
    /// A scenario (.raft), or a run as JSON; without it, the default cluster runs
    pub(crate) file: Option<PathBuf>,
    /// The seed; replaces the one in the file
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How long to run, in simulated milliseconds [default: 2000, or the end of the scenario]
    #[arg(long, value_parser = millis)]
    pub(crate) millis: Option<Time>,
    /// Prints each record as a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct FuzzOptions {
    /// The range of seeds; the end is excluded
    #[arg(long, default_value = "0..1000", value_parser = seeds)]
    pub(crate) seeds: Range<u64>,
    #[command(flatten)]
    pub(crate) fault_options: FaultOptions,
    #[command(flatten)]
    pub(crate) work: Work,
    /// Prints a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The folder for the run that violates a property
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) keep: PathBuf,
    /// Does not shrink that run
    #[arg(long)]
    pub(crate) no_shrink: bool,
}

/// Rules that are off, and an injected bug.
#[derive(Args)]
pub(crate) struct FaultOptions {
    /// Rules to switch off, separated by commas
    #[arg(long, value_name = "RULE,..", value_delimiter = ',', value_parser = rule)]
    pub(crate) without: Vec<Rule>,
    /// The number of a bug to inject; `raft-lab mutants` lists them
    #[arg(long, value_name = "KEY", value_parser = mutant)]
    pub(crate) mutant: Option<Mutant>,
}

impl FaultOptions {
    pub(crate) fn faults(&self) -> FaultConfig {
        FaultConfig { mutant: self.mutant, waived: self.without.iter().copied().collect() }
    }

    /// The property to look for: the one that the mutant violates; without a mutant, any.
    pub(crate) fn target(&self) -> Option<Property> {
        self.mutant.map(|mutant| mutant.violates)
    }

    /// Whether no rule is off and no bug is injected.
    pub(crate) fn is_none(&self) -> bool {
        self.mutant.is_none() && self.faults().waived == RuleSet::EMPTY
    }
}

/// How much of the machine to use.
#[derive(Args)]
pub(crate) struct Work {
    /// The number of threads [default: one for each processor core]
    #[arg(long, value_name = "N", value_parser = |text: &str| number(text, 1..=MAX_JOBS))]
    jobs: Option<u64>,
}

impl Work {
    pub(crate) fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.and_then(|jobs| usize::try_from(jobs).ok()).unwrap_or_else(cores)
    }
}

/// The run to work on.
#[derive(Args)]
pub(crate) struct Which {
    /// The seed of a trial, or a file: a scenario (.raft), or a run as JSON
    #[arg(value_name = "SEED|FILE")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) fault_options: FaultOptions,
    /// The property to look for [default: any]
    #[arg(long, value_name = "KEY", value_parser = property)]
    pub(crate) property: Option<Property>,
}

#[derive(Args)]
pub(crate) struct ReplayOptions {
    #[command(flatten)]
    pub(crate) which: Which,
    /// How many of the last records to print; 0 prints all
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(crate) last: usize,
    /// Prints lines of JSON: the records, then the verdict
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct ShrinkOptions {
    #[command(flatten)]
    pub(crate) which: Which,
    /// The file for the shrunk run: .raft or .json
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// The largest number of runs to try
    #[arg(long, value_name = "N", default_value = "6000", value_parser = at_least_one)]
    pub(crate) trials: u64,
    /// Prints a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct ExportOptions {
    #[command(flatten)]
    pub(crate) which: Which,
    /// The format
    #[arg(long, value_enum)]
    pub(crate) format: Format,
    /// The file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The first instant, in simulated milliseconds
    #[arg(long, value_name = "MILLIS", default_value = "0", value_parser = millis)]
    pub(crate) from: Time,
    /// The last instant, in simulated milliseconds [default: the end]
    #[arg(long, value_name = "MILLIS", value_parser = millis)]
    pub(crate) until: Option<Time>,
    /// How many microseconds one pixel represents (svg)
    #[arg(long, value_name = "MICROS", default_value = "500", value_parser = pixel)]
    pub(crate) pixel: Micros,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One line of JSON for each record
    Ndjson,
    /// A log with vector clocks, as `ShiViz` reads it
    Shiviz,
    /// A Mermaid sequence diagram
    Mermaid,
    /// A picture: time from top to bottom, a lane for each node and client
    Svg,
}

#[derive(Args)]
pub(crate) struct MutantsOptions {
    /// Only these mutants, separated by commas
    #[arg(long, value_name = "KEY,..", value_delimiter = ',', value_parser = mutant)]
    pub(crate) only: Vec<Mutant>,
    /// The number of campaigns per mutant; no two campaigns share a seed
    #[arg(long, value_name = "N", default_value = "10", value_parser = at_least_one)]
    pub(crate) campaigns: u64,
    /// The largest number of seeds per campaign
    #[arg(long, value_name = "N", default_value = "10000", value_parser = at_least_one)]
    pub(crate) limit: u64,
    #[command(flatten)]
    pub(crate) work: Work,
    /// Prints a line of JSON for each mutant
    #[arg(long)]
    pub(crate) json: bool,
    /// The document to write the table into, between its markers
    #[arg(long, value_name = "FILE")]
    pub(crate) write: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct CheckOptions {
    /// Scenarios, stories and tasks (.raft), which are performed, or runs as JSON
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Prints a line of JSON for each file
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct GradeOptions {
    /// A scenario with a task (.raft)
    pub(crate) task: PathBuf,
    /// Solutions (.raft): whole runs, as the page saves them, or only the steps from the beginning
    /// of the task
    #[arg(required = true, value_name = "SOLUTION")]
    pub(crate) solutions: Vec<PathBuf>,
    /// The format of the verdicts
    #[arg(long, value_enum, default_value_t = VerdictFormat::Text)]
    pub(crate) format: VerdictFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerdictFormat {
    /// A line for each solution
    Text,
    /// A line of JSON for each solution
    Json,
    /// A test suite in the XML of `JUnit`
    Junit,
}

/// More threads than any machine has cores.
const MAX_JOBS: u64 = 1024;
/// A pixel may stand for at most 1000 simulated seconds.
const MAX_PIXEL: u64 = 1_000_000_000;

/// A whole number within bounds, both included.
fn number(text: &str, bounds: RangeInclusive<u64>) -> anyhow::Result<u64> {
    let (least, most) = (bounds.start(), bounds.end());
    let parsed = text.parse().ok().filter(|number| bounds.contains(number));
    parsed.with_context(|| format!("it must be a whole number from {least} to {most}"))
}

fn at_least_one(text: &str) -> anyhow::Result<u64> {
    number(text, 1..=u64::MAX)
}

/// An instant, given in simulated milliseconds.
fn millis(text: &str) -> anyhow::Result<Time> {
    // The simulator counts microseconds.
    number(text, 0..=u64::MAX / 1000).map(Time::from_millis)
}

fn pixel(text: &str) -> anyhow::Result<Micros> {
    number(text, 1..=MAX_PIXEL).map(Micros)
}

fn seeds(text: &str) -> anyhow::Result<Range<u64>> {
    let (from, to) = text.split_once("..").context("write two numbers, such as 0..1000")?;
    let number = |text: &str| {
        let digits = text.replace('_', "");
        digits.parse::<u64>().with_context(|| format!("“{text}” is not a number"))
    };
    let (from, to) = (number(from)?, number(to)?);
    ensure!(from < to, "the range {from}..{to} contains no seed");
    Ok(from..to)
}

fn rule(text: &str) -> anyhow::Result<Rule> {
    let all = || Rule::ALL.iter().map(Rule::to_string).collect::<Vec<_>>().join(", ");
    Rule::from_str(text).map_err(|_| anyhow!("there is no such rule; the rules are {}", all()))
}

fn mutant(key: &str) -> anyhow::Result<Mutant> {
    let keys = || Mutant::ALL.iter().map(|mutant| mutant.key).collect::<Vec<_>>().join(", ");
    let found = Mutant::ALL.iter().find(|mutant| mutant.key == key);
    found.copied().with_context(|| format!("there is no such mutant; the mutants are {}", keys()))
}

fn property(key: &str) -> anyhow::Result<Property> {
    let keys = || Property::ALL.map(Property::key).join(", ");
    let found = Property::ALL.into_iter().find(|property| property.key() == key);
    found.with_context(|| format!("there is no such property; the properties are {}", keys()))
}
