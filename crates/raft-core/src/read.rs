//! Dissertation §6.4: reads without an entry in the log that never return stale values.

use alloc::vec::Vec;

use crate::answer::ReadAnswer;
use crate::config::{ReadMode, RequestMode};
use crate::event::Event;
use crate::message::{Body, RequestId, Round};
use crate::node::Node;
use crate::request::Caller;
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::{Effect, ReadId};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogIndex, NodeId, Term};

/// The origin of a read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Reader {
    /// The driver of this node.
    Local(ReadId),
    /// Another node, which asked for the read index.
    Remote(NodeId, RequestId),
}

/// Reads that wait until the leader has confirmed its leadership. At most one round is in progress
/// for them; reads that arrive meanwhile share the next one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Reads {
    /// Reads that wait for a committed entry of the leader's own term, or for the end of the round
    /// in progress.
    waiting: Vec<Reader>,
    /// The round in progress, and the commit index when it began.
    confirming: Option<(Round, LogIndex)>,
    readers: Vec<Reader>,
}

impl Reads {
    /// All reads that wait.
    pub(crate) fn into_readers(self) -> impl Iterator<Item = Reader> {
        self.readers.into_iter().chain(self.waiting)
    }
}

impl Node {
    /// A client asks to read at this node.
    pub(crate) fn read(&mut self, read: ReadId, now: LocalTime, builder: &mut StepBuilder) {
        if self.is_leader() {
            return self.lead_read(Reader::Local(read), now, builder);
        }
        let hint = self.leader();
        if let (RequestMode::Forward, Some(leader)) = (self.config.requests, hint) {
            self.expire_requests(now, builder);
            let question = |request| Body::ReadIndex { request };
            self.ask_leader(leader, Caller::Read(read), now, question, builder);
        } else {
            builder.step.events.push(Event::Redirected { hint });
            self.refuse_read(Reader::Local(read), builder);
        }
    }

    /// Another node asks for the index that it must apply before a read.
    pub(crate) fn read_for(
        &mut self,
        from: NodeId,
        request: RequestId,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let reader = Reader::Remote(from, request);
        if self.is_leader() {
            self.lead_read(reader, now, builder);
        } else {
            self.refuse_read(reader, builder);
        }
    }

    /// The leader sent the index that this node must apply before a read.
    pub(crate) fn handle_read_index_reply(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        index: Option<LogIndex>,
        builder: &mut StepBuilder,
    ) {
        let fits = |caller| matches!(caller, Caller::Read(_));
        let closed = self.close_request(from, term, request, fits, builder);
        let Some(Caller::Read(read)) = closed else { return };
        match index {
            Some(index) => self.answer_read_when_applied(read, index, builder),
            None => self.refuse_read(Reader::Local(read), builder),
        }
    }

    /// Answers immediately if that is safe; otherwise the read waits for the next round.
    fn lead_read(&mut self, reader: Reader, now: LocalTime, builder: &mut StepBuilder) {
        let verdict = self.config.waived.judge([
            (Rule::ReadAfterOwnTerm, self.has_committed_in_own_term()),
            self.still_leads(now),
        ]);
        builder.step.events.push(Event::ReadDecided { index: self.commit_index, verdict });
        if verdict.is_allowed() {
            return self.answer_read(reader, self.commit_index, builder);
        }
        let Role::Leader(leader) = &mut self.role else { return };
        leader.reads.waiting.push(reader);
        let must_wait = verdict == Verdict::Refuse(Rule::ReadAfterOwnTerm);
        if !must_wait && leader.reads.confirming.is_none() {
            self.confirm_reads(now, builder);
        }
    }

    /// The rule under which a leader may answer without a new round, and whether it is satisfied
    /// now. A lease starts with the last round that a quorum has answered, and lasts for the
    /// shortest election timeout less the possible clock drift.
    fn still_leads(&self, now: LocalTime) -> (Rule, bool) {
        let ReadMode::Lease { drift_permille } = self.config.reads else {
            return (Rule::ReadAfterRound, false);
        };
        let Some(leader) = self.as_leader() else { return (Rule::ReadAfterRound, false) };
        let handing_over = leader.successor.is_some() || leader.timeout_now_sent;
        if handing_over && !self.config.waived.contains(Rule::NoLeaseDuringTransfer) {
            return (Rule::NoLeaseDuringTransfer, false);
        }
        let whole = self.config.election_timeout.min.0;
        let lease = whole / 1000 * u64::from(1000_u16.saturating_sub(drift_permille));
        let age = leader.led_at.map(|at| now.since(at).0);
        (Rule::LeaseWithinDrift, age.is_some_and(|age| age < lease))
    }

