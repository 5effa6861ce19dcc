//! Claims about why disks are written, why nodes stop, and why they cannot start.

use raft_sim::raft_core::{Body, Event};
use raft_sim::{Command, Damage, DiskChange, Packet, Record, RecordKind};

use super::super::{Checked, Moment, claim};
use super::past::{bugs, is_fresh};
use crate::text::Said;

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
    let record = moment.record?;
    let cause = moment.witness.cause(record).map(|cause| &cause.kind);
    let hasty = bugs(moment).hasty_promises;
    match (said, &record.kind) {
        (Said::WhyWritten {} | Said::WhyWrittenLate {}, RecordKind::Persisted(_)) => {
            let is_late = matches!(said, Said::WhyWrittenLate {});
            claim(hasty == is_late, || format!("answers are sent before the write: {hasty}"))
        }
        (Said::WhyCrash {}, RecordKind::Crashed { lost_writes, .. }) => {
            let erased = matches!(cause, Some(RecordKind::Commanded(Command::EraseDisk(_))));
            claim(*lost_writes == 0 && !erased, || format!("{lost_writes} lost, {cause:?}"))
        }
        (Said::WhyCrashLosingWrite {}, RecordKind::Crashed { lost_writes, .. }) => {
            claim(*lost_writes > 0 && !hasty, || format!("{lost_writes} lost; early: {hasty}"))
        }
        (Said::WhyCrashLosingPromise {}, RecordKind::Crashed { lost_writes, .. }) => {
            let told = told_before_written(moment, record);
            claim(*lost_writes > 0 && hasty && told, || format!("it told another node: {told}"))
        }
        (Said::WhyCrashErased {}, RecordKind::Crashed { .. }) => {
            let erased = matches!(cause, Some(RecordKind::Commanded(Command::EraseDisk(_))));
            claim(erased, || format!("{cause:?}"))
        }
        (Said::WhyWriteFailed {}, kind) => {
            claim(matches!(kind, RecordKind::WriteFailed(_)), || format!("{kind:?}"))
        }
        (Said::WhyTailLost {}, kind) => {
            let loses = matches!(
                cause,
                Some(RecordKind::Commanded(Command::Disk { change: DiskChange::LosesTail(_), .. }))
            );
            let lost = matches!(kind, RecordKind::TailLost { .. });
            claim(lost || loses, || format!("{kind:?}, {cause:?}"))
        }
        (Said::WhyRefusesToStart {}, RecordKind::RefusedToStart { .. }) => {
            let damage = moment.simulation.host(record.subject?.node()?).disk.damage();
            let erased = damage == Some(Damage::Erased);
            claim(erased || !is_fresh(moment), || format!("its disk is {damage:?}"))
        }
        _ => None,
    }
}

/// Whether a node had told another one of what was in the write that it lost.
fn told_before_written(moment: &Moment, record: &Record) -> bool {
    let mut own = moment.witness.backwards(record).filter(|other| other.subject == record.subject);
    let mut told = false;
    own.find(|other| {
        told |= match &other.kind {
            RecordKind::Sent(envelope) => match &envelope.packet {
                Packet::Raft(message) => matches!(
                    message.body,
                    Body::RequestVote { .. }
                        | Body::RequestVoteReply { .. }
                        | Body::AppendEntriesReply { .. }
                        | Body::InstallSnapshotReply { .. }
                ),
                _ => false,
            },
            _ => false,
        };
        matches!(other.kind, RecordKind::WriteBegan(_) | RecordKind::Protocol(Event::Booted { .. }))
    });
    told
}
