//! The trace: everything that happened, in order, each with its cause.

use std::sync::Arc;

use raft_core::{
    Answer as Verdict, Entry, Event, LogIndex, LogPosition, Membership, Node, NodeId, Role, Term,
    Timer, Write, WriteNumber,
};
use serde::Serialize;

use crate::address::Address;
use crate::administration::AdminRequest;
use crate::checks::Violation;
use crate::client::Status;
use crate::command::Command;
use crate::json;
use crate::kv::{Operation, Outcome};
use crate::message_id::MessageId;
use crate::network::Loss;
use crate::packet::Packet;
use crate::time::Time;

/// One thing that happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Record {
    /// Its number in the run, from 0.
    pub seq: u64,
    /// When, in simulated microseconds.
    pub at: Time,
    /// The number of the record that caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<u64>,
    /// The node or client that it happened to.
    #[serde(rename = "place", skip_serializing_if = "Option::is_none")]
    pub subject: Option<Address>,
    /// The node's state directly afterwards, if it happened to a running node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<NodeState>,
    /// What happened.
    #[serde(flatten)]
    pub kind: RecordKind,
}

impl Record {
    /// One line of a trace ([`crate::export::ndjson`]): the record as JSON, without a newline.
    pub fn to_json(&self) -> String {
        json::to_string(self)
    }
}

/// The state of a node in a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NodeState {
    /// Its role.
    pub role: RoleName,
    /// Its term.
    pub term: Term,
    /// Its vote in this term.
    pub voted_for: Option<NodeId>,
    /// Its commit index.
    pub commit_index: LogIndex,
    /// The end of its log.
    pub last: LogPosition,
    /// The members of the cluster according to its log (§6). Records share it until it changes.
    pub membership: Arc<Membership>,
}

/// A role without its state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleName {
    /// Follows a leader, or waits for one.
    Follower,
    /// Runs a pre-vote.
    PreCandidate,
    /// Requests votes.
    Candidate,
    /// Leads its term.
    Leader,
}

impl From<&Role> for RoleName {
    fn from(role: &Role) -> Self {
        match role {
            Role::Follower { .. } => Self::Follower,
            Role::PreCandidate { .. } => Self::PreCandidate,
            Role::Candidate { .. } => Self::Candidate,
            Role::Leader(_) => Self::Leader,
        }
    }
}

impl From<&Node> for NodeState {
    fn from(node: &Node) -> Self {
        Self {
            role: node.role().into(),
            term: node.term(),
            voted_for: node.voted_for(),
            commit_index: node.commit_index(),
            last: node.log().last(),
            membership: Arc::clone(node.shared_membership()),
        }
    }
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", content = "detail", rename_all = "kebab-case")]
pub enum RecordKind {
    /// A command from outside was executed.
    Commanded(Command),
    /// A message was sent.
    Sent(Envelope),
    /// A message was duplicated; this is the copy, with its own number.
    #[serde(rename = "doubled")]
    Duplicated(Envelope),
    /// A message arrived.
    Delivered(Envelope),
    /// A message was lost.
    Lost {
        /// The message.
        #[serde(flatten)]
        envelope: Envelope,
        /// Where on its way, in thousandths.
        place_permille: u16,
        /// Why.
        loss: Loss,
    },
    /// A timer ran out.
    TimerFired(Timer),
    /// A write to disk began.
    WriteBegan(Write),
    /// A write became durable, and with it every earlier one.
    Persisted(WriteNumber),
    /// A node stopped.
    Crashed {
        /// The number of writes in progress that were lost.
        lost_writes: usize,
        /// Whether a part of the oldest of them is left.
        torn: bool,
    },
    /// A write failed, so the node stops.
    WriteFailed(WriteNumber),
    /// A disk lost entries that it had acknowledged.
    TailLost {
        /// The first of them.
        first: LogPosition,
        /// The last of them.
        last: LogPosition,
    },
    /// A node could not start from its disk.
    RefusedToStart {
        /// Why.
        reason: String,
    },
    /// The protocol reported an event.
    Protocol(Event),
    /// A node answered an administrator.
    Administered {
        /// The request.
        request: AdminRequest,
        /// The answer, with the rule if the node refused.
        answer: Verdict,
    },
    /// An entry was applied to the state machine.
    Applied {
        /// The entry.
        entry: Entry,
        /// The outcome; `None` for a no-op.
        outcome: Option<Outcome>,
    },
    /// A client started an operation.
    Submitted {
        /// The operation's number among the client's.
        serial: u64,
        /// The operation.
        operation: Operation,
    },
    /// The status of an operation changed, or its client gave up.
    Settled {
        /// The operation's number among the client's.
        serial: u64,
        /// The new status.
        status: Status,
    },
    /// A property was violated.
    Violated(Violation),
}

/// A message in a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Envelope {
    /// Its number.
    pub message: MessageId,
    /// The sender.
    pub from: Address,
    /// The receiver.
    pub to: Address,
    /// The contents.
    pub packet: Packet,
}

/// The maximum number of records for which memory is reserved.
const MOST_ROOM: usize = 64;

/// The records of a run, numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    records: Vec<Record>,
    next_seq: u64,
    /// Whether records are counted but not kept.
    muted: bool,
}

impl Clone for Journal {
    /// A clone continues to count, but only the original keeps the earlier records.
    fn clone(&self) -> Self {
        Self { records: Vec::new(), ..*self }
    }
}

impl Journal {
    /// Adds a record and returns its number.
    pub(crate) fn add(
        &mut self,
        at: Time,
        cause: Option<u64>,
        subject: Option<Address>,
        state: Option<NodeState>,
        kind: RecordKind,
    ) -> u64 {
        let seq = self.next_seq;
        self.next_seq += 1;
        self.records.push(Record { seq, at, cause, subject, state, kind });
        seq
    }

    /// Whether records are counted but not kept.
    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    /// Starts or stops keeping records.
    pub(crate) fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// The number of the next record.
    pub(crate) fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// Counts a record without keeping it.
    pub(crate) fn skip(&mut self) -> u64 {
        self.next_seq += 1;
        self.next_seq - 1
    }

    /// Removes and returns the records since the last call.
    pub(crate) fn take(&mut self) -> Vec<Record> {
        // Callers usually take about the same number of records each time.
        let room = Vec::with_capacity(self.records.capacity().min(MOST_ROOM));
        core::mem::replace(&mut self.records, room)
    }
}
