//! §8: client requests.

use alloc::sync::Arc;

use crate::answer::Answer;
use crate::config::RequestMode;
use crate::entry::Payload;
use crate::event::Event;
use crate::leader::Leader;
use crate::message::{Body, RequestId};
use crate::node::Node;
use crate::request::Caller;
use crate::rules::{Rule, Verdict};
use crate::step::{Effect, ProposalId};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogPosition, NodeId, Term};

/// The origin of a proposal, to which its answer goes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum ProposalOrigin {
    /// The driver of this node.
    Local(ProposalId),
    /// Another node, which forwarded it.
    Remote(NodeId, RequestId),
}

impl Node {
    /// Appends a command to the leader's log. Any other node returns the leader that it knows, or
    /// forwards the command to it.
    ///
    /// The answer follows when the outcome of the entry is decided, which may be long after this
    /// node lost its leadership. A node that crashes never answers.
    pub(crate) fn propose(
        &mut self,
        proposal: ProposalId,
        command: Arc<[u8]>,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let hint = self.leader();
        if self.is_leader() {
            self.create_command(ProposalOrigin::Local(proposal), command, builder);
        } else if let (RequestMode::Forward, Some(leader)) = (self.config.requests, hint) {
            self.expire_requests(now, builder);
            let question = |request| Body::Forward { request, command };
            self.ask_leader(leader, Caller::Proposal(proposal), now, question, builder);
        } else {
            builder.step.events.push(Event::Redirected { hint });
            self.answer(ProposalOrigin::Local(proposal), Answer::NotLeader { hint }, builder);
        }
    }

    /// Handles a command that another node forwarded. If the request is of an older term, that node
    /// no longer waits for an answer. A node never forwards a forwarded command again: it could
    /// circulate for ever.
    pub(crate) fn propose_for(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        command: Arc<[u8]>,
        builder: &mut StepBuilder,
    ) {
        let origin = ProposalOrigin::Remote(from, request);
        let hint = self.leader();
        if self.is_stale(from, term, builder) {
            self.answer(origin, Answer::NotLeader { hint }, builder);
        } else if self.is_leader() {
            self.create_command(origin, command, builder);
        } else {
            builder.step.events.push(Event::Redirected { hint });
            self.answer(origin, Answer::NotLeader { hint }, builder);
        }
    }

    fn create_command(
        &mut self,
        origin: ProposalOrigin,
        command: Arc<[u8]>,
        builder: &mut StepBuilder,
    ) {
        let Some(leader) = self.as_leader() else { return };
        let free = leader.successor.is_none();
        match self.config.waived.judge([(Rule::NothingDuringTransfer, free)]) {
            Verdict::Refuse(rule) => self.answer(origin, Answer::Refused(rule), builder),
            Verdict::Allow | Verdict::Waive(_) => {
                let position = self.create_entry(Payload::Command(command), builder);
                self.remember(position, origin);
            }
        }
    }

    /// Records the origin of an entry. Indexes decrease only if a leader lost entries and leads
    /// again.
    fn remember(&mut self, position: LogPosition, origin: ProposalOrigin) {
        let last = self.proposals.back();
        if last.is_none_or(|(last, _)| last.index <= position.index) {
            self.proposals.push_back((position, origin));
        } else {
            let earlier =
                |(other, _): &(LogPosition, ProposalOrigin)| other.index <= position.index;
            let place = self.proposals.partition_point(earlier);
            self.proposals.insert(place, (position, origin));
        }
    }

    /// Answers a proposal, whatever its origin.
    pub(crate) fn answer(&self, origin: ProposalOrigin, answer: Answer, builder: &mut StepBuilder) {
        match origin {
            ProposalOrigin::Local(proposal) => {
                builder.step.at_once.push(Effect::Reply { proposal, answer });
            }
            ProposalOrigin::Remote(node, request) => {
                builder.send(node, self.term(), Body::ForwardReply { request, answer });
            }
        }
    }

    /// The leader answered a forwarded command. If the network delivered the request twice, the
    /// refusal of one copy says nothing about the other: only a commit is certain.
    pub(crate) fn handle_forward_reply(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        answer: Answer,
        builder: &mut StepBuilder,
    ) {
        let fits = |caller| matches!(caller, Caller::Proposal(_));
        let closed = self.close_request(from, term, request, fits, builder);
        let Some(Caller::Proposal(proposal)) = closed else { return };
        match answer {
            Answer::Committed(at) => self.reply_when_applied(proposal, at, builder),
            _ => self.answer(ProposalOrigin::Local(proposal), Answer::Unknown, builder),
        }
    }

    /// This node is no longer the leader. Later leaders may still commit the commands in its log,
    /// so those proposals keep waiting; reads and membership changes end.
    pub(crate) fn drop_leader_state(&mut self, state: Leader, builder: &mut StepBuilder) {
        for reader in state.reads.into_readers() {
            self.refuse_read(reader, builder);
        }
        if let Some(proposal) = state.change.and_then(|change| change.proposal) {
            builder.step.at_once.push(Effect::Reply { proposal, answer: Answer::Unknown });
        }
    }
}
