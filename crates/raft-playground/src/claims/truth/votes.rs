//! Which votes were given, and until when: a vote that was lost before any node was told of it was
//! never given, and another server in the place of one has not voted.

use std::collections::{BTreeMap, BTreeSet};

use raft_sim::Simulation;
use raft_sim::raft_core::{NodeId, Term};

use super::GroundTruth;

/// A term, a voter, and the candidate that has its vote.
type Vote = (Term, NodeId, NodeId);

/// Who gave which candidate its vote, the candidates themselves among them.
#[derive(Default)]
pub(super) struct Votes {
    /// The numbers of the records between which each vote was given.
    given: BTreeMap<Vote, Vec<(u64, Option<u64>)>>,
    /// The votes that have been on the disks of their voters.
    durable: BTreeSet<Vote>,
}

impl Votes {
    pub(super) fn give(&mut self, seq: u64, vote: Vote) {
        let spans = self.given.entry(vote).or_default();
        if spans.last().is_none_or(|(_, end)| end.is_some()) {
            spans.push((seq, None));
        }
    }

    /// The voters of a candidate.
    pub(super) fn voters(&self, term: Term, candidate: NodeId) -> BTreeSet<NodeId> {
        let all = self.given.keys().filter(|(of, _, to)| (*of, *to) == (term, candidate));
        all.filter(|vote| self.holds(vote, None)).map(|(_, voter, _)| *voter).collect()
    }

    /// Whether a vote was given at a record, or is now.
    fn holds(&self, vote: &Vote, at: Option<u64>) -> bool {
        self.given.get(vote).into_iter().flatten().any(|(start, end)| match at {
            Some(at) => *start <= at && end.is_none_or(|end| at < end),
            None => end.is_none(),
        })
    }

    /// Notes which votes are on disks.
    pub(super) fn observe_disks(&mut self, simulation: &Simulation) {
        for host in simulation.hosts() {
            let kept = host.disk.durable().hard_state;
            if let Some(candidate) = kept.voted_for {
                self.durable.insert((kept.term, host.id, candidate));
            }
        }
    }

    /// Another server takes the place of a node.
    pub(super) fn replace(&mut self, seq: u64, node: NodeId) {
        self.durable.retain(|(_, voter, _)| *voter != node);
        self.end(seq, |(_, voter, _)| *voter == node);
    }

    /// A node stops, and with it go the votes that no node was told of.
    pub(super) fn lose(&mut self, seq: u64, simulation: &Simulation, node: NodeId) {
        let bugs = simulation.run().scenario.injected_bugs;
        let disk = &simulation.host(node).disk;
        if bugs.votes_not_durable || bugs.hasty_promises || disk.damage().is_some() {
            return;
        }
        let on_disk = disk.durable().hard_state.term;
        // A crash may leave the vote of a write that it tears.
        self.observe_disks(simulation);
        let durable = std::mem::take(&mut self.durable);
        self.end(seq, |vote| {
            let (term, voter, _) = *vote;
            voter == node && term >= on_disk && !durable.contains(vote)
        });
        self.durable = durable;
    }

    fn end(&mut self, seq: u64, is_lost: impl Fn(&Vote) -> bool) {
        for (_, spans) in self.given.iter_mut().filter(|(vote, _)| is_lost(vote)) {
            if let Some((_, end @ None)) = spans.last_mut() {
                *end = Some(seq);
            }
        }
    }
}

impl GroundTruth {
    /// Whether a voter had given a candidate its vote in a term at the record of a number, or has
    /// now.
    pub(in crate::claims) fn voted(&self, (term, voter, candidate): Vote, at: Option<u64>) -> bool {
        self.votes.holds(&(term, voter, candidate), at)
    }
}
