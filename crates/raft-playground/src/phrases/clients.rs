//! What became of what clients asked for.

use raft_sim::{
    Address, ClientOperation, MAX_KEY, MAX_VALUE, NotAnOperation, Operation, Outcome, Simulation,
    Status,
};

use crate::query;
use crate::text::{Sentence, say};

/// A sentence for when the client learns of it. Unless committed entries stay, no entry can be said
/// to be never committed.
pub(super) fn settled(
    client: Address,
    operation: &ClientOperation,
    status: &Status,
    is_safe: bool,
) -> Sentence {
    let (what, key) = (operation.operation.to_string(), operation.operation.key());
    match status {
        Status::Waiting => say::client_waits(client, what),
        Status::Done(Outcome::Written) => say::client_told_committed(client, what),
        Status::Done(Outcome::Read(Some(value))) => say::client_told_value(client, key, &**value),
        Status::Done(Outcome::Read(None)) => say::client_told_unset(client, key),
        Status::Done(Outcome::Differs(value)) => match (&operation.operation, value) {
            (Operation::CompareAndSet(_, expected, _), Some(value)) => {
                say::client_told_differs(client, key, &**value, &**expected)
            }
            _ => say::client_told_differs_unset(client, key),
        },
        Status::Done(Outcome::NotANumber) => say::client_told_not_a_number(client, key),
        Status::Failed if is_safe => say::client_told_superseded(client, what),
        Status::Failed => say::client_told_superseded_unsafe(client, what),
        Status::Unknown => match operation.operation {
            Operation::Get(_) => say::client_read_unanswered(client, key),
            _ => say::client_write_unanswered(client, what),
        },
    }
}

/// One line under the client's field.
pub(crate) fn client_status(operation: &ClientOperation, simulation: &Simulation) -> Sentence {
    let (what, key) = (operation.operation.to_string(), operation.operation.key());
    match &operation.status {
        Status::Waiting => say::client_status_waiting(what, operation.asked),
        Status::Done(Outcome::Written) => say::client_status_committed(what),
        Status::Done(Outcome::Read(Some(value)) | Outcome::Differs(Some(value))) => {
            say::client_status_value(key, &**value)
        }
        Status::Done(Outcome::Read(None) | Outcome::Differs(None)) => say::client_status_unset(key),
        Status::Done(Outcome::NotANumber) => say::client_status_not_a_number(key),
        Status::Failed if query::weakness(simulation, simulation.now()).is_none() => {
            say::client_status_superseded(what)
        }
        Status::Failed => say::client_status_superseded_unsafe(what),
        Status::Unknown => say::client_status_unanswered(operation.asked, what),
    }
}

/// Why a text cannot be sent.
pub(crate) fn not_an_operation(error: &NotAnOperation) -> Sentence {
    match error {
        NotAnOperation::Empty => say::operation_empty(),
        NotAnOperation::Form => say::operation_form(),
        NotAnOperation::Key => say::operation_key(MAX_KEY),
        NotAnOperation::Value => say::operation_value(MAX_VALUE),
        NotAnOperation::Number => say::operation_number(),
    }
}

/// A request, and its answer if that says more than that it was done: `get x: 5`.
pub(crate) fn request(operation: &ClientOperation) -> Sentence {
    let what = operation.operation.to_string();
    let answer = match &operation.status {
        Status::Waiting | Status::Done(Outcome::Written) => return say::entry_command(what),
        Status::Done(Outcome::Read(Some(value)) | Outcome::Differs(Some(value))) => {
            say::outcome_value(&**value)
        }
        Status::Done(Outcome::Read(None) | Outcome::Differs(None)) => say::answer_unset(),
        Status::Done(Outcome::NotANumber) => say::answer_not_a_number(),
        Status::Failed => say::answer_failed(),
        Status::Unknown => say::answer_unknown(),
    };
    say::request_answer(what, answer)
}
