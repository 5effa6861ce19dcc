//! Claims about what clients are told, and about what was committed and may be lost.

use raft_sim::{
    Address, ClientId, ClientOperation, InjectedBugs, Outcome, Packet, RecordKind, Reply, Status,
};

use super::super::leases::may_lease_fail;
use super::super::{Checked, Moment, claim};
use super::client_messages::is_read;
use super::members::is_read_unsure;
use super::past::{bugs, is_faulty};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::WhyMayBeLost {} => {
            let InjectedBugs { votes_not_durable, hasty_promises, half_is_enough, .. } =
                bugs(moment);
            let has_bug = votes_not_durable || hasty_promises || half_is_enough;
            return claim(has_bug, || "no bug is injected".into());
        }
        Statement::WhyMayBeLostRule { rule } => {
            let rule = super::rules::named(rule)?;
            let was_off = moment.truth.ever_off(moment.simulation).contains(rule);
            return claim(was_off, || format!("{rule} was never off"));
        }
        Statement::WhyMayBeLostDisk { node } => {
            let lost = moment.simulation.lost_tails();
            let has_lost = lost.iter().any(|(_, other)| Address::Node(*other) == node);
            return claim(has_lost, || format!("{lost:?}"));
        }
        _ => {}
    }
    let record = moment.record?;
    let RecordKind::Settled { serial, status } = &record.kind else { return None };
    let Some(Address::Client(client)) = record.subject else { return None };
    let clients = moment.simulation.clients();
    let of = clients.iter().find(|other| other.id == client)?;
    let operation = of.operations().iter().find(|operation| operation.serial == *serial)?;
    let applied = moment.truth.was_applied(client, *serial);
    let truth = || format!("{:?} is {status:?}, applied: {applied}", operation.operation);
    match *said {
        Statement::WhyReadValue {} => {
            let is_value = matches!(status, Status::Done(Outcome::Read(_)));
            claim(is_value && !is_read_unsure(moment), truth)
        }
        Statement::WhyReadMaybeOld {} => claim(bugs(moment).local_reads, truth),
        Statement::WhyReadByRuleOff { rule } => {
            let rule = super::rules::named(rule)?;
            let off = super::past::rules_off(moment).contains(rule);
            claim(off && is_read_unsure(moment), || format!("{rule} is off: {off}"))
        }
        Statement::WhyReadByLease {} => claim(may_lease_fail(moment), truth),
        Statement::WhyReadUnsure {} => claim(is_faulty(moment), truth),
        Statement::WhyWriteDone {} | Statement::WhyWriteDoneUnsafe {} => {
            claim(matches!(status, Status::Done(_)) && applied, truth)
        }
        Statement::WhyWriteSupersededUnsafe {} => {
            claim(*status == Status::Failed && is_faulty(moment), truth)
        }
        Statement::WhyWriteSuperseded {} => claim(*status == Status::Failed && !applied, truth),
        Statement::WhyWriteUnknown {} => {
            let is_write = !is_read(&operation.operation) && *status == Status::Unknown;
            claim(is_write && !is_done(moment, client, operation), truth)
        }
        Statement::WhyReadUnknown {} => {
            let is_read = is_read(&operation.operation) && *status == Status::Unknown;
            claim(is_read && !is_done(moment, client, operation), truth)
        }
        Statement::WhyMayRetry {} => claim(!bugs(moment).retries_applied, truth),
        Statement::WhyMustNotRetry {} => {
            let InjectedBugs { retries_applied, .. } = bugs(moment);
            claim(retries_applied, truth)
        }
        _ => None,
    }
}

/// Whether a client was told the result of a request.
fn is_done(moment: &Moment, client: ClientId, operation: &ClientOperation) -> bool {
    let Some(record) = moment.record else { return false };
    let recent = moment.truth.backwards(record);
    let mut recent = recent.take_while(|other| other.at >= operation.submitted_at);
    recent.any(|other| {
        other.subject == Some(client.into())
            && match &other.kind {
                RecordKind::Delivered(envelope) => match &envelope.packet {
                    Packet::Answer(answer) => {
                        answer.serial == operation.serial && matches!(answer.reply, Reply::Done(_))
                    }
                    _ => false,
                },
                _ => false,
            }
    })
}
