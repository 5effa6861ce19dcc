//! Settings of one node, with the same names as those of the scenario.

use core::fmt;

use super::Scenario;
use crate::node_setting::NodeSetting;

impl NodeSetting {
    /// The settings that a single node can have, with the scenario's values.
    pub(crate) fn all(scenario: &Scenario) -> [Self; 10] {
        [
            Self::ElectionTimeout(scenario.election_timeout),
            Self::HeartbeatInterval(scenario.heartbeat_interval),
            Self::MaxEntriesPerMessage(scenario.max_entries_per_message),
            Self::MaxInFlight(scenario.max_in_flight),
            Self::SnapshotChunk(scenario.snapshot_chunk),
            Self::CompactAfter(scenario.compact_after),
            Self::PreVote(scenario.pre_vote),
            Self::CheckQuorum(scenario.check_quorum),
            Self::Reads(scenario.reads),
            Self::Requests(scenario.requests),
        ]
    }

    /// Its name in scripts, which is also the name of the scenario's setting.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ElectionTimeout(_) => "election-timeout",
            Self::HeartbeatInterval(_) => "heartbeat-interval",
            Self::MaxEntriesPerMessage(_) => "max-entries-per-message",
            Self::MaxInFlight(_) => "max-in-flight",
            Self::SnapshotChunk(_) => "snapshot-chunk",
            Self::CompactAfter(_) => "compact-after",
            Self::PreVote(_) => "pre-vote",
            Self::CheckQuorum(_) => "check-quorum",
            Self::Reads(_) => "reads",
            Self::Requests(_) => "requests",
        }
    }

    /// The scenario with this setting instead of its own.
    pub(crate) fn within(self, scenario: &Scenario) -> Scenario {
        let mut changed = scenario.clone();
        match self {
            Self::ElectionTimeout(range) => changed.election_timeout = range,
            Self::HeartbeatInterval(span) => changed.heartbeat_interval = span,
            Self::MaxEntriesPerMessage(count) => changed.max_entries_per_message = count,
            Self::MaxInFlight(count) => changed.max_in_flight = count,
            Self::SnapshotChunk(bytes) => changed.snapshot_chunk = bytes,
            Self::CompactAfter(after) => changed.compact_after = after,
            Self::PreVote(on) => changed.pre_vote = on,
            Self::CheckQuorum(on) => changed.check_quorum = on,
            Self::Reads(mode) => changed.reads = mode,
            Self::Requests(mode) => changed.requests = mode,
        }
        changed
    }
}

impl fmt::Display for NodeSetting {
    /// Writes the form that scripts use: `pre-vote off`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        write!(f, "{name} {}", self.within(&Scenario::default()).setting(name))
    }
}
