//! Inputs of every kind, derived from bytes that a test or a fuzzer draws and shrinks.
//!
//! Small numbers are likely, so that messages often match the log; the largest numbers also occur.

use std::sync::Arc;

use raft_core::{
    Answer, AppendOutcome, Body, Config, Disk, Entry, HardState, Incarnation, Input, LogIndex,
    LogPosition, Membership, Message, Micros, NodeId, NodeSet, Payload, ProposalId, QuorumSize,
    ReadId, ReadMode, RequestId, RequestMode, Round, Rule, RuleSet, Snapshot, SnapshotChunk, Term,
    Timer, WriteNumber,
};

/// Bytes from which values are drawn; zeros after the end.
pub(crate) struct Draws<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// The term and the last entry of the node that receives the input.
    pub(crate) term: Term,
    pub(crate) last: LogPosition,
}

impl<'a> Draws<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), term: Term(0), last: LogPosition::default() }
    }

    pub(crate) fn is_over(&self) -> bool {
        self.bytes.len() == 0
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or_default()
    }

    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[usize::from(self.byte()) % values.len()]
    }

    pub(crate) fn happens(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// True once in `times` draws on average.
    pub(crate) fn rarely(&mut self, times: u8) -> bool {
        self.byte() % times == times - 1
    }

    fn number(&mut self) -> u64 {
        if self.rarely(16) { self.one_of(&[u64::MAX, u64::MAX - 1, 1 << 32]) } else { self.small() }
    }

    fn small(&mut self) -> u64 {
        u64::from(self.byte() % 8)
    }

    fn term(&mut self) -> Term {
        match self.byte() % 32 {
            0 => Term(self.number()),
            1 => self.term.next(),
            _ => self.term,
        }
    }

    fn index(&mut self) -> LogIndex {
        if self.happens() { self.last.index } else { LogIndex(self.number()) }
    }

    fn position(&mut self) -> LogPosition {
        if self.happens() {
            return self.last;
        }
        LogPosition { term: self.term(), index: self.index() }
    }

    /// A node of the cluster, or an unknown node.
    pub(crate) fn node(&mut self) -> NodeId {
        let node = self.byte() % 16;
        NodeId(u32::from(if node < 6 { node } else { 1 + node % 4 }))
    }

    fn nodes(&mut self) -> NodeSet {
        let members = self.byte();
        (0..6).filter(|node| members & 1 << node != 0).map(NodeId).collect()
    }

    fn data(&mut self) -> Arc<[u8]> {
        let length = usize::from(self.byte() % 8);
        vec![b'x'; length].into()
    }

    pub(crate) fn membership(&mut self) -> Membership {
        let outgoing = if self.rarely(4) { self.nodes() } else { NodeSet::default() };
        let learners = if self.rarely(4) { self.nodes() } else { NodeSet::default() };
        Membership { voters: self.nodes(), outgoing, learners }
    }

    fn payload(&mut self) -> Payload {
        match self.byte() % 8 {
            0 => Payload::Membership(Arc::new(self.membership())),
            1 => Payload::NoOp,
            _ => Payload::Command(self.data()),
        }
    }

    /// Entries that usually may follow an entry in a log of this term.
    fn entries_after(&mut self, previous: LogPosition, newest: Term) -> Vec<Entry> {
        let mut before = previous;
        let mut entries = Vec::new();
        for _ in 0..self.byte() % 5 {
            let payload = self.payload();
            let term = Term(before.term.0.saturating_add(u64::from(self.rarely(4))));
            before = LogPosition { term: term.min(newest), index: before.index.next() };
            if self.rarely(16) {
                before = self.position();
            }
            entries.push(Entry { term: before.term, index: before.index, payload });
        }
        entries
    }

    fn answer(&mut self) -> Answer {
        match self.byte() % 5 {
            0 => Answer::Committed(self.position()),
            1 => Answer::Superseded { lost: self.position(), by: self.position() },
            2 => Answer::NotLeader { hint: Some(self.node()) },
            3 => Answer::Refused(self.one_of(Rule::ALL)),
            _ => Answer::Unknown,
        }
    }

    fn request(&mut self) -> RequestId {
        RequestId { incarnation: Incarnation(1 + self.small() % 3), number: self.small() }
    }

    fn outcome(&mut self) -> AppendOutcome {
        match self.byte() % 4 {
            0 => AppendOutcome::Mismatched { previous: self.index(), hint: self.position() },
            1 => AppendOutcome::Stale,
            _ => AppendOutcome::Matched { through: self.index() },
        }
    }

    pub(crate) fn message(&mut self) -> Message {
        let term = self.term();
        let body = match self.byte() % 24 {
            0 => Body::PreVote { last: self.position(), request: self.request() },
            1 | 18 => Body::PreVoteReply { request: self.request(), granted: !self.rarely(4) },
            2 => Body::RequestVote { last: self.position(), handover: self.happens() },
            3 | 16 | 17 => {
                let election = if self.rarely(4) { self.term() } else { term };
                Body::RequestVoteReply { election, granted: !self.rarely(4) }
            }
            4 => Body::InstallSnapshotReply {
                last: self.index(),
                received: self.number(),
                done: self.happens(),
                round: Round(self.number()),
            },
            5 => Body::TimeoutNow,
            6 => Body::ReadIndex { request: self.request() },
            7 => {
                let index = if self.happens() { Some(self.index()) } else { None };
                Body::ReadIndexReply { request: self.request(), index }
            }
            8 => Body::Forward { request: self.request(), command: self.data() },
            9 => Body::ForwardReply { request: self.request(), answer: self.answer() },
            10 | 11 => Body::InstallSnapshot(SnapshotChunk {
                last: self.position(),
                membership: Arc::new(self.membership()),
                offset: self.number(),
                data: self.data(),
                done: self.happens(),
                round: Round(self.number()),
            }),
            12..16 => {
                let (outcome, round) = (self.outcome(), Round(self.number()));
                Body::AppendEntriesReply { outcome, round }
            }
            _ => {
                let previous = self.position();
                let entries = self.entries_after(previous, term).into();
                let (leader_commit, round) = (self.index(), Round(self.number()));
                Body::AppendEntries { previous, entries, leader_commit, round }
            }
        };
        Message { term, body }
    }

    /// An input from a driver that keeps its promises: it repeats no identifiers, and reports only
    /// finished writes as durable. `names` counts the identifiers.
    pub(crate) fn input(&mut self, names: &mut u64, durable: WriteNumber) -> Input {
        *names += 1;
        match self.byte() % 32 {
            0 | 1 => Input::Propose { proposal: ProposalId(*names), command: self.data() },
            2 => Input::Read(ReadId(*names)),
            3 => Input::Reconfigure {
                proposal: ProposalId(*names),
                voters: self.nodes(),
                learners: self.nodes(),
            },
            4 => Input::Transfer { to: self.node() },
            5 => Input::Compact { index: self.index(), data: self.data() },
            6..8 => Input::Timeout(Timer::Election),
            8 | 9 => Input::Timeout(Timer::Heartbeat),
            10 => Input::Timeout(self.one_of(&[Timer::Quorum, Timer::Transfer])),
            11 | 12 => Input::Persisted(durable),
            _ => Input::Deliver { from: self.node(), message: self.message() },
        }
    }

    pub(crate) fn config(&mut self) -> Config {
        let config = Config::new((0..=u32::from(self.byte() % 5)).map(NodeId));
        let lease = ReadMode::Lease { drift_permille: u16::from(self.byte()) * 8 };
        Config {
            max_entries_per_message: usize::from(self.byte() % 4),
            max_bytes_per_message: usize::from(self.byte() % 32),
            max_in_flight: usize::from(self.byte() % 4),
            snapshot_chunk: usize::from(self.byte() % 8),
            pre_vote: self.happens(),
            check_quorum: self.happens(),
            reads: self.one_of(&[ReadMode::Round, lease]),
            requests: self.one_of(&[RequestMode::Redirect, RequestMode::Forward]),
            ..config
        }
    }

    /// Waived rules, usually one.
    pub(crate) fn waived(&mut self) -> RuleSet {
        let count = 1 + self.byte() % 3;
        (0..count).map(|_| self.one_of(Rule::ALL)).collect()
    }

    pub(crate) fn quorum(&mut self) -> QuorumSize {
        self.one_of(&[QuorumSize::Majority, QuorumSize::Half])
    }

    /// A disk that this protocol usually may have written.
    pub(crate) fn disk(&mut self) -> Disk {
        let hard_state = HardState { term: self.term(), voted_for: Some(self.node()) };
        let snapshot = if self.rarely(3) {
            let (last, membership) = (self.position(), Arc::new(self.membership()));
            Some(Arc::new(Snapshot { last, membership, data: self.data() }))
        } else {
            None
        };
        let base = snapshot.as_ref().map(|snapshot| snapshot.last).unwrap_or_default();
        let entries = self.entries_after(base, hard_state.term);
        Disk { hard_state, snapshot, entries }
    }

    pub(crate) fn pause(&mut self) -> Micros {
        if self.rarely(8) { Micros(u64::MAX) } else { Micros::from_millis(self.small() * 40) }
    }
}
