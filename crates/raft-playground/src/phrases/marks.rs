//! What the marks of the time bar tell.

use raft_sim::history::MarkKind;

use super::vocabulary::guarantee;
use crate::text::{Sentence, say};

/// What happened at a mark: `B becomes leader`; none for what has no mark of its own. A script may
/// have done it, or else the user did.
pub(crate) fn mark(kind: MarkKind, by_script: bool) -> Option<Sentence> {
    Some(match kind {
        MarkKind::Term(_) | MarkKind::Commit(_) | MarkKind::Election(_) => return None,
        MarkKind::Leader(node) => say::mark_leader(node),
        MarkKind::Crash(node) => say::mark_stopped(node),
        MarkKind::Restart(node) => say::mark_started(node),
        MarkKind::Cut => say::mark_cut(),
        MarkKind::Heal => say::mark_mended(),
        MarkKind::Act if by_script => say::mark_script_action(),
        MarkKind::Act => say::mark_action(),
        MarkKind::Violation(property) => say::mark_broken(guarantee(property).name),
    })
}
