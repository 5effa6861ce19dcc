//! What must hold at all times, checked after every event against the whole history of a run.
//!
//! Nodes and disks are looked at, not asked: what a node says happened plays no part.

mod linearizability;
mod log_hash_chain;
mod origins;
mod properties;
mod quorums;

use raft_core::{Entry, LogIndex, LogPosition, LogWrite, Membership, Node, NodeId, Term, Write};

use crate::address::ClientId;
use crate::client::Status;
use crate::kv::{Operation, Request};
use crate::shared_list::SharedList;
use crate::weight::Weight;

use linearizability::Linearizability;
pub(crate) use linearizability::SearchLimits;
use log_hash_chain::{LogHash, LogHashChain, link};
use origins::Origins;
pub use properties::{Property, Violation};
use quorums::Quorums;

/// What is remembered of a node between two looks at it.
#[derive(Clone, Debug, Default)]
struct Seen {
    log: LogHashChain,
    last: LogPosition,
    leads: Option<Term>,
    /// What its process handed to the state machine last; none if it has just started.
    applied: Option<LogIndex>,
}

/// A committed entry.
#[derive(Clone, Copy, Debug)]
struct Committed {
    position: LogPosition,
    chain: LogHash,
    in_term: Term,
}

/// The history of a run as far as the properties need it. A clone shares what does not change
/// afterwards.
#[derive(Clone, Debug)]
pub(crate) struct Checks {
    seen: Vec<Seen>,
    leaders: SharedList<(Term, NodeId)>,
    origins: Origins,
    committed: SharedList<Committed>,
    applied: SharedList<(LogHash, NodeId, Term)>,
    /// For each client where each of its requests was executed first.
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
            committed: SharedList::default(),
            applied: SharedList::default(),
            executed: Vec::new(),
            quorums: Quorums::new(nodes),
            history: Linearizability::default(),
        }
    }

    /// From now on gives a key's history up at these limits.
    pub(crate) fn limit_search(&mut self, limits: SearchLimits) {
        self.history.set_limits(limits);
    }

    /// Looks at a node that has just started.
    pub(crate) fn observe_boot(&mut self, node: &Node) -> Vec<Violation> {
        self.seen[place(node.id())] = Seen::default();
        self.observe_snapshot(node);
        let from = node.log().base().index.next();
        let entries = node.log().entries_from(from).cloned().collect();
        let mut violations = Vec::new();
        self.observe(node, Some(&LogWrite { from, entries }), &mut violations);
        violations
    }

    /// A node stopped: what it applies next is what it applied at first.
    pub(crate) fn observe_crash(&mut self, node: NodeId) {
        self.seen[place(node)].applied = None;
    }

    /// A new server took the place of a node: nothing of the old one is left.
    pub(crate) fn observe_renewal(&mut self, node: NodeId) {
        self.quorums.replaced(node);
    }

    /// Looks at a node whose log gave way to a snapshot.
    pub(crate) fn observe_snapshot(&mut self, node: &Node) {
        let base = node.log().base();
        let chain = self.known_chain(base);
        let seen = &mut self.seen[place(node.id())];
        (seen.log, seen.last) = (LogHashChain::after(base, chain), base);
        self.quorums.began(node);
    }

    /// Looks at a node that kept what follows a snapshot in its log: the snapshot must be what the
    /// log had there.
    pub(crate) fn observe_kept_suffix(&self, node: &Node, last: LogPosition) -> Option<Violation> {
        let log = &self.seen[place(node.id())].log;
        let first = self.origins.find(last)?;
        let position = node.log().last();
        (position.index > last.index && !log.holds(last.index, first.chain))
            .then_some(Violation::LogMatching { position, first: first.node, second: node.id() })
    }

    /// Looks at a node after a step, with what the step changed in its log. It happens after every
    /// event, nearly always without a finding, so whoever asks brings the list.
    pub(crate) fn observe(
        &mut self,
        node: &Node,
        change: Option<&LogWrite>,
        violations: &mut Vec<Violation>,
    ) {
        if let Some(change) = change {
            violations.extend(self.leader_append_only(node, change));
            violations.extend(self.log_matching(node, change));
            self.quorums.changed(node.id(), change);
        }
        let leads = node.is_leader().then(|| node.term());
        let seen = &mut self.seen[place(node.id())];
        seen.last = node.log().last();
        let was_leading = core::mem::replace(&mut seen.leads, leads);
        if let Some(term) = leads.filter(|_| was_leading != leads) {
            violations.extend(self.election_safety(node.id(), term));
            if let Some(before) = self.committed.iter().rev().find(|entry| entry.in_term < term) {
                violations.extend(self.leader_is_complete(node.id(), term, before));
                violations.extend(self.quorums_meet(node.id(), term, before));
            }
        }
        if node.commit_index() > node.log().last().index {
            violations.push(Violation::CommitBeyondLog {
                node: node.id(),
                commit_index: node.commit_index(),
                last: node.log().last(),
            });
        }
        self.remember_committed(node, violations);
    }

    /// A write of a node is durable.
    pub(crate) fn observe_durable(&mut self, node: NodeId, write: &Write) {
        let last = write.snapshot.as_ref().map(|snapshot| snapshot.last);
        let chain = last.map_or(0, |last| self.known_chain(last));
        self.quorums.durable(node, write, || chain);
    }

    /// A disk lost entries that it had acknowledged. They are not counted any more as lying there;
    /// what was committed with them stays committed, so whatever comes of it is told.
    pub(crate) fn observe_lost_tail(&mut self, node: NodeId, change: &LogWrite) {
        self.quorums.lost(node, change);
    }

    /// Looks at an entry that a node hands to its state machine.
    pub(crate) fn observe_apply(
        &mut self,
        node: NodeId,
        entry: &Entry,
        commit_index: LogIndex,
    ) -> Vec<Violation> {
        let mut violations = Vec::new();
        let before = self.seen[place(node)].applied.replace(entry.index);
        if let Some(before) = before.filter(|before| entry.index != before.next()) {
            let index = entry.index;
            violations.push(Violation::AppliedInOrder { node, before, index });
        }
        if entry.index > commit_index {
            let index = entry.index;
            violations.push(Violation::AppliedUncommitted { node, index, commit_index });
        }
        let this = (link(0, entry), node, entry.term);
        match self.applied.get(place_of(entry.index)) {
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

    /// Looks at a snapshot that replaces a node's state machine.
    pub(crate) fn observe_restore(&mut self, node: NodeId, last: LogIndex) -> Option<Violation> {
        let before = self.seen[place(node)].applied.replace(last)?;
        (last < before).then_some(Violation::Rewound { node, before, index: last })
    }

    /// Looks at a request that a state machine carries out.
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

    /// A client begins an operation.
    pub(crate) fn observe_invocation(
        &mut self,
        client: ClientId,
        serial: u64,
        operation: &Operation,
    ) {
        self.history.invoke((client, serial), operation);
    }

    /// A client learns how an operation ended.
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

    /// Keys for which the search for an order was given up.
    pub(crate) fn undecided_keys(&self) -> impl Iterator<Item = &str> {
        self.history.undecided()
    }

    /// How far anything was ever committed.
    pub(crate) fn committed(&self) -> LogIndex {
        LogIndex(self.committed.len() as u64)
    }

    /// The memberships in the log that a node has, or had when it was last seen.
    pub(crate) fn memberships(&self, node: NodeId) -> impl Iterator<Item = &Membership> {
        self.quorums.memberships(node)
    }

    /// Lets what was remembered of different nodes share what is equal.
    pub(crate) fn share(&mut self) {
        self.quorums.share(self.seen.iter_mut().map(|seen| &mut seen.log));
    }

    /// Says about how much memory it takes.
    pub(crate) fn weigh(&self, weight: &mut Weight) {
        for seen in &self.seen {
            seen.log.weigh(weight);
        }
        self.quorums.weigh(weight);
        self.origins.weigh(weight);
        self.history.weigh(weight);
        for executed in &self.executed {
            weight.list(executed, 0);
        }
        weight.list(&self.leaders, 0);
        weight.list(&self.committed, 0);
        weight.list(&self.applied, 0);
    }

    fn known_chain(&self, position: LogPosition) -> LogHash {
        self.origins.find(position).map_or(0, |first| first.chain)
    }

    fn election_safety(&mut self, leader: NodeId, term: Term) -> Option<Violation> {
        let known = self.leaders.iter().rev().find(|(led, _)| *led == term);
        let Some(&(_, first)) = known else {
            self.leaders.push((term, leader));
            return None;
        };
        (first != leader).then_some(Violation::ElectionSafety { term, first, second: leader })
    }

    fn leader_append_only(&self, node: &Node, change: &LogWrite) -> Option<Violation> {
        let seen = &self.seen[place(node.id())];
        // A leader that has just stepped down changes its log as a follower.
        let term = seen.leads.filter(|_| node.is_leader())?;
        (change.from <= seen.last.index).then_some(Violation::LeaderAppendOnly {
            leader: node.id(),
            term,
            had: seen.last,
            changed: change.from,
        })
    }

    fn log_matching(&mut self, node: &Node, change: &LogWrite) -> Option<Violation> {
        let (origins, node) = (&mut self.origins, node.id());
        let mut violation = None;
        self.seen[place(node)].log.write(change, |entry, chain| {
            let position = entry.position();
            match origins.find(position) {
                None => origins.add(position, chain, node),
                Some(first) if first.chain != chain && violation.is_none() => {
                    let (first, second) = (first.node, node);
                    violation = Some(Violation::LogMatching { position, first, second });
                }
                Some(_) => {}
            }
        });
        violation
    }

    /// A leader must hold everything that was committed in an earlier term. Its log is a chain, so
    /// the newest such entry speaks for all before it.
    fn leader_is_complete(
        &self,
        leader: NodeId,
        leads: Term,
        committed: &Committed,
    ) -> Option<Violation> {
        let Committed { position, chain, in_term } = *committed;
        let log = &self.seen[place(leader)].log;
        (!log.holds(position.index, chain)).then_some(Violation::LeaderCompleteness {
            committed: position,
            committed_in: in_term,
            leader,
            leads,
        })
    }

    /// Whoever elects a leader shares a server with whoever committed before.
    fn quorums_meet(
        &self,
        leader: NodeId,
        leads: Term,
        committed: &Committed,
    ) -> Option<Violation> {
        let Committed { position, chain, in_term } = *committed;
        let meet = self.quorums.electors_hold(leader, leads, position.index, chain);
        (!meet).then_some(Violation::DisjointQuorums {
            committed: position,
            committed_in: in_term,
            leader,
            leads,
        })
    }

    /// Remembers what a node is the first to commit, and looks at what that rests on.
    fn remember_committed(&mut self, node: &Node, violations: &mut Vec<Violation>) {
        let begun = self.committed.len();
        if node.commit_index().0 <= begun as u64 {
            return;
        }
        let log = &self.seen[place(node.id())].log;
        while node.commit_index().0 > self.committed.len() as u64 {
            let index = LogIndex(self.committed.len() as u64 + 1);
            let (Some(chain), Some(entry)) = (log.at(index), node.log().entry(index)) else {
                break;
            };
            let (position, in_term) = (entry.position(), node.term());
            self.committed.push(Committed { position, chain, in_term });
        }
        let Some(newest) = self.committed.iter_from(begun).next_back().copied() else { return };
        let Committed { position, chain, .. } = newest;
        let durable = self.quorums.durable_quorum(node.id(), position.index, chain);
        if let Err(copies) = durable {
            let by = node.id();
            violations.push(Violation::DurableQuorum { committed: position, by, copies });
        }
        for (other, seen) in (0..).map(NodeId).zip(&self.seen) {
            if let Some(leads) = seen.leads.filter(|leads| *leads > newest.in_term) {
                violations.extend(self.leader_is_complete(other, leads, &newest));
                violations.extend(self.quorums_meet(other, leads, &newest));
            }
        }
    }
}

fn place(node: NodeId) -> usize {
    node.0 as usize
}

/// Where the entry with this index stands in a vector that begins with index 1.
fn place_of(index: LogIndex) -> usize {
    usize::try_from(index.previous().0).unwrap_or(usize::MAX)
}
