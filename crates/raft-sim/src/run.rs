//! A run: a scenario, a seed and timed commands.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::command::Command;
use crate::scenario::{BadScenario, Scenario};
use crate::time::Time;

/// A command and its time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimedCommand {
    /// When it is executed.
    pub at: Time,
    /// The command.
    pub command: Command,
}

/// A whole run. It determines every record.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Run {
    /// The cluster and its world.
    pub scenario: Scenario,
    /// The source of all randomness.
    pub seed: u64,
    /// The commands, in order of time.
    pub commands: Vec<TimedCommand>,
}

/// Why a run is invalid.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadRun {
    /// Its scenario is impossible.
    #[error("scenario: {0}")]
    Scenario(#[from] BadScenario),
    /// One of its commands is impossible.
    #[error("commands[{0}]: {1}")]
    Command(usize, BadCommand),
    /// Its commands are not in order of time.
    #[error("commands[{0}]: comes earlier than the command before it")]
    Order(usize),
}

/// Why this cluster cannot carry out a command.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCommand {
    /// There is no such node.
    #[error("there is no node {0}")]
    NoSuchNode(Address),
    /// There is no such client.
    #[error("there is no client {0}")]
    NoSuchClient(Address),
    /// The address is neither a node nor a client.
    #[error("there is no node or client {0}")]
    NoSuchEnd(Address),
    /// It is in two groups at once.
    #[error("{0} is named twice")]
    Twice(Address),
    /// The rate of the clock is out of range.
    #[error("a clock runs at 10 % to 1000 % of true time or stands still, not at {0} thousandths")]
    Rate(u16),
    /// The node cannot have this setting.
    #[error("{0}")]
    Setting(BadScenario),
    /// The link cannot have these settings.
    #[error("{0}")]
    LinkConfig(BadScenario),
    /// There is no such link.
    #[error("there is no link from {0} to {1}")]
    NoSuchLink(Address, Address),
}
