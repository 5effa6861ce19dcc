//! Every setting, as one table: its name in scripts, its kind, when it takes effect, its label.
//!
//! Reading, printing, the form and the commands follow from it.

use raft_sim::raft_core::{NodeId, Rule};
use raft_sim::{Address, MAX_NODES};

use crate::text::{Sentence, say};

/// Something that can be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    /// A setting of the scenario.
    Scenario(&'static ScenarioSetting),
    /// How fast a node's clock runs.
    Clock(NodeId),
    /// Whether a rule of the protocol is on.
    Rule(Rule),
}

/// The kind of a setting's field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// One of two words: for off, and for on.
    Switch(&'static str, &'static str),
}

/// When a setting takes effect.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TakesEffect {
    /// While the cluster runs: it becomes a command of the run.
    Now,
    /// In the next run.
    InNextRun,
}

/// A title, a label or a hint.
type Label = fn() -> Sentence;

/// A row of the table.
#[derive(Debug)]
pub struct ScenarioSetting {
    /// Its name in scripts.
    pub(crate) name: &'static str,
    pub(crate) kind: FieldKind,
    pub(crate) label: Label,
    pub(crate) hint: Label,
}

impl PartialEq for ScenarioSetting {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ScenarioSetting {}

/// Settings about one thing.
pub(crate) struct SettingGroup {
    pub(crate) title: Label,
    pub(crate) takes_effect: TakesEffect,
    pub(crate) rows: &'static [ScenarioSetting],
}

impl Setting {
    /// The setting with this name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        let rows = SCENARIO_GROUPS.iter().flat_map(|group| group.rows).map(Self::Scenario);
        let clocks = (0..MAX_NODES).map(|number| Self::Clock(NodeId(number)));
        let rules = Rule::ALL.iter().map(|rule| Self::Rule(*rule));
        rows.chain(clocks).chain(rules).find(|setting| setting.name() == name)
    }

    /// Its name, by which it is known to the page: that of scripts, a rule's, or `clock A`.
    pub fn name(self) -> String {
        match self {
            Self::Scenario(setting) => setting.name.into(),
            Self::Clock(node) => format!("clock {}", Address::Node(node)),
            Self::Rule(rule) => rule.to_string(),
        }
    }

    /// The kind of its field.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Scenario(setting) => setting.kind,
            Self::Clock(_) => FieldKind::Text,
            Self::Rule(_) => SWITCH,
        }
    }
}

/// The usual words for off and on.
pub(crate) const SWITCH: FieldKind = FieldKind::Switch("off", "on");

const fn text(name: &'static str, label: Label, hint: Label) -> ScenarioSetting {
    ScenarioSetting { name, kind: FieldKind::Text, label, hint }
}

const fn switch(name: &'static str, label: Label, hint: Label) -> ScenarioSetting {
    ScenarioSetting { name, kind: SWITCH, label, hint }
}

/// The settings of a scenario, in reading order.
#[rustfmt::skip]
pub(crate) static SCENARIO_GROUPS: &[SettingGroup] = &[
    SettingGroup { title: say::settings_cluster, takes_effect: TakesEffect::InNextRun, rows: &[
        text("nodes", say::setting_nodes, say::setting_nodes_hint),
        text("spares", say::setting_spares, say::setting_spares_hint),
        text("clients", say::setting_clients, say::setting_clients_hint),
        text("client-patience", say::setting_client_timeout, say::setting_client_timeout_hint),
        ScenarioSetting {
            kind: FieldKind::Switch("redirect", "forward"),
            ..switch("requests", say::setting_forward, say::setting_forward_hint)
        },
    ] },
    SettingGroup { title: say::settings_network, takes_effect: TakesEffect::Now, rows: &[
        text("latency", say::setting_latency, say::setting_latency_hint),
        text("jitter", say::setting_jitter, say::setting_jitter_hint),
        text("tail", say::setting_tail, say::setting_tail_hint),
        text("loss", say::setting_loss, say::setting_loss_hint),
        text("duplicate", say::setting_duplicate, say::setting_duplicate_hint),
        text("reorder", say::setting_reorder, say::setting_reorder_hint),
        text("bandwidth", say::setting_bandwidth, say::setting_bandwidth_hint),
    ] },
    SettingGroup { title: say::settings_timing, takes_effect: TakesEffect::InNextRun, rows: &[
        text("election-timeout", say::setting_election_timeout, say::setting_election_timeout_hint),
        text("heartbeat-interval",
            say::setting_heartbeat_interval, say::setting_heartbeat_interval_hint),
        switch("pre-vote", say::setting_pre_vote, say::setting_pre_vote_hint),
        switch("check-quorum", say::setting_check_quorum, say::setting_check_quorum_hint),
        text("reads", say::setting_reads, say::setting_reads_hint),
    ] },
    SettingGroup { title: say::settings_log, takes_effect: TakesEffect::InNextRun, rows: &[
        text("max-entries-per-message", say::setting_max_entries, say::setting_max_entries_hint),
        text("max-in-flight", say::setting_max_in_flight, say::setting_max_in_flight_hint),
        text("compact-after", say::setting_compact_after, say::setting_compact_after_hint),
        text("snapshot-chunk", say::setting_snapshot_chunk, say::setting_snapshot_chunk_hint),
    ] },
    SettingGroup { title: say::settings_disks, takes_effect: TakesEffect::InNextRun, rows: &[
        text("disk-latency", say::setting_disk_latency, say::setting_disk_latency_hint),
        text("disk-jitter", say::setting_disk_jitter, say::setting_disk_jitter_hint),
        text("torn-writes", say::setting_torn_writes, say::setting_torn_writes_hint),
    ] },
    SettingGroup { title: say::settings_bugs, takes_effect: TakesEffect::InNextRun, rows: &[
        switch("votes-not-durable",
            say::setting_votes_not_durable, say::setting_votes_not_durable_hint),
        switch("hasty-promises", say::setting_early_answers, say::setting_early_answers_hint),
        switch("half-is-enough", say::setting_half_is_enough, say::setting_half_is_enough_hint),
        switch("local-reads", say::setting_local_reads, say::setting_local_reads_hint),
        switch("retries-applied", say::setting_retries_applied, say::setting_retries_applied_hint),
    ] },
];
