//! The number of a message in its run.

use serde::{Deserialize, Serialize};

/// Identifies a message of a run. Messages are numbered in the order in which they are sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub u64);
