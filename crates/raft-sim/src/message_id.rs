//! The number of a message in its run.

use serde::{Deserialize, Serialize};

/// Counts the messages of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub u64);
