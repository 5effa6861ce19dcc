//! Claims about what clients are told, and about what was committed and may be lost.

use raft_sim::{
    Address, ClientOperation, InjectedBugs, Outcome, Packet, RecordKind, Reply, Status,
};

use super::super::{Checked, Moment, claim};
use super::members::{is_read_unsure, may_lease_fail};
use super::messages::is_read;
use super::past::{bugs, is_faulty};
use crate::text::Said;

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
    if let Said::WhyMayBeLost {} = *said {
        return claim(is_faulty(moment), || "nothing is amiss in this run".into());
    }
    let record = moment.record?;
    let RecordKind::Settled { serial, status } = &record.kind else { return None };
    let Some(Address::Client(client)) = record.subject else { return None };
    let clients = moment.simulation.clients();
    let of = clients.iter().find(|other| other.id == client)?;
    let operation = of.operations().iter().find(|operation| operation.serial == *serial)?;
    let applied = moment.witness.was_applied(client, *serial);
    let truth = || format!("{:?} is {status:?}, applied: {applied}", operation.operation);
    match *said {
        Said::WhyReadValue {} => {
            let is_value = matches!(status, Status::Done(Outcome::Read(_)));
            claim(is_value && !is_read_unsure(moment), truth)
        }
        Said::WhyReadMaybeOld {} => {
            claim(is_read_unsure(moment) || may_lease_fail(moment), truth)
        }
        Said::WhyWriteDone {} | Said::WhyWriteDoneUnsafe {} => {
            claim(matches!(status, Status::Done(_)) && applied, truth)
        }
        Said::WhyWriteSuperseded {} => claim(*status == Status::Failed && !applied, truth),
        Said::WhyWriteUnknown {} => {
            let is_write = !is_read(&operation.operation) && *status == Status::Unknown;
            let answered = answers(moment, client, operation);
            claim(is_write && answered == 0, || format!("{answered} answers came"))
        }
        Said::WhyReadUnknown {} => {
            let is_read = is_read(&operation.operation) && *status == Status::Unknown;
            let answered = answers(moment, client, operation);
            claim(is_read && answered == 0, || format!("{answered} answers came"))
        }
        Said::WhyMayRetry {} => claim(!bugs(moment).retries_applied, truth),
        Said::WhyMustNotRetry {} => {
            let InjectedBugs { retries_applied, .. } = bugs(moment);
            claim(retries_applied, truth)
        }
        _ => None,
    }
}

/// How many answers came to a request.
fn answers(moment: &Moment, client: raft_sim::ClientId, operation: &ClientOperation) -> usize {
    let Some(record) = moment.record else { return 0 };
    let recent = moment.witness.backwards(record);
    let recent = recent.take_while(|other| other.at >= operation.submitted_at);
    let answers = recent.filter(|other| {
        other.subject == Some(client.into())
            && match &other.kind {
                RecordKind::Delivered(envelope) => match &envelope.packet {
                    Packet::Answer(answer) => {
                        answer.serial == operation.serial
                            && matches!(answer.reply, Reply::NotLeader { .. } | Reply::Superseded { .. } | Reply::Done(_))
                    }
                    _ => false,
                },
                _ => false,
            }
    });
    answers.count()
}