    /// Starts a round for the reads that wait, if that is possible; every heartbeat is a round.
    pub(crate) fn confirm_reads(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let own_term = (Rule::ReadAfterOwnTerm, self.has_committed_in_own_term());
        let ready = self.config.waived.judge([own_term]).is_allowed();
        let commit_index = self.commit_index;
        let Role::Leader(leader) = &mut self.role else { return };
        let round = leader.round.next();
        let reads = &mut leader.reads;
        if ready && reads.confirming.is_none() && !reads.waiting.is_empty() {
            reads.readers = core::mem::take(&mut reads.waiting);
            reads.confirming = Some((round, commit_index));
        }
        self.send_round(now, builder);
    }

    /// An entry of the leader's own term is committed, so the reads that waited for it can
    /// continue.
    pub(crate) fn begin_waiting_reads(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        if !leader.reads.waiting.is_empty() && leader.reads.confirming.is_none() {
            self.confirm_reads(now, builder);
        }
    }

    /// Records the start of the newest round that a quorum has answered, and answers the reads that
    /// waited for it.
    pub(crate) fn complete_rounds(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        if leader.rounds_begun.is_empty() {
            return;
        }
        let answered = |node: NodeId| match leader.progress.get(node) {
            Some(progress) => progress.answered,
            None if node == self.id => leader.round,
            None => Round::default(),
        };
        let answered = self.electorate().reached_by_quorum(self.config.quorum, answered);
        let Role::Leader(leader) = &mut self.role else { return };
        let known = leader.rounds_begun.partition_point(|(round, _)| *round <= answered);
        if let Some((_, began)) = leader.rounds_begun.drain(..known).next_back() {
            leader.led_at = Some(began);
        }
        let Some((_, index)) = leader.reads.confirming.take_if(|(round, _)| *round <= answered)
        else {
            return;
        };
        for reader in core::mem::take(&mut leader.reads.readers) {
            self.answer_read(reader, index, builder);
        }
        self.begin_waiting_reads(now, builder);
    }

    /// Starts a round: answers to it prove that this node was still the leader at this time.
    pub(crate) fn begin_round(&mut self, now: LocalTime) {
        /// The maximum number of unanswered rounds that a leader remembers.
        const MOST_ROUNDS: usize = 64;
        let Role::Leader(leader) = &mut self.role else { return };
        leader.round = leader.round.next();
        if leader.rounds_begun.len() == MOST_ROUNDS {
            leader.rounds_begun.remove(0);
        }
        leader.rounds_begun.push((leader.round, now));
    }

    fn answer_read(&mut self, reader: Reader, index: LogIndex, builder: &mut StepBuilder) {
        match reader {
            Reader::Local(read) => self.answer_read_when_applied(read, index, builder),
            Reader::Remote(node, request) => {
                let body = Body::ReadIndexReply { request, index: Some(index) };
                builder.send(node, self.term(), body);
            }
        }
    }

    pub(crate) fn refuse_read(&self, reader: Reader, builder: &mut StepBuilder) {
        match reader {
            Reader::Local(read) => {
                let answer = ReadAnswer::NotLeader { hint: self.leader() };
                builder.step.at_once.push(Effect::AnswerRead { read, answer });
            }
            Reader::Remote(node, request) => {
                builder.send(node, self.term(), Body::ReadIndexReply { request, index: None });
            }
        }
    }

    /// The time since the rounds began is unknown, so they give no lease. Reads that wait for one
    /// of them wait for the next round.
    pub(crate) fn forget_lease(&mut self) {
        if let Role::Leader(leader) = &mut self.role {
            leader.led_at = None;
            leader.rounds_begun.clear();
        }
    }
}
