//! What the marks of the time bar tell.

use raft_sim::Address;
use raft_sim::history::MarkKind;

use super::violated;

/// What happened at a mark: `B is elected`.
pub(crate) fn mark(kind: MarkKind) -> String {
    match kind {
        MarkKind::Term(term) => format!("term {term} begins"),
        MarkKind::Commit(index) => format!("entry {index} is committed"),
        MarkKind::Election(node) => format!("{} stands for election", Address::Node(node)),
        MarkKind::Leader(node) => format!("{} is elected", Address::Node(node)),
        MarkKind::Crash(node) => format!("{} stops", Address::Node(node)),
        MarkKind::Restart(node) => format!("{} starts", Address::Node(node)),
        MarkKind::Cut => "links are cut".into(),
        MarkKind::Heal => "links are mended".into(),
        MarkKind::Act => "something is done by hand".into(),
        MarkKind::Violation(property) => violated(property),
    }
}
