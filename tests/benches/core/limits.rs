//! The limits that both implementations share, and the cells of the tables.

use std::ops::Range;

/// The maximum number of unacknowledged messages with entries to one follower: raft-rs's default,
/// with which it performs best.
pub(crate) const MAX_IN_FLIGHT: usize = 256;
/// The maximum size of the commands in one message, in bytes. No window exceeds it: `batch_append`
/// of raft-rs ignores a lower limit.
pub(crate) const MAX_BYTES: usize = 8 << 20;
/// The election timeout in ticks of 10 ms: the paper's 150 to 300 ms.
pub(crate) const ELECTION_TICKS: Range<usize> = 15..31;
/// The heartbeat interval in ticks.
pub(crate) const HEARTBEAT_TICKS: usize = 5;

/// How many commands a run commits.
pub(crate) const COMMITS: usize = 16 << 10;

/// Windows and sizes in the order of the tables.
pub(crate) fn cells() -> impl Iterator<Item = (usize, usize)> {
    let windows = [1, 64, 1024];
    [0, 64, 4096].into_iter().flat_map(move |size| windows.map(|window| (window, size)))
}
