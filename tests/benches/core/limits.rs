//! What both implementations are given alike, and the cells of the tables.

use std::ops::Range;

/// How many messages with entries may be on their way to one follower: raft-rs's own default, at
/// which it does best.
pub(crate) const MAX_IN_FLIGHT: usize = 256;
/// How many bytes of commands one message carries. No window has more: raft-rs would not keep to a
/// lower limit, since `batch_append` does not look at it.
pub(crate) const MAX_BYTES: usize = 8 << 20;
/// How long an election timer runs, in ticks of 10 ms: the paper's 150 to 300 ms.
pub(crate) const ELECTION_TICKS: Range<usize> = 15..31;
/// How often a leader lets itself be heard, in ticks.
pub(crate) const HEARTBEAT_TICKS: usize = 5;

/// How many commands a run commits.
pub(crate) const COMMITS: usize = 16 << 10;

/// Windows and sizes in the order of the tables.
pub(crate) fn cells() -> impl Iterator<Item = (usize, usize)> {
    let windows = [1, 64, 1024];
    [0, 64, 4096].into_iter().flat_map(move |size| windows.map(|window| (window, size)))
}
