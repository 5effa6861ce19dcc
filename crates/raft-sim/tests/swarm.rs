//! Whole trials from seeds: a correct cluster violates no property, and known bugs do.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use raft_sim::swarm::{Mutant, TRIAL, trial};
use raft_sim::{Simulation, Time};

/// The number of seeds in every test run. `raft-lab fuzz` tries more.
const SEEDS: u64 = 4000;

#[test]
fn no_seed_violates_a_property() {
    let next = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= SEEDS {
                        return;
                    }
                    let trial = trial(seed, None, None);
                    assert_eq!(trial.violations, [], "seed {seed}");
                    assert!(trial.simulated >= Time(TRIAL.0), "seed {seed}");
                }
            });
        }
    });
}

#[test]
fn a_trial_is_reproduced_by_its_run() {
    for seed in 0..20 {
        let first = trial(seed, None, None);
        assert_eq!(first, trial(seed, None, None), "seed {seed}");
        let mut replay = Simulation::new(first.run.clone()).expect("what was done can be done");
        replay.run_until(first.simulated);
        assert_eq!(replay.violations(), first.violations, "seed {seed}");
        assert_eq!(replay.events(), first.events, "seed {seed}");
    }
}

/// `raft-lab mutants` tests those that show only after thousands of seeds.
#[test]
fn each_mutant_violates_its_property() {
    const RARE: [&str; 6] = ["4", "10", "18", "19", "21a", "22a"];
    for mutant in Mutant::ALL.iter().filter(|mutant| !RARE.contains(&mutant.key)) {
        let found = (0..400).any(|seed| {
            trial(seed, Some(*mutant), Some(mutant.violates)).violates(mutant.violates)
        });
        assert!(found, "{}: {}", mutant.key, mutant.name);
    }
}

#[test]
fn a_mutant_without_its_bug_does_not_violate_its_property() {
    for mutant in Mutant::ALL {
        for seed in 0..40 {
            let trial = trial(seed, Some(mutant.without_bug()), Some(mutant.violates));
            assert!(!trial.violates(mutant.violates), "{}: seed {seed}", mutant.key);
        }
    }
}
