//! What can be asked for on the command line.

use std::ops::{Range, RangeInclusive};
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, anyhow, ensure};
use clap::{Args, Parser, Subcommand, ValueEnum};
use raft_sim::raft_core::{Micros, Rule, RuleSet};
use raft_sim::swarm::{Mutant, Spoil};
use raft_sim::{Property, Time};

const EXIT_CODES: &str = "Exit codes:
  0    nothing was violated
  1    a property was violated, or an expectation was not met
  2    the input was bad, or something could not be read or written
  130  it was interrupted; what was done until then is reported";

/// Runs, fuzzes, replays, shrinks and draws simulations of Raft
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
    /// Tries many seeds, each a whole trial of drawn settings, faults and requests
    Fuzz(FuzzOptions),
    /// Performs a trial or a file again and tells what was violated, and what led to it
    Replay(ReplayOptions),
    /// Makes a run that violates a property as small as it can
    Shrink(ShrinkOptions),
    /// Writes the records of a trial or a file for other tools
    Export(ExportOptions),
    /// Measures in how many seeds each known mistake is found
    Mutants(MutantsOptions),
    /// Checks a file without performing it
    Check(CheckOptions),
}

#[derive(Args)]
pub(crate) struct RunOptions {
    /// A scenario (.raft), or a run as JSON (scenario, seed, commands); else the default cluster
    pub(crate) file: Option<PathBuf>,
    /// The seed, in place of the file's
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How long to run, in simulated milliseconds; a scenario says so itself
    #[arg(long, value_parser = millis)]
    pub(crate) millis: Option<Time>,
    /// Prints each record as a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct FuzzOptions {
    /// Which seeds: the first one, and the first one that is left out
    #[arg(long, default_value = "0..1000", value_parser = seeds)]
    pub(crate) seeds: Range<u64>,
    #[command(flatten)]
    pub(crate) spoiling: Spoiling,
    #[command(flatten)]
    pub(crate) work: Work,
    /// Prints a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The folder for the run that violates something
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) keep: PathBuf,
    /// Does not make that run small
    #[arg(long)]
    pub(crate) no_shrink: bool,
}

/// What is wrong with the cluster.
#[derive(Args)]
pub(crate) struct Spoiling {
    /// Rules that are switched off, with commas between them
    #[arg(long, value_name = "RULE,..", value_delimiter = ',', value_parser = rule)]
    pub(crate) without: Vec<Rule>,
    /// A mistake that real systems made, by its number: see `raft-lab mutants`
    #[arg(long, value_name = "KEY", value_parser = mutant)]
    pub(crate) mutant: Option<Mutant>,
}

impl Spoiling {
    pub(crate) fn spoil(&self) -> Spoil {
        Spoil { mutant: self.mutant, waived: self.without.iter().copied().collect() }
    }

    /// What a trial looks for: with a mutant the property that it violates, else any.
    pub(crate) fn target(&self) -> Option<Property> {
        self.mutant.map(|mutant| mutant.violates)
    }

    /// Whether the cluster is to be safe.
    pub(crate) fn is_none(&self) -> bool {
        self.mutant.is_none() && self.spoil().waived == RuleSet::EMPTY
    }
}

/// How much of the machine is used.
#[derive(Args)]
pub(crate) struct Work {
    /// How many threads; one for each processor core, if not given
    #[arg(long, value_name = "N", value_parser = |text: &str| number(text, 1..=MAX_JOBS))]
    jobs: Option<u64>,
}

impl Work {
    pub(crate) fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.and_then(|jobs| usize::try_from(jobs).ok()).unwrap_or_else(cores)
    }
}

/// Which run.
#[derive(Args)]
pub(crate) struct Which {
    /// A seed, which stands for a trial, or a file: a scenario (.raft), or a run as JSON
    #[arg(value_name = "SEED|FILE")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) spoiling: Spoiling,
    /// The property to look at; any, if not given
    #[arg(long, value_name = "KEY", value_parser = property)]
    pub(crate) property: Option<Property>,
}

#[derive(Args)]
pub(crate) struct ReplayOptions {
    #[command(flatten)]
    pub(crate) which: Which,
    /// How many of the last records are told; all of them, with 0
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
    /// The file for the small run: .raft or .json
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// How many runs may be tried
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
    /// What for
    #[arg(long, value_enum)]
    pub(crate) format: Format,
    /// The file; standard output, if not given
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// From when on, in simulated milliseconds
    #[arg(long, value_name = "MILLIS", default_value = "0", value_parser = millis)]
    pub(crate) from: Time,
    /// Until when, in simulated milliseconds; to the end, if not given
    #[arg(long, value_name = "MILLIS", value_parser = millis)]
    pub(crate) until: Option<Time>,
    /// How many microseconds a pixel of a picture stands for
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
    /// Only these mutants, with commas between them
    #[arg(long, value_name = "KEY,..", value_delimiter = ',', value_parser = mutant)]
    pub(crate) only: Vec<Mutant>,
    /// How many campaigns each, over seeds that no other campaign uses
    #[arg(long, value_name = "N", default_value = "10", value_parser = at_least_one)]
    pub(crate) campaigns: u64,
    /// After how many seeds a campaign gives up
    #[arg(long, value_name = "N", default_value = "10000", value_parser = at_least_one)]
    pub(crate) limit: u64,
    #[command(flatten)]
    pub(crate) work: Work,
    /// Prints a line of JSON for each mutant
    #[arg(long)]
    pub(crate) json: bool,
    /// The document that shows the table, between its markers
    #[arg(long, value_name = "FILE")]
    pub(crate) write: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct CheckOptions {
    /// A scenario (.raft), or a run as JSON
    pub(crate) file: PathBuf,
    /// Prints a line of JSON
    #[arg(long)]
    pub(crate) json: bool,
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
        digits.parse::<u64>().with_context(|| format!("“{text}” is no number"))
    };
    let (from, to) = (number(from)?, number(to)?);
    ensure!(from < to, "there is no seed from {from} up to {to}");
    Ok(from..to)
}

fn rule(text: &str) -> anyhow::Result<Rule> {
    let all = || Rule::ALL.iter().map(Rule::to_string).collect::<Vec<_>>().join(", ");
    Rule::from_str(text).map_err(|_| anyhow!("there is no such rule; there are {}", all()))
}

fn mutant(key: &str) -> anyhow::Result<Mutant> {
    let keys = || Mutant::ALL.iter().map(Mutant::key).collect::<Vec<_>>().join(", ");
    let found = Mutant::ALL.iter().find(|mutant| mutant.key() == key);
    found.copied().with_context(|| format!("there is no such mutant; there are {}", keys()))
}

fn property(key: &str) -> anyhow::Result<Property> {
    let keys = || Property::ALL.map(Property::key).join(", ");
    let found = Property::ALL.into_iter().find(|property| property.key() == key);
    found.with_context(|| format!("there is no such property; there are {}", keys()))
}
