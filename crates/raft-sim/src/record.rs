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
    /// The number of the record that brought it about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<u64>,
    /// The node or client that it happened to.
    #[serde(rename = "place", skip_serializing_if = "Option::is_none")]
    pub subject: Option<Address>,
    /// The node's state right after, if it happened to a running node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<NodeState>,
    /// What.
    #[serde(flatten)]
    pub kind: RecordKind,
}

impl Record {
    /// One line of a trace ([`crate::export::ndjson`]): the record as JSON, without the line's end.
    pub fn to_json(&self) -> String {
        // Every map in a record has string keys and no writer is involved, so nothing can fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The state of a node in a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NodeState {
    /// What it is in its term.
    pub role: RoleName,
    /// Its term.
    pub term: Term,
    /// Whom it voted for in this term.
    pub voted_for: Option<NodeId>,
    /// How far it knows entries to be committed.
    pub commit_index: LogIndex,
    /// The end of its log.
    pub last: LogPosition,
    /// Who belongs to the cluster, as far as it knows (§6). Shared by all records until it changes.
    pub membership: Arc<Membership>,
}

/// A role without what belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleName {
    /// Listens to a leader, or waits for one.
    Follower,
    /// Asks whether it could win an election.
    PreCandidate,
    /// Asks for votes.
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
    /// Somebody interfered from outside.
    Commanded(Command),
    /// A message was sent.
    Sent(Envelope),
    /// A message went out a second time, under another number.
    #[serde(rename = "doubled")]
    Duplicated(Envelope),
    /// A message arrived.
    Delivered(Envelope),
    /// A message was lost.
    Lost {
        /// The message.
        #[serde(flatten)]
        envelope: Envelope,
        /// How far it had come, in thousandths of its way.
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
        /// How many writes under way were lost.
        lost_writes: usize,
        /// Whether a part of the oldest of them is left.
        torn: bool,
    },
    /// A write failed, so the node stops.
    WriteFailed(WriteNumber),
    /// A disk lost entries that it had told were durable.
    TailLost {
        /// The first of them.
        first: LogPosition,
        /// The last of them.
        last: LogPosition,
    },
    /// A node could not start from its disk.
    RefusedToStart {
        /// Why not.
        reason: String,
    },
    /// The protocol decided something.
    Protocol(Event),
    /// A node answered an administrator.
    Administered {
        /// What it had been asked for.
        request: AdminRequest,
        /// What became of it; if it was refused, why.
        answer: Verdict,
    },
    /// An entry was applied to the state machine.
    Applied {
        /// The entry.
        entry: Entry,
        /// What it gave; none for a no-op.
        outcome: Option<Outcome>,
    },
    /// A client was asked to do something.
    Submitted {
        /// The operation's number among the client's.
        serial: u64,
        /// What.
        operation: Operation,
    },
    /// A client learnt how its operation stands, or gave up waiting.
    Settled {
        /// The operation's number among the client's.
        serial: u64,
        /// How it stands now.
        status: Status,
    },
    /// A property does not hold.
    Violated(Violation),
}

/// A message in a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Envelope {
    /// Its number.
    pub message: MessageId,
    /// Who sent it.
    pub from: Address,
    /// Whom it is for.
    pub to: Address,
    /// What it carries.
    pub packet: Packet,
}

/// For how many records room is made in advance.
const MOST_ROOM: usize = 64;

/// The records of a run, numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    records: Vec<Record>,
    next_seq: u64,
    /// Whether records are only counted.
    muted: bool,
}

impl Clone for Journal {
    /// A copy goes on counting, but what was told before it is told by the original only.
    fn clone(&self) -> Self {
        Self { records: Vec::new(), ..*self }
    }
}

impl Journal {
    /// Adds a record and gives its number.
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

    /// Whether records are only counted.
    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    /// From now on records are only counted, or kept again.
    pub(crate) fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// The number of the next record.
    pub(crate) fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// Counts a record that nobody will look at.
    pub(crate) fn skip(&mut self) -> u64 {
        self.next_seq += 1;
        self.next_seq - 1
    }

    /// Gives away the records since the last call.
    pub(crate) fn take(&mut self) -> Vec<Record> {
        // Whoever takes them often takes about as many each time.
        let room = Vec::with_capacity(self.records.capacity().min(MOST_ROOM));
        core::mem::replace(&mut self.records, room)
    }
}
