//! What a run is made from: a scenario, a seed and timed commands. Together they are the run.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::command::Command;
use crate::scenario::{BadScenario, Scenario};
use crate::time::Time;

/// A command and its time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimedCommand {
    /// When it is carried out.
    pub at: Time,
    /// What is done.
    pub command: Command,
}

/// A whole run. These three determine every record of it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Run {
    /// The cluster and its world.
    pub scenario: Scenario,
    /// From which everything random follows.
    pub seed: u64,
    /// What is done to it, in order of time.
    pub commands: Vec<TimedCommand>,
}

/// Why a run cannot be.
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

/// Why a command cannot be carried out in this cluster.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCommand {
    /// No such node.
    #[error("there is no node {0}")]
    NoSuchNode(Address),
    /// No such client.
    #[error("there is no client {0}")]
    NoSuchClient(Address),
    /// Neither a node nor a client.
    #[error("there is no node or client {0}")]
    NoSuchEnd(Address),
    /// In two groups at once.
    #[error("{0} is named twice")]
    Twice(Address),
    /// A clock that runs absurdly slow or fast.
    #[error("a clock runs at 10 % to 1000 % of true time or stands still, not at {0} thousandths")]
    Rate(u16),
    /// A node cannot be set up like that.
    #[error("{0}")]
    Setting(BadScenario),
    /// A link cannot carry like that.
    #[error("{0}")]
    LinkConfig(BadScenario),
    /// No such link.
    #[error("there is no link from {0} to {1}")]
    NoSuchLink(Address, Address),
}
