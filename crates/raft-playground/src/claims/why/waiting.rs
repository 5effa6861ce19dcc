//! Claims about why a client waits.

use raft_sim::raft_core::{Node, NodeId, Payload};
use raft_sim::{Address, ClientOperation, Operation, Packet, Process, Request};

use super::super::arithmetic::{decides, exchange, voters};
use super::super::{Checked, Moment, claim};
use super::entries::operation;
use super::past::running;
use crate::intent::Question;
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Some(Question::Client(client)) = moment.question else { return None };
    let operation = operation(moment, client)?;
    let node = operation.asked;
    let process = moment.simulation.host(node).process.as_ref();
    let is_asked = |told: Address| told == Address::Node(node);
    match *said {
        Statement::WhyClientWaits { client: told, operation: what } => {
            let right = told == client && what == operation.operation.to_string();
            claim(right, || format!("it waits for {}", operation.operation))
        }
        Statement::WhyClientRequestInTransit { .. } => {
            let transit = is_in_transit(moment, client, operation, true);
            claim(transit, || "no request is in transit".into())
        }
        Statement::WhyClientAnswerInTransit { .. } => {
            let transit = is_in_transit(moment, client, operation, false);
            claim(transit, || "no answer is in transit".into())
        }
        Statement::WhyClientWaitsForStopped { node, .. } => {
            claim(is_asked(node) && process.is_none(), || "it runs".into())
        }
        Statement::WhyClientWaitsForFrozen { node, .. } => {
            let frozen = process.is_some_and(Process::is_frozen);
            claim(is_asked(node) && frozen, || "it is not frozen".into())
        }
        Statement::WhyDirectionCut { from, to } => {
            let up = moment.simulation.network().is_up(from, to);
            claim(up == Some(false), || format!("it is up: {up:?}"))
        }
        Statement::WhyClientWaitsForFollower { node, .. } => {
            let leads = process.is_some_and(|process| process.node.is_leader());
            claim(is_asked(node) && !leads, || "it leads".into())
        }
        Statement::WhyClientHasNoAnswer { node, .. } => {
            claim(is_asked(node), || format!("it asked {:?}", operation.asked))
        }
        Statement::WhyClientEntryHeld { node, index } => {
            let own = running(moment, node.node()?)?;
            let held = own.log().entry(index).is_some_and(|entry| match &entry.payload {
                Payload::Command(command) => Request::decode(command).is_some_and(|request| {
                    client == request.client.into() && request.serial == operation.serial
                }),
                _ => false,
            });
            let open = own.commit_index() < index;
            claim(held && open && own.is_leader(), || format!("it has it: {held}, open: {open}"))
        }
        Statement::WhyReadConfirming { node, .. } => {
            let own = running(moment, node.node()?)?;
            let reads = matches!(operation.operation, Operation::Get(_));
            claim(reads && own.is_leader() && is_asked(node), || "it does not lead".into())
        }
        Statement::WhyReadUnconfirmed { node, missing, .. } => {
            let own = running(moment, node.node()?)?;
            let reads = matches!(operation.operation, Operation::Get(_));
            let hears = |voter| hears(moment, own, voter);
            let enough = decides(moment.simulation, own.membership(), hears);
            let lacking = voters(own.membership()).into_iter().filter(|voter| !hears(*voter));
            let told = super::entries::list(missing);
            let named = told.iter().map(|(node, _)| *node).eq(lacking);
            let right = reads && own.is_leader() && !enough && named;
            Some(if right {
                let mut told = told.iter();
                told.try_for_each(|(voter, why)| super::entries::lacks(moment, own, *voter, why))
            } else {
                Err(format!("it hears enough: {enough}; all are named: {named}"))
            })
        }
        _ => None,
    }
}

/// Whether a voter exchanges messages with a node, and is not frozen.
fn hears(moment: &Moment, own: &Node, voter: NodeId) -> bool {
    let process = moment.simulation.host(voter).process.as_ref();
    exchange(moment.simulation, own.id(), voter)
        && process.is_some_and(|process| !process.is_frozen())
}

fn is_in_transit(
    moment: &Moment,
    client: Address,
    operation: &ClientOperation,
    is_request: bool,
) -> bool {
    let node = Address::Node(operation.asked);
    let mut messages = moment.simulation.network().messages();
    messages.any(|in_flight| match &in_flight.packet {
        Packet::Request(request) => {
            is_request
                && request.serial == operation.serial
                && (in_flight.from, in_flight.to) == (client, node)
        }
        Packet::Answer(answer) => {
            !is_request
                && answer.serial == operation.serial
                && (in_flight.from, in_flight.to) == (node, client)
        }
        Packet::Raft(_) => false,
    })
}
