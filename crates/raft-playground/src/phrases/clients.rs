//! What became of what clients asked for.

use raft_sim::{Address, ClientOperation, Outcome, Status};

use crate::text::{Sentence, say};

/// A sentence for when the client learns of it.
pub(super) fn settled(client: Address, operation: &ClientOperation, status: &Status) -> String {
    let what = &operation.operation;
    match status {
        Status::Waiting => format!("{client} waits for {what}."),
        Status::Done(Outcome::Written) => format!("{client} is told: {what} is committed."),
        Status::Done(Outcome::Read(Some(value))) => {
            format!("{client} is told: {} is {value}.", what.key())
        }
        Status::Done(Outcome::Read(None)) => {
            format!("{client} is told: {} is not set.", what.key())
        }
        Status::Done(Outcome::Differs(_)) => {
            format!("{client} is told: {} was something else, so nothing changed.", what.key())
        }
        Status::Done(Outcome::NotANumber) => {
            format!("{client} is told: {} is not a number.", what.key())
        }
        Status::Failed => format!("{client} is told: {what} was never committed."),
        Status::Unknown => {
            format!("{client} had no answer: {what} may have been committed, or may yet be.")
        }
    }
}

/// One line under the client's field.
pub(crate) fn client_status(operation: &ClientOperation) -> String {
    let what = &operation.operation;
    let asked = Address::Node(operation.asked);
    match &operation.status {
        Status::Waiting => format!("{what} sent to {asked}, waiting"),
        Status::Done(Outcome::Written) => format!("{what} committed"),
        Status::Done(Outcome::Read(Some(value)) | Outcome::Differs(Some(value))) => {
            format!("{} is {value}", what.key())
        }
        Status::Done(Outcome::Read(None) | Outcome::Differs(None)) => {
            format!("{} is not set", what.key())
        }
        Status::Done(Outcome::NotANumber) => format!("{} is no number", what.key()),
        Status::Failed => format!("{what} never committed"),
        Status::Unknown => format!("{what} at {asked}: no answer"),
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
