//! One entry of the replicated log, and what it carries.

use alloc::sync::Arc;

use crate::quorum::Membership;
use crate::types::{LogIndex, LogPosition, Term};

/// One entry of the replicated log.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Entry {
    /// The term in which the leader received it.
    pub term: Term,
    /// Its place in the log.
    pub index: LogIndex,
    /// What it carries.
    pub payload: Payload,
}

impl Entry {
    /// Index and term of this entry.
    pub fn position(&self) -> LogPosition {
        LogPosition { term: self.term, index: self.index }
    }
}

/// What an entry carries.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Payload {
    /// Nothing: a new leader's first entry, which commits the entries before it (§5.4.2, §8).
    NoOp,
    /// The members of the cluster from this entry on (§6).
    Membership(Arc<Membership>),
    /// A client's command, opaque to the protocol.
    Command(#[cfg_attr(feature = "serde", serde(serialize_with = "as_text"))] Arc<[u8]>),
}

impl Payload {
    /// How many bytes of a client's command it carries.
    pub fn len(&self) -> usize {
        match self {
            Self::Command(command) => command.len(),
            Self::NoOp | Self::Membership(_) => 0,
        }
    }

    /// Whether it carries no bytes of a client's command.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Commands are written as text, so that a trace can be read; bytes that are not UTF-8 show as the
/// replacement character.
#[cfg(feature = "serde")]
pub(crate) fn as_text<S: serde::Serializer>(
    command: &Arc<[u8]>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&alloc::string::String::from_utf8_lossy(command))
}
