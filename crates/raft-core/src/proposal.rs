//! §8: what clients ask for.

use alloc::sync::Arc;

use crate::config::RequestMode;
use crate::draft::Draft;
use crate::event::Event;
use crate::leader::Leader;
use crate::message::Body;
use crate::node::Node;
use crate::rules::{Rule, Verdict};
use crate::step::{Answer, Effect, ProposalId, ReadAnswer};
use crate::types::{LogPosition, NodeId, Payload};

/// Who waits for the answer to a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Asker {
    /// Whoever drives this node.
    Here(ProposalId),
    /// Another node, which passed it on.
    There(NodeId, ProposalId),
}

impl Node {
    /// Takes a command into the leader's log; any other node names the leader it knows, or passes
    /// the command on to it.
    ///
    /// The answer comes when the place of the entry is decided, which may be long after this node
    /// lost its leadership. A node that crashes never answers.
    pub(crate) fn propose(&mut self, asker: Asker, command: Arc<[u8]>, draft: &mut Draft) {
        let Some(leader) = self.as_leader() else {
            return self.pass_on(asker, command, draft);
        };
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

    fn pass_on(&mut self, asker: Asker, command: Arc<[u8]>, draft: &mut Draft) {
        let hint = self.leader();
        // What was passed on once is not passed on again: it could go round in circles.
        if let (RequestMode::Forward, Some(leader), Asker::Here(proposal)) =
            (self.config.requests, hint, asker)
        {
            self.forwarded.push(proposal);
            draft.send(leader, self.term(), Body::Forward { proposal, command });
        } else {
            draft.step.events.push(Event::Redirected { hint });
            self.answer(asker, Answer::NotLeader { hint }, draft);
        }
    }

    /// Answers a proposal, wherever it came from.
    pub(crate) fn answer(&self, asker: Asker, answer: Answer, draft: &mut Draft) {
        match asker {
            Asker::Here(proposal) => draft.step.at_once.push(Effect::Reply { proposal, answer }),
            Asker::There(node, proposal) => {
                draft.send(node, self.term(), Body::ForwardReply { proposal, answer });
            }
        }
    }

    /// The leader answered what was passed on to it.
    pub(crate) fn pass_answer(&mut self, proposal: ProposalId, answer: Answer, draft: &mut Draft) {
        let waiting = self.forwarded.iter().position(|&other| other == proposal);
        if let Some(place) = waiting {
            self.forwarded.remove(place);
            draft.step.at_once.push(Effect::Reply { proposal, answer });
        }
    }

    /// The leader that was asked leads no longer: nobody will answer what was passed on to it.
    pub(crate) fn lose_leader(&mut self, draft: &mut Draft) {
        for proposal in core::mem::take(&mut self.forwarded) {
            draft.step.at_once.push(Effect::Reply { proposal, answer: Answer::Unknown });
        }
        for read in core::mem::take(&mut self.asked_reads) {
            let answer = ReadAnswer::NotLeader { hint: None };
            draft.step.at_once.push(Effect::AnswerRead { read, answer });
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
