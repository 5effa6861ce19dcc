//! Bugs that a scenario can switch on, beside the rules that it can switch off.

use serde::{Deserialize, Serialize};

/// Bugs of real systems that no rule covers. All are off if the cluster is to be safe.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[allow(clippy::struct_excessive_bools, reason = "each is made or not, for itself")]
pub struct InjectedBugs {
    /// Votes do not reach the disk (Figure 2 demands it).
    pub votes_not_durable: bool,
    /// What must wait for the disk does not (Figure 2).
    pub hasty_promises: bool,
    /// Half of the voters are thought to be enough (§5.2).
    pub half_is_enough: bool,
    /// Any node answers reads from what it has applied (§8).
    pub local_reads: bool,
    /// A request that is sent again is applied again (§8).
    pub retries_applied: bool,
}
