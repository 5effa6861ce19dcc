//! The outcome of what clients asked for, and what messages say.

use raft_sim::{ClientId, ClientOperation, Outcome, Packet, Reply, Simulation, Status, Violation};

/// The outcome of an operation, as it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutcomeKind {
    /// Nothing was sent yet.
    Idle,
    /// No answer yet.
    Waiting,
    /// Committed and applied.
    Done,
    /// It was never committed and never will be.
    Failed,
    /// No answer came in time; it may or may not take effect.
    Unknown,
}

/// The outcome of an operation.
pub(crate) fn outcome(operation: &ClientOperation) -> OutcomeKind {
    match &operation.status {
        Status::Waiting => OutcomeKind::Waiting,
        Status::Done(Outcome::Written | Outcome::Read(_)) => OutcomeKind::Done,
        Status::Done(Outcome::Differs(_) | Outcome::NotANumber) | Status::Failed => {
            OutcomeKind::Failed
        }
        Status::Unknown => OutcomeKind::Unknown,
    }
}

/// The operations that no order explains, each by its client and its number among that client's:
/// the operation whose end left no explanation, and the last one done before it.
pub(crate) fn contradicting_operations(simulation: &Simulation) -> Vec<(ClientId, u64)> {
    let mut operations = Vec::new();
    for violation in simulation.violations() {
        if let Violation::Linearizability { client, serial, after } = violation {
            operations.push((*client, *serial));
            operations.extend(*after);
        }
    }
    operations
}

/// Whether a message says no.
pub(crate) fn is_refusal(packet: &Packet) -> bool {
    match packet {
        Packet::Raft(message) => message.body.is_refusal(),
        Packet::Answer(answer) => !matches!(answer.reply, Reply::Done(_)),
        Packet::Request(_) => false,
    }
}
