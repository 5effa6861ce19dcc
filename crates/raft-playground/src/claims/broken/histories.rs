//! Facts about what clients were told, about requests that took effect twice, and about progress.

use raft_sim::raft_core::{LogIndex, NodeId, Payload};
use raft_sim::{
    Address, ClientId, ClientOperation, Operation, Outcome, Property, RecordKind, Request, Status,
};

use super::super::{Checked, Moment, claim};
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::BrokenStaleRead { client, key, value, other, expected } => {
            stale(moment, (client, Some(value)), (other, expected), key).into()
        }
        Statement::BrokenStaleReadUnset { client, key, other, expected } => {
            stale(moment, (client, None), (other, expected), key).into()
        }
        Statement::BrokenOrderAfter { client, answer, other, other_answer } => {
            let found = answered(moment, client, answer);
            let before = answered(moment, other, other_answer);
            let ordered = found
                .iter()
                .any(|found| before.iter().any(|before| before.settled_at <= found.settled_at));
            claim(ordered && is_broken(moment, Property::Linearizability), || {
                format!("{before:?}, then {found:?}")
            })
        }
        Statement::BrokenOrder { client, answer } => {
            let found = !answered(moment, client, answer).is_empty();
            claim(found && is_broken(moment, Property::Linearizability), || {
                "it got no such answer".into()
            })
        }
        Statement::BrokenExactlyOnce { client, number, index, other_index } => {
            let one = executing(moment, client, number, index);
            let other = executing(moment, client, number, other_index);
            claim(!one.is_empty() && !other.is_empty() && index != other_index, || {
                format!("{one:?} applied the first, {other:?} the second")
            })
        }
        Statement::BrokenStableLeadership { leader, term, other_term } => {
            let led = moment.truth.led(term, leader.node()?);
            claim(led && other_term > term && is_broken(moment, Property::StableLeadership), || {
                format!("it led that term: {led}")
            })
        }
        Statement::BrokenLivenessLeader { healed_at, at, .. }
        | Statement::BrokenLivenessNoLeader { healed_at, at } => {
            claim(healed_at < at && is_broken(moment, Property::Liveness), || "it is alive".into())
        }
        _ => None,
    }
}

fn is_broken(moment: &Moment, property: Property) -> bool {
    moment.simulation.violations().iter().any(|found| found.property() == property)
}

fn operations<'a>(
    moment: &Moment<'a>,
    client: Address,
) -> impl Iterator<Item = &'a ClientOperation> {
    let clients = moment.simulation.clients().iter();
    let of = clients.filter(move |other| client == other.id.into());
    of.flat_map(|client| client.operations().iter())
}

/// A client read an older value after another client had been told a newer one: the later read
/// began when the earlier one had ended.
fn stale(
    moment: &Moment,
    (client, value): (Address, Option<&str>),
    (other, expected): (Address, &str),
    key: &str,
) -> Checked {
    let reads = |client: Address, value: Option<&str>| -> Vec<&ClientOperation> {
        let all = operations(moment, client);
        all.filter(|operation| match (&operation.operation, &operation.status) {
            (Operation::Get(of), Status::Done(Outcome::Read(read))) => {
                &**of == key && read.as_deref() == value
            }
            _ => false,
        })
        .collect()
    };
    let (late, early) = (reads(client, value), reads(other, Some(expected)));
    let follows = late.iter().any(|late| {
        early.iter().any(|early| early.settled_at.is_some_and(|end| end <= late.submitted_at))
    });
    if follows && value != Some(expected) {
        Ok(())
    } else {
        Err(format!("no read of {late:?} began after one of {early:?} had ended"))
    }
}

/// The operations of a client that a sentence may mean.
fn answered<'a>(moment: &Moment<'a>, client: Address, told: &Sentence) -> Vec<&'a ClientOperation> {
    let is_meant = |operation: &&ClientOperation| match told.statement() {
        Statement::AnswerWithOutcome { operation: text, .. } => {
            operation.operation.to_string() == text && matches!(operation.status, Status::Done(_))
        }
        Statement::EntryCommand { operation: text } => operation.operation.to_string() == text,
        Statement::AnswerToRequest { number } => operation.serial == number,
        _ => false,
    };
    operations(moment, client).filter(is_meant).collect()
}

/// The nodes that applied a request with the entry at an index.
fn executing(moment: &Moment, client: Address, serial: u64, index: LogIndex) -> Vec<NodeId> {
    let is_it = |id: ClientId, number: u64| client == id.into() && number == serial;
    let records = moment.truth.records.iter().filter(|record| match &record.kind {
        RecordKind::Applied { entry, .. } if entry.index == index => match &entry.payload {
            Payload::Command(command) => Request::decode(command)
                .is_some_and(|request| is_it(request.client, request.serial)),
            _ => false,
        },
        _ => false,
    });
    records.filter_map(|record| record.subject?.node()).collect()
}
