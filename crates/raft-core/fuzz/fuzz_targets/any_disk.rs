//! A node boots repeatedly, from any disk or from its own writes, with or without waived rules, and
//! never panics on any input.
#![no_main]

#[path = "../../tests/cluster/generators.rs"]
mod generators;

use std::sync::Arc;

use generators::Draws;
use libfuzzer_sys::fuzz_target;
use raft_core::{Incarnation, LocalTime, Node, NodeId, Step, WriteNumber};

const ME: NodeId = NodeId(0);

fuzz_target!(|bytes: &[u8]| {
    let mut draws = Draws::new(bytes);
    let mut config = draws.config();
    if draws.happens() {
        (config.waived, config.quorum) = (draws.waived(), draws.quorum());
    }
    let config = Arc::new(config);
    let (mut disk, mut now, mut names) = (draws.disk(), LocalTime(0), 0);
    let mut incarnation = Incarnation(0);
    while !draws.is_over() {
        incarnation.0 += 1;
        let booted = Node::boot(ME, incarnation, Arc::clone(&config), disk.clone(), now);
        let Ok((mut node, _)) = booted else {
            disk = draws.disk();
            continue;
        };
        let (mut written, mut step) = (WriteNumber::default(), Step::default());
        while !draws.is_over() && !draws.rarely(64) {
            (draws.term, draws.last) = (node.term(), node.log().last());
            let count = 1 + draws.byte() % 3;
            let inputs: Vec<_> = (0..count).map(|_| draws.input(&mut names, written)).collect();
            node.step_into(inputs, now, &mut step);
            if let Some(write) = step.write.take() {
                disk.apply(&write);
                written = write.number;
            }
            now.0 = now.0.saturating_add(draws.pause().0);
        }
        if draws.happens() {
            disk = draws.disk();
        }
    }
});
