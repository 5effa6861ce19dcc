//! With any input and any disk, a node does not panic and keeps its promises.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

#[path = "cluster/generators.rs"]
mod generators;
#[path = "cluster/single_node_model.rs"]
mod single_node_model;

use std::sync::Arc;

use generators::Draws;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_core::{Disk, Incarnation, LocalTime, Node, NodeId, Term, WriteNumber};
use single_node_model::SingleNodeModel;

const ME: NodeId = single_node_model::ME;

fn bytes(length: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..length)
}

/// The same cases in every run; the fuzz target tries others.
fn many(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(2014);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(many(4000))]

    #[test]
    fn no_input_breaks_a_nodes_invariants(bytes in bytes(4000)) {
        let mut draws = Draws::new(&bytes);
        let mut model = SingleNodeModel::new(draws.config());
        model.run(&mut draws);
    }

    #[test]
    fn no_input_makes_a_node_with_waived_rules_panic(bytes in bytes(4000)) {
        let mut draws = Draws::new(&bytes);
        let mut config = draws.config();
        (config.waived, config.quorum) = (draws.waived(), draws.quorum());
        let config = Arc::new(config);
        let mut now = LocalTime(0);
        let mut disk = Disk::default();
        let mut incarnation = Incarnation(1);
        let boot = |incarnation, disk: &Disk, now| {
            Node::boot(ME, incarnation, Arc::clone(&config), disk.clone(), now)
        };
        let (mut node, _) = boot(incarnation, &disk, now).unwrap();
        let (mut names, mut written) = (0, WriteNumber::default());
        while !draws.is_over() {
            (draws.term, draws.last) = (node.term(), node.log().last());
            let step = node.step(draws.input(&mut names, written), now);
            if let Some(write) = step.write {
                disk.apply(&write);
                written = write.number;
            }
            if draws.rarely(64) {
                incarnation.0 += 1;
                match boot(incarnation, &disk, now) {
                    Ok((rebooted, _)) => (node, written) = (rebooted, WriteNumber::default()),
                    Err(_) => return Ok(()), // waived rules allow invalid writes
                }
            }
            now.0 = now.0.saturating_add(draws.pause().0);
        }
    }

    #[test]
    fn every_disk_image_boots_or_is_refused(bytes in bytes(300)) {
        let mut draws = Draws::new(&bytes);
        let (config, disk) = (Arc::new(draws.config()), draws.disk());
        let mut now = LocalTime(0);
        let booted = Node::boot(ME, Incarnation(1), config, disk.clone(), now);
        let Ok((mut node, _)) = booted else { return Ok(()) };
        prop_assert_eq!(node.term(), disk.hard_state.term);
        prop_assert!(node.log().last().term <= Term(node.term().0));
        let mut names = 0;
        while !draws.is_over() {
            (draws.term, draws.last) = (node.term(), node.log().last());
            let _ = node.step(draws.input(&mut names, WriteNumber::default()), now);
            now.0 = now.0.saturating_add(draws.pause().0);
        }
    }
}
