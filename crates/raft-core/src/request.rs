//! Questions to other nodes, and which answers belong to them.
//!
//! An answer may come late: after a newer question, in a newer term, or in a later incarnation of
//! the node that asked. So each question has a [`RequestId`] that the answer echoes, and the answer
//! counts only for a question that is still open, from the node that was asked, in the term in
//! which it was asked (§8, diss. §6.4, §9.6).
//!
//! Other replies need no such name. A term has one election and at most one leadership of a node,
//! so votes and acknowledgements belong to it if their term says so, and a [`Round`] orders what a
//! leader sends in its term.
//!
//! [`Round`]: crate::message::Round

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::answer::{Answer, ReadAnswer};
use crate::event::Event;
use crate::message::{Body, RequestId};
use crate::node::Node;
use crate::rules::{Rule, Verdict};
use crate::step::{Effect, ProposalId, ReadId};
use crate::step_builder::StepBuilder;
use crate::types::{Incarnation, LocalTime, LogIndex, LogPosition, NodeId, Term};

/// A leader has this many of the longest election timeouts to answer. It may lack a majority for a
/// while; but if its answer is lost, nothing else ends the waiting as long as it leads.
const MOST_TIMEOUTS: u64 = 10;

/// The questions that a node has asked.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Requests {
    /// The newest question.
    newest: RequestId,
    /// The newest poll (diss. §9.6).
    poll: RequestId,
    /// Questions to the leader that this node follows, in the present term, oldest first.
    open: VecDeque<OpenRequest>,
    /// Answers that this node may give only when it has applied as much.
    decided: Vec<Decided>,
}

/// A question to the leader, without an answer yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct OpenRequest {
    number: u64,
    asked_at: LocalTime,
    caller: Caller,
}

/// What the driver of this node asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Caller {
    /// To propose a command.
    Proposal(ProposalId),
    /// To read.
    Read(ReadId),
}

/// An answer that waits until this node has applied an entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Decided {
    Proposal(ProposalId, LogPosition),
    Read(ReadId, LogIndex),
}

impl Decided {
    fn index(self) -> LogIndex {
        match self {
            Self::Proposal(_, position) => position.index,
            Self::Read(_, index) => index,
        }
    }

    fn effect(self) -> Effect {
        match self {
            Self::Proposal(proposal, at) => {
                Effect::Reply { proposal, answer: Answer::Committed(at) }
            }
            Self::Read(read, index) => {
                Effect::AnswerRead { read, answer: ReadAnswer::Ready { index } }
            }
        }
    }
}

impl Requests {
    pub(crate) fn new(incarnation: Incarnation) -> Self {
        let nothing = RequestId { incarnation, number: 0 };
        Self { newest: nothing, poll: nothing, open: VecDeque::new(), decided: Vec::new() }
    }

    fn next_id(&mut self) -> RequestId {
        self.newest.number += 1;
        self.newest
    }

    /// Names a new poll; answers to earlier ones no longer count.
    pub(crate) fn begin_poll(&mut self) -> RequestId {
        self.poll = self.next_id();
        self.poll
    }
}

impl Node {
    /// Asks the leader on behalf of this node's driver.
    pub(crate) fn ask_leader(
        &mut self,
        leader: NodeId,
        caller: Caller,
        now: LocalTime,
        question: impl FnOnce(RequestId) -> Body,
        builder: &mut StepBuilder,
    ) {
        let request = self.requests.next_id();
        let open = OpenRequest { number: request.number, asked_at: now, caller };
        self.requests.open.push_back(open);
        builder.send(leader, self.term(), question(request));
    }

    /// Takes the question that a reply of the leader answers from those that are open. None if this
    /// node does not wait for such an answer, or no longer.
    pub(crate) fn close_request(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        fits: impl Fn(Caller) -> bool,
        builder: &mut StepBuilder,
    ) -> Option<Caller> {
        let open = &self.requests.open;
        let place = open.binary_search_by_key(&request.number, |open| open.number);
        let place = place.ok().filter(|&place| fits(open[place].caller));
        let asked_there = self.leader() == Some(from) && term == self.term();
        let own = request.incarnation == self.requests.newest.incarnation;
        let current = place.is_some() && asked_there && own;
        if !self.is_current_reply(from, term, current, builder) {
            return None;
        }
        self.requests.open.remove(place?).map(|open| open.caller)
    }

    /// Whether a voter's answer is to the newest poll. Its term says nothing: a voter may support a
    /// candidate of a newer term without joining it (diss. §9.6).
    pub(crate) fn answers_newest_poll(
        &self,
        from: NodeId,
        term: Term,
        poll: RequestId,
        builder: &mut StepBuilder,
    ) -> bool {
        self.is_current_reply(from, term, poll == self.requests.poll, builder)
    }

    fn is_current_reply(
        &self,
        from: NodeId,
        term: Term,
        current: bool,
        builder: &mut StepBuilder,
    ) -> bool {
        let verdict = self.config.waived.judge([(Rule::CurrentRequest, current)]);
        if verdict != Verdict::Allow {
            let own_term = self.term();
            builder.step.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        verdict.is_allowed()
    }

    /// The leader of these questions leads no longer, or is no longer followed: they stay without
    /// an answer.
    pub(crate) fn fail_forwarded(&mut self, builder: &mut StepBuilder) {
        for open in core::mem::take(&mut self.requests.open) {
            builder.step.at_once.push(no_answer(open.caller, None));
        }
    }

    /// Gives up on answers that were probably lost, so that the list of open questions is bounded
    /// while the leader stays the same. Nothing is waited for without a running timer: the leader
    /// is heard again and again, or this node starts an election.
    pub(crate) fn expire_requests(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let patience = self.config.election_timeout.max.0.saturating_mul(MOST_TIMEOUTS);
        while let Some(oldest) = self.requests.open.front()
            && now.since(oldest.asked_at).0 > patience
        {
            builder.step.at_once.push(no_answer(oldest.caller, self.leader()));
            self.requests.open.pop_front();
        }
    }

    /// The leader says that a proposal is committed; this node has applied it soon.
    pub(crate) fn reply_when_applied(
        &mut self,
        proposal: ProposalId,
        at: LogPosition,
        builder: &mut StepBuilder,
    ) {
        self.requests.decided.push(Decided::Proposal(proposal, at));
        self.answer_decided(builder);
    }

    /// A read may be answered once this node has applied an entry.
    pub(crate) fn answer_read_when_applied(
        &mut self,
        read: ReadId,
        index: LogIndex,
        builder: &mut StepBuilder,
    ) {
        self.requests.decided.push(Decided::Read(read, index));
        self.answer_decided(builder);
    }

    /// Gives the answers whose entries are applied.
    pub(crate) fn answer_decided(&mut self, builder: &mut StepBuilder) {
        let applied = self.last_applied;
        self.requests.decided.retain(|&decided| {
            let waits = decided.index() > applied;
            if !waits {
                builder.step.at_once.push(decided.effect());
            }
            waits
        });
    }
}

/// What the driver is told when the leader will not answer.
fn no_answer(caller: Caller, hint: Option<NodeId>) -> Effect {
    match caller {
        Caller::Proposal(proposal) => Effect::Reply { proposal, answer: Answer::Unknown },
        Caller::Read(read) => Effect::AnswerRead { read, answer: ReadAnswer::NotLeader { hint } },
    }
}
