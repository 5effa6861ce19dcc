//! A cluster and its environment before a run begins: sizes, timings, network, rules and bugs.

mod of_one_node;

use raft_core::{
    BadConfig, Config, Micros, NodeId, QuorumSize, ReadMode, RequestMode, RuleSet, TimerRange,
};
use serde::{Deserialize, Serialize};

use crate::address::{Address, ClientId};
use crate::injected_bugs::InjectedBugs;
use crate::link_config::LinkConfig;

/// The maximum number of nodes in a cluster.
pub const MAX_NODES: u32 = 9;
/// The maximum number of clients.
pub const MAX_CLIENTS: u32 = 3;

/// A cluster and its environment before a run begins.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scenario {
    /// The number of nodes in the cluster at the start, 1 to 9.
    pub nodes: u32,
    /// The number of other nodes, which may join later. Together at most 9.
    pub spares: u32,
    /// The number of clients, 0 to 3.
    pub clients: u32,
    /// How long nodes wait before they start an election (§5.2).
    pub election_timeout: TimerRange,
    /// How often a leader sends heartbeats (§5.2).
    pub heartbeat_interval: Micros,
    /// The maximum number of entries in one AppendEntries.
    pub max_entries_per_message: usize,
    /// The maximum number of AppendEntries with entries in flight to one follower.
    pub max_in_flight: usize,
    /// The maximum number of snapshot bytes in one message (§7).
    pub snapshot_chunk: usize,
    /// The number of applied entries after which a node replaces its log with a snapshot (§7);
    /// `None` means never.
    pub compact_after: Option<u64>,
    /// Whether nodes run a pre-vote before an election (diss. §9.6).
    pub pre_vote: bool,
    /// Whether leaders without a quorum step down, and nodes that hear a leader refuse to vote
    /// against it (diss. §6.2, §4.2.3).
    pub check_quorum: bool,
    /// How a leader confirms its leadership before it answers a read (diss. §6.4).
    pub reads: ReadMode,
    /// What a node that is not the leader does with requests (§8).
    pub requests: RequestMode,
    /// The settings of every direction of every link.
    pub network: LinkConfig,
    /// The duration of a disk write, including its sync.
    pub disk_latency: Micros,
    /// The maximum of a uniformly distributed extra duration.
    pub disk_jitter: Micros,
    /// In how many of a thousand crashes a part of the write in progress stays on the disk.
    pub torn_permille: u16,
    /// How long a client waits for an answer before it tries another node.
    pub client_patience: Micros,
    /// The waived rules.
    pub waived: RuleSet,
    /// Bugs other than switched-off rules. Scripts, traces and the JavaScript interface call them
    /// `mistakes`.
    #[serde(rename = "mistakes")]
    pub injected_bugs: InjectedBugs,
}

impl Default for Scenario {
    /// Five nodes, one client, the paper's timings, messages of 20 to 24 ms.
    fn default() -> Self {
        let config = Config::new([]);
        Self {
            nodes: 5,
            spares: 0,
            clients: 1,
            election_timeout: config.election_timeout,
            heartbeat_interval: config.heartbeat_interval,
            max_entries_per_message: config.max_entries_per_message,
            max_in_flight: config.max_in_flight,
            snapshot_chunk: config.snapshot_chunk,
            compact_after: None,
            pre_vote: config.pre_vote,
            check_quorum: config.check_quorum,
            reads: config.reads,
            requests: config.requests,
            network: LinkConfig::default(),
            disk_latency: Micros::from_millis(2),
            disk_jitter: Micros(0),
            torn_permille: 0,
            client_patience: Micros::from_millis(600),
            waived: RuleSet::EMPTY,
            injected_bugs: InjectedBugs::default(),
        }
    }
}

