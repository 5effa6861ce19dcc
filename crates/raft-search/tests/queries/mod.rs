//! Queries and runs that the tests share.

#![allow(dead_code, reason = "no test needs all of it")]

use std::ops::{Range, RangeInclusive};

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use raft_search::{Evidence, Progress, Query, Search, Space, Target};
use raft_sim::raft_core::{Rule, RuleSet};
use raft_sim::script::{Expectation, Script};
use raft_sim::swarm::FaultConfig;
use raft_sim::{Property, Run, Time};

/// Trials in which candidates count votes that were not granted.
pub(crate) fn uncounted_votes(seeds: Range<u64>) -> Query {
    let waived = RuleSet::EMPTY.with(Rule::CountGrantedVotes);
    let faults = FaultConfig { waived, ..FaultConfig::default() };
    let target = Target::Violation(Property::ElectionSafety);
    Query { space: Space::Trials { seeds, faults }, target }
}

/// Scripts, with seeds, in which an expectation holds, such as `leader B in term 2`.
pub(crate) fn expectation(
    scripts: &[&str],
    seeds: Range<u64>,
    wanted: &str,
    during: RangeInclusive<Time>,
) -> Query {
    let scripts = scripts.iter().map(|text| text.parse().unwrap()).collect();
    let target = Target::Expectation { expectation: condition(wanted), during };
    Query { space: Space::Variations { scripts, seeds }, target }
}

fn condition(wanted: &str) -> Expectation {
    use raft_sim::script::When;

    let script: Script = format!("nodes 5\nuntil {wanted}\n").parse().unwrap();
    let When::Until { condition, .. } = &script.steps[0].when else {
        panic!("`until` has a condition")
    };
    condition.clone()
}

/// A fixed set of this many cases.
pub(crate) fn fixed(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(1);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// The search after it has finished.
pub(crate) fn finished(query: Query) -> Search {
    let mut search = Search::new(query).unwrap();
    assert_eq!(search.advance(u64::MAX), Progress::Finished);
    search
}

/// The run that a query for a violation finds, and how far to simulate it.
pub(crate) fn violating(query: Query) -> (Run, Time) {
    let search = finished(query);
    match &search.finding().expect("the query finds something").evidence {
        Evidence::Violation { run, until, .. } => (run.clone(), *until),
        other => panic!("no violation: {other:?}"),
    }
}
