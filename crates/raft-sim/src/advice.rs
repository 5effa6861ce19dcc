//! Advice about settings that are valid, but may stall the cluster or are of little use.

use core::fmt;

use raft_core::{Micros, ReadMode};

use crate::notation::Span;
use crate::scenario::Scenario;

/// What a user should know about a setting that is valid. [`Display`](fmt::Display) writes the
/// setting's name in scripts and a sentence with its full stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Advice {
    /// Pre-vote is on and check-quorum is off. A leader that only one node hears then stays leader:
    /// that node refuses to support the others, and the leader does not notice that it has lost
    /// its majority (diss. §6.2).
    LeaderWithoutMajority,
    /// All nodes have this election timeout, so they start their elections together (§9.3).
    EqualTimeouts(Micros),
    /// A request for a vote, a disk write and the answer take this long, at least an election
    /// timeout, so votes may come too late (§5.6).
    SlowVotes(Micros),
    /// A lease lasts this long, no longer than the heartbeat interval that renews it.
    ShortLease(Micros),
}

impl Advice {
    /// The setting that it is about, by its name in scripts.
    pub fn setting(self) -> &'static str {
        match self {
            Self::LeaderWithoutMajority => "pre-vote",
            Self::EqualTimeouts(_) | Self::SlowVotes(_) => "election-timeout",
            Self::ShortLease(_) => "reads",
        }
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.setting())?;
        match *self {
            Self::LeaderWithoutMajority => f.write_str(
                "Without check-quorum, a leader that reaches no majority does not step down by \
                 itself, and a node that still hears it refuses to support a new one: one bad link \
                 can stall the cluster.",
            ),
            Self::EqualTimeouts(timeout) => write!(
                f,
                "Every node waits exactly {}, so elections may split again and again.",
                Span(timeout)
            ),
            Self::SlowVotes(round_trip) => write!(
                f,
                "A request, a disk write and the answer take {} or more: votes may come too late, \
                 and elections begin again.",
                Span(round_trip)
            ),
            Self::ShortLease(lease) => write!(
                f,
                "The lease lasts {}, no longer than the heartbeat interval that renews it, so many \
                 reads must wait for a round.",
                Span(lease)
            ),
        }
    }
}

impl Scenario {
    /// Advice about these settings. [`Scenario::check`] refuses settings that are invalid.
    pub fn advice(&self) -> Vec<Advice> {
        let (several, timeout) = (self.nodes > 1, self.election_timeout);
        let stalls = self.pre_vote && !self.check_quorum && self.nodes > 2;
        let round_trip = self.network.latency.0.saturating_mul(2);
        let vote = Micros(round_trip.saturating_add(self.disk_latency.0));
        let lease = match self.reads {
            ReadMode::Round => None,
            ReadMode::Lease { drift_permille } => {
                let left = u64::from(1000_u16.saturating_sub(drift_permille));
                Some(Micros(timeout.min.0 / 1000 * left))
            }
        };
        let about_timeout = if several && timeout.min == timeout.max {
            Some(Advice::EqualTimeouts(timeout.min))
        } else {
            (several && vote >= timeout.min).then_some(Advice::SlowVotes(vote))
        };
        let short_lease = lease.filter(|lease| *lease <= self.heartbeat_interval);
        let found = [
            stalls.then_some(Advice::LeaderWithoutMajority),
            about_timeout,
            short_lease.map(Advice::ShortLease),
        ];
        found.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use raft_core::TimerRange;

    use super::*;

    fn told(scenario: &Scenario) -> Vec<&'static str> {
        assert_eq!(scenario.check(), Ok(()));
        scenario.advice().into_iter().map(Advice::setting).collect()
    }

    #[test]
    fn settings_that_may_stall_give_advice() {
        let usual = Scenario::default();
        assert!(told(&usual).is_empty());
        let polls = Scenario { pre_vote: true, ..usual.clone() };
        assert_eq!(told(&polls), ["pre-vote"]);
        assert!(told(&Scenario { check_quorum: true, ..polls.clone() }).is_empty());
        assert!(told(&Scenario { nodes: 1, ..polls }).is_empty());
        let alike = TimerRange::exactly(Micros::from_millis(150));
        assert_eq!(
            told(&Scenario { election_timeout: alike, ..usual.clone() }),
            ["election-timeout"]
        );
        let mut far = usual.clone();
        far.network.latency = Micros::from_millis(80);
        assert_eq!(told(&far), ["election-timeout"]);
        let reads = ReadMode::Lease { drift_permille: 700 };
        assert_eq!(told(&Scenario { reads, check_quorum: true, ..usual }), ["reads"]);
    }
}
