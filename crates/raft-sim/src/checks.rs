//! The five properties of Figure 3, checked after every event against the whole history of a run.
//!
//! Nodes are looked at, not asked: what a node says happened plays no part. Each log is followed
//! as a chain of hashes, so that two logs are compared in one step however long they are.

use std::collections::BTreeSet;

use raft_core::{Entries, Entry, LogIndex, LogPosition, LogWrite, Node, NodeId, Payload, Term};

use crate::properties::Violation;

/// A hash over an entry and all before it.
type Chain = u64;

/// What is remembered of a node between two looks at it.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// The last entry that a snapshot from elsewhere replaced, and the chain there.
    base: (LogIndex, Chain),
    /// The chain at every index after it.
    chains: Vec<Chain>,
    last: LogPosition,
    leads: Option<Term>,
}

impl Seen {
    fn chain_at(&self, index: LogIndex) -> Option<Chain> {
        match index.0.checked_sub(self.base.0.0)?.checked_sub(1) {
            None => Some(self.base.1),
            Some(offset) => self.chains.get(usize::try_from(offset).ok()?).copied(),
        }
    }

    /// Forgets the chain from an index on.
    fn truncate_from(&mut self, index: LogIndex) {
        let kept = index.previous().0.saturating_sub(self.base.0.0);
        self.chains.truncate(usize::try_from(kept).unwrap_or(usize::MAX));
    }
}

/// A committed entry.
#[derive(Clone, Copy, Debug)]
struct Committed {
    position: LogPosition,
    chain: Chain,
    in_term: Term,
}

/// The history of a run as far as the properties need it.
#[derive(Clone, Debug)]
pub(crate) struct Checks {
    seen: Vec<Seen>,
    leaders: Vec<(Term, NodeId)>,
    /// For each index the entries that any log ever had there: term, chain, and who had it first.
    positions: Vec<Vec<(Term, Chain, NodeId)>>,
    committed: Vec<Committed>,
    applied: Vec<(Chain, NodeId, Term)>,
}

impl Checks {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            seen: vec![Seen::default(); nodes],
            leaders: Vec::new(),
            positions: Vec::new(),
            committed: Vec::new(),
            applied: Vec::new(),
        }
    }

    /// Looks at a node that has just started.
    pub(crate) fn observe_boot(&mut self, node: &Node) -> Vec<Violation> {
        self.seen[place(node.id())] = Seen::default();
        self.observe_snapshot(node);
        let from = node.log().base().index.next();
        let entries: Entries = node.log().entries_from(from).cloned().collect();
        self.observe(node, Some(&LogWrite { from, entries }))
    }

    /// Looks at a node whose log gave way to a snapshot.
    pub(crate) fn observe_snapshot(&mut self, node: &Node) {
        let base = node.log().base();
        let known = self.positions.get(place_of(base.index));
        let same = |(term, ..): &&(Term, Chain, NodeId)| *term == base.term;
        let chain = known.and_then(|known| known.iter().find(same)).map_or(0, |known| known.1);
        let seen = &mut self.seen[place(node.id())];
        *seen = Seen { base: (base.index, chain), last: base, leads: seen.leads, chains: vec![] };
    }

    /// Looks at a node after a step, with what the step changed in its log.
    pub(crate) fn observe(&mut self, node: &Node, change: Option<&LogWrite>) -> Vec<Violation> {
        let mut violations = Vec::new();
        if let Some(change) = change {
            violations.extend(self.leader_append_only(node, change));
            violations.extend(self.log_matching(node, change));
        }
        let leads = node.is_leader().then(|| node.term());
        let seen = &mut self.seen[place(node.id())];
        seen.last = node.log().last();
        let was_leading = core::mem::replace(&mut seen.leads, leads);
        if let Some(term) = leads.filter(|_| was_leading != leads) {
            violations.extend(self.election_safety(node.id(), term));
            violations.extend(self.leader_completeness(node, term));
        }
        self.remember_committed(node);
        violations
    }

    /// Looks at an entry that a node hands to its state machine.
    pub(crate) fn observe_apply(&mut self, node: NodeId, entry: &Entry) -> Option<Violation> {
        let this = (link(0, entry), node, entry.term);
        match self.applied.get(place_of(entry.index)) {
            None => {
                self.applied.push(this);
                None
            }
            Some(&(chain, ..)) if chain == this.0 => None,
            Some(&(_, first, term)) => Some(Violation::StateMachineSafety {
                index: entry.index,
                first: (first, term),
                second: (node, entry.term),
            }),
        }
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
        let seen = &mut self.seen[place(node.id())];
        seen.truncate_from(change.from);
        let mut chain = seen.chains.last().copied().unwrap_or(seen.base.1);
        let mut violation = None;
        for entry in change.entries.iter() {
            chain = link(chain, entry);
            seen.chains.push(chain);
            let index = place_of(entry.index);
            if self.positions.len() <= index {
                self.positions.resize(index + 1, Vec::new());
            }
            let known = &mut self.positions[index];
            let same = |(term, ..): &&(Term, Chain, NodeId)| *term == entry.term;
            let Some(&(_, first_chain, first)) = known.iter().find(same) else {
                known.push((entry.term, chain, node.id()));
                continue;
            };
            if first_chain != chain && violation.is_none() {
                let position = entry.position();
                violation = Some(Violation::LogMatching { position, first, second: node.id() });
            }
        }
        violation
    }

    /// A new leader must hold everything that was committed in an earlier term. Its log is a
    /// chain, so the newest such entry speaks for all before it.
    fn leader_completeness(&self, node: &Node, term: Term) -> Option<Violation> {
        let committed = self.committed.iter().rev().find(|entry| entry.in_term < term)?;
        let index = committed.position.index;
        let seen = &self.seen[place(node.id())];
        if index < seen.base.0 {
            return None; // a snapshot speaks for it, and is itself committed
        }
        let has = seen.chain_at(index);
        (has != Some(committed.chain)).then(|| Violation::LeaderCompleteness {
            committed: committed.position,
            committed_in: committed.in_term,
            leader: node.id(),
            leads: term,
            has: node.log().term_at(index),
        })
    }

    fn remember_committed(&mut self, node: &Node) {
        let seen = &self.seen[place(node.id())];
        while node.commit_index().0 > self.committed.len() as u64 {
            let index = LogIndex(self.committed.len() as u64 + 1);
            let (Some(chain), Some(entry)) = (seen.chain_at(index), node.log().entry(index)) else {
                return;
            };
            self.committed.push(Committed {
                position: entry.position(),
                chain,
                in_term: node.term(),
            });
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

/// The hash of an entry on top of all before it (FNV-1a).
fn link(before: Chain, entry: &Entry) -> Chain {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let membership: Vec<u8>;
    let payload: &[u8] = match &entry.payload {
        Payload::NoOp => &[],
        Payload::Command(command) => command,
        Payload::Membership(members) => {
            let sides = [&members.voters, &members.outgoing, &members.learners];
            let side = |nodes: &BTreeSet<NodeId>| {
                nodes.iter().flat_map(|node| node.0.to_le_bytes()).chain([0xff]).collect::<Vec<_>>()
            };
            membership = sides.into_iter().flat_map(side).collect();
            &membership
        }
    };
    let numbers = before.to_le_bytes().into_iter().chain(entry.term.0.to_le_bytes());
    numbers
        .chain(payload.iter().copied())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
