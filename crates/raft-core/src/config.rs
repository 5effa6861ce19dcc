//! A node's configuration, and which settings contradict each other.

use core::fmt;

use crate::quorum::{Membership, QuorumSize};
use crate::rules::{Rule, RuleSet};
use crate::types::{Micros, NodeId, TimerRange};

/// The configuration of a node. All nodes of a cluster should have the same; [`Config::check`]
/// finds settings that contradict each other.
///
/// By default a node runs the protocol of the paper. Each extension from the dissertation is
/// switched on separately.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Config {
    /// The members of the cluster until the log or the snapshot contains a membership. Empty for
    /// nodes that join later.
    pub initial: Membership,
    /// How long a follower or candidate waits before it starts an election (§5.2, §9.3).
    pub election_timeout: TimerRange,
    /// How often a leader sends heartbeats (§5.2). Well below the election timeout (§5.6).
    pub heartbeat_interval: Micros,
    /// The maximum number of entries in one AppendEntries.
    pub max_entries_per_message: usize,
    /// The maximum number of command bytes in one AppendEntries, which always holds at least one
    /// entry.
    pub max_bytes_per_message: usize,
    /// The maximum number of AppendEntries in flight to one follower (diss. §10.2.2).
    pub max_in_flight: usize,
    /// The maximum number of snapshot bytes in one InstallSnapshot (§7).
    pub snapshot_chunk: usize,
    /// Whether a node runs a pre-vote before an election (diss. §9.6).
    pub pre_vote: bool,
    /// Whether a leader steps down if it hears from no quorum for an election timeout, and nodes
    /// that hear a leader refuse to vote against it (diss. §6.2, §4.2.3).
    pub check_quorum: bool,
    /// How a leader confirms its leadership before it answers a read.
    pub reads: ReadMode,
    /// What a node that is not the leader does with client requests (§8).
    pub requests: RequestMode,
    /// How many of a set of voters form a quorum.
    pub quorum: QuorumSize,
    /// The waived rules; empty for a safe cluster.
    pub waived: RuleSet,
}

/// How a leader confirms its leadership before it answers a read (diss. §6.4).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ReadMode {
    /// With a round of heartbeats for each batch of reads.
    #[default]
    Round,
    /// With the last round, for as long as no other leader can have been elected since (diss.
    /// §6.4.1). Needs [`Config::check_quorum`] and a bound on clock drift.
    Lease {
        /// How far two clocks may drift apart during an election timeout, in thousandths of it.
        drift_permille: u16,
    },
}

/// What a node that is not the leader does with client requests (§8).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum RequestMode {
    /// It answers with the leader that it knows.
    #[default]
    Redirect,
    /// It forwards the request to the leader that it knows, and returns the answer.
    Forward,
}

impl Config {
    /// The paper's protocol and timings (150–300 ms, a heartbeat every 50 ms) for these voters.
    pub fn new(voters: impl IntoIterator<Item = NodeId>) -> Self {
        Self {
            initial: Membership::of(voters),
            election_timeout: TimerRange {
                min: Micros::from_millis(150),
                max: Micros::from_millis(300),
            },
            heartbeat_interval: Micros::from_millis(50),
            max_entries_per_message: 64,
            max_bytes_per_message: 1 << 20,
            max_in_flight: 64,
            snapshot_chunk: 64 << 10,
            pre_vote: false,
            check_quorum: false,
            reads: ReadMode::Round,
            requests: RequestMode::Redirect,
            quorum: QuorumSize::Majority,
            waived: RuleSet::EMPTY,
        }
    }
}

/// Why a configuration is invalid: each variant says which settings contradict each other and what
/// would happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadConfig {
    /// The range of election timeouts is empty or begins at zero.
    ElectionTimeout(TimerRange),
    /// The heartbeat interval is zero, so a leader would send heartbeats without a pause.
    NoHeartbeatInterval,
    /// Messages may carry no entries, or no message may be in flight, so nothing could be
    /// replicated.
    NoEntries,
    /// The heartbeat interval is not shorter than the election timeout (§5.2, §5.6).
    HeartbeatTooSlow {
        /// The shortest election timeout.
        election_timeout: Micros,
        /// The heartbeat interval.
        heartbeat_interval: Micros,
    },
    /// A lease that allows this much drift has no time left (diss. §6.4.1).
    LeaseWithoutTime {
        /// The drift, in thousandths of an election timeout.
        drift_permille: u16,
    },
    /// Leaders read under a lease, but followers may elect another leader before it ends (diss.
    /// §6.4.1 needs §4.2.3).
    LeaseWithoutCheckQuorum,
}

