//! How a node is set up, and which settings cannot be right together.

use core::fmt;

use crate::quorum::{Membership, QuorumSize};
use crate::rules::{Rule, RuleSet};
use crate::types::{Micros, NodeId, TimerRange};

/// How a node is set up. All nodes of a cluster should agree on it; [`Config::check`] says whether
/// its parts fit together.
///
/// The defaults are the paper's protocol; what the dissertation adds is switched on one by one.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Config {
    /// Who belongs to the cluster as long as the log and the snapshot say nothing else. Nodes that
    /// join later begin with an empty one.
    pub initial: Membership,
    /// How long a follower or candidate waits before it stands for election (§5.2, §9.3).
    pub election_timeout: TimerRange,
    /// How often a leader lets itself be heard (§5.2). Well below the election timeout (§5.6).
    pub heartbeat_interval: Micros,
    /// How many entries one AppendEntries carries at most.
    pub max_entries_per_message: usize,
    /// How many bytes of commands one AppendEntries carries at most, but always one entry.
    pub max_bytes_per_message: usize,
    /// How many AppendEntries with entries may be on their way to one follower (diss. §10.2.2).
    pub max_in_flight: usize,
    /// How many bytes of a snapshot one InstallSnapshot carries at most (§7).
    pub snapshot_chunk: usize,
    /// Ask whether an election could be won before standing (diss. §9.6).
    pub pre_vote: bool,
    /// A leader that does not hear from a quorum for an election timeout steps down, and nobody
    /// helps to depose a leader who is alive (diss. §6.2, §4.2.3).
    pub check_quorum: bool,
    /// How a leader makes sure that it still leads before it answers a read.
    pub reads: ReadMode,
    /// What a node that does not lead does with what clients ask for (§8).
    pub requests: RequestMode,
    /// How many of a set of voters decide.
    pub quorum: QuorumSize,
    /// The rules that are switched off. None, if the cluster is to be safe.
    pub waived: RuleSet,
}

/// How a leader makes sure that it still leads before it answers a read (diss. §6.4).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ReadMode {
    /// By a round of heartbeats for each batch of reads.
    #[default]
    Round,
    /// By the last round, for as long as no other leader can have been elected since (diss.
    /// §6.4.1). Needs [`Config::check_quorum`] and clocks that keep pace.
    Lease {
        /// How far two clocks may drift apart while an election timeout passes, in thousandths of
        /// it.
        drift_permille: u16,
    },
}

/// What a node that does not lead does with what clients ask for (§8).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum RequestMode {
    /// It names the leader that it knows.
    #[default]
    Redirect,
    /// It passes the request on to the leader that it knows, and the answer back.
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

/// Why a configuration cannot be right: each says which settings disagree, and what would happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadConfig {
    /// The range of election timeouts is empty or begins at zero.
    ElectionTimeout(TimerRange),
    /// The heartbeat interval is zero, so a leader would never rest.
    NoHeartbeatInterval,
    /// Messages may carry no entries, or none may be sent, so nothing could be replicated.
    NoEntries,
    /// Heartbeats come no more often than election timers run out (§5.2, §5.6).
    HeartbeatTooSlow {
        /// The shortest election timeout.
        election_timeout: Micros,
        /// The heartbeat interval, which is not shorter.
        heartbeat_interval: Micros,
    },
    /// A lease that allows for so much drift has no time left (diss. §6.4.1).
    LeaseWithoutTime {
        /// The drift, in thousandths of an election timeout.
        drift_permille: u16,
    },
    /// Leaders read by a lease, but followers may elect another leader before it ends (diss.
    /// §6.4.1 needs §4.2.3).
    LeaseWithoutCheckQuorum,
}

impl Config {
    /// Whether the settings fit together. A driver should ask before it boots a node: the node
    /// itself does not check them.
    ///
    /// A configuration that waives [`Rule::LeaderAlive`] may have a lease without
    /// [`Config::check_quorum`]: it asks for the stale reads that come of it.
    ///
    /// # Errors
    /// The first combination that cannot be right.
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
    /// One sentence without a full stop. It calls settings by the names that scenarios have.
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

/// A span in milliseconds where it has whole ones.
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
