//! Settings that are right together, but stall or are of little use in well-known networks.

use core::fmt;

use raft_core::{Micros, ReadMode};

use crate::notation::Span;
use crate::scenario::Scenario;

/// Something worth knowing about a setting that is not wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// The setting, by its name in scripts.
    pub setting: &'static str,
    /// What to know about it, in one sentence with its full stop.
    pub sentence: String,
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.setting, self.sentence)
    }
}

impl Scenario {
    /// What is worth knowing about these settings. What cannot be right at all is refused by
    /// [`Scenario::check`].
    pub fn advice(&self) -> Vec<Advice> {
        let found = [
            ("pre-vote", self.bridge()),
            ("election-timeout", self.equal_timeouts().or_else(|| self.slow_answers())),
            ("reads", self.short_lease()),
        ];
        let told =
            |(setting, sentence): (_, Option<_>)| Some(Advice { setting, sentence: sentence? });
        found.into_iter().filter_map(told).collect()
    }

    /// A leader that only one node hears stays for ever: that node refuses to support the others,
    /// and the leader does not notice that it has lost its majority (diss. §6.2).
    fn bridge(&self) -> Option<String> {
        (self.pre_vote && !self.check_quorum && self.nodes > 2).then(|| {
            "Without check-quorum, a leader that reaches no majority never steps down, and a node \
             that still hears it refuses to support a new one: one bad link can stall the cluster."
                .to_owned()
        })
    }

    /// Nodes that wait equally long start their elections together (§9.3).
    fn equal_timeouts(&self) -> Option<String> {
        let range = self.election_timeout;
        (range.min == range.max && self.nodes > 1).then(|| {
            format!(
                "Every node waits exactly {}, so elections may split again and again.",
                Span(range.min)
            )
        })
    }

    /// An election is lost if the votes come too late (§5.6).
    fn slow_answers(&self) -> Option<String> {
        let there_and_back = self.network.latency.0.saturating_mul(2);
        let takes = Micros(there_and_back.saturating_add(self.disk_latency.0));
        (takes >= self.election_timeout.min && self.nodes > 1).then(|| {
            format!(
                "A request, a disk write and the answer take {} or more: votes may come too late, \
                 and elections begin again.",
                Span(takes)
            )
        })
    }

    /// A lease that ends before the next heartbeat renews it helps few reads.
    fn short_lease(&self) -> Option<String> {
        let ReadMode::Lease { drift_permille } = self.reads else { return None };
        let left = u64::from(1000_u16.saturating_sub(drift_permille));
        let lease = Micros(self.election_timeout.min.0 / 1000 * left);
        (lease <= self.heartbeat_interval).then(|| {
            format!(
                "The lease lasts {}, no longer than the heartbeat interval that renews it, so many \
                 reads must wait for a round.",
                Span(lease)
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use raft_core::TimerRange;

    use super::*;

    fn told(scenario: &Scenario) -> Vec<&'static str> {
        assert_eq!(scenario.check(), Ok(()));
        scenario.advice().into_iter().map(|advice| advice.setting).collect()
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
