//! Dissertation §6.4: reads that never return a value older than one already returned, without an
//! entry in the log.

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

/// Who waits for a read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Reader {
    /// The driver of this node.
    Local(ReadId),
    /// Another node.
    Remote(NodeId, RequestId),
}

/// Reads that wait for a leader to be sure. At most one round is under way for them; those that
/// come meanwhile share the next.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Reads {
    /// Until an entry of the leader's own term is committed, or the round under way is over.
    waiting: Vec<Reader>,
    /// The round under way, and the commit index when it began.
    confirming: Option<(Round, LogIndex)>,
    readers: Vec<Reader>,
}

impl Reads {
    /// Everyone who waits.
    pub(crate) fn into_readers(self) -> impl Iterator<Item = Reader> {
        self.readers.into_iter().chain(self.waiting)
    }
}

impl Node {
    /// Somebody asks to read here.
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

    /// Another node asks from which index on it may answer a read.
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

    /// The leader said from which index on a read may be answered.
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

    /// Answers at once if that is safe; otherwise lets the read wait for the next round.
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

    /// The rule by which a leader may answer without asking first, and whether it holds now. A
    /// lease ends with the shortest election timeout, less what clocks may drift apart, after the
    /// last round that a quorum has answered began.
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

    /// Begins a round on behalf of the reads that wait, if it may begin; every heartbeat is one.
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

    /// An entry of the leader's own term is committed: reads that waited for it may go on.
    pub(crate) fn begin_waiting_reads(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        if !leader.reads.waiting.is_empty() && leader.reads.confirming.is_none() {
            self.confirm_reads(now, builder);
        }
    }

    /// Notes when the newest round began that a quorum has answered, and answers the reads that
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

    /// Begins a round: whatever is answered from now on shows that this node still led just now.
    pub(crate) fn begin_round(&mut self, now: LocalTime) {
        /// A leader that nobody answers need not remember more than this.
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

    /// The time since the rounds began is unknown, so no lease may rest on them.
    /// What waits for one of them waits for the next.
    pub(crate) fn forget_lease(&mut self) {
        if let Role::Leader(leader) = &mut self.role {
            leader.led_at = None;
            leader.rounds_begun.clear();
        }
    }
}
