//! Every setting, as one table: its name in scripts, its kind, when it takes effect, its label.
//!
//! Reading, printing, the form and the commands follow from it.

use raft_sim::raft_core::{NodeId, Rule};
use raft_sim::{Address, MAX_NODES};

/// Something that can be set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Setting {
    /// A setting of the scenario.
    Scenario(&'static ScenarioSetting),
    /// How fast a node's clock runs.
    Clock(NodeId),
    /// Whether a rule of the protocol is on.
    Rule(Rule),
}

/// What a field for a setting is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
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

/// A row of the table.
#[derive(PartialEq, Debug)]
pub struct ScenarioSetting {
    /// Its name in scripts.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
}

/// Settings about one thing.
pub(crate) struct Group {
    pub(crate) name: &'static str,
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

    /// What its field is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Scenario(setting) => setting.kind,
            Self::Clock(_) => Kind::Text,
            Self::Rule(_) => SWITCH,
        }
    }
}

/// The usual words for off and on.
pub(crate) const SWITCH: Kind = Kind::Switch("off", "on");

const fn text(name: &'static str, label: &'static str, hint: &'static str) -> ScenarioSetting {
    ScenarioSetting { name, kind: Kind::Text, label, hint }
}

const fn switch(name: &'static str, label: &'static str, hint: &'static str) -> ScenarioSetting {
    ScenarioSetting { name, kind: SWITCH, label, hint }
}

/// The settings of a scenario, in reading order.
pub(crate) static SCENARIO_GROUPS: &[Group] = &[
    Group {
        name: "Cluster",
        takes_effect: TakesEffect::InNextRun,
        rows: &[
            text("nodes", "Nodes", "1 to 9 that vote"),
            text("spares", "Spare nodes", "may join; 9 nodes in all"),
            text("clients", "Clients", "0 to 3"),
            text("client-patience", "Patience of a client", "then it asks another node"),
            ScenarioSetting {
                kind: Kind::Switch("redirect", "forward"),
                ..switch("requests", "Followers forward requests", "or they name the leader, §8")
            },
        ],
    },
    Group {
        name: "Network",
        takes_effect: TakesEffect::Now,
        rows: &[
            text("latency", "Latency", "at least; such as 20ms"),
            text("jitter", "Jitter", "up to so much more"),
            text("tail", "Tail", "on average so much more still"),
            text("loss", "Loss", "lost at random; such as 5%"),
            text("duplicate", "Duplication", "arrives twice"),
            text("reorder", "Reordering", "takes five times as long"),
            text("bandwidth", "Bandwidth", "bytes a second, or unlimited"),
        ],
    },
    Group {
        name: "Timing and elections",
        takes_effect: TakesEffect::InNextRun,
        rows: &[
            text("election-timeout", "Election timeout", "a span, or span to span, §5.2"),
            text("heartbeat-interval", "Heartbeat every", "shorter than the timeout, §5.2"),
            switch("pre-vote", "Pre-vote", "asks before it stands, diss. §9.6"),
            switch("check-quorum", "Check quorum", "no majority, no leader, diss. §6.2"),
            text("reads", "Reads", "round, or lease and drift: lease 5%"),
        ],
    },
    Group {
        name: "Log and snapshots",
        takes_effect: TakesEffect::InNextRun,
        rows: &[
            text("max-entries-per-message", "Entries in a message", "at most"),
            text("max-in-flight", "Messages under way", "at most, to one follower"),
            text("compact-after", "Snapshot after", "so many entries, or never, §7"),
            text("snapshot-chunk", "Snapshot chunk", "bytes in a message"),
        ],
    },
    Group {
        name: "Disks",
        takes_effect: TakesEffect::InNextRun,
        rows: &[
            text("disk-latency", "A write takes", "its sync included"),
            text("disk-jitter", "Jitter", "up to so much more"),
            text("torn-writes", "Torn writes", "of crashes in the middle of a write"),
        ],
    },
    Group {
        name: "Mistakes of real systems",
        takes_effect: TakesEffect::InNextRun,
        rows: &[
            switch("votes-not-durable", "Votes do not reach the disk", "Figure 2 demands it"),
            switch("hasty-promises", "Promises do not wait for the disk", "Figure 2 demands it"),
            switch("half-is-enough", "Half of the voters are enough", "§5.2 wants a majority"),
            switch("local-reads", "Any node answers reads", "§8 forbids it"),
            switch("retries-applied", "What is sent again is applied again", "no sessions, §8"),
        ],
    },
];
