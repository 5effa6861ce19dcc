//! A node keeps its invariants for any sequence of inputs if its disk contains only its own writes.
#![no_main]

#[path = "../../tests/cluster/generators.rs"]
#[allow(dead_code, reason = "each target uses a part of it")]
mod generators;
#[path = "../../tests/cluster/single_node_model.rs"]
mod single_node_model;

use generators::Draws;
use libfuzzer_sys::fuzz_target;
use single_node_model::SingleNodeModel;

fuzz_target!(|bytes: &[u8]| {
    let mut draws = Draws::new(bytes);
    let mut model = SingleNodeModel::new(draws.config());
    model.run(&mut draws);
});
