//! Searches for a run that matches a query.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod queries;

use proptest::prelude::*;
use queries::{expectation, finished, fixed, uncounted_votes};
use raft_search::{Attempt, Evidence, Progress, Query, Search, Space, Target};
use raft_sim::raft_core::{Micros, Rule, RuleSet};
use raft_sim::script::Script;
use raft_sim::swarm::{FaultConfig, Mutant};
use raft_sim::{Property, Simulation, Time};

const THREE: &str = "nodes 3\nend at 1000ms\n";
const FIVE: &str = "nodes 5\nend at 1000ms\n";

fn at_any_time() -> std::ops::RangeInclusive<Time> {
    Time(0)..=Time::from_millis(1000)
}

proptest! {
    #![proptest_config(fixed(24))]

    #[test]
    fn budgets_do_not_change_what_is_found(budgets in prop::collection::vec(0..7_u64, 1..20)) {
        for query in [
            uncounted_votes(0..20),
            expectation(&[THREE, FIVE], 0..20, "leader E in term 1", at_any_time()),
        ] {
            let whole = finished(query.clone());
            prop_assert!(whole.finding().is_some());
            let mut search = Search::new(query).unwrap();
            let mut spent = 0;
            for budget in budgets.iter().chain(std::iter::repeat(&3)) {
                spent += budget;
                let progress = search.advance(*budget);
                prop_assert!(search.tally().runs <= spent);
                if progress == Progress::Finished {
                    break;
                }
            }
            prop_assert_eq!(search.tally(), whole.tally());
            prop_assert_eq!(search.finding(), whole.finding());
        }
    }

    #[test]
    fn the_order_of_outcomes_does_not_change_the_result(
        choices in prop::collection::vec(0..5_usize, 60),
    ) {
        let query = expectation(&[THREE, FIVE], 0..20, "leader E in term 1", at_any_time());
        let whole = finished(query.clone());
        prop_assert!(whole.finding().is_some());
        let mut search = Search::new(query).unwrap();
        let mut under_way: Vec<Attempt> = Vec::new();
        for choice in choices.iter().cycle() {
            while under_way.len() < 5 && let Some(attempt) = search.next_attempt() {
                under_way.push(attempt);
            }
            if under_way.is_empty() {
                break;
            }
            let attempt = under_way.remove(choice % under_way.len());
            search.settle(attempt.perform());
        }
        prop_assert_eq!(search.progress(), Progress::Finished);
        prop_assert_eq!(search.tally(), whole.tally());
        prop_assert_eq!(search.finding(), whole.finding());
    }
}

#[test]
fn the_first_seed_that_violates_the_property_is_found() {
    let search = finished(uncounted_votes(0..100));
    let finding = search.finding().unwrap();
    assert_eq!(search.tally().runs, finding.seed + 1);
    assert!(finished(uncounted_votes(0..finding.seed)).finding().is_none());
    let Evidence::Violation { run, violations, until } = &finding.evidence else { panic!() };
    let mut simulation = Simulation::new(run.clone()).unwrap();
    simulation.run_until(*until);
    assert_eq!(simulation.violations(), violations);
}

#[test]
fn an_expectation_is_found_at_the_first_instant_at_which_it_holds() {
    let query = expectation(&[THREE], 0..100, "leader B in term 1", at_any_time());
    let search = finished(query.clone());
    let finding = search.finding().unwrap();
    let Evidence::Expectation { run, at } = &finding.evidence else { panic!() };
    let Target::Expectation { expectation, .. } = &query.target else { panic!() };
    let mut simulation = Simulation::new(run.clone()).unwrap();
    simulation.run_until(Time(at.0 - 1));
    assert!(expectation.check(&simulation).is_err());
    simulation.run_until(*at);
    assert_eq!(expectation.check(&simulation), Ok(()));
}

#[test]
fn an_expectation_counts_only_within_its_time_limit() {
    let begin = |end: u64| Time(0)..=Time::from_millis(end);
    let too_early = finished(expectation(&[THREE], 0..20, "leader B in term 1", begin(10)));
    assert!(too_early.finding().is_none());
    assert_eq!(too_early.tally().runs, 20);
    // Every node is a follower at first; a leader exists later.
    let late = Time::from_millis(900)..=Time::from_millis(1000);
    let late = finished(expectation(&[THREE], 0..20, "no leader", late));
    assert!(late.finding().is_none());
    let from_the_beginning = finished(expectation(&[THREE], 0..20, "no leader", begin(1000)));
    let finding = from_the_beginning.finding().unwrap();
    assert!(matches!(finding.evidence, Evidence::Expectation { at: Time(0), .. }));
}

