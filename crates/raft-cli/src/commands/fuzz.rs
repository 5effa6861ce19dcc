//! `raft-lab fuzz`: a campaign over seeds.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use raft_sim::export::words;
use raft_sim::swarm::Trial;
use raft_sim::{Property, Run, Violation};
use serde_json::{Value, json};

use super::{
    NO_MISTAKE, needs_no_mistake, output, size_json, size_words, violation_json, violation_words,
};
use crate::arguments::FuzzOptions;
use crate::campaign::{Campaign, Finding, Outcome};
use crate::progress::Progress;
use crate::shrink::{self, Shrunk};
use crate::{Ended, interrupt, source};

/// How many runs are tried to make one small.
const TRIALS: u32 = 6000;

pub(crate) fn fuzz(options: &FuzzOptions) -> anyhow::Result<Ended> {
    interrupt::listen()?;
    let spoiling = &options.spoiling;
    let hunted = spoiling.hunted();
    let seeds = options.seeds.clone();
    let campaign = Campaign { seeds, spoil: spoiling.spoil(), hunted, jobs: options.work.jobs() };
    let (from, to) = (options.seeds.start, options.seeds.end);
    eprintln!("fuzzing seeds {from}..{to}; Ctrl-C stops, and what was done is reported");
    let mut progress = Progress::new("fuzz", options.seeds.end - options.seeds.start);
    let outcome = campaign.run(&mut progress);
    eprintln!("{}", progress.end(outcome.tried(), outcome.simulated));
    let found = match &outcome.finding {
        None => None,
        Some((seed, finding)) => Some(Found::new(*seed, finding, options)?),
    };
    let mut out = output();
    if options.json {
        writeln!(out, "{}", to_json(&outcome, found.as_ref()))?;
    } else {
        writeln!(out, "{}", summary(&outcome))?;
        if let Some(found) = &found {
            found.tell(&mut out, spoiling.is_none())?;
        }
    }
    out.flush()?;
    Ok(match found {
        Some(_) => Ended::Violated,
        None if outcome.interrupted => Ended::Interrupted,
        None => Ended::Well,
    })
}

fn summary(outcome: &Outcome) -> String {
    let (from, to) = (outcome.done.start, outcome.done.end);
    let seconds = outcome.simulated.0 / 1_000_000;
    let what = match &outcome.finding {
        Some((seed, _)) => format!("seed {seed} shows something"),
        None => "nothing is violated".to_owned(),
    };
    let stopped = if outcome.interrupted { ", interrupted" } else { "" };
    let events = outcome.events;
    format!("seeds {from}..{to}{stopped}: {what} ({seconds} simulated s, {events} events)")
}

fn to_json(outcome: &Outcome, found: Option<&Found>) -> Value {
    json!({
        "kind": "fuzzed",
        "from": outcome.done.start,
        "to": outcome.done.end,
        "interrupted": outcome.interrupted,
        "simulated-us": outcome.simulated,
        "events": outcome.events,
        "found": found.map(Found::to_json),
    })
}

/// What a seed showed, and what became of it.
enum Found {
    Violation {
        seed: u64,
        violation: Box<Violation>,
        commands: usize,
        shrunk: Option<Box<Shrunk>>,
        file: PathBuf,
    },
    Panic {
        seed: u64,
        said: String,
    },
}

impl Found {
    fn new(seed: u64, finding: &Finding, options: &FuzzOptions) -> anyhow::Result<Self> {
        let trial = match finding {
            Finding::Panic(said) => return Ok(Self::Panic { seed, said: said.clone() }),
            Finding::Violation(trial) => trial,
        };
        let wanted = options.spoiling.hunted();
        let fits =
            |violation: &&Violation| wanted.is_none_or(|property| violation.property() == property);
        let violation = trial.violations.iter().find(fits).context("no violation is left")?;
        let property = violation.property();
        let commands = trial.run.commands.len();
        let shrunk = if options.no_shrink { None } else { small(trial, property).map(Box::new) };
        fs::create_dir_all(&options.keep).with_context(|| options.keep.display().to_string())?;
        let file = options.keep.join(format!("seed-{seed}-{}.raft", property.key()));
        let (run, facts, at): (&Run, &Violation, _) = match &shrunk {
            Some(shrunk) => (&shrunk.run, &shrunk.violation, shrunk.at),
            None => (&trial.run, violation, trial.simulated),
        };
        source::write(&file, run, facts, at)?;
        Ok(Self::Violation { seed, violation: Box::new(violation.clone()), commands, shrunk, file })
    }

    fn tell(&self, out: &mut impl Write, is_safe: bool) -> std::io::Result<()> {
        match self {
            Self::Panic { seed, said } => {
                writeln!(out, "seed {seed} makes the program panic: {said}")
            }
            Self::Violation { seed, violation, commands, shrunk, file } => {
                let beware = if is_safe { ", although nothing is switched off" } else { "" };
                writeln!(out, "seed {seed} violates {}{beware}", violation_words(violation))?;
                if let Some(shrunk) = shrunk {
                    let (size, trials) = (size_words(shrunk), shrunk.trials);
                    writeln!(out, "from {commands} commands to {size} ({trials} runs tried):")?;
                    writeln!(out, "{}", words::violation(&shrunk.violation))?;
                    if needs_no_mistake(shrunk) && !is_safe {
                        writeln!(out, "{NO_MISTAKE}")?;
                    }
                }
                let (file, key) = (file.display(), violation.property().key());
                writeln!(out, "again: raft-lab replay {file} --property {key}")
            }
        }
    }

    fn to_json(&self) -> Value {
        match self {
            Self::Panic { seed, said } => json!({ "seed": seed, "panic": said }),
            Self::Violation { seed, violation, commands, shrunk, file } => json!({
                "seed": seed,
                "violation": violation_json(violation),
                "commands": commands,
                "shrunk": shrunk.as_deref().map(size_json),
                "file": file.display().to_string(),
            }),
        }
    }
}

fn small(trial: &Trial, property: Property) -> Option<Shrunk> {
    let until = trial.simulated;
    shrink::shrink(&trial.run, property, until, TRIALS)
}
