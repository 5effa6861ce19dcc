//! What was so at the moment of a record.

use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, LogPosition, NodeId, RuleSet, Term};
use raft_sim::{Address, Clock, Command, MessageId, Record, RecordKind, Simulation, Time};

use super::{GroundTruth, Heard};

impl GroundTruth {
    /// The rules that were off when a record was made; now, if it is none.
    pub(in crate::claims) fn rules_off(
        &self,
        simulation: &Simulation,
        record: Option<&Record>,
    ) -> RuleSet {
        let end = record.map_or(u64::MAX, |record| record.seq);
        let before = self.switched.iter().take_while(|(seq, ..)| *seq < end);
        before.fold(simulation.run().scenario.waived, |off, &(_, rule, is_off)| {
            if is_off { off.with(rule) } else { off.without(rule) }
        })
    }

    /// The rules that were ever off.
    pub(in crate::claims) fn ever_off(&self, simulation: &Simulation) -> RuleSet {
        let switched = self.switched.iter().filter(|(.., is_off)| *is_off);
        switched.fold(simulation.run().scenario.waived, |off, (_, rule, _)| off.with(*rule))
    }

    /// The record of a message's sending.
    pub(in crate::claims) fn sending(&self, message: MessageId) -> Option<&Record> {
        let seq = *self.sent.get(&message)?;
        self.records.get(usize::try_from(seq).ok()?).map(Rc::as_ref)
    }

    /// The node that a client took for the leader when it sent a request.
    pub(in crate::claims) fn hint(&self, message: MessageId) -> Option<NodeId> {
        self.hints.get(&message).copied().flatten()
    }

    /// Whether a command was given by hand.
    pub(in crate::claims) fn is_by_hand(&self, record: &Record) -> bool {
        self.by_hand.contains(&record.seq)
    }

    /// The nodes that led a term.
    pub(in crate::claims) fn leaders_of(&self, term: Term) -> impl Iterator<Item = NodeId> {
        self.leaders.get(&term).into_iter().flatten().copied()
    }

    /// The newest term that had a leader.
    pub(in crate::claims) fn newest_led(&self) -> Option<Term> {
        self.leaders.keys().next_back().copied()
    }

    /// Whether some node counted an entry as committed.
    pub(in crate::claims) fn was_committed(&self, position: LogPosition) -> bool {
        self.committed.contains_key(&position)
    }

    /// Whether a node in a term counted an entry as committed.
    pub(in crate::claims) fn was_committed_in(&self, position: LogPosition, term: Term) -> bool {
        self.committed_in.contains(&(position, term))
    }

    /// The positions that some node counted as committed in a range of indexes.
    pub(in crate::claims) fn committed_in(
        &self,
        first: LogIndex,
        last: LogIndex,
    ) -> impl Iterator<Item = LogPosition> {
        let all = self.committed.keys().copied();
        all.filter(move |position| (first..=last).contains(&position.index))
    }

    /// When a node last started or heard a leader of its term, before a record.
    pub(in crate::claims) fn heard_before(&self, node: NodeId, seq: u64) -> Option<Heard> {
        let heard = self.heard.get(&node)?;
        let place = heard.partition_point(|other| other.seq < seq);
        heard[..place].last().copied()
    }

    /// A node's clock as it was at a record.
    pub(in crate::claims) fn clock(&self, node: NodeId, record: &Record) -> Option<Clock> {
        let clocks = self.clocks.get(&node)?;
        let place = clocks.partition_point(|(seq, _)| *seq <= record.seq);
        clocks[..place].last().map(|(_, clock)| *clock)
    }

    /// The last command before a record that set a node's election timer to run out at a moment. A
    /// later command has no effect on a node that is stopped.
    pub(in crate::claims) fn timer_set(
        &self,
        node: Address,
        runs_out: Time,
        seq: u64,
    ) -> Option<&Record> {
        let mut before = self.timers.iter().rev().map(Rc::as_ref).filter(|set| set.seq < seq);
        before.find(|set| {
            matches!(set.kind, RecordKind::Commanded(Command::Timer { node: of, after })
                if of == node && set.at + after == runs_out)
        })
    }

    /// The last decision of a voter about a candidate.
    pub(in crate::claims) fn decision(&self, voter: NodeId, candidate: NodeId) -> Option<&Record> {
        let seq = *self.decisions.get(&(voter, candidate))?;
        self.records.get(usize::try_from(seq).ok()?).map(Rc::as_ref)
    }
}
