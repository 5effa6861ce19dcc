//! A campaign of the checks of everything that the page says: `truth FIRST..END [KIND]`.

use std::io::Write as _;

use raft_playground::claims::{NO_CLAIM, Report, Trial, fuzz};
use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::swarm::{FaultConfig, Mutant};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let range = arguments.next().unwrap_or_else(|| "0..100".into());
    let kind = arguments.next().unwrap_or_else(|| "plain".into());
    let (first, end) = range.split_once("..").unwrap_or(("0", "100"));
    let (first, end): (u64, u64) = (first.parse().unwrap_or(0), end.parse().unwrap_or(100));
    let mut report = Report::default();
    for seed in first..end {
        let faults = match kind.as_str() {
            "mutants" => {
                let place = usize::try_from(seed).unwrap_or(0) % Mutant::ALL.len();
                FaultConfig::from(Some(Mutant::ALL[place]))
            }
            "rules" => {
                let place = usize::try_from(seed).unwrap_or(0) % Rule::ALL.len();
                FaultConfig {
                    waived: RuleSet::default().with(Rule::ALL[place]),
                    ..FaultConfig::default()
                }
            }
            _ => FaultConfig::default(),
        };
        report.merge(fuzz(Trial { seed, faults, by_hand: seed % 2 == 0 }));
    }
    report.unjudged.retain(|id, _| !NO_CLAIM.contains(id));
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{report}");
    let _ = writeln!(out, "not judged: {:?}", report.unjudged);
}
