//! Claims of the transcript's lines about timers and disks, and about nodes that stop or apply
//! entries.

use raft_sim::raft_core::{Entry, LogIndex, Payload, Write};
use raft_sim::{DiskState, Host, Record, RecordKind};

use super::arithmetic::is_log_broken;
use super::log::is_entry;
use super::transcript_facts::host;
use super::transcript_parts::{damage_is, outcome_is, write_is};
use super::{Checked, Moment, claim};
use crate::text::Statement;

pub(super) fn disks(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let host = host(record, moment)?;
    match *said {
        Statement::LogTimerElection {}
        | Statement::LogTimerHeartbeat {}
        | Statement::LogTimerQuorum {}
        | Statement::LogTimerTransfer {} => {
            let fired = matches!(record.kind, RecordKind::TimerFired(_));
            claim(fired, || "no timer ran out".into())
        }
        Statement::LogWriteBegins { number, write } => {
            let RecordKind::WriteBegan(begun) = &record.kind else { return None };
            if begun.number.0 != number {
                return Some(Err(format!("it is write {}", begun.number.0)));
            }
            write_is(write, begun, moment.simulation).into()
        }
        Statement::LogWriteDurable { number } => {
            let waits = host.disk.under_way().any(|(_, write)| write.number.0 <= number);
            let kept =
                || begun(number, record, moment).is_none_or(|write| has_written(host, write));
            claim(!waits && kept(), || format!("it is not on disk, or is under way: {waits}"))
        }
        Statement::LogWriteFails { .. } => claim(host.disk.state() == DiskState::Fails, || {
            format!("the disk {:?}", host.disk.state())
        }),
        Statement::LogStops {} => stopped(host, record, |lost, _| lost == 0).into(),
        Statement::LogStopsLosingWrites { count } => {
            stopped(host, record, |lost, torn| lost as u64 == count && !torn).into()
        }
        Statement::LogStopsTorn {} => stopped(host, record, |lost, torn| lost > 0 && torn).into(),
        Statement::LogDiskLosesEntry { index } => loses(host, record, moment, index, index).into(),
        Statement::LogDiskLosesEntries { index, last_index } => {
            loses(host, record, moment, index, last_index).into()
        }
        Statement::LogCannotStart { damage } => {
            let stays = host.process.is_none();
            let is_broken =
                matches!(damage.statement(), Statement::DamageHidden {}) && is_log_broken(host);
            let right = damage_is(damage, host.disk.damage());
            let right = if is_broken { Ok(()) } else { right };
            claim(stays, || "it runs".into()).filter(Result::is_err).or(Some(right))
        }
        Statement::LogApplies { entry, index, term } => applies(host, record, index)
            .and_then(|applied| {
                is_entry(entry, applied)?;
                if applied.term == term { Ok(()) } else { Err(format!("{:?}", applied.term)) }
            })
            .into(),
        Statement::LogAppliesWith { entry, index, term, outcome } => applies(host, record, index)
            .and_then(|applied| {
                is_entry(entry, applied)?;
                let RecordKind::Applied { outcome: gave, .. } = &record.kind else {
                    return Err("nothing was applied".into());
                };
                let right = gave.as_ref().is_some_and(|gave| outcome_is(outcome, gave));
                let truth = || format!("it gave {gave:?} in term {}", applied.term.0);
                if right && applied.term == term { Ok(()) } else { Err(truth()) }
            })
            .into(),
        Statement::LogAppliesMembership { index, term } => applies(host, record, index)
            .and_then(|applied| match applied.payload {
                Payload::Membership(_) if applied.term == term => Ok(()),
                _ => Err(format!("{applied:?}")),
            })
            .into(),
        _ => None,
    }
}

/// The write of this number that a node began since it last started.
fn begun<'a>(number: u64, record: &Record, moment: &Moment<'a>) -> Option<&'a Write> {
    let mut before = moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    before.find_map(|other| match &other.kind {
        RecordKind::WriteBegan(write) if write.number.0 == number => Some(write),
        _ => None,
    })
}

/// Everything of a write is on the disk; what later writes replaced may not be.
fn has_written(host: &Host, write: &Write) -> bool {
    let disk = host.disk.durable();
    let state = write.hard_state.is_none_or(|state| disk.hard_state.term >= state.term);
    let reaches = |index: LogIndex| disk.last().index >= index;
    let snapshot = write.snapshot.as_ref().is_none_or(|snapshot| reaches(snapshot.last.index));
    let log = write.log.as_ref().and_then(|log| log.entries.last());
    state && snapshot && log.is_none_or(|entry| reaches(entry.index))
}

fn stopped(host: &Host, record: &Record, is_right: impl Fn(usize, bool) -> bool) -> Checked {
    match record.kind {
        _ if host.process.is_some() => Err("it runs".into()),
        RecordKind::Crashed { lost_writes, torn } if is_right(lost_writes, torn) => Ok(()),
        ref other => Err(format!("{other:?}")),
    }
}

/// Entries are gone that the disk had told were written.
fn loses(
    host: &Host,
    record: &Record,
    moment: &Moment,
    first: LogIndex,
    last: LogIndex,
) -> Checked {
    let RecordKind::TailLost { first: gone, last: end } = record.kind else {
        return Err("nothing was lost".into());
    };
    if (gone.index, end.index) != (first, last) || host.disk.durable().last().index >= first {
        return Err(format!("{gone:?} to {end:?} were lost"));
    }
    let wrote = |write: &Write| {
        let mut entries = write.log.iter().flat_map(|log| log.entries.iter());
        entries.any(|entry| entry.position() == end)
    };
    let told = moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    let told: Vec<&Record> = told.collect();
    let number = told.iter().position(|other| match &other.kind {
        RecordKind::WriteBegan(write) => wrote(write),
        _ => false,
    });
    let acknowledged = number.is_some_and(|place| {
        let RecordKind::WriteBegan(write) = &told[place].kind else { return false };
        let after = told[..place].iter();
        after.rev().any(|other| match other.kind {
            RecordKind::Persisted(number) => number >= write.number,
            _ => false,
        })
    });
    if acknowledged { Ok(()) } else { Err(format!("the write of {end:?} was never acknowledged")) }
}

fn applies<'a>(host: &Host, record: &'a Record, index: LogIndex) -> Result<&'a Entry, String> {
    let RecordKind::Applied { entry, .. } = &record.kind else {
        return Err("nothing was applied".into());
    };
    let reached = host.process.as_ref().map(|process| process.node.last_applied());
    if entry.index == index && reached.is_none_or(|reached| reached >= index) {
        Ok(entry)
    } else {
        Err(format!("{entry:?}, applied up to {reached:?}"))
    }
}
