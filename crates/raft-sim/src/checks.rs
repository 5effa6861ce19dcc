//! The five properties of Figure 3, checked after every event against the whole history of a run.
//!
//! Nodes are looked at, not asked: what a node says happened plays no part. Each log is followed
//! as a chain of hashes, so that two logs are compared in one step however long they are.

use std::collections::BTreeMap;

use raft_core::{Entry, LogIndex, LogPosition, LogWrite, Node, NodeId, Payload, Term};
use serde::Serialize;

/// A property that Raft guarantees at all times (Figure 3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Property {
    /// At most one leader in a given term (§5.2).
    ElectionSafety,
    /// A leader only appends to its own log (§5.3).
    LeaderAppendOnly,
    /// Logs with the same entry are the same up to it (§5.3).
    LogMatching,
    /// What is committed is in the logs of all later leaders (§5.4).
    LeaderCompleteness,
    /// No two servers apply different entries at the same index (§5.4.3).
    StateMachineSafety,
}

impl Property {
    /// All of them, in the order of Figure 3.
    pub const ALL: [Self; 5] = [
        Self::ElectionSafety,
        Self::LeaderAppendOnly,
        Self::LogMatching,
        Self::LeaderCompleteness,
        Self::StateMachineSafety,
    ];

    /// The name as a key, as records and `data-property` have it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ElectionSafety => "election-safety",
            Self::LeaderAppendOnly => "leader-append-only",
            Self::LogMatching => "log-matching",
            Self::LeaderCompleteness => "leader-completeness",
            Self::StateMachineSafety => "state-machine-safety",
        }
    }

    /// The name in the paper.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ElectionSafety => "Election Safety",
            Self::LeaderAppendOnly => "Leader Append-Only",
            Self::LogMatching => "Log Matching",
            Self::LeaderCompleteness => "Leader Completeness",
            Self::StateMachineSafety => "State Machine Safety",
        }
    }
}

/// Two facts of a run that contradict each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "property", rename_all = "kebab-case")]
pub enum Violation {
    /// Two nodes led the same term.
    ElectionSafety {
        /// The term.
        term: Term,
        /// Who led it first.
        first: NodeId,
        /// Who led it too.
        second: NodeId,
    },
    /// A leader changed what it had in its log.
    LeaderAppendOnly {
        /// The leader.
        leader: NodeId,
        /// Its term.
        term: Term,
        /// The end of its log before.
        had: LogPosition,
        /// The first index that it changed.
        changed: LogIndex,
    },
    /// Two logs have the same entry but differ in it or before it.
    LogMatching {
        /// The entry.
        position: LogPosition,
        /// Who had it first.
        first: NodeId,
        /// Whose log differs.
        second: NodeId,
    },
    /// A leader lacks what was committed before its term.
    LeaderCompleteness {
        /// The committed entry.
        committed: LogPosition,
        /// The term in which it was committed.
        committed_in: Term,
        /// The leader.
        leader: NodeId,
        /// Its term.
        leads: Term,
        /// The term of what it has at that index, if anything.
        has: Option<Term>,
    },
    /// Two nodes applied different entries at the same index.
    StateMachineSafety {
        /// The index.
        index: LogIndex,
        /// Who applied first, and the term of the entry.
        first: (NodeId, Term),
        /// Who applied something else, and the term of that.
        second: (NodeId, Term),
    },
}

impl Violation {
    /// The property that does not hold.
    pub const fn property(&self) -> Property {
        match self {
            Self::ElectionSafety { .. } => Property::ElectionSafety,
            Self::LeaderAppendOnly { .. } => Property::LeaderAppendOnly,
            Self::LogMatching { .. } => Property::LogMatching,
            Self::LeaderCompleteness { .. } => Property::LeaderCompleteness,
            Self::StateMachineSafety { .. } => Property::StateMachineSafety,
        }
    }
}

/// A hash over an entry and all before it.
type Chain = u64;

/// What is remembered of a node between two looks at it.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// The chain at every index, the first entry's first.
    chains: Vec<Chain>,
    last: LogPosition,
    leads: Option<Term>,
    commit_index: LogIndex,
}

impl Seen {
    fn chain_at(&self, index: LogIndex) -> Option<Chain> {
        match index.0.checked_sub(1) {
            None => Some(0),
            Some(offset) => self.chains.get(usize::try_from(offset).ok()?).copied(),
        }
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
    leaders: BTreeMap<Term, NodeId>,
    positions: BTreeMap<LogPosition, (Chain, NodeId)>,
    committed: Vec<Committed>,
    applied: Vec<(Chain, NodeId, Term)>,
}

impl Checks {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            seen: vec![Seen::default(); nodes],
            leaders: BTreeMap::new(),
            positions: BTreeMap::new(),
            committed: Vec::new(),
            applied: Vec::new(),
        }
    }

    /// Looks at a node that has just started.
    pub(crate) fn observe_boot(&mut self, node: &Node) -> Vec<Violation> {
        self.seen[place(node.id())] = Seen::default();
        let from = LogIndex::ZERO.next();
        let entries = node.log().entries_from(from).to_vec();
        self.observe(node, Some(&LogWrite { from, entries }))
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
        let first = *self.leaders.entry(term).or_insert(leader);
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
        seen.chains.truncate(place_of(change.from));
        let mut chain = seen.chains.last().copied().unwrap_or(0);
        let mut violation = None;
        for entry in &change.entries {
            chain = link(chain, entry);
            seen.chains.push(chain);
            let (first_chain, first) =
                *self.positions.entry(entry.position()).or_insert((chain, node.id()));
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
        let has = self.seen[place(node.id())].chain_at(index);
        (has != Some(committed.chain)).then(|| Violation::LeaderCompleteness {
            committed: committed.position,
            committed_in: committed.in_term,
            leader: node.id(),
            leads: term,
            has: node.log().term_at(index),
        })
    }

    fn remember_committed(&mut self, node: &Node) {
        let seen = &mut self.seen[place(node.id())];
        seen.commit_index = node.commit_index();
        while place_of(seen.commit_index) >= self.committed.len() && seen.commit_index.0 > 0 {
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
    let payload: &[u8] = match &entry.payload {
        Payload::NoOp => &[],
        Payload::Command(command) => command,
    };
    let numbers = before.to_le_bytes().into_iter().chain(entry.term.0.to_le_bytes());
    numbers
        .chain(payload.iter().copied())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
