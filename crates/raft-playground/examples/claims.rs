//! A campaign that checks everything the page would say in many runs: `cargo xtask claims`.
//!
//! ```text
//! cargo xtask claims 0..10000 mutants
//! ```

#![allow(clippy::print_stdout, reason = "a command-line program talks on standard output")]

use std::num::NonZero;
use std::ops::Range;
use std::process::ExitCode;
use std::thread::{self, ScopedJoinHandle};

use raft_playground::claims::{Report, Trial, fuzz};
use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::swarm::{FaultConfig, Mutant};

/// The kinds of clusters: all rules on, a bug of a real system, or one rule off.
const KINDS: [&str; 3] = ["plain", "mutants", "rules"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let seeds = arguments.first().map_or(Some(0..1000), |text| range(text));
    let kinds = match arguments.get(1).map(String::as_str) {
        None => KINDS.to_vec(),
        Some(kind) if KINDS.contains(&kind) => vec![kind],
        Some(_) => Vec::new(),
    };
    let (Some(seeds), false) = (seeds, kinds.is_empty()) else {
        eprintln!("error: write the seeds as 0..1000, then one of {}", KINDS.join(", "));
        return ExitCode::from(2);
    };
    let mut is_true = true;
    for kind in kinds {
        let report = campaign(&seeds, kind);
        println!("{kind}: {report}");
        is_true &= report.wrong.is_empty();
    }
    if is_true { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn range(text: &str) -> Option<Range<u64>> {
    let (first, end) = text.split_once("..")?;
    Some(first.parse().ok()?..end.parse().ok()?)
}

/// The trials of these seeds on all processors. The report does not depend on how many there are.
fn campaign(seeds: &Range<u64>, kind: &str) -> Report {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let reports = thread::scope(|scope| {
        let part = |place: usize| {
            let mine = seeds.clone().skip(place).step_by(threads);
            scope.spawn(move || {
                mine.map(|seed| fuzz(trial(seed, kind))).fold(Report::default(), Report::merged)
            })
        };
        let parts: Vec<_> = (0..threads).map(part).collect();
        let done = |part: ScopedJoinHandle<_>| part.join().expect("a trial failed");
        parts.into_iter().map(done).collect::<Vec<_>>()
    });
    reports.into_iter().fold(Report::default(), Report::merged)
}

fn trial(seed: u64, kind: &str) -> Trial {
    let place = |count: usize| usize::try_from(seed).map_or(0, |seed| seed % count);
    let faults = match kind {
        "mutants" => FaultConfig::from(Some(Mutant::ALL[place(Mutant::ALL.len())])),
        "rules" => {
            let waived = RuleSet::default().with(Rule::ALL[place(Rule::ALL.len())]);
            FaultConfig { waived, ..FaultConfig::default() }
        }
        _ => FaultConfig::default(),
    };
    Trial { seed, faults, by_hand: seed.is_multiple_of(2) }
}
