//! The plan of a trial.

use raft_core::Micros;

use crate::scenario::Scenario;

/// The plan of a trial.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) scenario: Scenario,
    pub(super) faults: Faults,
    /// The mean time between two faults.
    pub(super) fault_interval: Micros,
    /// The mean time between two client operations.
    pub(super) request_interval: Micros,
    /// The number of keys.
    pub(super) keys: u64,
    /// The maximum error of clocks, in thousandths in both directions.
    pub(super) clock_error_permille: u16,
    /// Whether a node that was isolated must not depose a leader when it returns.
    pub(super) stable: bool,
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is drawn for itself")]
pub(super) struct Faults {
    pub(super) cuts: bool,
    pub(super) partitions: bool,
    pub(super) stalls: bool,
    pub(super) crashes: bool,
    pub(super) freezes: bool,
    pub(super) lost_disks: bool,
    pub(super) clocks: bool,
    pub(super) timeouts: bool,
    pub(super) transfers: bool,
    pub(super) reconfigurations: bool,
    pub(super) snapshots: bool,
    /// Links become slow in one direction, so that answers arrive after the requesting node has
    /// restarted.
    pub(super) slow_links: bool,
    /// Only for mutants: its effects are rare by chance.
    pub(super) replacements: bool,
    /// Only for mutants, for the same reason.
    pub(super) isolated_transfers: bool,
}
