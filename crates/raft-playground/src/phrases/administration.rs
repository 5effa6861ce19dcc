//! What a node answers to an administrator.

use raft_sim::AdminRequest;
use raft_sim::raft_core::{Answer, NodeId, Rule};

use super::rules::rule;
use crate::text::{Sentence, say};

/// A sentence about a node's answer to an administrator. There is none for a change that is
/// committed: the records of the change have sentences of their own.
pub(super) fn describe(node: NodeId, request: &AdminRequest, answer: Answer) -> Option<Sentence> {
    let what = request_phrase(request);
    Some(match answer {
        Answer::Committed(_) => return None,
        Answer::Refused(rule) => say::request_refused(node, what, reason(node, request, rule)),
        Answer::NotLeader { hint: Some(leader) } => say::request_redirected(node, what, leader),
        Answer::NotLeader { hint: None } => say::request_redirected_nowhere(node, what),
        Answer::Superseded { .. } | Answer::Unknown => say::request_undecided(node, what),
    })
}

/// What a node is asked to do: `add D`.
pub(super) fn request_phrase(request: &AdminRequest) -> Sentence {
    match request {
        AdminRequest::Reconfigure { .. } => say::do_change_members(),
        AdminRequest::Add(node) => say::do_add(*node),
        AdminRequest::Remove(node) => say::do_remove(*node),
        AdminRequest::Replace { node, by } => say::do_replace_by(*node, *by),
        AdminRequest::Transfer(node) => say::do_transfer(*node),
    }
}

/// Why a change is refused, with a full stop.
fn reason(node: NodeId, request: &AdminRequest, broken: Rule) -> Sentence {
    match (broken, request) {
        (
            Rule::CatchUpFirst,
            AdminRequest::Add(newcomer) | AdminRequest::Replace { by: newcomer, .. },
        ) => say::refused_newcomer(*newcomer),
        (Rule::CatchUpFirst, _) => say::refused_new_voter(),
        (Rule::OneChangeAtATime, _) => say::refused_another_change(),
        (Rule::OwnTermBeforeChange, _) => say::refused_own_term(node),
        (Rule::NothingDuringTransfer, _) => say::refused_transfer(node),
        (Rule::JointConsensus, _) => say::refused_no_voter(),
        (other, _) => say::refused_by_rule(rule(other)),
    }
}
