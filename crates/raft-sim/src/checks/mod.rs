//! The properties that must always hold, checked after every event against the whole history of a
//! run.
//!
//! The checks look at nodes and disks directly and ignore the events that nodes report.

mod linearizability;
mod log_hash_chain;
mod node_state;
mod origins;
mod properties;
mod quorums;

use raft_core::{Entry, LogIndex, LogPosition, LogWrite, Membership, Node, NodeId, Term, Write};

use crate::address::ClientId;
use crate::client::Status;
use crate::kv::{Operation, Request};
use crate::memory_use::MemoryUse;
use crate::shared_list::SharedList;

use linearizability::Linearizability;
pub(crate) use linearizability::SearchLimits;
use log_hash_chain::{LogHash, LogHashChain, link};
use origins::Origins;
pub use properties::{Property, Violation};
use quorums::Quorums;

/// What the checks know about a node from the last time.
#[derive(Clone, Debug, Default)]
struct Seen {
    log: LogHashChain,
    /// Whether the log begins with a snapshot that may stand for other entries: another log has had
    /// different ones with the same index and term.
    is_unsure: bool,
    last: LogPosition,
    leads: Option<Term>,
    /// The last index that the process applied; `None` if it has just started.
    applied: Option<LogIndex>,
}

/// A committed entry.
#[derive(Clone, Copy, Debug)]
struct Committed {
    position: LogPosition,
    chain: LogHash,
    in_term: Term,
}

/// The history of a run, as far as the properties need it. A clone shares the unchanged parts.
#[derive(Clone, Debug)]
pub(crate) struct Checks {
    seen: Vec<Seen>,
    leaders: SharedList<(Term, NodeId)>,
    origins: Origins,
    /// The first index at which two logs have had different entries of the same term.
    first_conflict: Option<LogIndex>,
    committed: SharedList<Committed>,
    applied: SharedList<(LogHash, NodeId, Term)>,
    /// For each client, the index at which each of its requests was first executed.
    executed: Vec<SharedList<Option<LogIndex>>>,
    quorums: Quorums,
    history: Linearizability,
}