#[test]
fn every_script_is_tried_before_the_next_seed() {
    let wanted = "leader D in term 1"; // which a cluster of three nodes does not have
    let search = finished(expectation(&[THREE, FIVE], 0..100, wanted, at_any_time()));
    let finding = search.finding().unwrap();
    assert_eq!(finding.script, 1);
    assert_eq!(search.tally().runs, 2 * finding.seed + 2);
}

#[test]
fn a_failing_script_is_checked_only_up_to_its_failure() {
    let impatient = "nodes 3\nuntil leader A within 5ms\nend after 1000ms\n";
    let search = finished(expectation(&[impatient], 0..5, "leader", at_any_time()));
    assert!(search.finding().is_none());
    assert_eq!(search.tally().simulated, Micros::from_millis(5 * 5));
}

#[test]
fn a_violation_is_found_in_a_variation_of_a_scenario() {
    let script: Script = FIVE.parse().unwrap();
    let mut without_rule = script.clone();
    without_rule.scenario.waived = RuleSet::EMPTY.with(Rule::CountGrantedVotes);
    let space = Space::Variations { scripts: vec![script, without_rule], seeds: 0..500 };
    let target = Target::Violation(Property::ElectionSafety);
    let search = finished(Query { space, target });
    let finding = search.finding().unwrap();
    assert_eq!(finding.script, 1);
    let Evidence::Violation { run, violations, until } = &finding.evidence else { panic!() };
    assert_eq!(run.seed, finding.seed);
    let mut simulation = Simulation::new(run.clone()).unwrap();
    simulation.run_until(*until);
    assert_eq!(simulation.violations(), violations);
}

#[test]
fn a_trial_can_be_searched_for_an_expectation() {
    let Target::Expectation { expectation, .. } =
        expectation(&[THREE], 0..1, "leader", at_any_time()).target
    else {
        panic!()
    };
    let during = Time(0)..=Time::from_millis(20_000);
    let query = Query {
        space: Space::Trials { seeds: 0..10, faults: FaultConfig::default() },
        target: Target::Expectation { expectation: expectation.clone(), during },
    };
    let search = finished(query);
    let Evidence::Expectation { run, at } = &search.finding().unwrap().evidence else { panic!() };
    let mut simulation = Simulation::new(run.clone()).unwrap();
    simulation.run_until(*at);
    assert_eq!(expectation.check(&simulation), Ok(()));
}

#[test]
fn a_panic_counts_as_a_finding() {
    let mut search = Search::new(uncounted_votes(0..1)).unwrap();
    let attempt = search.next_attempt().unwrap();
    search.settle(attempt.panicked("out of bounds".to_owned()));
    assert_eq!(search.progress(), Progress::Finished);
    let evidence = &search.finding().unwrap().evidence;
    assert_eq!(*evidence, Evidence::Panic("out of bounds".to_owned()));
}

#[test]
fn an_empty_search_finishes_and_an_impossible_scenario_is_an_error() {
    let mut search = Search::new(uncounted_votes(5..5)).unwrap();
    assert!(search.query().space.is_empty());
    assert_eq!(search.advance(0), Progress::Finished);
    let mut script: Script = THREE.parse().unwrap();
    script.scenario.nodes = 0;
    let space = Space::Variations { scripts: vec![script], seeds: 0..1 };
    let error = Search::new(Query { space, target: Target::AnyViolation }).unwrap_err();
    assert!(error.to_string().contains("nodes: 0 is not from 1 to 9"), "{error}");
}

#[test]
fn a_mutant_is_found_by_its_property() {
    let mutant = Mutant::ALL.iter().find(|mutant| mutant.key == "6a").unwrap();
    let space = Space::Trials { seeds: 0..200, faults: FaultConfig::from(Some(*mutant)) };
    let search = finished(Query { space, target: Target::Violation(mutant.violates) });
    let Evidence::Violation { violations, .. } = &search.finding().unwrap().evidence else {
        panic!()
    };
    assert_eq!(violations.last().unwrap().property(), mutant.violates);
}
