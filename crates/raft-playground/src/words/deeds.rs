//! What is done to a cluster from outside, as one asks for it and as one tells of it.

use raft_sim::Command;

/// Something done from outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Deed {
    /// As one asks for it: `stop C`.
    pub(crate) to_do: String,
    /// As one tells of it: `stopped C`.
    pub(crate) done: String,
}

/// What a command does.
pub(crate) fn deed(command: &Command) -> Deed {
    let (verb, past, object) = match command {
        Command::Crash(node) => ("stop", "stopped", node.to_string()),
        Command::Restart(node) => ("start", "started", node.to_string()),
        Command::Isolate(node) => ("cut off", "cut off", node.to_string()),
        Command::TimeOut(node) => ("time out", "timed out", node.to_string()),
        Command::Cut { from, to } => ("cut", "cut", format!("{from} to {to}")),
        Command::Mend { from, to } => ("mend", "mended", format!("{from} to {to}")),
        Command::Heal => ("mend", "mended", "every link".into()),
        Command::Submit { via: Some(node), operation, .. } => {
            ("send", "sent", format!("{operation} to {node}"))
        }
        Command::Submit { operation, .. } => ("send", "sent", operation.to_string()),
        other => {
            let to_do = other.to_string();
            return Deed { done: format!("did “{to_do}”"), to_do };
        }
    };
    Deed { to_do: format!("{verb} {object}"), done: format!("{past} {object}") }
}
