//! The properties of a node's role, log and commit index, checked after every step.

use raft_core::{LogIndex, LogWrite, Node, NodeId, Term};

use super::properties::Violation;
use super::{Checks, Committed, Seen, host_index};

impl Checks {
    /// Checks a node after a step that made this change to its log. The caller provides the list,
    /// since this happens after every event and nearly always finds nothing.
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
        let seen = &mut self.seen[host_index(node.id())];
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

    fn election_safety(&mut self, leader: NodeId, term: Term) -> Option<Violation> {
        let known = self.leaders.iter().rev().find(|(led, _)| *led == term);
        let Some(&(_, first)) = known else {
            self.leaders.push((term, leader));
            return None;
        };
        (first != leader).then_some(Violation::ElectionSafety { term, first, second: leader })
    }

    fn leader_append_only(&self, node: &Node, change: &LogWrite) -> Option<Violation> {
        let seen = &self.seen[host_index(node.id())];
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
        let Seen { log, is_unsure, .. } = &mut self.seen[host_index(node)];
        log.write(change, |entry, chain| {
            let position = entry.position();
            match origins.find(position) {
                _ if *is_unsure => {}
                None => origins.add(position, chain, node),
                Some(first) if first.chain != chain && violation.is_none() => {
                    let (first, second) = (first.node, node);
                    violation = Some(Violation::LogMatching { position, first, second });
                }
                Some(_) => {}
            }
        });
        if let Some(Violation::LogMatching { position, .. }) = violation {
            let first = self.first_conflict.get_or_insert(position.index);
            *first = position.index.min(*first);
        }
        violation
    }

    /// A leader must have everything that was committed in an earlier term. Logs are hash chains,
    /// so comparing the newest such entry is enough.
    fn leader_is_complete(
        &self,
        leader: NodeId,
        leads: Term,
        committed: &Committed,
    ) -> Option<Violation> {
        let Committed { position, chain, in_term } = *committed;
        let log = &self.seen[host_index(leader)].log;
        (!log.holds(position.index, chain)).then_some(Violation::LeaderCompleteness {
            committed: position,
            committed_in: in_term,
            leader,
            leads,
        })
    }

    /// The voters of a leader and the nodes that committed an earlier entry must have a node in
    /// common.
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

    /// Records the entries that a node is the first to commit, and checks that a quorum holds them.
    fn remember_committed(&mut self, node: &Node, violations: &mut Vec<Violation>) {
        let begun = self.committed.len();
        if node.commit_index().0 <= begun as u64 {
            return;
        }
        let log = &self.seen[host_index(node.id())].log;
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
