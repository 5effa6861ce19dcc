//! Claims about why disks are written, why nodes stop, and why they cannot start.

use raft_sim::{Command, Damage, DiskChange, InjectedBugs, RecordKind};

use super::super::arithmetic::is_log_broken;
use super::super::{Checked, Moment, claim};
use super::past::{bugs, is_fresh};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let record = moment.record?;
    let cause = moment.truth.cause(record).map(|cause| &cause.kind);
    let hasty = bugs(moment).hasty_promises;
    match (said, &record.kind) {
        (Statement::WhyWrites {}, RecordKind::WriteBegan(_)) => {
            let InjectedBugs { votes_not_durable, .. } = bugs(moment);
            claim(!hasty && !votes_not_durable, || {
                format!("answers come before the write: {hasty}; no vote: {votes_not_durable}")
            })
        }
        (Statement::WhyWritesEarly {}, RecordKind::WriteBegan(_)) => {
            claim(hasty, || "answers wait for the write".into())
        }
        (Statement::WhyWritesNoVote {}, RecordKind::WriteBegan(_)) => {
            let disk = moment.simulation.host(record.subject?.node()?).disk.durable();
            let vote = disk.hard_state.voted_for;
            claim(bugs(moment).votes_not_durable && vote.is_none(), || format!("{vote:?}"))
        }
        (Statement::WhySentTwice {}, RecordKind::Duplicated(_)) => {
            let by_command = matches!(cause, Some(RecordKind::Commanded(_)));
            claim(!by_command, || format!("{cause:?}"))
        }
        (Statement::WhyWritten {} | Statement::WhyWrittenLate {}, RecordKind::Persisted(_)) => {
            let is_late = matches!(said, Statement::WhyWrittenLate {});
            claim(hasty == is_late, || format!("answers are sent before the write: {hasty}"))
        }
        (Statement::WhyCrash {}, RecordKind::Crashed { lost_writes, .. }) => {
            let erased = matches!(cause, Some(RecordKind::Commanded(Command::EraseDisk(_))));
            claim(*lost_writes == 0 && !erased, || format!("{lost_writes} lost, {cause:?}"))
        }
        (Statement::WhyCrashLosingWrite {}, RecordKind::Crashed { lost_writes, .. }) => {
            claim(*lost_writes > 0 && !hasty, || format!("{lost_writes} lost; early: {hasty}"))
        }
        (Statement::WhyCrashLosingPromise {}, RecordKind::Crashed { lost_writes, .. }) => {
            claim(*lost_writes > 0 && hasty, || format!("{lost_writes} lost; early: {hasty}"))
        }
        (Statement::WhyCrashErased {}, RecordKind::Crashed { .. }) => {
            let erased = matches!(cause, Some(RecordKind::Commanded(Command::EraseDisk(_))));
            claim(erased, || format!("{cause:?}"))
        }
        (Statement::WhyWriteFailed {}, kind) => {
            claim(matches!(kind, RecordKind::WriteFailed(_)), || format!("{kind:?}"))
        }
        (Statement::WhyTailLost {}, kind) => {
            let loses = matches!(
                cause,
                Some(RecordKind::Commanded(Command::Disk { change: DiskChange::LosesTail(_), .. }))
            );
            let lost = matches!(kind, RecordKind::TailLost { .. });
            claim(lost || loses, || format!("{kind:?}, {cause:?}"))
        }
        (Statement::WhyRefusesToStart {}, RecordKind::RefusedToStart { .. }) => {
            let damage = moment.simulation.host(record.subject?.node()?).disk.damage();
            let erased = damage == Some(Damage::Erased);
            claim(erased || !is_fresh(moment), || format!("its disk is {damage:?}"))
        }
        (Statement::WhyRefusesToStartDamaged {}, RecordKind::RefusedToStart { .. }) => {
            let host = moment.simulation.host(record.subject?.node()?);
            let damage = host.disk.damage();
            let is_damaged =
                is_log_broken(host) || damage.is_some_and(|damage| damage != Damage::Erased);
            claim(is_damaged || !is_fresh(moment), || format!("its disk is {damage:?}"))
        }
        _ => None,
    }
}
