//! What leases rely on.

use raft_sim::raft_core::ReadMode;

use super::Moment;

/// Whether a lease may outlast the leadership: clocks were changed, or followers may vote for
/// another while they hear the leader.
pub(super) fn may_lease_fail(moment: &Moment) -> bool {
    let scenario = &moment.simulation.run().scenario;
    let turned = moment.truth.clocks_changed;
    matches!(scenario.reads, ReadMode::Lease { .. }) && (turned || !scenario.check_quorum)
}
