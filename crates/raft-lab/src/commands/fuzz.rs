//! `raft-lab fuzz`: a campaign over seeds.

use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Context, bail};
use raft_search::{Evidence, Finding, Query, Search, Shrunk, Space, Tally, Target};
use raft_sim::Violation;
use raft_sim::export::words;
use serde_json::{Value, json};

use super::report::{
    NO_MISTAKE, needs_no_mistake, output, size_json, size_words, violation_json, violation_words,
};
use crate::arguments::FuzzOptions;
use crate::exit::Exit;
use crate::progress_bar::ProgressBar;
use crate::{interrupt, parallel_search, source};

pub(crate) fn fuzz(options: &FuzzOptions) -> anyhow::Result<Exit> {
    interrupt::listen()?;
    let fault_options = &options.fault_options;
    let (from, to) = (options.seeds.start, options.seeds.end);
    let space = Space::Trials { seeds: from..to, faults: fault_options.faults() };
    let mut search = Search::new(Query { space, target: Target::from(fault_options.target()) })?;
    eprintln!("fuzzing seeds {from}..{to}; Ctrl-C stops and reports the results so far");
    let mut bar = ProgressBar::new("fuzz", to - from);
    let mut interrupted = parallel_search::search(&mut search, options.work.jobs(), &mut bar);
    let tally = search.tally();
    eprintln!("{}", bar.end(tally));
    let found = search.finding().map(|finding| Found::new(finding, options)).transpose()?;
    if let Some(Found::Violation { interrupted: true, .. }) = &found {
        interrupted = true;
    }
    let done = from..from + tally.runs;
    let mut out = output();
    if options.json {
        writeln!(out, "{}", to_json(&done, tally, interrupted, found.as_ref()))?;
    } else {
        writeln!(out, "{}", summary(&done, tally, interrupted, search.finding()))?;
        if let Some(found) = &found {
            found.write_text(&mut out, fault_options.is_none())?;
        }
    }
    out.flush()?;
    Ok(match found {
        _ if interrupted => Exit::Interrupted,
        Some(_) => Exit::Violated,
        None => Exit::Success,
    })
}

fn summary(
    done: &Range<u64>,
    tally: Tally,
    interrupted: bool,
    finding: Option<&Finding>,
) -> String {
    let Range { start: from, end: to } = done;
    let Tally { simulated, events, .. } = tally;
    let seconds = simulated.0 / 1_000_000;
    let what = match finding {
        Some(finding) => format!("seed {} violates a property", finding.seed),
        None => "nothing is violated".to_owned(),
    };
    let stopped = if interrupted { ", interrupted" } else { "" };
    format!("seeds {from}..{to}{stopped}: {what} ({seconds} simulated s, {events} events)")
}

fn to_json(done: &Range<u64>, tally: Tally, interrupted: bool, found: Option<&Found>) -> Value {
    json!({
        "kind": "fuzzed",
        "from": done.start,
        "to": done.end,
        "interrupted": interrupted,
        "simulated-us": tally.simulated,
        "events": tally.events,
        "found": found.map(Found::to_json),
    })
}

/// The finding of a seed, and what was saved of it.
enum Found {
    Violation {
        seed: u64,
        violation: Box<Violation>,
        commands: usize,
        shrunk: Option<Box<Shrunk>>,
        /// Whether Ctrl-C ended shrinking early.
        interrupted: bool,
        file: PathBuf,
    },
    Panic {
        seed: u64,
        message: String,
    },
}

impl Found {
    fn new(finding: &Finding, options: &FuzzOptions) -> anyhow::Result<Self> {
        let seed = finding.seed;
        let (run, violations, until) = match &finding.evidence {
            Evidence::Panic(message) => return Ok(Self::Panic { seed, message: message.clone() }),
            Evidence::Violation { run, violations, until } => (run, violations, *until),
            Evidence::Expectation { .. } => bail!("a fuzz search has no expectation"),
        };
        let wanted = options.fault_options.target();
        let fits =
            |violation: &&Violation| wanted.is_none_or(|property| violation.property() == property);
        let violation =
            violations.iter().find(fits).context("the evidence contains no violation")?;
        let property = violation.property();
        let (shrunk, interrupted) = if options.no_shrink {
            (None, false)
        } else {
            parallel_search::shrink_finding(run, property, until)
        };
        fs::create_dir_all(&options.keep).with_context(|| options.keep.display().to_string())?;
        let file = options.keep.join(format!("seed-{seed}-{}.raft", property.key()));
        match &shrunk {
            Some(shrunk) => source::write(&file, &shrunk.run, &shrunk.violation, shrunk.at)?,
            None => source::write(&file, run, violation, until)?,
        }
        let commands = run.commands.len();
        let (violation, shrunk) = (Box::new(violation.clone()), shrunk.map(Box::new));
        Ok(Self::Violation { seed, violation, commands, shrunk, interrupted, file })
    }

    fn write_text(&self, out: &mut impl Write, is_safe: bool) -> std::io::Result<()> {
        match self {
            Self::Panic { seed, message } => {
                writeln!(out, "seed {seed} makes the program panic: {message}")
            }
            Self::Violation { seed, violation, commands, shrunk, file, .. } => {
                let beware =
                    if is_safe { ", although no rule is off and no bug is injected" } else { "" };
                writeln!(out, "seed {seed} violates {}{beware}", violation_words(violation))?;
                if let Some(shrunk) = shrunk {
                    let (size, trials) = (size_words(shrunk), shrunk.runs);
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
            Self::Panic { seed, message } => json!({ "seed": seed, "panic": message }),
            Self::Violation { seed, violation, commands, shrunk, file, .. } => json!({
                "seed": seed,
                "violation": violation_json(violation),
                "commands": commands,
                "shrunk": shrunk.as_deref().map(size_json),
                "file": file.display().to_string(),
            }),
        }
    }
}
