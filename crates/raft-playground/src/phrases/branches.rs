//! The branches of a run.

use raft_sim::history::Branch;

use super::command_phrases::gesture;
use crate::text::{Sentence, say};

/// When a branch left the one that it came from, and with what: `At 1.200 s: stop C`.
pub(crate) fn branch(branch: &Branch<'_>) -> Sentence {
    match branch.parent.and(gesture(branch.acts)) {
        Some(gesture) => say::branch_name(branch.from, gesture.to_do),
        None => say::branch_first(),
    }
}

/// What the user has just begun, by acting in the past or in a story.
pub(crate) fn new_branch(branch: &Branch<'_>, is_story: bool) -> Sentence {
    if is_story { say::story_left(branch.from) } else { say::branch_begun(branch.from) }
}

/// Where the user has just gone.
pub(crate) fn other_branch(branch: &Branch<'_>) -> Sentence {
    match branch.parent.and(gesture(branch.acts)) {
        Some(gesture) => say::branch_shown(gesture.done, branch.from),
        None => say::branch_first_shown(),
    }
}
