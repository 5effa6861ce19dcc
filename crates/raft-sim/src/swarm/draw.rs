//! Draws the plan of a trial.

use raft_core::{Micros, ReadMode, RequestMode, TimerRange};

use super::mutants::Mutant;
use super::plan::{Faults, Plan};
use crate::link_config::LinkConfig;
use crate::random::{Concern, Stream};
use crate::scenario::{MAX_NODES, Scenario};

/// Draws random values for a plan.
#[derive(Debug)]
pub(super) struct Dice(Stream);

impl Dice {
    pub(super) fn new(stream: Stream) -> Self {
        Self(stream)
    }

    /// True with this probability in percent.
    pub(super) fn percent(&mut self, chance: u64) -> bool {
        self.0.up_to(99) < chance
    }

    /// A number of the range, both ends included.
    pub(super) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.0.up_to(most.saturating_sub(least))
    }

    /// A small number of the range, both ends included.
    pub(super) fn between_u32(&mut self, least: u32, most: u32) -> u32 {
        u32::try_from(self.between(least.into(), most.into())).unwrap_or(most)
    }

    /// A small number of the range, both ends included.
    pub(super) fn between_u16(&mut self, least: u16, most: u16) -> u16 {
        u16::try_from(self.between(least.into(), most.into())).unwrap_or(most)
    }

    /// An index in a list of this length.
    pub(super) fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.0.up_to((length as u64).saturating_sub(1))).unwrap_or_default()
    }

    /// One of several values.
    pub(super) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.place(choices.len())]
    }

    /// A positive duration with this mean.
    pub(super) fn interval(&mut self, mean: Micros) -> Micros {
        Micros(self.0.exponential(mean).0.clamp(1000, mean.0.saturating_mul(5)))
    }

    /// Zero half of the time, else up to `most` thousandths.
    fn share(&mut self, most: u16) -> u16 {
        if self.percent(50) { 0 } else { self.between_u16(1, most) }
    }
}

impl Plan {
    /// Draws the plan of a seed. A mutant gets everything that its bug needs to show.
    pub(super) fn draw(seed: u64, mutant: Option<Mutant>) -> Self {
        let mut dice = Dice::new(Stream::new(seed, Concern::Swarm, (0, 0)));
        let mut plan = Self {
            scenario: scenario(&mut dice),
            faults: faults(&mut dice),
            fault_interval: Micros::from_millis(dice.between(100, 1500)),
            request_interval: Micros::from_millis(dice.between(20, 400)),
            keys: dice.between(1, 3),
            clock_error_permille: 500,
            stable: false,
        };
        // Drawn last, so that it does not change the other draws.
        plan.faults.slow_links = dice.percent(30);
        if let Some(mutant) = mutant {
            mutant.provide(&mut plan);
        }
        let scenario = &mut plan.scenario;
        // A removed node that does not know of its removal starts elections again and again. The
        // cluster works only if nodes that hear a leader ignore these (§6, diss. §4.2.3).
        scenario.check_quorum |= plan.faults.reconfigurations || plan.faults.replacements;
        if let ReadMode::Lease { drift_permille } = scenario.reads {
            scenario.check_quorum = true;
            // Two clocks with opposite errors stay within the drift bound.
            plan.clock_error_permille = drift_permille * 2 / 5;
        }
        plan.stable = scenario.pre_vote;
        if let Some(mutant) = mutant {
            mutant.apply_to(&mut plan);
        }
        plan
    }
}

fn scenario(dice: &mut Dice) -> Scenario {
    let nodes = dice.one_of(&[1, 2, 3, 3, 3, 3, 4, 5, 5, 5, 6, 7]);
    let timeout = dice.one_of(&[150, 150, 150, 80, 300]);
    let most = timeout + dice.between(timeout / 2, timeout);
    let quick = dice.percent(50);
    // One entry per message and one message at a time would be too slow for the workload.
    let (max_entries_per_message, max_in_flight) =
        dice.one_of(&[(1, 8), (1, 64), (2, 64), (5, 1), (5, 2), (64, 1), (64, 64), (64, 64)]);
    let latency = if quick { dice.between(0, 4) } else { dice.between(1, timeout / 8) };
    Scenario {
        nodes,
        spares: dice.between_u32(0, 3).min(MAX_NODES - nodes),
        clients: dice.between_u32(1, 3),
        election_timeout: TimerRange {
            min: Micros::from_millis(timeout),
            max: Micros::from_millis(most),
        },
        heartbeat_interval: Micros::from_millis(dice.between(timeout / 6, timeout / 3)),
        max_entries_per_message,
        max_in_flight,
        snapshot_chunk: dice.one_of(&[128, 1024, 64 << 10]),
        compact_after: dice.percent(50).then(|| dice.between(2, 40)),
        pre_vote: dice.percent(50),
        check_quorum: dice.percent(50),
        reads: if dice.percent(30) {
            ReadMode::Lease { drift_permille: 100 }
        } else {
            ReadMode::Round
        },
        requests: dice.one_of(&[RequestMode::Redirect, RequestMode::Forward]),
        network: LinkConfig {
            latency: Micros::from_millis(latency),
            jitter: Micros::from_millis(dice.between(0, latency)),
            tail: Micros::from_millis(if dice.percent(30) { dice.between(1, 20) } else { 0 }),
            loss_permille: dice.share(150),
            duplicate_permille: dice.share(100),
            reorder_permille: dice.share(100),
            bandwidth: dice.percent(10).then(|| dice.between(20_000, 500_000)),
        },
        disk_latency: Micros(dice.between(100, 8000)),
        disk_jitter: Micros(dice.between(0, 4000)),
        torn_permille: dice.share(1000),
        client_patience: Micros::from_millis(dice.between(200, 800)),
        ..Scenario::default()
    }
}

fn faults(dice: &mut Dice) -> Faults {
    Faults {
        cuts: dice.percent(50),
        partitions: dice.percent(50),
        stalls: dice.percent(30),
        crashes: dice.percent(60),
        freezes: dice.percent(30),
        lost_disks: dice.percent(15),
        clocks: dice.percent(30),
        timeouts: dice.percent(40),
        transfers: dice.percent(30),
        reconfigurations: dice.percent(30),
        snapshots: dice.percent(20),
        slow_links: false,
        replacements: false,
        isolated_transfers: false,
    }
}
