//! One seed, many streams: each concern draws from its own, so that adding a fault to a run does
//! not reshuffle the rest of it.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use raft_core::{Micros, TimerRange};

/// What a stream of random numbers is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Concern {
    /// How long a node's timers run.
    Timers = 1,
    /// How long messages take on a link.
    Latency = 2,
    /// Which messages a link loses, and where.
    Loss = 3,
}

/// A stream of random numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// The stream of a run for one concern of one thing, named by two numbers.
    pub(crate) fn new(seed: u64, concern: Concern, which: (u32, u32)) -> Self {
        // Each seeding passes through SplitMix64, so neighbouring names give unrelated streams.
        let name = (concern as u64) << 56 ^ u64::from(which.0) << 28 ^ u64::from(which.1);
        let mut of_run = Xoshiro256PlusPlus::seed_from_u64(seed);
        Self(Xoshiro256PlusPlus::seed_from_u64(of_run.next_u64() ^ name))
    }

    /// A number from 0 to `last`, both included.
    pub(crate) fn up_to(&mut self, last: u64) -> u64 {
        let product = u128::from(self.0.next_u64()) * (u128::from(last) + 1);
        u64::try_from(product >> 64).unwrap_or(last)
    }

    /// A span from a range, both ends included.
    pub(crate) fn span(&mut self, range: &TimerRange) -> Micros {
        Micros(range.min.0 + self.up_to(range.max.0.saturating_sub(range.min.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_of_different_things_differ_and_the_same_one_repeats() {
        let draw = |seed, concern, which| {
            let mut stream = Stream::new(seed, concern, which);
            [stream.up_to(1 << 40), stream.up_to(1 << 40)]
        };
        let one = draw(7, Concern::Timers, (0, 0));
        assert_eq!(one, draw(7, Concern::Timers, (0, 0)));
        assert_ne!(one, draw(7, Concern::Timers, (1, 0)));
        assert_ne!(one, draw(7, Concern::Latency, (0, 0)));
        assert_ne!(one, draw(8, Concern::Timers, (0, 0)));
    }

    #[test]
    fn a_span_stays_within_its_range_and_reaches_both_ends() {
        let mut stream = Stream::new(1, Concern::Timers, (0, 0));
        let range = TimerRange { min: Micros(3), max: Micros(5) };
        let drawn: std::collections::BTreeSet<_> =
            (0..100).map(|_| stream.span(&range).0).collect();
        assert_eq!(drawn, [3, 4, 5].into());
    }
}