impl Checks {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            seen: vec![Seen::default(); nodes],
            leaders: SharedList::default(),
            origins: Origins::default(),
            first_conflict: None,
            committed: SharedList::default(),
            applied: SharedList::default(),
            executed: Vec::new(),
            quorums: Quorums::new(nodes),
            history: Linearizability::default(),
        }
    }

    /// Sets the limits at which the check of a key's history stops.
    pub(crate) fn limit_search(&mut self, limits: SearchLimits) {
        self.history.set_limits(limits);
    }

    /// Checks a node that has just started.
    pub(crate) fn observe_boot(&mut self, node: &Node) -> Vec<Violation> {
        self.seen[host_index(node.id())] = Seen::default();
        self.observe_snapshot(node);
        let from = node.log().base().index.next();
        let entries = node.log().entries_from(from).cloned().collect();
        let mut violations = Vec::new();
        self.observe(node, Some(&LogWrite { from, entries }), &mut violations);
        violations
    }

    /// A node stopped, so the next entry that it applies may have any index.
    pub(crate) fn observe_crash(&mut self, node: NodeId) {
        self.seen[host_index(node)].applied = None;
    }

    /// A new server replaced a node: nothing of the old server is left.
    pub(crate) fn observe_replacement(&mut self, node: NodeId) {
        self.quorums.replaced(node);
    }

    /// A snapshot replaced a node's log.
    pub(crate) fn observe_snapshot(&mut self, node: &Node) {
        let base = node.log().base();
        let chain = self.known_chain(base);
        let seen = &mut self.seen[host_index(node.id())];
        (seen.log, seen.last) = (LogHashChain::after(base, chain), base);
        seen.is_unsure = self.first_conflict.is_some_and(|first| first <= base.index);
        self.quorums.began(node);
    }

    /// Checks a node that kept the entries after a snapshot: its log must have contained the last
    /// entry of the snapshot.
    pub(crate) fn observe_kept_suffix(&self, node: &Node, last: LogPosition) -> Option<Violation> {
        let log = &self.seen[host_index(node.id())].log;
        let first = self.origins.find(last)?;
        let (node, end) = (node.id(), node.log().last());
        (end.index > last.index && !log.holds(last.index, first.chain))
            .then_some(Violation::KeptConflict { node, snapshot: last, last: end })
    }

    /// A write of a node became durable.
    pub(crate) fn observe_durable(&mut self, node: NodeId, write: &Write) {
        let last = write.snapshot.as_ref().map(|snapshot| snapshot.last);
        let chain = last.map_or(0, |last| self.known_chain(last));
        self.quorums.durable(node, write, || chain);
    }

    /// A disk lost entries that it had acknowledged. They no longer count as copies. Entries that
    /// were committed with these copies stay committed, so the consequences are reported.
    pub(crate) fn observe_lost_tail(&mut self, node: NodeId, change: &LogWrite) {
        self.quorums.lost(node, change);
    }

    /// Checks an entry that a node hands to its state machine.
    pub(crate) fn observe_apply(
        &mut self,
        node: NodeId,
        entry: &Entry,
        commit_index: LogIndex,
    ) -> Vec<Violation> {
        let mut violations = Vec::new();
        let before = self.seen[host_index(node)].applied.replace(entry.index);
        if let Some(before) = before.filter(|before| entry.index != before.next()) {
            let index = entry.index;
            violations.push(Violation::AppliedInOrder { node, before, index });
        }
        if entry.index > commit_index {
            let index = entry.index;
            violations.push(Violation::AppliedUncommitted { node, index, commit_index });
        }
        let this = (link(0, entry), node, entry.term);
        match self.applied.get(offset_of(entry.index)) {
            None => self.applied.push(this),
            Some(&(chain, ..)) if chain == this.0 => {}
            Some(&(_, first, term)) => violations.push(Violation::StateMachineSafety {
                index: entry.index,
                first: (first, term),
                second: (node, entry.term),
            }),
        }
        violations
    }

    /// Checks a snapshot that replaces a node's state machine.
    pub(crate) fn observe_restore(&mut self, node: NodeId, last: LogIndex) -> Option<Violation> {
        let before = self.seen[host_index(node)].applied.replace(last)?;
        (last < before).then_some(Violation::Rewound { node, before, index: last })
    }

    /// Checks a request that a state machine executes.
    pub(crate) fn observe_execution(
        &mut self,
        request: &Request,
        index: LogIndex,
    ) -> Option<Violation> {
        let client = request.client.0 as usize;
        if self.executed.len() <= client {
            self.executed.resize(client + 1, SharedList::default());
        }
        let serial = usize::try_from(request.serial).ok()?;
        let executed = &mut self.executed[client];
        while executed.len() <= serial {
            executed.push(None);
        }
        let first = executed[serial].unwrap_or(index);
        if first == index {
            executed.get_mut(serial)?.replace(index);
        }
        (first != index).then_some(Violation::ExactlyOnce {
            client: request.client,
            serial: request.serial,
            first,
            second: index,
        })
    }

    /// A client starts an operation.
    pub(crate) fn observe_invocation(
        &mut self,
        client: ClientId,
        serial: u64,
        operation: &Operation,
    ) {
        self.history.invoke((client, serial), operation);
    }

    /// A client learns the outcome of an operation.
    pub(crate) fn observe_settled(
        &mut self,
        client: ClientId,
        serial: u64,
        status: &Status,
    ) -> Option<Violation> {
        let who = (client, serial);
        let result = match status {
            Status::Done(outcome) => self.history.complete(who, outcome),
            Status::Failed => self.history.fail(who),
            Status::Unknown => {
                self.history.abandon(who);
                Ok(())
            }
            Status::Waiting => Ok(()),
        };
        let contradiction = result.err()?;
        Some(Violation::Linearizability { client, serial, after: contradiction.after })
    }

    /// The keys whose check stopped because there were too many possibilities.
    pub(crate) fn undecided_keys(&self) -> impl Iterator<Item = &str> {
        self.history.undecided()
    }

    /// The highest index that any node ever committed.
    pub(crate) fn committed(&self) -> LogIndex {
        LogIndex(self.committed.len() as u64)
    }

    /// The memberships in a node's log when it was last checked.
    pub(crate) fn memberships(&self, node: NodeId) -> impl Iterator<Item = &Membership> {
        self.quorums.memberships(node)
    }

    /// Lets the data about different nodes share its equal parts.
    pub(crate) fn share(&mut self) {
        self.quorums.share(self.seen.iter_mut().map(|seen| &mut seen.log));
    }

    /// Adds an estimate of the memory in use.
    pub(crate) fn measure_memory(&self, memory: &mut MemoryUse) {
        for seen in &self.seen {
            seen.log.measure_memory(memory);
        }
        self.quorums.measure_memory(memory);
        self.origins.measure_memory(memory);
        self.history.measure_memory(memory);
        for executed in &self.executed {
            memory.list(executed, 0);
        }
        memory.list(&self.leaders, 0);
        memory.list(&self.committed, 0);
        memory.list(&self.applied, 0);
    }

    fn known_chain(&self, position: LogPosition) -> LogHash {
        self.origins.find(position).map_or(0, |first| first.chain)
    }
}

fn host_index(node: NodeId) -> usize {
    node.0 as usize
}

/// The offset of an entry in a list that starts with index 1.
fn offset_of(index: LogIndex) -> usize {
    usize::try_from(index.previous().0).unwrap_or(usize::MAX)
}
