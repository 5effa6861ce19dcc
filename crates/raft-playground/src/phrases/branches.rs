//! The futures that a run has had.

use raft_sim::history::Branch;

use super::command_phrases::{Phrase, phrase_of};
use super::seconds;

/// When a branch left the one that it came from, and with what: `At 1.200 s: stop C`.
pub(crate) fn branch(branch: &Branch<'_>) -> String {
    match began_with(branch) {
        Some(phrase) => format!("At {}: {}", seconds(branch.from.0), phrase.to_do()),
        None => "The first branch".into(),
    }
}

/// What the user has just begun.
pub(crate) fn new_branch(branch: &Branch<'_>) -> Option<String> {
    let done = began_with(branch)?.done();
    let went = format!("You went back to {} and {}", seconds(branch.from.0), done);
    Some(format!("{went}: a new branch. The old one is kept."))
}

/// Where the user has just gone.
pub(crate) fn other_branch(branch: &Branch<'_>) -> String {
    match began_with(branch) {
        Some(phrase) => {
            let at = seconds(branch.from.0);
            format!("This is the branch in which you {} at {at}.", phrase.done())
        }
        None => "This is the first branch, as it was before you went back.".into(),
    }
}

fn began_with(branch: &Branch<'_>) -> Option<Phrase> {
    branch.parent.and(phrase_of(branch.acts))
}
