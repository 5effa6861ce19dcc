//! What a node answers to an administrator.

use raft_sim::raft_core::{Answer, NodeId, Rule};
use raft_sim::{Address, AdminRequest};

use super::rule_sentence;

/// A sentence about an answer.
pub(super) fn tell(node: NodeId, request: &AdminRequest, answer: Answer) -> String {
    let name = Address::Node(node);
    let what = asked(request);
    match answer {
        Answer::Committed(_) => format!("{name} was asked to {what}, and that is done."),
        Answer::Refused(rule) => {
            format!("{name} refuses to {what}: {}", reason(name, request, rule))
        }
        Answer::NotLeader { hint: Some(leader) } => {
            let leader = Address::Node(leader);
            format!("{name} refuses to {what}: it does not lead, {leader} does.")
        }
        Answer::NotLeader { hint: None } => {
            format!("{name} refuses to {what}: it does not lead and knows of no leader.")
        }
        Answer::Superseded { .. } | Answer::Unknown => {
            format!("{name} was asked to {what}, but lost its leadership before that was decided.")
        }
    }
}

/// What a node is asked to do: `add D`.
pub(super) fn asked(request: &AdminRequest) -> String {
    match request {
        AdminRequest::Reconfigure { .. } => "change the members".into(),
        other => other.to_string(),
    }
}

/// Why a change is refused, with a full stop.
fn reason(node: Address, request: &AdminRequest, rule: Rule) -> String {
    match rule {
        Rule::CatchUpFirst => match request {
            AdminRequest::Add(newcomer) | AdminRequest::Replace { by: newcomer, .. } => {
                format!("{newcomer} did not catch up in time.")
            }
            _ => "a new voter did not catch up in time.".into(),
        },
        Rule::OneChangeAtATime => "another change is under way.".into(),
        Rule::OwnTermBeforeChange => {
            format!("{node} has not committed an entry of its own term yet.")
        }
        Rule::NothingDuringTransfer => format!("{node} is handing over its leadership."),
        Rule::JointConsensus => "no voter would be left.".into(),
        other => format!("a rule forbids it. {}", rule_sentence(other)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests {
    use raft_sim::export;
    use raft_sim::script::ScriptRun;
    use raft_sim::{RecordKind, Script, Time};

    use crate::{phrases, significance};

    /// What is said on the stage and what stands in the transcript about administrators' requests.
    fn told(script: &str) -> Vec<(String, String)> {
        let mut performance = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
        performance.advance(Time(u64::MAX));
        let records = performance.simulation_mut().take_records();
        let answers =
            records.iter().filter(|record| matches!(record.kind, RecordKind::Administered { .. }));
        let simulation = performance.simulation();
        let both = answers.filter_map(|record| {
            significance::weight(record, simulation)?;
            let sentence = phrases::tell(record, simulation)?;
            Some((sentence, export::words::describe(&record.kind)))
        });
        both.collect()
    }

    #[test]
    fn a_refused_change_is_told_with_its_reason_on_the_stage_and_in_the_transcript() {
        // The newcomer is down, so it never catches up (raft-rs#192).
        let script = "seed 2\nnodes 3\nspares 2\nat 0ms: time out A\n\
                      until leader A in term 1 within 1s: add E; X sends x=1\n\
                      until committed x=1 on A,B,C within 1s: crash D; add D; remove C via B\n\
                      until refused A by catch-up-first within 10s";
        let pair = |(stage, line): (&str, &str)| (stage.to_owned(), line.to_owned());
        assert_eq!(
            told(script),
            [
                (
                    "A refuses to add E: A has not committed an entry of its own term yet.",
                    "refuses add E: own-term-before-change (diss. §4.1)"
                ),
                (
                    "B refuses to remove C: it does not lead, A does.",
                    "refuses remove C: it does not lead, A does"
                ),
                (
                    "A refuses to add D: D did not catch up in time.",
                    "refuses add D: catch-up-first (diss. §4.2.1)"
                ),
            ]
            .map(pair)
        );
    }
}
