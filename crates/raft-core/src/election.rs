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
    /// The election timer ran out: starts an election, or a pre-vote first.
    pub(crate) fn start_election(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        if self.is_leader() {
            return;
        }
        if !self.may_start_election(builder) {
            // The leader is silent, so clients must not be sent to it and requests must not wait
            // for it.
            self.become_follower(None, now, builder);
            self.reset_election_timer(now, builder);
        } else if self.config.pre_vote {
            self.start_pre_vote(now, builder);
        } else {
            self.campaign(false, now, builder);
        }
    }

    /// Whether this node is a voter according to its own log. A node that is a voter only until an
    /// uncommitted membership takes effect may also start an election: the other logs might all be
    /// too old to win (diss. §4.2.2).
    pub(crate) fn may_start_election(&self, builder: &mut StepBuilder) -> bool {
        let is_voter = self.memberships.is_voter_since(self.commit_index, self.id);
        let verdict = self.config.waived.judge([(Rule::OnlyVotersStand, is_voter)]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::StandDecided { verdict });
        }
        verdict.is_allowed()
    }

    /// Starts the next term as a candidate, votes for itself and requests the other votes.
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

    /// Grants or refuses a vote: one per term, first come first served, and only to a candidate
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

    /// The bug of a node that refuses to vote because its own log does not yet list it as a voter.
    /// This rule refuses only while it is waived.
    pub(crate) fn refusal_of_non_voters(&self) -> Option<Verdict> {
        let mistaken = self.config.waived.contains(Rule::AnyMemberVotes)
            && !self.membership().is_voter(self.id);
        mistaken.then_some(Verdict::Refuse(Rule::AnyMemberVotes))
    }

    /// Counts a vote. Ignores votes that arrive after the election, and refusals of a request of an
    /// older term, although they carry the voter's newer term.
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

    /// The number of votes of voters so far and the number needed. For a joint membership, the
    /// second is that of the incoming voters; [`Node::has_quorum`] says whether both have enough.
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

    /// Becomes leader if it has enough votes. Its own vote counts only once it is durable:
    /// otherwise a single voter could crash and lead the same term a second time.
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
