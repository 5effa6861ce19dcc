//! §8: what clients ask for.

use alloc::sync::Arc;

use crate::config::RequestMode;
use crate::draft::Draft;
use crate::event::Event;
use crate::leader::Leader;
use crate::message::{Body, RequestId};
use crate::node::Node;
use crate::request::Caller;
use crate::rules::{Rule, Verdict};
use crate::step::{Answer, Effect, ProposalId};
use crate::types::{LocalTime, LogPosition, NodeId, Payload, Term};

/// Who waits for the answer to a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Asker {
    /// Whoever drives this node.
    Here(ProposalId),
    /// Another node, which passed it on.
    There(NodeId, RequestId),
}

impl Node {
    /// Takes a command into the leader's log; any other node names the leader it knows, or passes
    /// the command on to it.
    ///
    /// The answer comes when the place of the entry is decided, which may be long after this node
    /// lost its leadership. A node that crashes never answers.
    pub(crate) fn propose(
        &mut self,
        proposal: ProposalId,
        command: Arc<[u8]>,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        let hint = self.leader();
        if self.is_leader() {
            self.create_command(Asker::Here(proposal), command, draft);
        } else if let (RequestMode::Forward, Some(leader)) = (self.config.requests, hint) {
            self.expire_requests(now, draft);
            let question = |request| Body::Forward { request, command };
            self.ask_leader(leader, Caller::Proposal(proposal), now, question, draft);
        } else {
            draft.step.events.push(Event::Redirected { hint });
            self.answer(Asker::Here(proposal), Answer::NotLeader { hint }, draft);
        }
    }

    /// The same for another node, whose request is of an older term if it was long on its way: then
    /// that node no longer waits. What was passed on once is not passed on again: it could go round
    /// in circles.
    pub(crate) fn propose_for(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        command: Arc<[u8]>,
        draft: &mut Draft,
    ) {
        let asker = Asker::There(from, request);
        let hint = self.leader();
        if self.is_stale(from, term, draft) {
            self.answer(asker, Answer::NotLeader { hint }, draft);
        } else if self.is_leader() {
            self.create_command(asker, command, draft);
        } else {
            draft.step.events.push(Event::Redirected { hint });
            self.answer(asker, Answer::NotLeader { hint }, draft);
        }
    }

    fn create_command(&mut self, asker: Asker, command: Arc<[u8]>, draft: &mut Draft) {
        let Some(leader) = self.as_leader() else { return };
        let free = leader.successor.is_none();
        match self.config.waived.judge([(Rule::NothingDuringTransfer, free)]) {
            Verdict::Refuse(rule) => self.answer(asker, Answer::Refused(rule), draft),
            Verdict::Allow | Verdict::Waive(_) => {
                let position = self.create_entry(Payload::Command(command), draft);
                self.remember(position, asker);
            }
        }
    }

    /// Remembers who waits for an entry. Indexes fall only after a leader lost entries and leads
    /// again.
    fn remember(&mut self, position: LogPosition, asker: Asker) {
        let last = self.proposals.back();
        if last.is_none_or(|(last, _)| last.index <= position.index) {
            self.proposals.push_back((position, asker));
        } else {
            let earlier = |(other, _): &(LogPosition, Asker)| other.index <= position.index;
            let place = self.proposals.partition_point(earlier);
            self.proposals.insert(place, (position, asker));
        }
    }

    /// Answers a proposal, wherever it came from.
    pub(crate) fn answer(&self, asker: Asker, answer: Answer, draft: &mut Draft) {
        match asker {
            Asker::Here(proposal) => draft.step.at_once.push(Effect::Reply { proposal, answer }),
            Asker::There(node, request) => {
                draft.send(node, self.term(), Body::ForwardReply { request, answer });
            }
        }
    }

    /// The leader answered what was passed on to it. That a copy of the request was refused says
    /// nothing of another copy, if the network delivered it twice: only a commit is certain.
    pub(crate) fn handle_forward_reply(
        &mut self,
        from: NodeId,
        term: Term,
        request: RequestId,
        answer: Answer,
        draft: &mut Draft,
    ) {
        let fits = |caller| matches!(caller, Caller::Proposal(_));
        let closed = self.close_request(from, term, request, fits, draft);
        let Some(Caller::Proposal(proposal)) = closed else { return };
        match answer {
            Answer::Committed(at) => self.reply_when_applied(proposal, at, draft),
            _ => self.answer(Asker::Here(proposal), Answer::Unknown, draft),
        }
    }

    /// This node leads no longer. Commands in its log may still be committed by others, so their
    /// askers wait on; reads and changes of membership end here.
    pub(crate) fn leave_office(&mut self, state: Leader, draft: &mut Draft) {
        for reader in state.reads.into_readers() {
            self.refuse_read(reader, draft);
        }
        if let Some(proposal) = state.change.and_then(|change| change.proposal) {
            draft.step.at_once.push(Effect::Reply { proposal, answer: Answer::Unknown });
        }
    }
}
