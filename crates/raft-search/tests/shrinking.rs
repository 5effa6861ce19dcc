//! Shrinks runs that violate a property.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod queries;

use proptest::prelude::*;
use queries::{finished, fixed, uncounted_votes, violating};
use raft_search::{
    Evaluator, Evidence, Progress, Query, ShrinkError, Shrinker, Space, Target, unusual_settings,
};
use raft_sim::raft_core::RuleSet;
use raft_sim::swarm::{FaultConfig, Mutant};
use raft_sim::{Property, Run, Scenario, Time};

const PROPERTY: Property = Property::ElectionSafety;

fn shrinker(max_runs: u64) -> Shrinker {
    let (run, until) = violating(uncounted_votes(0..100));
    Shrinker::new(&run, PROPERTY, until, max_runs).unwrap()
}

proptest! {
    #![proptest_config(fixed(16))]

    #[test]
    fn budgets_do_not_change_the_shrunk_run(
        budgets in prop::collection::vec(0..40_u64, 1..20),
        max_runs in prop_oneof![1..100_u64, Just(10_000)],
    ) {
        let mut whole = shrinker(max_runs);
        prop_assert_eq!(whole.advance(u64::MAX), Progress::Finished);
        let mut parts = shrinker(max_runs);
        let mut spent = 1; // the run itself
        for budget in budgets.iter().chain(std::iter::repeat(&1)) {
            spent += budget;
            let progress = parts.advance(*budget);
            prop_assert!(parts.best().runs <= spent.min(max_runs));
            if progress == Progress::Finished {
                break;
            }
        }
        prop_assert_eq!(parts.into_best(), whole.into_best());
    }
}

#[test]
fn the_smallest_run_so_far_violates_the_property_after_every_attempt() {
    let mut shrinker = shrinker(10_000);
    let mut commands = shrinker.best().run.commands.len();
    while shrinker.advance(1) == Progress::Running {
        let best = shrinker.best();
        let evaluator = Evaluator { target: Some(PROPERTY), until: best.at, keeps_records: false };
        let evaluation = evaluator.evaluate(&best.run).unwrap();
        assert!(evaluation.violations.contains(&best.violation));
        assert_eq!(evaluation.ended, best.at);
        assert!(best.run.commands.len() <= commands);
        commands = best.run.commands.len();
    }
    assert!(commands <= 3, "{commands} commands");
}

#[test]
fn a_shrunk_mutant_still_needs_its_bug() {
    let mutant = *Mutant::ALL.iter().find(|mutant| mutant.key == "6a").unwrap();
    let space = Space::Trials { seeds: 0..200, faults: FaultConfig::from(Some(mutant)) };
    let search = finished(Query { space, target: Target::Violation(mutant.violates) });
    let Evidence::Violation { run, until, .. } = &search.finding().unwrap().evidence else {
        panic!()
    };
    let mut shrinker = Shrinker::new(run, mutant.violates, *until, 6000).unwrap();
    assert_eq!(shrinker.advance(u64::MAX), Progress::Finished);
    let small = shrinker.into_best();
    assert!(small.run.commands.len() < run.commands.len());
    assert!(unusual_settings(&small.run.scenario) <= 3);
    let Scenario { injected_bugs, waived, .. } = Scenario::default();
    let scenario = Scenario { injected_bugs, waived, ..small.run.scenario.clone() };
    let evaluator =
        Evaluator { target: Some(mutant.violates), until: small.at, keeps_records: false };
    let correct = Run { scenario, ..small.run };
    assert!(!evaluator.evaluate(&correct).unwrap().violates(mutant.violates));
}

#[test]
fn a_run_that_violates_nothing_cannot_be_shrunk() {
    let shrinker = Shrinker::new(&Run::default(), PROPERTY, Time::from_millis(500), 10);
    assert_eq!(shrinker.unwrap_err(), ShrinkError::NotViolated(PROPERTY));
}

#[test]
fn an_impossible_run_cannot_be_shrunk() {
    let scenario = Scenario { nodes: 0, ..Scenario::default() };
    let run = Run { scenario, ..Run::default() };
    let shrinker = Shrinker::new(&run, PROPERTY, Time::from_millis(500), 10);
    assert!(matches!(shrinker.unwrap_err(), ShrinkError::BadRun(_)));
}

#[test]
fn each_setting_that_differs_from_the_default_is_counted() {
    assert_eq!(unusual_settings(&Scenario::default()), 0);
    let pre_vote = !Scenario::default().pre_vote;
    assert_eq!(unusual_settings(&Scenario { pre_vote, ..Scenario::default() }), 1);
    let waived = RuleSet::EMPTY.with(raft_sim::raft_core::Rule::CountGrantedVotes);
    assert_eq!(unusual_settings(&Scenario { pre_vote, waived, ..Scenario::default() }), 2);
}
