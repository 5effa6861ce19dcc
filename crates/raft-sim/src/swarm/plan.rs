//! What a trial consists of.

use raft_core::Micros;

use crate::scenario::Scenario;

/// What a trial consists of.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) scenario: Scenario,
    pub(super) faults: Faults,
    /// The mean time between two faults.
    pub(super) fault_interval: Micros,
    /// The mean time between two requests of clients.
    pub(super) request_interval: Micros,
    /// How many keys clients write to.
    pub(super) keys: u64,
    /// How far clocks go wrong, in thousandths to either side.
    pub(super) clock_error_permille: u16,
    /// Whether a node that was cut off must not depose a leader when it returns.
    pub(super) stable: bool,
}

/// Which faults there are.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is drawn for itself")]
pub(super) struct Faults {
    pub(super) cuts: bool,
    pub(super) partitions: bool,
    pub(super) stalls: bool,
    pub(super) crashes: bool,
    pub(super) pauses: bool,
    pub(super) lost_disks: bool,
    pub(super) clocks: bool,
    pub(super) timeouts: bool,
    pub(super) transfers: bool,
    pub(super) reconfigurations: bool,
    pub(super) snapshots: bool,
    /// Links that become slow in one direction, so that answers outlive the node that asked.
    pub(super) slow_links: bool,
    /// Never drawn: what this takes is rare by chance.
    pub(super) replacements: bool,
    /// Never drawn, likewise.
    pub(super) isolated_transfers: bool,
}
