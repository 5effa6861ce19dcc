//! §5.2 and §5.4.1: leader election.

use crate::disk::HardState;
use crate::draft::Draft;
use crate::event::Event;
use crate::message::Body;
use crate::node::Node;
use crate::role::{Role, Votes};
use crate::rules::{Rule, Verdict};
use crate::types::{LocalTime, LogPosition, NodeId, Term};

impl Node {
    /// The election timer ran out: stand for election, or first ask whether that makes sense.
    pub(crate) fn stand(&mut self, now: LocalTime, draft: &mut Draft) {
        if self.is_leader() {
            return;
        }
        if !self.may_stand(draft) {
            // Its leader is silent: nobody should be sent there, nor wait for an answer from it.
            self.become_follower(None, now, draft);
            self.reset_election_timer(now, draft);
        } else if self.config.pre_vote {
            self.ask_whether_to_stand(now, draft);
        } else {
            self.campaign(false, now, draft);
        }
    }

    /// Whether this node is a voter, as far as its own log says. If it is one only until an entry
    /// that may not be committed yet, it may still be needed: nobody else might have a log that
    /// can win (diss. §4.2.2).
    pub(crate) fn may_stand(&self, draft: &mut Draft) -> bool {
        let is_voter = self.memberships.is_voter_since(self.commit_index, self.id);
        let verdict = self.config.waived.judge([(Rule::OnlyVotersStand, is_voter)]);
        if verdict != Verdict::Allow {
            draft.step.events.push(Event::StandDecided { verdict });
        }
        verdict.is_allowed()
    }

    /// Begins the next term as a candidate, votes for itself and asks everyone else.
    pub(crate) fn campaign(&mut self, handover: bool, now: LocalTime, draft: &mut Draft) {
        let term = self.term().next();
        if term == Term::NEVER {
            draft.step.events.push(Event::TermsUsedUp { term: self.term() });
            return self.reset_election_timer(now, draft);
        }
        let again = matches!(self.role, Role::Candidate { .. });
        let waited = now.since(self.election_timer_set);
        self.fail_forwarded(draft);
        self.leader_heard = None;
        self.hard_state = HardState { term, voted_for: Some(self.id) };
        draft.hard_state_changed = true;
        self.role = Role::Candidate { votes: Votes::from_iter([(self.id, true)]) };
        draft.step.events.push(Event::ElectionStarted { term, waited, again, handover });
        self.reset_election_timer(now, draft);

        let last = self.last();
        for voter in self.other_voters() {
            draft.promise(voter, term, Body::RequestVote { last, handover });
        }
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
        let (voted_for, own_last) = (self.voted_for(), self.last());
        let verdict = self.refusal_of_non_voters().unwrap_or_else(|| {
            self.config.waived.judge([
                (Rule::CurrentTerm, term >= self.term()),
                (Rule::OneVotePerTerm, voted_for.is_none_or(|other| other == candidate)),
                (Rule::UpToDateLog, candidate_last >= own_last),
            ])
        });
        let granted = verdict.is_allowed();
        draft.step.events.push(Event::VoteDecided {
            candidate,
            term,
            voted_for,
            candidate_last,
            own_last,
            verdict,
        });
        if granted {
            draft.hard_state_changed |= voted_for != Some(candidate);
            self.hard_state.voted_for = Some(candidate);
            self.reset_election_timer(now, draft);
        }
        draft.promise(candidate, self.term(), Body::RequestVoteReply { election: term, granted });
    }

    /// The mistake of a node that refuses to vote because its own log does not count it as a voter
    /// yet: this rule refuses when it is switched off.
    pub(crate) fn refusal_of_non_voters(&self) -> Option<Verdict> {
        let mistaken = self.config.waived.contains(Rule::AnyMemberVotes)
            && !self.membership().is_voter(self.id);
        mistaken.then_some(Verdict::Refuse(Rule::AnyMemberVotes))
    }

    /// Counts an answer to a request for votes. Answers that come after the election do nothing,
    /// nor do refusals of a request of an older term, although they carry the voter's newer one.
    pub(crate) fn count_vote(
        &mut self,
        voter: NodeId,
        election: Term,
        granted: bool,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        if self.is_stale(voter, election, draft) {
            return;
        }
        let counts = self.config.waived.judge([(Rule::CountGrantedVotes, granted)]).is_allowed();
        let Role::Candidate { votes } = &mut self.role else { return };
        votes.insert(voter, counts);
        let (votes, needed) = self.tally();
        draft.step.events.push(Event::VoteCounted { voter, granted, votes, needed });
        self.lead_if_elected(now, draft);
    }

    /// Votes so far, and votes needed. Of a joint membership, the votes needed from both sides
    /// together; whether they are well spread is for [`Node::decides`] to say.
    pub(crate) fn tally(&self) -> (usize, usize) {
        let membership = self.counted();
        let votes = match &self.role {
            Role::Candidate { votes } | Role::PreCandidate { votes } => {
                votes.values().filter(|&&granted| granted).count()
            }
            _ => 0,
        };
        let (size, voters) = (self.config.quorum, membership.voters.len());
        (votes, size.of(voters))
    }

    /// Takes office with enough votes, its own among them: that one counts once it is durable, or a
    /// lone voter could crash and lead the same term a second time.
    pub(crate) fn lead_if_elected(&mut self, now: LocalTime, draft: &mut Draft) {
        let Role::Candidate { votes } = &self.role else { return };
        let own_vote_counts = self.durability.is_all_durable() && !draft.hard_state_changed;
        if own_vote_counts && self.decides(|voter| votes.get(voter) == Some(&true)) {
            let (votes, needed) = self.tally();
            draft.step.events.push(Event::LeaderElected { term: self.term(), votes, needed });
            self.become_leader(now, draft);
        }
    }
}
