//! Why a client waits for an answer.

use raft_sim::raft_core::{Entry, Node, NodeId, Payload, ReadMode};
use raft_sim::{Address, ClientOperation, Operation, Packet, Process, Request, Simulation, Status};

use super::entries::{self, lack, listed};
use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::vocabulary;
use crate::query::{self, hear_each_other, running_node};
use crate::text::{Sentence, say};

/// The first client that waits, if one does.
pub(super) fn waiting(simulation: &Simulation) -> Option<Address> {
    let clients = simulation.clients().iter();
    let waits = |client: &Address| operation(simulation, *client).is_some();
    clients.map(|client| client.id.into()).find(waits)
}

/// The oldest operation for which a client waits.
fn operation(simulation: &Simulation, client: Address) -> Option<&ClientOperation> {
    let client = simulation.clients().iter().find(|other| client == other.id.into())?;
    client.operations().iter().find(|operation| operation.status == Status::Waiting)
}

/// Why a client waits; none if it does not.
pub(super) fn explain(simulation: &Simulation, client: Address) -> Option<Explanation> {
    let operation = operation(simulation, client)?;
    let reason = match on_the_way(simulation, client, operation) {
        Some(sentence) => Reason::new(sentence, "§8"),
        None => at_node(simulation, client, operation),
    };
    Some(reason.titled(say::why_client_waits(client, operation.operation.to_string())))
}

/// What keeps the request or the answer between the client and the node that it asked last.
fn on_the_way(
    simulation: &Simulation,
    client: Address,
    operation: &ClientOperation,
) -> Option<Sentence> {
    let (node, serial) = (operation.asked, operation.serial);
    let mut messages = simulation.network().messages();
    let in_transit = messages.find_map(|in_flight| match &in_flight.packet {
        Packet::Request(request)
            if (in_flight.from, in_flight.to) == (client, node.into())
                && request.serial == serial =>
        {
            Some(say::why_client_request_in_transit(client, node))
        }
        Packet::Answer(answer)
            if (in_flight.from, in_flight.to) == (node.into(), client)
                && answer.serial == serial =>
        {
            Some(say::why_client_answer_in_transit(node, client))
        }
        _ => None,
    });
    let is_cut = |from, to| simulation.network().is_up(from, to) == Some(false);
    let process = simulation.host(node).process.as_ref();
    in_transit.or_else(|| match process {
        None => Some(say::why_client_waits_for_stopped(client, node)),
        Some(process) if process.is_frozen() => {
            Some(say::why_client_waits_for_frozen(client, node))
        }
        Some(_) if is_cut(client, node.into()) => Some(say::why_direction_cut(client, node)),
        Some(_) if is_cut(node.into(), client) => Some(say::why_direction_cut(node, client)),
        Some(_) => None,
    })
}

/// What keeps the node from answering.
fn at_node(simulation: &Simulation, client: Address, operation: &ClientOperation) -> Reason {
    let node = running_node(simulation, operation.asked).expect("it would be said to be stopped");
    if !node.is_leader() {
        return Reason::new(say::why_client_waits_for_follower(client, node.id()), "§8");
    }
    if let Operation::Get(_) = operation.operation {
        return read(simulation, node);
    }
    let is_it = |entry: &&Entry| match &entry.payload {
        Payload::Command(command) => Request::decode(command).is_some_and(|request| {
            client == request.client.into() && request.serial == operation.serial
        }),
        Payload::NoOp | Payload::Membership(_) => false,
    };
    let mut open = node.log().entries_from(node.commit_index().next());
    match open.find(is_it) {
        Some(entry) => {
            let held = Reason::new(say::why_client_entry_held(node.id(), entry.index), "§5.3");
            let waits = entries::waits(simulation, node, entry);
            let compared = waits.compared.clone();
            let all = waits.sentences.into_iter().fold(held, Reason::and);
            Reason { compared, ..all }
        }
        None => Reason::new(say::why_client_has_no_answer(client, node.id()), "§8"),
    }
}

/// A leader answers a read only when it is sure that it still leads: a deposed one never is.
fn read(simulation: &Simulation, leader: &Node) -> Reason {
    let quorum = query::needed_by(leader);
    let hears = |voter: NodeId| {
        let is_frozen = simulation.host(voter).process.as_ref().is_some_and(Process::is_frozen);
        hear_each_other(simulation, leader.id(), voter) && !is_frozen
    };
    let needed = vocabulary::quorum(&quorum);
    if quorum.is_met(hears) || matches!(leader.config().reads, ReadMode::Lease { .. }) {
        return Reason::new(say::why_read_confirming(leader.id(), needed), "diss. §6.4");
    }
    let missing = quorum.members(|voter| !hears(voter)).into_iter();
    let missing = listed(missing.map(|node| lack(simulation, leader.id(), node)).collect());
    let sentence = say::why_read_unconfirmed(leader.id(), needed, missing);
    Reason::new(sentence, "diss. §6.4").with(
        say::compare_reach_each_other(),
        vocabulary::counted(&quorum, hears),
        vocabulary::needed(&quorum),
        false,
    )
}
