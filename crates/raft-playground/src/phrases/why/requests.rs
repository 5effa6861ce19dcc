//! Why a client asks a node.

use raft_sim::{Address, Command, Packet, Record, RecordKind, Reply, Request};

use crate::phrases::Past;
use crate::text::{Sentence, say};

/// Why a client sent its request to this node: what is known of how it was sent.
pub(super) fn explain(
    request: &Request,
    (from, to): (Address, Address),
    sending: Option<&Record>,
    past: &Past,
) -> Sentence {
    let operation = request.operation.to_string();
    let Some(sending) = sending else { return say::why_client_request_chosen(from, operation) };
    let chosen = |command: &Command| match command {
        Command::Submit { via, .. } | Command::Resend { via, .. } => *via == Some(to),
        _ => false,
    };
    match past.caused_by(sending).map(|cause| (&cause.kind, cause)) {
        Some((RecordKind::Submitted { .. }, submitted)) => match past.cause(submitted) {
            Some(RecordKind::Commanded(command)) if chosen(command) => {
                say::why_client_request_to(from, operation, to)
            }
            _ => first(from, operation, to, sending, past),
        },
        Some((RecordKind::Commanded(command), _)) if chosen(command) => {
            say::why_client_request_to(from, operation, to)
        }
        Some((RecordKind::Delivered(envelope), _)) => match &envelope.packet {
            Packet::Answer(answer)
                if matches!(answer.reply, Reply::NotLeader { hint: Some(hint) }
                    if to == Address::Node(hint)) =>
            {
                say::why_client_request_redirected(from, operation, envelope.from, to)
            }
            _ => say::why_client_request_chosen(from, operation),
        },
        _ if sending.cause == Some(0) => say::why_client_request_again(from, operation, to),
        _ => say::why_client_request_chosen(from, operation),
    }
}

/// The client chose the node: what it knew then is known until something else happens to it.
fn first(from: Address, operation: String, to: Address, sending: &Record, past: &Past) -> Sentence {
    let client = past.simulation.clients().iter().find(|client| from == client.id.into());
    // What a client knows changes only with its own records.
    let last = past.backwards().find(|record| record.subject == Some(from));
    let is_outdated = last.is_none_or(|last| last.seq != sending.seq);
    let known = client.and_then(|client| client.leader).map(Address::Node);
    match known {
        _ if is_outdated => say::why_client_request_chosen(from, operation),
        Some(leader) if leader == to => say::why_client_request(from, operation),
        Some(_) => say::why_client_request_chosen(from, operation),
        None => say::why_client_request_any(from),
    }
}
