//! Settings of one node beside those of the whole scenario: their names are the same.

use core::fmt;

use super::Scenario;
use crate::node_setting::NodeSetting;

impl NodeSetting {
    /// The names that scripts have for them.
    pub(crate) const NAMES: [&str; 10] = [
        "election-timeout",
        "heartbeat-interval",
        "max-entries-per-message",
        "max-in-flight",
        "snapshot-chunk",
        "compact-after",
        "pre-vote",
        "check-quorum",
        "reads",
        "requests",
    ];

    /// The name that scripts have for it.
    pub(crate) fn name(self) -> &'static str {
        let place = match self {
            Self::ElectionTimeout(_) => 0,
            Self::HeartbeatInterval(_) => 1,
            Self::MaxEntriesPerMessage(_) => 2,
            Self::MaxInFlight(_) => 3,
            Self::SnapshotChunk(_) => 4,
            Self::CompactAfter(_) => 5,
            Self::PreVote(_) => 6,
            Self::CheckQuorum(_) => 7,
            Self::Reads(_) => 8,
            Self::Requests(_) => 9,
        };
        Self::NAMES[place]
    }

    /// The setting of this name as a scenario has it; none if a single node cannot have it.
    pub(crate) fn of(name: &str, scenario: &Scenario) -> Option<Self> {
        Some(match Self::NAMES.iter().position(|known| *known == name)? {
            0 => Self::ElectionTimeout(scenario.election_timeout),
            1 => Self::HeartbeatInterval(scenario.heartbeat_interval),
            2 => Self::MaxEntriesPerMessage(scenario.max_entries_per_message),
            3 => Self::MaxInFlight(scenario.max_in_flight),
            4 => Self::SnapshotChunk(scenario.snapshot_chunk),
            5 => Self::CompactAfter(scenario.compact_after),
            6 => Self::PreVote(scenario.pre_vote),
            7 => Self::CheckQuorum(scenario.check_quorum),
            8 => Self::Reads(scenario.reads),
            _ => Self::Requests(scenario.requests),
        })
    }

    /// A scenario with this setting instead of its own.
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
    /// As scripts write it: `pre-vote off`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        write!(f, "{name} {}", self.within(&Scenario::default()).setting(name))
    }
}
