//! The contents of a message.

use raft_core::{Body, Message};
use serde::Serialize;

use crate::client::Answer;
use crate::kv::Request;

/// The contents of a message.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Packet {
    /// From node to node.
    Raft(Message),
    /// From a client to a node.
    Request(Request),
    /// From a node to a client.
    Answer(Answer),
}

impl Packet {
    /// The approximate size in bytes: that of a simple encoding of its fields.
    pub(crate) fn bytes(&self) -> usize {
        const FIELDS: usize = 48;
        const ENTRY: usize = 20;
        FIELDS
            + match self {
                Self::Raft(message) => match &message.body {
                    Body::AppendEntries { entries, .. } => {
                        entries.iter().map(|entry| ENTRY + entry.payload.len()).sum()
                    }
                    Body::InstallSnapshot(chunk) => chunk.data.len(),
                    Body::Forward { command, .. } => command.len(),
                    _ => 0,
                },
                Self::Request(request) => request.encode().len(),
                Self::Answer(_) => 0,
            }
    }

    /// The answer to a client, if the packet is one.
    pub fn as_answer(&self) -> Option<&Answer> {
        match self {
            Self::Answer(answer) => Some(answer),
            _ => None,
        }
    }
}