/// Why a scenario is invalid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadScenario {
    /// The number of nodes is out of range.
    #[error("nodes: {0} is not from 1 to {MAX_NODES}")]
    Nodes(u32),
    /// There are too many nodes in total.
    #[error("spares: {0} more nodes would make more than {MAX_NODES}")]
    Spares(u32),
    /// There are too many clients.
    #[error("clients: {0} is not from 0 to {MAX_CLIENTS}")]
    Clients(u32),
    /// The settings of the nodes contradict each other.
    #[error(transparent)]
    Config(#[from] BadConfig),
    /// The client timeout is zero, so a client would send requests without a pause.
    #[error("client-patience: must be more than 0 µs")]
    Patience,
    /// The share exceeds one thousand thousandths.
    #[error("{0}: more than 1000")]
    Permille(&'static str),
    /// The bandwidth is zero, so no message would ever arrive.
    #[error("network.bandwidth: must be more than 0 bytes a second")]
    Bandwidth,
    /// The duration is longer than an hour.
    #[error("{0}: longer than an hour")]
    TooLong(&'static str),
}

impl BadScenario {
    /// The settings that contradict each other, by their names in scripts; empty for errors that no
    /// script can contain.
    pub(crate) fn settings(&self) -> &'static [&'static str] {
        match self {
            Self::Nodes(_) => &["nodes"],
            Self::Spares(_) => &["spares", "nodes"],
            Self::Clients(_) => &["clients"],
            Self::Config(bad) => match bad {
                BadConfig::ElectionTimeout(_) => &["election-timeout"],
                BadConfig::NoHeartbeatInterval => &["heartbeat-interval"],
                BadConfig::NoEntries => &["max-entries-per-message", "max-in-flight"],
                BadConfig::HeartbeatTooSlow { .. } => &["election-timeout", "heartbeat-interval"],
                BadConfig::LeaseWithoutTime { .. } => &["reads"],
                BadConfig::LeaseWithoutCheckQuorum => &["reads", "check-quorum", "waive"],
            },
            Self::Patience | Self::Permille(_) | Self::Bandwidth | Self::TooLong(_) => &[],
        }
    }
}

impl Scenario {
    /// The addresses of the nodes, A first.
    pub fn node_addresses(&self) -> Vec<Address> {
        (0..self.hosts()).map(|node| NodeId(node).into()).collect()
    }

    /// The number of nodes, including those that may join later.
    pub(crate) fn hosts(&self) -> u32 {
        self.nodes.saturating_add(self.spares)
    }

    /// The addresses of the clients, X first.
    pub fn client_addresses(&self) -> Vec<Address> {
        (0..self.clients).map(|client| ClientId(client).into()).collect()
    }

    /// Checks whether the scenario is valid. [`Config::check`] checks the settings of the nodes;
    /// [`Scenario::advice`] warns about valid settings that may stall the cluster.
    ///
    /// # Errors
    /// The first invalid setting, or the first contradiction.
    pub fn check(&self) -> Result<(), BadScenario> {
        const HOUR: Micros = Micros::from_millis(3_600_000);
        let spans = [
            ("election-timeout", self.election_timeout.max),
            ("heartbeat-interval", self.heartbeat_interval),
            ("network.latency", self.network.latency),
            ("network.jitter", self.network.jitter),
            ("network.tail", self.network.tail),
            ("disk-latency", self.disk_latency),
            ("disk-jitter", self.disk_jitter),
            ("client-patience", self.client_patience),
        ];
        match self {
            _ if !(1..=MAX_NODES).contains(&self.nodes) => Err(BadScenario::Nodes(self.nodes)),
            _ if self.hosts() > MAX_NODES => Err(BadScenario::Spares(self.spares)),
            _ if self.clients > MAX_CLIENTS => Err(BadScenario::Clients(self.clients)),
            _ if self.client_patience.0 == 0 => Err(BadScenario::Patience),
            _ if self.torn_permille > 1000 => Err(BadScenario::Permille("torn-permille")),
            _ => match spans.into_iter().find(|(_, span)| *span > HOUR) {
                Some((name, _)) => Err(BadScenario::TooLong(name)),
                None => check_link(&self.network).and_then(|()| Ok(self.config().check()?)),
            },
        }
    }

    /// The configuration of every node.
    pub(crate) fn config(&self) -> Config {
        Config {
            max_in_flight: self.max_in_flight,
            snapshot_chunk: self.snapshot_chunk,
            pre_vote: self.pre_vote,
            check_quorum: self.check_quorum,
            reads: self.reads,
            requests: self.requests,
            election_timeout: self.election_timeout,
            heartbeat_interval: self.heartbeat_interval,
            max_entries_per_message: self.max_entries_per_message,
            quorum: if self.injected_bugs.half_is_enough {
                QuorumSize::Half
            } else {
                QuorumSize::Majority
            },
            waived: self.waived,
            ..Config::new((0..self.nodes).map(NodeId))
        }
    }
}

/// Checks whether the settings of a link are valid.
///
/// # Errors
/// The first invalid setting.
pub(crate) fn check_link(link: &LinkConfig) -> Result<(), BadScenario> {
    let shares = [
        ("network.loss-permille", link.loss_permille),
        ("network.duplicate-permille", link.duplicate_permille),
        ("network.reorder-permille", link.reorder_permille),
    ];
    if let Some((name, _)) = shares.into_iter().find(|(_, share)| *share > 1000) {
        return Err(BadScenario::Permille(name));
    }
    if link.bandwidth == Some(0) { Err(BadScenario::Bandwidth) } else { Ok(()) }
}
