//! Bugs that a scenario can inject, in addition to waived rules.

use serde::{Deserialize, Serialize};

/// Bugs of real systems that no rule covers. All are off in a safe cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[allow(clippy::struct_excessive_bools, reason = "each is made or not, for itself")]
pub struct InjectedBugs {
    /// Votes do not become durable, although Figure 2 requires it.
    pub votes_not_durable: bool,
    /// Messages that must wait for the disk do not wait (Figure 2).
    pub hasty_promises: bool,
    /// Half of the voters count as a quorum (§5.2).
    pub half_is_enough: bool,
    /// Any node answers reads from its own state machine (§8).
    pub local_reads: bool,
    /// A retried request is applied again (§8).
    pub retries_applied: bool,
}
