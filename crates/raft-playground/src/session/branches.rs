//! Acting in the past, and moving between what came of it.

use raft_sim::Command;
use raft_sim::history::{Branch, BranchId};

use super::Session;
use crate::words;

impl Session {
    /// Carries out a command at the cursor.
    pub(super) fn act(&mut self, command: Command) {
        self.narrator.make_way();
        self.travel.steps.clear();
        let branch = self.history.current();
        // Only a menu of a node that is gone could ask for what the cluster does not have.
        if self.history.act(command).is_ok() {
            let current = self.history.current();
            self.begun = self.begun.or((current != branch).then_some(current));
            self.absorb();
        }
    }

    /// Says that the last thing done began a branch, if it did.
    pub(super) fn tell_of_fork(&mut self) {
        if self.begun.take().is_some()
            && let Some(sentence) = self.branch().and_then(|branch| words::new_branch(&branch))
        {
            self.narrator.say(sentence);
        }
    }

    /// Goes over to another branch, to the same time or its end.
    pub(super) fn switch(&mut self, to: BranchId) {
        if to == self.history.current() || self.history.switch(to).is_err() {
            return;
        }
        self.travel.steps.clear();
        self.go_to(self.history.position());
        if let Some(branch) = self.branch() {
            self.narrator.say(words::other_branch(&branch));
        }
    }

    fn branch(&self) -> Option<Branch<'_>> {
        let current = self.history.current();
        self.history.branches().find(|branch| branch.id == current)
    }
}
