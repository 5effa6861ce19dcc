//! What a run is made from: a scenario, a seed and timed commands. Together they are the run.

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::scenario::Scenario;
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
