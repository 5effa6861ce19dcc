//! Clients: they send operations, follow redirects, retry, and know of each operation whether it
//! took effect, did not, or may have (§8).

use raft_core::{LogPosition, Micros, NodeId};
use serde::Serialize;

use crate::address::ClientId;
use crate::event_queue::EventKey;
use crate::kv::{Operation, Outcome};
use crate::message_id::MessageId;
use crate::shared_list::SharedList;
use crate::time::Time;

/// How long a client waits before it retries when a node knows no leader.
pub(crate) const PAUSE: Micros = Micros::from_millis(100);
/// After this many attempts a client stops retrying, and the outcome stays unknown.
const MAX_TRIES: u32 = 20;

/// An answer of a node to a client.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Answer {
    /// The number of the operation among the client's.
    pub serial: u64,
    /// The request that it answers: a client may send a request again, and the network may
    /// duplicate it.
    pub request: MessageId,
    /// The outcome.
    pub reply: Reply,
}

/// The outcome of an operation at one node.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It is committed and applied.
    Done(Outcome),
    /// Another entry replaced its entry, so the request to this node never took effect and never
    /// will.
    Superseded {
        /// The position that the lost entry had.
        lost: LogPosition,
        /// The position of the entry that replaced it.
        by: LogPosition,
    },
    /// This node is not the leader and did nothing.
    NotLeader {
        /// The leader that it knows.
        hint: Option<NodeId>,
    },
}

/// The status of an operation, as far as its client knows.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No final answer yet.
    Waiting,
    /// It took effect, once.
    Done(Outcome),
    /// It never took effect and never will.
    Failed,
    /// No node answered: the operation may have taken effect, or may still.
    Unknown,
}

/// An operation of a client.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClientOperation {
    /// Its number among the client's operations, from 1.
    pub serial: u64,
    /// The operation.
    pub operation: Operation,
    /// When the client was asked to perform it.
    pub submitted_at: Time,
    /// The node that received the last request.
    pub asked: NodeId,
    /// Its status.
    pub status: Status,
    /// When the client learnt the outcome or gave up; `None` while it waits.
    pub settled_at: Option<Time>,
    /// Whether the user chose the node; then the client does not try another node after a timeout.
    pinned: bool,
    tries: u32,
    /// Requests that may still take effect: no node has answered that it did nothing, or that its
    /// entry was lost.
    open: Vec<MessageId>,
    pub(crate) timeout: Option<EventKey>,
}

/// A client of the cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Client {
    /// Its name.
    pub id: ClientId,
    /// The node that the client takes for the leader.
    pub leader: Option<NodeId>,
    operations: SharedList<ClientOperation>,
    /// All operations before this one are settled.
    settled: u64,
    nodes: u32,
}

/// The next action of a client for an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Next {
    /// Send a request to this node.
    Ask(NodeId),
    /// Wait a little, then retry.
    Pause,
    /// None: the operation is settled, or a node may still answer.
    Rest,
}

impl Client {
    pub(crate) fn new(id: ClientId, nodes: u32) -> Self {
        Self { id, leader: None, operations: SharedList::default(), settled: 1, nodes }
    }

    /// Its operations, oldest first.
    pub fn operations(&self) -> &SharedList<ClientOperation> {
        &self.operations
    }

    pub(crate) fn operation_mut(&mut self, serial: u64) -> Option<&mut ClientOperation> {
        let index = usize::try_from(serial.checked_sub(1)?).ok()?;
        self.operations.get_mut(index)
    }

    /// Starts an operation. Returns its number and the node to ask.
    pub(crate) fn submit(
        &mut self,
        operation: Operation,
        via: Option<NodeId>,
        now: Time,
    ) -> (u64, NodeId) {
        let serial = self.operations.len() as u64 + 1;
        let asked = via.or(self.leader).unwrap_or(NodeId(0));
        self.operations.push(ClientOperation {
            serial,
            operation,
            submitted_at: now,
            asked,
            status: Status::Waiting,
            settled_at: None,
            pinned: via.is_some(),
            tries: 0,
            open: Vec::new(),
            timeout: None,
        });
        (serial, asked)
    }

    /// Its first operation that waits for an answer, or else the next one.
    pub(crate) fn settled(&mut self) -> u64 {
        let from = usize::try_from(self.settled - 1).unwrap_or(usize::MAX);
        let settled = |operation: &&ClientOperation| operation.status != Status::Waiting;
        self.settled += self.operations.iter_from(from).take_while(settled).count() as u64;
        self.settled
    }

    /// The client is about to send a request to a node.
    pub(crate) fn asks(&mut self, serial: u64, node: NodeId) {
        if let Some(operation) = self.operation_mut(serial) {
            operation.asked = node;
            operation.tries += 1;
        }
    }

    /// A request was sent by this client or duplicated by the network.
    pub(crate) fn sent(&mut self, serial: u64, request: MessageId) {
        if let Some(operation) = self.operation_mut(serial) {
            operation.open.push(request);
        }
    }

    /// A node answered.
    pub(crate) fn hear(&mut self, from: NodeId, answer: &Answer) -> Next {
        let hint = match &answer.reply {
            Reply::Done(_) => Some(from),
            Reply::NotLeader { hint } => *hint,
            Reply::Superseded { .. } => None,
        };
        self.leader = hint;
        let Some(operation) = self.operation_mut(answer.serial) else { return Next::Rest };
        if matches!(operation.status, Status::Done(_) | Status::Failed) {
            return Next::Rest;
        }
        match &answer.reply {
            Reply::Done(outcome) => {
                operation.status = Status::Done(outcome.clone());
                operation.open = Vec::new(); // no other answer matters now
                Next::Rest
            }
            Reply::Superseded { .. } => {
                operation.open.retain(|request| *request != answer.request);
                if operation.open.is_empty() {
                    operation.status = Status::Failed;
                }
                Next::Rest
            }
            Reply::NotLeader { hint } => {
                operation.open.retain(|request| *request != answer.request);
                match hint {
                    _ if operation.asked != from => Next::Rest, // no longer asked
                    Some(leader) if operation.tries < MAX_TRIES => Next::Ask(*leader),
                    _ => Next::Pause,
                }
            }
        }
    }

    /// The client's timeout has passed.
    pub(crate) fn handle_client_timeout(&mut self, serial: u64) -> Next {
        let (leader, nodes) = (self.leader, self.nodes);
        let Some(operation) = self.operation_mut(serial) else { return Next::Rest };
        let refused = operation.open.is_empty();
        if operation.status != Status::Waiting {
            return Next::Rest;
        }
        if operation.tries >= MAX_TRIES || (operation.pinned && !refused) {
            operation.status = if refused { Status::Failed } else { Status::Unknown };
            return Next::Rest;
        }
        let asked = operation.asked;
        let other = NodeId((asked.0 + 1) % nodes);
        let next = match leader {
            _ if operation.pinned => asked,
            Some(leader) if leader != asked => leader,
            _ => other,
        };
        // A leader that stays silent may no longer lead.
        self.leader = self.leader.filter(|&leader| leader != asked);
        Next::Ask(next)
    }
}
