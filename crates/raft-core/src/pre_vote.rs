//! Dissertation §9.6: a pre-vote asks whether an election would be won, so that a node that was
//! disconnected does not depose a working leader.

use crate::event::Event;
use crate::message::{Body, RequestId};
use crate::node::Node;
use crate::role::{Role, Votes};
use crate::rules::{Rule, Verdict};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogPosition, NodeId, Term};

impl Node {
    /// Asks all voters, in the current term. Nothing changes until a majority supports the node.
    pub(crate) fn start_pre_vote(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let waited = now.since(self.election_timer_set);
        self.fail_forwarded(builder);
        self.role = Role::PreCandidate { votes: Votes::from_iter([(self.id, true)]) };
        builder.step.events.push(Event::PreVoteStarted { term: self.term(), waited });
        self.reset_election_timer(now, builder);
        let (last, request) = (self.last(), self.requests.begin_poll());
        for voter in self.other_voters() {
            builder.send(voter, self.term(), Body::PreVote { last, request });
        }
        self.campaign_if_supported(now, builder);
    }

    /// Decides whether this node would vote for another: it would do so in the next term, and hears
    /// no leader itself. The decision is no promise and changes nothing.
    pub(crate) fn decide_pre_vote(
        &mut self,
        candidate: NodeId,
        term: Term,
        candidate_last: LogPosition,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) -> Verdict {
        let own_last = self.last();
        let verdict = self.refusal_of_non_voters().unwrap_or_else(|| {
            self.config.waived.judge([
                (Rule::CurrentTerm, term >= self.term()),
                (Rule::LeaderAlive, !self.leader_is_alive(now)),
                (Rule::UpToDateLog, candidate_last >= own_last),
            ])
        });
        builder.step.events.push(Event::PreVoteDecided {
            candidate,
            term,
            candidate_last,
            own_last,
            verdict,
        });
        verdict
    }

    /// Sends the decision. The reply carries the newer term, if there is one, so that terms still
    /// converge.
    pub(crate) fn answer_pre_vote(
        &self,
        candidate: NodeId,
        term: Term,
        request: RequestId,
        verdict: Verdict,
        builder: &mut StepBuilder,
    ) {
        let silent = self.config.waived.contains(Rule::PreVoteSpreadsTerm);
        let told = if silent { self.term().min(term) } else { self.term() };
        let granted = verdict.is_allowed();
        builder.send(candidate, told, Body::PreVoteReply { request, granted });
    }

    /// Counts an answer. With a majority, the node starts an election.
    pub(crate) fn handle_pre_vote_reply(
        &mut self,
        voter: NodeId,
        granted: bool,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let Role::PreCandidate { votes } = &mut self.role else { return };
        votes.insert(voter, granted);
        let (votes, needed) = self.tally();
        builder.step.events.push(Event::VoteCounted { voter, granted, votes, needed });
        self.campaign_if_supported(now, builder);
    }

    fn campaign_if_supported(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Role::PreCandidate { votes } = &self.role else { return };
        if self.has_quorum(|voter| votes.get(voter) == Some(&true)) {
            self.campaign(false, now, builder);
        }
    }
}
