//! The settings of a link.

use core::fmt;

use raft_core::Micros;
use serde::{Deserialize, Serialize};

use crate::notation::{Permille, Span};
use crate::random::Stream;

/// The settings of one direction of a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LinkConfig {
    /// The minimum latency of a message.
    pub latency: Micros,
    /// The maximum of a uniformly distributed extra latency.
    pub jitter: Micros,
    /// The mean of an exponentially distributed extra latency.
    pub tail: Micros,
    /// How many of a thousand messages are lost at random.
    pub loss_permille: u16,
    /// How many of a thousand messages arrive twice.
    pub duplicate_permille: u16,
    /// How many of a thousand messages take five times as long, so that later ones overtake them.
    pub reorder_permille: u16,
    /// The bandwidth in bytes per second; `None` means unlimited.
    pub bandwidth: Option<u64>,
}

impl Default for LinkConfig {
    /// 20 to 24 ms, without loss.
    fn default() -> Self {
        Self {
            latency: Micros::from_millis(20),
            jitter: Micros::from_millis(4),
            tail: Micros(0),
            loss_permille: 0,
            duplicate_permille: 0,
            reorder_permille: 0,
            bandwidth: None,
        }
    }
}

impl LinkConfig {
    /// The latency of the next message, without its transmission time.
    pub(crate) fn travel(&self, draws: &mut Stream) -> Micros {
        let Self { latency, jitter, tail, reorder_permille, .. } = *self;
        let mut travel = latency.0.saturating_add(draws.up_to(jitter.0));
        if tail > Micros(0) {
            travel = travel.saturating_add(draws.exponential(tail).0);
        }
        if reorder_permille > 0 && draws.up_to(999) < u64::from(reorder_permille) {
            travel = travel.saturating_mul(5);
        }
        Micros(travel)
    }

    /// The transmission time of this many bytes.
    pub(crate) fn on_wire(&self, bytes: usize) -> Micros {
        let per_second = self.bandwidth.unwrap_or(u64::MAX);
        Micros((bytes as u64).saturating_mul(1_000_000) / per_second)
    }
}

impl fmt::Display for LinkConfig {
    /// Writes the form that scenarios use, without the optional parts that are zero or unlimited.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "latency {} jitter {}", Span(self.latency), Span(self.jitter))?;
        if self.tail > Micros(0) {
            write!(f, " tail {}", Span(self.tail))?;
        }
        let shares = [
            ("loss", self.loss_permille),
            ("duplicate", self.duplicate_permille),
            ("reorder", self.reorder_permille),
        ];
        for (name, share) in shares.into_iter().filter(|(_, share)| *share > 0) {
            write!(f, " {name} {}", Permille(share))?;
        }
        match self.bandwidth {
            Some(bandwidth) => write!(f, " bandwidth {bandwidth}"),
            None => Ok(()),
        }
    }
}
