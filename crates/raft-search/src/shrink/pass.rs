//! A way to make a run smaller, one attempt at a time.

use core::fmt::Debug;

use raft_sim::Run;

/// A pass proposes smaller runs until it has no more. After each proposal it learns whether the
/// proposal was kept, so shrinking can stop after any attempt and continue later.
pub(super) trait Pass: Debug + Send + Sync {
    /// The next run to try, made from the smallest run so far; `None` at the end of the pass.
    fn propose(&mut self, best: &Run) -> Option<Proposal>;

    /// Whether the last proposal, with one of its seeds, became the smallest run.
    fn learn(&mut self, _is_kept: bool) {}
}

/// A run to try.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    pub(super) run: Run,
    /// The run is tried with its own seed, and then with the seeds from 1 to this one.
    pub(super) other_seeds: u64,
}
