//! Requests to other nodes, and how answers are matched to them.
//!
//! An answer may arrive late: after a newer request, in a newer term, or in a later incarnation of
//! the requesting node. So each request has a [`RequestId`], which the answer repeats. The answer
//! counts only if the request is still open, and if it comes from the node that was asked, in the
//! term of the request (§8, diss. §6.4, §9.6).
//!
//! Other replies need no such identifier. A term has one election and at most one leadership of a
//! node, so the term alone shows whether votes and acknowledgements are current, and a [`Round`]
//! orders the messages of a leader in its term.
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
/// while; but if its answer is lost, nothing else ends the waiting while it leads.
const MOST_TIMEOUTS: u64 = 10;

/// The requests of a node.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Requests {
    /// The newest request.
    newest: RequestId,
    /// The newest pre-vote (diss. §9.6).
    poll: RequestId,
    /// Requests to the current leader in the current term, oldest first.
    open: VecDeque<OpenRequest>,
    /// Answers that wait until this node has applied an entry.
    decided: Vec<Decided>,
}

/// A request to the leader without an answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct OpenRequest {
    number: u64,
    asked_at: LocalTime,
    caller: Caller,
}

/// The request of this node's driver that caused it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Caller {
    /// A proposal of a command.
    Proposal(ProposalId),
    /// A read.
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

    /// Identifies a new pre-vote; answers to earlier ones no longer count.
    pub(crate) fn begin_poll(&mut self) -> RequestId {
        self.poll = self.next_id();
        self.poll
    }
}

impl Node {
    /// Sends a request to the leader on behalf of this node's driver.
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

    /// Removes and returns the open request that a reply of the leader answers. `None` if no such
    /// request is open.
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

    /// Whether a voter answers the newest pre-vote. The term does not matter: a voter may support a
    /// candidate of a newer term without adopting it (diss. §9.6).
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

    /// The leader of these requests no longer leads, or this node no longer follows it: they get no
    /// answer.
    pub(crate) fn fail_forwarded(&mut self, builder: &mut StepBuilder) {
        for open in core::mem::take(&mut self.requests.open) {
            builder.step.at_once.push(no_answer(open.caller, None));
        }
    }

    /// Drops requests whose answers are probably lost, so that the list stays bounded while the
    /// leader stays the same. No timer is needed: this node hears from the leader again and again,
    /// or starts an election.
    pub(crate) fn expire_requests(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let patience = self.config.election_timeout.max.0.saturating_mul(MOST_TIMEOUTS);
        while let Some(oldest) = self.requests.open.front()
            && now.since(oldest.asked_at).0 > patience
        {
            builder.step.at_once.push(no_answer(oldest.caller, self.leader()));
            self.requests.open.pop_front();
        }
    }

    /// The leader reports that a proposal is committed. This node answers once it has applied the
    /// entry.
    pub(crate) fn reply_when_applied(
        &mut self,
        proposal: ProposalId,
        at: LogPosition,
        builder: &mut StepBuilder,
    ) {
        self.requests.decided.push(Decided::Proposal(proposal, at));
        self.answer_decided(builder);
    }

    /// A read can be answered once this node has applied an entry.
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

/// The answer to the driver if the leader will not answer.
fn no_answer(caller: Caller, hint: Option<NodeId>) -> Effect {
    match caller {
        Caller::Proposal(proposal) => Effect::Reply { proposal, answer: Answer::Unknown },
        Caller::Read(read) => Effect::AnswerRead { read, answer: ReadAnswer::NotLeader { hint } },
    }
}
