//! Clients: they send operations, follow redirects, try again, and know of each operation whether
//! it took effect, did not, or may have (§8).

use raft_core::{LogPosition, Micros, NodeId};
use serde::Serialize;

use crate::address::ClientId;
use crate::event_queue::EventKey;
use crate::kv::{Operation, Outcome};
use crate::message_id::MessageId;
use crate::shared_list::SharedList;
use crate::time::Time;

/// How long a client waits when a node knows of no leader, before it asks again.
pub(crate) const PAUSE: Micros = Micros::from_millis(100);
/// How often a client tries before it leaves the matter open.
const MAX_TRIES: u32 = 20;

/// What a node tells a client.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Answer {
    /// Which of the client's operations it is about.
    pub serial: u64,
    /// The message that it answers: a request may be sent more than once, and the network may
    /// double it.
    pub request: MessageId,
    /// What became of it.
    pub reply: Reply,
}

/// What became of an operation at one node.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It is committed and applied.
    Done(Outcome),
    /// Its entry gave way to another: through this node it never was and never will be committed.
    Superseded {
        /// Where the entry had stood.
        lost: LogPosition,
        /// What stands there now.
        by: LogPosition,
    },
    /// This node does not lead; it did nothing.
    NotLeader {
        /// The leader that it knows of.
        hint: Option<NodeId>,
    },
}

/// How an operation stands, as far as its client knows.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No final answer yet.
    Waiting,
    /// It took effect, once.
    Done(Outcome),
    /// It never took effect and never will.
    Failed,
    /// Nobody answered: it may have taken effect, and may still do so.
    Unknown,
}

/// An operation of a client.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClientOperation {
    /// Its number among the client's operations, from 1.
    pub serial: u64,
    /// What is to be done.
    pub operation: Operation,
    /// When the client was asked to do it.
    pub submitted_at: Time,
    /// The node that was asked last.
    pub asked: NodeId,
    /// How it stands.
    pub status: Status,
    /// When the client learnt that, or gave up waiting; none as long as it waits.
    pub settled_at: Option<Time>,
    /// Whether a person chose the node; then silence is not answered by asking another.
    pinned: bool,
    tries: u32,
    /// Requests to which no node has said that it did nothing, or that what it did is gone.
    open: Vec<MessageId>,
    pub(crate) timeout: Option<EventKey>,
}

/// A client of the cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Client {
    /// Its name.
    pub id: ClientId,
    /// The node that it takes for the leader.
    pub leader: Option<NodeId>,
    operations: SharedList<ClientOperation>,
    /// Operations before this one are settled.
    settled: u64,
    nodes: u32,
}

/// What a client does next about an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Next {
    /// Ask this node now.
    Ask(NodeId),
    /// Wait a little, then go on.
    Pause,
    /// Nothing more: it is settled, or somebody may still answer.
    Rest,
}

impl Client {
    pub(crate) fn new(id: ClientId, nodes: u32) -> Self {
        Self { id, leader: None, operations: SharedList::default(), settled: 1, nodes }
    }

    /// Its operations, first one first.
    pub fn operations(&self) -> &SharedList<ClientOperation> {
        &self.operations
    }

    pub(crate) fn operation_mut(&mut self, serial: u64) -> Option<&mut ClientOperation> {
        let index = usize::try_from(serial.checked_sub(1)?).ok()?;
        self.operations.get_mut(index)
    }

    /// Begins an operation and says which number it has and whom to ask.
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

    /// Its first operation that waits for an answer, or the one that comes next.
    pub(crate) fn settled(&mut self) -> u64 {
        let from = usize::try_from(self.settled - 1).unwrap_or(usize::MAX);
        let settled = |operation: &&ClientOperation| operation.status != Status::Waiting;
        self.settled += self.operations.iter_from(from).take_while(settled).count() as u64;
        self.settled
    }

    /// A node is about to be asked.
    pub(crate) fn asks(&mut self, serial: u64, node: NodeId) {
        if let Some(operation) = self.operation_mut(serial) {
            operation.asked = node;
            operation.tries += 1;
        }
    }

    /// A request is on its way, be it sent by this client or duplicated by the network.
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
                operation.open = Vec::new(); // no other answer matters any more
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
                    _ if operation.asked != from => Next::Rest, // another node was asked since
                    Some(leader) if operation.tries < MAX_TRIES => Next::Ask(*leader),
                    _ => Next::Pause,
                }
            }
        }
    }

    /// The client has waited long enough.
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
        // A leader that stays silent may lead no longer.
        self.leader = self.leader.filter(|&leader| leader != asked);
        Next::Ask(next)
    }
}
