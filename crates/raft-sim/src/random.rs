//! One seed, many random streams: each concern has its own, so that adding a fault to a run does
//! not change its other draws.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use raft_core::{Micros, TimerRange};

/// The purpose of a random stream.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Concern {
    /// The durations of a node's timers.
    Timers = 1,
    /// The latencies of a link.
    Latency = 2,
    /// Which messages a link loses, and where.
    Loss = 3,
    /// Which messages a link duplicates, and the latency of the copies.
    Duplication = 4,
    /// The durations of a disk's writes, and what a crash leaves of them.
    Disk = 5,
    /// The plan of a trial.
    Swarm = 6,
    /// The faults of a trial and their times.
    Nemesis = 7,
    /// The operations of clients.
    Workload = 8,
}

/// A stream of random numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// The stream for one concern of one object, which two numbers identify.
    pub(crate) fn new(seed: u64, concern: Concern, which: (u32, u32)) -> Self {
        // Seeding applies SplitMix64, so similar names give unrelated streams.
        let name = (concern as u64) << 56 ^ u64::from(which.0) << 28 ^ u64::from(which.1);
        let mut of_run = Xoshiro256PlusPlus::seed_from_u64(seed);
        Self(Xoshiro256PlusPlus::seed_from_u64(of_run.next_u64() ^ name))
    }

    /// A number from 0 to `last`, both included.
    pub(crate) fn up_to(&mut self, last: u64) -> u64 {
        let product = u128::from(self.0.next_u64()) * (u128::from(last) + 1);
        u64::try_from(product >> 64).unwrap_or(last)
    }

    /// A duration from an exponential distribution with this mean, at most 44 times the mean.
    ///
    /// It is `-ln u`, computed as `-log2 u` times `ln 2`. The fraction of the logarithm is
    /// interpolated linearly, which is off by less than 0.09 and needs no floating point.
    pub(crate) fn exponential(&mut self, mean: Micros) -> Micros {
        const LN_2_PERMYRIAD: u64 = 6931;
        let drawn = self.0.next_u64() | 1;
        let zeros = drawn.leading_zeros();
        let fraction = u128::from(drawn << zeros << 1); // of 2^64, in the octave below its top
        let log2 = (u128::from(zeros + 1) << 64) - fraction;
        // In units of 2^-32 now, and at most 64: a 128-bit division would add a kilobyte of code to
        // the page.
        let log2 = u64::try_from(log2 >> 32).unwrap_or(u64::MAX);
        let factor = log2.saturating_mul(LN_2_PERMYRIAD) / 10_000;
        let scaled = (u128::from(factor) * u128::from(mean.0)) >> 32;
        Micros(u64::try_from(scaled).unwrap_or(u64::MAX))
    }

    /// A duration from a range, both ends included.
    pub(crate) fn span(&mut self, range: &TimerRange) -> Micros {
        Micros(range.min.0 + self.up_to(range.max.0.saturating_sub(range.min.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_concern_and_repeat_by_seed() {
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
    fn exponential_durations_have_their_mean_and_a_long_tail() {
        let mut stream = Stream::new(1, Concern::Latency, (0, 0));
        let drawn: Vec<u64> = (0..100_000).map(|_| stream.exponential(Micros(10_000)).0).collect();
        let mean = drawn.iter().sum::<u64>() / drawn.len() as u64;
        assert!((9_300..=10_700).contains(&mean), "{mean}");
        // e^-1 of them exceed the mean, e^-3 three times the mean.
        let beyond = |least: u64| drawn.iter().filter(|span| **span > least).count();
        assert!((34_000..=40_000).contains(&beyond(10_000)), "{}", beyond(10_000));
        assert!((4_000..=6_000).contains(&beyond(30_000)), "{}", beyond(30_000));
    }

    #[test]
    fn timer_draws_cover_their_range() {
        let mut stream = Stream::new(1, Concern::Timers, (0, 0));
        let range = TimerRange { min: Micros(3), max: Micros(5) };
        let drawn: std::collections::BTreeSet<_> =
            (0..100).map(|_| stream.span(&range).0).collect();
        assert_eq!(drawn, [3, 4, 5].into());
    }
}
