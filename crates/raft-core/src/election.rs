//! §5.2 and §5.4.1: leader election.

use alloc::collections::BTreeMap;

use crate::disk::HardState;
use crate::event::Event;
use crate::message::{Body, Message};
use crate::node::{Draft, Node};
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::Effect;
use crate::types::{LocalTime, LogPosition, NodeId, Term};

impl Node {
    /// The election timer ran out: "increments its current term and transitions to candidate
    /// state", votes for itself and asks everyone else.
    pub(crate) fn start_election(&mut self, now: LocalTime, draft: &mut Draft) {
        if self.is_leader() {
            return;
        }
        let again = matches!(self.role, Role::Candidate { .. });
        let term = self.term().next();
        self.hard_state = HardState { term, voted_for: Some(self.id) };
        draft.hard_state_changed = true;
        self.role = Role::Candidate { votes: BTreeMap::from([(self.id, true)]) };
        let waited = now.since(self.election_timer_set);
        draft.events.push(Event::ElectionStarted { term, waited, again });
        self.reset_election_timer(now, draft);

        let last = self.last();
        for to in self.peers() {
            let message = Message { term, body: Body::RequestVote { last } };
            draft.after_write.push(Effect::Send { to, message });
        }
        self.lead_if_elected(draft);
    }

    /// Gives or refuses a vote: one per term, first come first served, and only to a candidate
    /// whose log is at least as up-to-date as the voter's (§5.4.1).
    pub(crate) fn decide_vote(
        &mut self,
        candidate: NodeId,
        term: Term,
        candidate_last: LogPosition,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        let voted_for = self.voted_for();
        let own_last = self.last();
        let verdict = self.config.waived.judge([
            (Rule::CurrentTerm, term >= self.term()),
            (Rule::OneVotePerTerm, voted_for.is_none_or(|other| other == candidate)),
            (Rule::UpToDateLog, candidate_last >= own_last),
        ]);
        draft.events.push(Event::VoteDecided {
            candidate,
            term,
            voted_for,
            candidate_last,
            own_last,
            verdict,
        });
        if verdict.is_allowed() {
            draft.hard_state_changed |= voted_for != Some(candidate);
            self.hard_state.voted_for = Some(candidate);
            self.reset_election_timer(now, draft);
        }
        let body = Body::RequestVoteReply { granted: verdict.is_allowed() };
        let message = Message { term: self.term(), body };
        draft.after_write.push(Effect::Send { to: candidate, message });
    }

    /// Counts an answer to a request for votes. Answers that come after the election do nothing.
    pub(crate) fn count_vote(
        &mut self,
        voter: NodeId,
        term: Term,
        granted: bool,
        draft: &mut Draft,
    ) {
        if self.is_stale_reply(voter, term, draft) {
            return;
        }
        let needed = self.config.majority();
        let Role::Candidate { votes } = &mut self.role else { return };
        votes.insert(voter, granted);
        let votes = votes.values().filter(|&&granted| granted).count();
        draft.events.push(Event::VoteCounted { voter, granted, votes, needed });
        self.lead_if_elected(draft);
    }

    /// Whether a reply belongs to an older term, and so to a question no longer asked.
    pub(crate) fn is_stale_reply(&self, from: NodeId, term: Term, draft: &mut Draft) -> bool {
        let own_term = self.term();
        let verdict = self.config.waived.judge([(Rule::CurrentTerm, term >= own_term)]);
        if verdict != Verdict::Allow {
            draft.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        !verdict.is_allowed()
    }

    fn lead_if_elected(&mut self, draft: &mut Draft) {
        let Role::Candidate { votes } = &self.role else { return };
        let votes = votes.values().filter(|&&granted| granted).count();
        let needed = self.config.majority();
        if votes >= needed {
            draft.events.push(Event::LeaderElected { term: self.term(), votes, needed });
            self.become_leader(draft);
        }
    }
}