impl Config {
    /// Checks whether the settings fit together. A driver should call this before it boots a node:
    /// the node itself does not check its configuration.
    ///
    /// A configuration that waives [`Rule::LeaderAlive`] may have a lease without
    /// [`Config::check_quorum`]: it is meant to show the stale reads that follow.
    ///
    /// # Errors
    /// The first combination of settings that contradict each other.
    pub fn check(&self) -> Result<(), BadConfig> {
        let TimerRange { min, max } = self.election_timeout;
        if min.0 == 0 || min > max {
            return Err(BadConfig::ElectionTimeout(self.election_timeout));
        }
        if self.heartbeat_interval.0 == 0 {
            return Err(BadConfig::NoHeartbeatInterval);
        }
        if self.max_entries_per_message == 0 || self.max_in_flight == 0 {
            return Err(BadConfig::NoEntries);
        }
        if self.heartbeat_interval >= min {
            return Err(BadConfig::HeartbeatTooSlow {
                election_timeout: min,
                heartbeat_interval: self.heartbeat_interval,
            });
        }
        let ReadMode::Lease { drift_permille } = self.reads else { return Ok(()) };
        if drift_permille >= 1000 {
            return Err(BadConfig::LeaseWithoutTime { drift_permille });
        }
        if !self.check_quorum && !self.waived.contains(Rule::LeaderAlive) {
            return Err(BadConfig::LeaseWithoutCheckQuorum);
        }
        Ok(())
    }
}

impl fmt::Display for BadConfig {
    /// Writes one sentence without a full stop, with the names that settings have in scenarios.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::ElectionTimeout(TimerRange { min, max }) => {
                write!(
                    f,
                    "election-timeout: {} to {} µs is no range of waiting times",
                    min.0, max.0
                )
            }
            Self::NoHeartbeatInterval => f.write_str("heartbeat-interval: must be more than 0 µs"),
            Self::NoEntries => {
                f.write_str("max-entries-per-message and max-in-flight must be more than 0")
            }
            Self::HeartbeatTooSlow { election_timeout, heartbeat_interval } => write!(
                f,
                "heartbeat-interval: {} is not shorter than the election timeout, {}, so followers \
                 would start elections although their leader is alive",
                Span(heartbeat_interval),
                Span(election_timeout),
            ),
            Self::LeaseWithoutTime { drift_permille } => write!(
                f,
                "reads: a lease that allows {} % clock drift has no time left: the drift must be \
                 less than 100 %",
                drift_permille / 10
            ),
            Self::LeaseWithoutCheckQuorum => f.write_str(
                "reads: a lease needs check-quorum on, or followers elect a new leader before the \
                 lease ends and reads are stale (to see that, waive leader-alive)",
            ),
        }
    }
}

impl core::error::Error for BadConfig {}

/// A time, in milliseconds if it is a whole number of them.
struct Span(Micros);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.0 {
            micros if micros % 1000 == 0 => write!(f, "{} ms", micros / 1000),
            micros => write!(f, "{micros} µs"),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn usual() -> Config {
        Config::new((0..3).map(NodeId))
    }

    #[test]
    fn default_settings_and_a_lease_with_check_quorum_are_valid() {
        let reads = ReadMode::Lease { drift_permille: 999 };
        let lease = Config { reads, check_quorum: true, ..usual() };
        assert_eq!((usual().check(), lease.check()), (Ok(()), Ok(())));
    }

    #[test]
    fn a_lease_without_check_quorum_needs_the_waived_rule() {
        let reads = ReadMode::Lease { drift_permille: 100 };
        let lease = Config { reads, ..usual() };
        assert_eq!(lease.check(), Err(BadConfig::LeaseWithoutCheckQuorum));
        let waived = RuleSet::EMPTY.with(Rule::LeaderAlive);
        assert_eq!(Config { waived, ..lease }.check(), Ok(()));
    }

    #[test]
    fn a_lease_and_a_heartbeat_must_fit_in_the_election_timeout() {
        let reads = ReadMode::Lease { drift_permille: 1000 };
        let endless = Config { reads, check_quorum: true, ..usual() };
        assert_eq!(endless.check(), Err(BadConfig::LeaseWithoutTime { drift_permille: 1000 }));
        for millis in [150, 400] {
            let slow = Config { heartbeat_interval: Micros::from_millis(millis), ..usual() };
            let told = slow.check().unwrap_err().to_string();
            let wanted = "ms is not shorter than the election timeout, 150 ms";
            assert!(told.contains(wanted), "{told}");
        }
        let just = Config { heartbeat_interval: Micros(149_999), ..usual() };
        assert_eq!(just.check(), Ok(()));
    }
}
