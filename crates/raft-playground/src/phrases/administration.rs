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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests {
    use std::rc::Rc;

    use raft_sim::script::ScriptRun;
    use raft_sim::{RecordKind, Script, Time};

    use crate::phrases::{self, Past};
    use crate::significance;
    use crate::text::{Catalog, Language, NativeCatalog};

    /// The narration of the administrators' requests in a script.
    fn told(script: &str) -> Vec<String> {
        let mut performance = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
        performance.advance(Time(u64::MAX));
        let records = performance.simulation_mut().take_records();
        let records: Vec<_> = records.into_iter().map(Rc::new).collect();
        let simulation = performance.simulation();
        let past = Past { simulation, script: &[], records: [&[], &records] };
        let english = NativeCatalog::new(Language::English);
        let answers =
            records.iter().filter(|record| matches!(record.kind, RecordKind::Administered { .. }));
        let sentences = answers.filter_map(|record| {
            significance::importance(record, simulation)?;
            Some(english.render(&phrases::describe(record, &past)?))
        });
        sentences.collect()
    }

    #[test]
    fn a_refused_change_gives_its_reason() {
        // The newcomer is down, so it never catches up (raft-rs#192).
        let script = "seed 2\nnodes 3\nspares 2\nat 0ms: time out A\n\
                      until leader A in term 1 within 1s: add E; X sends x=1\n\
                      until committed x=1 on A,B,C within 1s: crash D; add D; remove C via B\n\
                      until refused A by catch-up-first within 10s";
        assert_eq!(
            told(script),
            [
                "A refuses to add E: A has not committed an entry of its own term yet.",
                "B refuses to remove C: it does not lead, A does.",
                "A refuses to add D: D did not catch up in time.",
            ]
        );
    }
}
