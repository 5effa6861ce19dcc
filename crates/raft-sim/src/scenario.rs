//! A cluster and its world before a run begins: sizes, timings, network, rules and bugs.

mod of_one_node;

use raft_core::{
    BadConfig, Config, Micros, NodeId, QuorumSize, ReadMode, RequestMode, RuleSet, TimerRange,
};
use serde::{Deserialize, Serialize};

use crate::address::{Address, ClientId};
use crate::injected_bugs::InjectedBugs;
use crate::link_config::LinkConfig;

/// How many nodes a cluster can have.
pub const MAX_NODES: u32 = 9;
/// How many clients there can be.
pub const MAX_CLIENTS: u32 = 3;

/// A cluster and its world before anything happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scenario {
    /// How many nodes the cluster has at first, 1 to 9.
    pub nodes: u32,
    /// How many more there are that may join it; with them at most 9.
    pub spares: u32,
    /// How many clients, 0 to 3.
    pub clients: u32,
    /// How long nodes wait before they start an election (§5.2).
    pub election_timeout: TimerRange,
    /// How often a leader lets itself be heard (§5.2).
    pub heartbeat_interval: Micros,
    /// How many entries one AppendEntries carries at most.
    pub max_entries_per_message: usize,
    /// How many AppendEntries with entries may be on their way to one follower.
    pub max_in_flight: usize,
    /// How many bytes of a snapshot one message carries at most (§7).
    pub snapshot_chunk: usize,
    /// After how many applied entries a node replaces its log by a snapshot (§7); never, if none.
    pub compact_after: Option<u64>,
    /// Whether nodes ask whether an election could be won before they stand (diss. §9.6).
    pub pre_vote: bool,
    /// Whether leaders without a quorum step down, and leaders with one are left alone (diss.
    /// §6.2, §4.2.3).
    pub check_quorum: bool,
    /// How a leader makes sure that it still leads before it answers a read (diss. §6.4).
    pub reads: ReadMode,
    /// What a node that does not lead does with requests (§8).
    pub requests: RequestMode,
    /// How every link carries, each direction.
    pub network: LinkConfig,
    /// How long a write to disk takes, its sync included.
    pub disk_latency: Micros,
    /// How much longer it may take, drawn evenly.
    pub disk_jitter: Micros,
    /// In how many of a thousand crashes a part of the write under way is left on the disk.
    pub torn_permille: u16,
    /// How long a client waits for an answer before it tries another node.
    pub client_patience: Micros,
    /// Rules that are switched off.
    pub waived: RuleSet,
    /// Bugs other than switched-off rules. Scripts, traces and the JavaScript interface call them
    /// `mistakes`.
    #[serde(rename = "mistakes")]
    pub injected_bugs: InjectedBugs,
}

impl Default for Scenario {
    /// Five nodes, one client, the paper's timings, messages of about 20 ms.
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

/// What makes a scenario impossible.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadScenario {
    /// Too few or too many nodes.
    #[error("nodes: {0} is not from 1 to {MAX_NODES}")]
    Nodes(u32),
    /// Too many nodes together.
    #[error("spares: {0} more nodes would make more than {MAX_NODES}")]
    Spares(u32),
    /// Too many clients.
    #[error("clients: {0} is not from 0 to {MAX_CLIENTS}")]
    Clients(u32),
    /// What nodes are told cannot be right.
    #[error(transparent)]
    Config(#[from] BadConfig),
    /// A client would never rest.
    #[error("client-patience: must be more than 0 µs")]
    Patience,
    /// More than a thousand of a thousand.
    #[error("{0}: more than 1000")]
    Permille(&'static str),
    /// No message would ever get through.
    #[error("network.bandwidth: must be more than 0 bytes a second")]
    Bandwidth,
    /// A span so long that time would run out.
    #[error("{0}: longer than an hour")]
    TooLong(&'static str),
}

impl BadScenario {
    /// The settings that disagree, by their names in scripts; none for what no script can say.
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

    /// How many nodes there are, the spare ones among them.
    pub(crate) fn hosts(&self) -> u32 {
        self.nodes.saturating_add(self.spares)
    }

    /// The addresses of the clients, X first.
    pub fn client_addresses(&self) -> Vec<Address> {
        (0..self.clients).map(|client| ClientId(client).into()).collect()
    }

    /// Whether the scenario can be. What nodes are told is judged by [`Config::check`]; what is
    /// right but may stall is told by [`Scenario::advice`].
    ///
    /// # Errors
    /// The first setting that cannot be, or that does not fit the others.
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

    /// What every node is told.
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

/// Whether a link can be so.
///
/// # Errors
/// The first part of it that cannot be.
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
