//! Claims of the marks on the time bar.

use raft_sim::raft_core::Event;
use raft_sim::{Record, RecordKind, Time};

use super::labels::Labels;
use super::{Checked, GroundTruth, claim};
use crate::text::{Sentence, Statement};
use crate::view::Timeline;

/// Judges everything that the time bar says.
pub(super) fn timeline(labels: &mut Labels, timeline: &Timeline) {
    let truth = labels.moment.truth;
    for mark in &timeline.marks {
        labels.add(&mark.text, mark_is(&mark.text, Time(mark.at_us), truth));
    }
}

/// Whether what a mark says happened at its moment.
fn mark_is(told: &Sentence, at: Time, truth: &GroundTruth) -> Option<Checked> {
    let records: Vec<&Record> = truth.at(at).collect();
    let happened = |is_it: &dyn Fn(&Record) -> bool| {
        let kinds: Vec<_> = records.iter().map(|record| &record.kind).collect();
        claim(records.iter().any(|record| is_it(record)), || format!("at {at:?}: {kinds:?}"))
    };
    let commanded = |by_hand: bool| {
        let acts = truth.commands_at(at).any(|(_, was_by_hand)| was_by_hand == by_hand);
        claim(acts, || format!("no such command was given at {at:?}"))
    };
    match told.statement() {
        Statement::MarkLeader { node } => happened(&|record| {
            let leads = matches!(record.kind, RecordKind::Protocol(Event::LeaderElected { .. }));
            leads && record.subject == Some(node)
        }),
        Statement::MarkStopped { node } => happened(&|record| {
            matches!(record.kind, RecordKind::Crashed { .. }) && record.subject == Some(node)
        }),
        Statement::MarkStarted { node } => happened(&|record| {
            let starts = matches!(record.kind, RecordKind::Protocol(Event::Booted { .. }));
            starts && record.subject == Some(node)
        }),
        Statement::MarkCut {} => claim(truth.had_link(at, false), || {
            format!("none was cut: {:?}", truth.commands_at(at).collect::<Vec<_>>())
        }),
        Statement::MarkMended {} => claim(truth.had_link(at, true), || {
            format!("none was up: {:?}", truth.commands_at(at).collect::<Vec<_>>())
        }),
        Statement::MarkAction {} => commanded(true),
        Statement::MarkScriptAction {} => commanded(false),
        Statement::MarkBroken { guarantee } => happened(&|record| match &record.kind {
            RecordKind::Violated(found) => {
                guarantee.id().strip_prefix("guarantee-") == Some(found.property().key())
            }
            _ => false,
        }),
        _ => None,
    }
}
