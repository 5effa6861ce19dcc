//! A node with arbitrary inputs, and its invariants.

use std::collections::BTreeSet;
use std::sync::Arc;

use raft_core::{
    AfterWrite, Config, Disk, Effect, Incarnation, Input, LocalTime, LogIndex, Node, NodeId, Step,
    Write, WriteNumber,
};

use super::generators::Draws;

pub(crate) const ME: NodeId = NodeId(0);

/// A node with a disk that completes writes as the bytes decide, and its invariants.
pub(crate) struct SingleNodeModel {
    node: Node,
    incarnation: Incarnation,
    disk: Disk,
    now: LocalTime,
    under_way: Vec<Write>,
    held: Vec<AfterWrite>,
    written: WriteNumber,
    names: u64,
    settled: BTreeSet<(bool, u64)>,
    applied: LogIndex,
}

impl SingleNodeModel {
    pub(crate) fn new(config: Config) -> Self {
        let (node, step) =
            Node::boot(ME, Incarnation(1), Arc::new(config), Disk::default(), LocalTime(0))
                .unwrap();
        assert!(step.write.is_none());
        Self {
            node,
            incarnation: Incarnation(1),
            disk: Disk::default(),
            now: LocalTime(0),
            under_way: Vec::new(),
            held: Vec::new(),
            written: WriteNumber::default(),
            names: 0,
            settled: BTreeSet::new(),
            applied: LogIndex::ZERO,
        }
    }

    /// Runs whatever the bytes describe, and a crash at the end.
    pub(crate) fn run(&mut self, draws: &mut Draws) {
        while !draws.is_over() {
            self.step(draws);
            match draws.byte() % 64 {
                0..20 => self.sync(usize::from(draws.byte() % 4)),
                20..40 => self.sync_all(),
                40 => self.crash(),
                _ => {}
            }
            self.now.0 = self.now.0.saturating_add(draws.pause().0);
        }
        self.sync_all();
        self.crash();
    }

    /// Handles several inputs in one step.
    fn step(&mut self, draws: &mut Draws) {
        let count = if draws.rarely(4) { 1 + draws.byte() % 4 } else { 1 };
        (draws.term, draws.last) = (self.node.term(), self.node.log().last());
        let inputs: Vec<_> =
            (0..count).map(|_| draws.input(&mut self.names, self.written)).collect();
        let (term, voted_for) = (self.node.term(), self.node.voted_for());
        let committed = self.node.commit_index();
        let mut step = Step::default();
        self.node.step_into(inputs, self.now, &mut step);
        let after = (self.node.term(), self.node.voted_for());
        assert!(after.0 >= term, "terms never fall");
        assert!(after.0 > term || voted_for.is_none() || after.1 == voted_for, "a vote stays");
        assert!(self.node.commit_index() >= committed, "what is committed stays so");
        assert!(self.node.commit_index() <= self.node.log().last().index);
        self.perform(step);
        assert_eq!(self.applied, self.node.last_applied());
    }

    fn perform(&mut self, step: Step) {
        let Step { write, at_once, after_write, events: _ } = step;
        for effect in at_once {
            match effect {
                Effect::Apply(entry) => {
                    assert_eq!(entry.index, self.applied.next(), "each once, in order");
                    self.applied = entry.index;
                }
                Effect::Restore(snapshot) => {
                    assert!(snapshot.last.index >= self.applied, "never back");
                    self.applied = snapshot.last.index;
                }
                Effect::Reply { proposal, .. } => {
                    assert!(self.settled.insert((true, proposal.0)), "{proposal:?} answered twice");
                }
                Effect::AnswerRead { read, .. } => {
                    assert!(self.settled.insert((false, read.0)), "{read:?} answered twice");
                }
                Effect::Send { to, .. } => assert_ne!(to, ME),
                Effect::SetTimer { .. } | Effect::CancelTimer(_) => {}
            }
        }
        self.under_way.extend(write);
        self.held.push(after_write);
    }

    /// All writes complete: the disk contains the node's state.
    fn sync_all(&mut self) {
        self.sync(usize::MAX);
        self.sync(usize::MAX); // the last write may have committed entries and caused another write
        assert_eq!(self.disk.hard_state.term, self.node.term());
        assert_eq!(self.disk.hard_state.voted_for, self.node.voted_for());
        assert_eq!(self.disk.snapshot.as_ref(), self.node.snapshot());
        if self.node.log().last().index < LogIndex(u64::MAX) {
            // Beyond the last index, which only a faulty peer sends, no log makes sense.
            assert!(self.disk.entries.iter().eq(self.node.log().entries_from(LogIndex::ZERO)));
        }
    }

    /// Completes this many of the writes in progress.
    fn sync(&mut self, count: usize) {
        let count = count.min(self.under_way.len());
        for write in self.under_way.drain(..count) {
            self.disk.apply(&write);
            self.written = write.number;
        }
        let written = self.written;
        self.held.retain_mut(|held| held.release(written).is_none());
        let step = self.node.step(Input::Persisted(self.written), self.now);
        self.perform(step);
    }

    fn crash(&mut self) {
        let config = Arc::new(self.node.config().clone());
        self.incarnation.0 += 1;
        let (node, step) = Node::boot(ME, self.incarnation, config, self.disk.clone(), self.now)
            .expect("what a node writes it can start from");
        assert!(node.log().last().index >= LogIndex(self.disk.entries.len() as u64));
        self.node = node;
        self.under_way.clear();
        self.held.clear();
        self.written = WriteNumber::default();
        self.applied = LogIndex::ZERO;
        self.perform(step);
    }
}
