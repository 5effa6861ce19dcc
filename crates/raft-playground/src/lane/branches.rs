//! Moving between branches, which begin when the user acts in the past.

use raft_sim::History;
use raft_sim::history::{Branch, BranchId};
use raft_sim::raft_core::Micros;

use super::Lane;
use crate::phrases;

impl Lane {
    /// Narrates that the last action began a branch, if it did.
    pub(crate) fn narrate_new_branch(&mut self, is_story: bool) {
        if self.begun.take().is_some()
            && let Some(branch) = self.branch()
        {
            let leaves_story = is_story && branch.parent == Some(BranchId::default());
            let sentence = phrases::new_branch(&branch, leaves_story);
            self.narration.say(sentence, self.now());
        }
    }

    /// Shows another branch, at the same time or at its end.
    pub(crate) fn switch(&mut self, to: BranchId, hold: Micros) {
        if to == self.history.current() || self.history.switch(to).is_err() {
            return;
        }
        self.steps.clear();
        self.go_to(self.history.position(), hold);
        if let Some(sentence) = self.branch().map(|branch| phrases::other_branch(&branch)) {
            self.narration.say(sentence, self.now());
        }
    }

    /// Goes back to the branch in which the run began; whether that was possible.
    pub(crate) fn switch_to_first(&mut self) -> bool {
        self.history.switch(BranchId::default()).is_ok()
    }

    fn branch(&self) -> Option<Branch<'_>> {
        let current = self.history.current();
        self.history.branches().find(|branch| branch.id == current)
    }
}

/// When two branches part, in simulated microseconds. The later of the two is followed back to the
/// one that it left, which was there before it, until both are the same.
pub(crate) fn parting(history: &History, mut one: BranchId, mut other: BranchId) -> u64 {
    let mut at = u64::MAX;
    while one != other {
        let later = one.max(other);
        let branch = history.branches().find(|branch| branch.id == later);
        let Some((from, Some(parent))) = branch.map(|branch| (branch.from, branch.parent)) else {
            break;
        };
        at = at.min(from.0);
        (one, other) = (one.min(other), parent);
    }
    at
}
