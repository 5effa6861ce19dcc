//! One entry of the replicated log, and its contents.

use alloc::sync::Arc;

use crate::quorum::Membership;
use crate::types::{LogIndex, LogPosition, Term};

/// One entry of the replicated log.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Entry {
    /// The term in which the leader received it.
    pub term: Term,
    /// Its index in the log.
    pub index: LogIndex,
    /// Its contents.
    pub payload: Payload,
}

impl Entry {
    /// Index and term of this entry.
    pub fn position(&self) -> LogPosition {
        LogPosition { term: self.term, index: self.index }
    }
}

/// The contents of an entry.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Payload {
    /// No operation: the first entry of a new leader, which commits the entries before it (§5.4.2,
    /// §8).
    NoOp,
    /// The members of the cluster from this entry on (§6).
    Membership(Arc<Membership>),
    /// A client's command, opaque to the protocol.
    Command(#[cfg_attr(feature = "serde", serde(serialize_with = "as_text"))] Arc<[u8]>),
}

impl Payload {
    /// The number of command bytes.
    pub fn len(&self) -> usize {
        match self {
            Self::Command(command) => command.len(),
            Self::NoOp | Self::Membership(_) => 0,
        }
    }

    /// Whether there are no command bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Serialises commands as text, so that traces are readable. Bytes that are not UTF-8 become the
/// replacement character.
#[cfg(feature = "serde")]
pub(crate) fn as_text<S: serde::Serializer>(
    command: &Arc<[u8]>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&alloc::string::String::from_utf8_lossy(command))
}
