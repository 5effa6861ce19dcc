//! Checks the basis of decisions: a quorum holds each committed entry on disk, and at least one of
//! a leader's voters holds it, too.

use std::sync::Arc;

use raft_core::{LogIndex, LogWrite, Membership, Node, NodeId, Payload, QuorumSize, Term, Write};

use super::host_index;
use super::log_hash_chain::{LogHash, LogHashChain};
use crate::memory_use::MemoryUse;
use crate::shared_list::SharedList;

/// The contents of the disks, and the memberships of each node.
#[derive(Clone, Debug)]
pub(crate) struct Quorums {
    disks: Vec<LogHashChain>,
    /// The votes that ever became durable: voter, term, candidate.
    votes: SharedList<(NodeId, Term, NodeId)>,
    /// For each node, the memberships in its log, starting with the one before the log.
    memberships: Vec<Vec<(LogIndex, Arc<Membership>)>>,
}

impl Quorums {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            disks: vec![LogHashChain::default(); nodes],
            votes: SharedList::default(),
            memberships: vec![Vec::new(); nodes],
        }
    }

    /// A write is durable. `known` returns the hash at the end of a snapshot.
    pub(crate) fn durable(&mut self, node: NodeId, write: &Write, known: impl Fn() -> LogHash) {
        let disk = &mut self.disks[host_index(node)];
        if let Some(snapshot) = &write.snapshot {
            let chain = known();
            if disk.at(snapshot.last.index) != Some(chain) {
                *disk = LogHashChain::after(snapshot.last, chain);
            }
        }
        if let Some(log) = &write.log {
            disk.write(log, |_, _| {});
        }
        if let Some(hard_state) = write.hard_state
            && let Some(candidate) = hard_state.voted_for
        {
            let vote = (node, hard_state.term, candidate);
            if !self.votes.iter().rev().any(|other| *other == vote) {
                self.votes.push(vote);
            }
        }
    }

    /// A disk lost the end of its log.
    pub(crate) fn lost(&mut self, node: NodeId, change: &LogWrite) {
        self.disks[host_index(node)].write(change, |_, _| {});
    }

    /// A node has a new disk.
    pub(crate) fn replaced(&mut self, node: NodeId) {
        self.disks[host_index(node)] = LogHashChain::default();
    }

    /// A node's log starts from the beginning, or from a snapshot.
    pub(crate) fn began(&mut self, node: &Node) {
        let base = match node.snapshot() {
            Some(snapshot) => Arc::clone(&snapshot.membership),
            None => Arc::new(node.config().initial.clone()),
        };
        self.memberships[host_index(node.id())] = vec![(node.log().base().index, base)];
    }

    /// A node's log changed.
    pub(crate) fn changed(&mut self, node: NodeId, change: &LogWrite) {
        let memberships = &mut self.memberships[host_index(node)];
        while memberships.len() > 1 && memberships.last().is_some_and(|(at, _)| *at >= change.from)
        {
            memberships.pop();
        }
        for entry in change.entries.iter() {
            if let Payload::Membership(membership) = &entry.payload {
                memberships.push((entry.index, Arc::clone(membership)));
            }
        }
    }

    /// The memberships in a node's log when it was last checked.
    pub(crate) fn memberships(&self, node: NodeId) -> impl Iterator<Item = &Membership> {
        self.memberships[host_index(node)].iter().map(|(_, membership)| &**membership)
    }

    /// Whether a quorum of the newest membership in a node's log holds an entry on disk; otherwise,
    /// the number of voters that hold it.
    pub(crate) fn durable_quorum(
        &self,
        node: NodeId,
        index: LogIndex,
        chain: LogHash,
    ) -> Result<(), usize> {
        let Some((_, membership)) = self.memberships[host_index(node)].last() else {
            return Ok(());
        };
        let holds = |voter: NodeId| self.holds(voter, index, chain);
        if membership.is_quorum(QuorumSize::Majority, holds) {
            return Ok(());
        }
        Err(membership.count(holds))
    }

    /// Whether any node with a durable vote for a leader holds an entry; also true if no vote is
    /// known.
    pub(crate) fn electors_hold(
        &self,
        leader: NodeId,
        term: Term,
        index: LogIndex,
        chain: LogHash,
    ) -> bool {
        let mut votes = self
            .votes
            .iter()
            .rev()
            .filter(|(_, voted_in, candidate)| (*voted_in, *candidate) == (term, leader));
        let mut any = false;
        votes.any(|(voter, ..)| {
            any = true;
            self.holds(*voter, index, chain)
        }) || !any
    }

    /// Shares the equal parts of disks and of these logs.
    pub(super) fn share<'a>(&'a mut self, logs: impl Iterator<Item = &'a mut LogHashChain>) {
        if let Some((first, others)) = self.disks.split_first_mut() {
            others.iter_mut().chain(logs).for_each(|chain| chain.share(first));
        }
    }

    pub(super) fn measure_memory(&self, memory: &mut MemoryUse) {
        for disk in &self.disks {
            disk.measure_memory(memory);
        }
        memory.list(&self.votes, 0);
    }

    fn holds(&self, node: NodeId, index: LogIndex, chain: LogHash) -> bool {
        self.disks.get(host_index(node)).is_some_and(|disk| disk.holds(index, chain))
    }
}
