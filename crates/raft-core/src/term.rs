//! §5.1: terms, and how roles end.

use crate::disk::HardState;
use crate::event::Event;
use crate::message::Body;
use crate::node::Node;
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::Timer;
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, NodeId, Term};

impl Node {
    /// Adopts a newer term. Two messages do not make a node do so: a pre-vote, which must not
    /// disturb the cluster (diss. §9.6), and a request for a vote while a leader is alive (diss.
    /// §4.2.3). Returns whether the message is to be handled further.
    pub(crate) fn observe_term(
        &mut self,
        from: NodeId,
        term: Term,
        body: &Body,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) -> bool {
        if term < self.term() || matches!(body, Body::PreVote { .. }) {
            return true;
        }
        if let Body::RequestVote { handover: false, .. } = body {
            let free = !self.config.check_quorum || !self.leader_is_alive(now);
            let verdict = self.config.waived.judge([(Rule::LeaderAlive, free)]);
            if verdict != Verdict::Allow {
                let own_term = self.term();
                builder.step.events.push(Event::Ignored { from, term, own_term, verdict });
            }
            if !verdict.is_allowed() {
                return false;
            }
        }
        if term > self.term() {
            self.adopt_term(term, from, now, builder);
        }
        true
    }

    /// Adopts a newer term as a follower.
    fn adopt_term(
        &mut self,
        term: Term,
        told_by: NodeId,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        builder.step.events.push(Event::TermAdopted {
            from_term: self.term(),
            to_term: term,
            told_by,
        });
        self.become_follower(None, now, builder);
        self.hard_state = HardState { term, voted_for: None };
        builder.hard_state_changed = true;
    }

    /// Ends the node's current role. The vote stays: it belongs to the term, not to the role.
    pub(crate) fn become_follower(
        &mut self,
        leader: Option<NodeId>,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let before = core::mem::replace(&mut self.role, Role::Follower { leader });
        let was_leader = matches!(before, Role::Leader(_));
        if was_leader || matches!(before, Role::Candidate { .. }) {
            builder.step.events.push(Event::SteppedDown { was_leader, term: self.term() });
            if self.config.waived.contains(Rule::VoteSurvivesStepDown) {
                self.hard_state.voted_for = None;
                builder.hard_state_changed = true;
            }
        }
        match before {
            Role::Leader(state) => {
                for timer in [Timer::Heartbeat, Timer::Quorum, Timer::Transfer] {
                    builder.cancel_timer(timer);
                }
                self.drop_leader_state(state, builder);
                self.reset_election_timer(now, builder);
            }
            Role::Follower { leader: Some(old) } if Some(old) != leader => {
                self.fail_forwarded(builder);
            }
            _ => {}
        }
        if leader.is_some() {
            self.leader_heard = Some(now);
        }
    }

    /// Restarts the election timer; the caller draws how long it runs (§5.2).
    pub(crate) fn reset_election_timer(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        self.election_timer_set = now;
        builder.set_timer(Timer::Election, self.config.election_timeout);
    }

    /// Whether the node heard from a leader within the shortest election timeout, so that no
    /// correct node can be in an election (diss. §4.2.3).
    pub(crate) fn leader_is_alive(&self, now: LocalTime) -> bool {
        let heard = |at: LocalTime| now.since(at) < self.config.election_timeout.min;
        self.is_leader() || self.leader_heard.is_some_and(heard)
    }

    /// Whether a message belongs to an older term and is therefore outdated.
    pub(crate) fn is_stale(&self, from: NodeId, term: Term, builder: &mut StepBuilder) -> bool {
        let own_term = self.term();
        let verdict = self.config.waived.judge([(Rule::CurrentTerm, term >= own_term)]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        !verdict.is_allowed()
    }
}
