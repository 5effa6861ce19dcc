//! §5.2 and §5.4.1: leader election.

use crate::disk::HardState;
use crate::event::Event;
use crate::message::Body;
use crate::node::Node;
use crate::role::{Role, Votes};
use crate::rules::{Rule, Verdict};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogPosition, NodeId, Term};

impl Node {
    /// The election timer ran out: start an election, or a pre-vote first.
    pub(crate) fn start_election(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        if self.is_leader() {
            return;
        }
        if !self.may_start_election(builder) {
            // Its leader is silent: nobody should be sent there, nor wait for an answer from it.
            self.become_follower(None, now, builder);
            self.reset_election_timer(now, builder);
        } else if self.config.pre_vote {
            self.start_pre_vote(now, builder);
        } else {
            self.campaign(false, now, builder);
        }
    }

    /// Whether this node is a voter, as far as its own log says. If it is one only until an entry
    /// that may not be committed yet, it may still be needed: nobody else might have a log that
    /// can win (diss. §4.2.2).
    pub(crate) fn may_start_election(&self, builder: &mut StepBuilder) -> bool {
        let is_voter = self.memberships.is_voter_since(self.commit_index, self.id);
        let verdict = self.config.waived.judge([(Rule::OnlyVotersStand, is_voter)]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::StandDecided { verdict });
        }
        verdict.is_allowed()
    }

    /// Begins the next term as a candidate, votes for itself and asks everyone else.
    pub(crate) fn campaign(&mut self, handover: bool, now: LocalTime, builder: &mut StepBuilder) {
        let term = self.term().next();
        if term == Term::NEVER {
            builder.step.events.push(Event::TermsUsedUp { term: self.term() });
            return self.reset_election_timer(now, builder);
        }
        let again = matches!(self.role, Role::Candidate { .. });
        let waited = now.since(self.election_timer_set);
        self.fail_forwarded(builder);
        self.leader_heard = None;
        self.hard_state = HardState { term, voted_for: Some(self.id) };
        builder.hard_state_changed = true;
        self.role = Role::Candidate { votes: Votes::from_iter([(self.id, true)]) };
        builder.step.events.push(Event::ElectionStarted { term, waited, again, handover });
        self.reset_election_timer(now, builder);

        let last = self.last();
        for voter in self.other_voters() {
            builder.send_after_write(voter, term, Body::RequestVote { last, handover });
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
        builder: &mut StepBuilder,
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
        builder.step.events.push(Event::VoteDecided {
            candidate,
            term,
            voted_for,
            candidate_last,
            own_last,
            verdict,
        });
        if granted {
            builder.hard_state_changed |= voted_for != Some(candidate);
            self.hard_state.voted_for = Some(candidate);
            self.reset_election_timer(now, builder);
        }
        builder.send_after_write(
            candidate,
            self.term(),
            Body::RequestVoteReply { election: term, granted },
        );
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
    pub(crate) fn handle_vote_reply(
        &mut self,
        voter: NodeId,
        election: Term,
        granted: bool,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        if self.is_stale(voter, election, builder) {
            return;
        }
        let counts = self.config.waived.judge([(Rule::CountGrantedVotes, granted)]).is_allowed();
        let Role::Candidate { votes } = &mut self.role else { return };
        votes.insert(voter, counts);
        let (votes, needed) = self.tally();
        builder.step.events.push(Event::VoteCounted { voter, granted, votes, needed });
        self.lead_if_elected(now, builder);
    }

    /// Votes of voters so far, and votes needed. Of a joint membership, the votes needed from both sides
    /// together; whether they are well spread is for [`Node::has_quorum`] to say.
    pub(crate) fn tally(&self) -> (usize, usize) {
        let membership = self.electorate();
        let votes = match &self.role {
            Role::Candidate { votes } | Role::PreCandidate { votes } => {
                membership.count(|voter| votes.get(voter) == Some(&true))
            }
            _ => 0,
        };
        let (size, voters) = (self.config.quorum, membership.voters.len());
        (votes, size.of(voters))
    }

    /// Becomes leader with enough votes, its own among them: that one counts once it is durable, or
    /// a lone voter could crash and lead the same term a second time.
    pub(crate) fn lead_if_elected(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Role::Candidate { votes } = &self.role else { return };
        let own_vote_counts = self.durability.is_all_durable() && !builder.hard_state_changed;
        if own_vote_counts && self.has_quorum(|voter| votes.get(voter) == Some(&true)) {
            let (votes, needed) = self.tally();
            builder.step.events.push(Event::LeaderElected { term: self.term(), votes, needed });
            self.become_leader(now, builder);
        }
    }
}
