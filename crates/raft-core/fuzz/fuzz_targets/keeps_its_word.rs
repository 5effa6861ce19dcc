//! A node on a disk that it wrote itself keeps its word, whatever it is told.
#![no_main]

#[path = "../../tests/cluster/any.rs"]
#[allow(dead_code, reason = "each target uses a part of it")]
mod any;
#[path = "../../tests/cluster/victim.rs"]
mod victim;

use any::Draws;
use libfuzzer_sys::fuzz_target;
use victim::Victim;

fuzz_target!(|bytes: &[u8]| {
    let mut draws = Draws::new(bytes);
    let mut victim = Victim::new(draws.config());
    victim.suffer(&mut draws);
});
