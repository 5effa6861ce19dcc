//! Dissertation §3.10: leadership transfer, and §6.2: noticing a lost quorum.

use crate::event::Event;
use crate::message::Body;
use crate::node::Node;
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::Timer;
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, NodeId, Term, TimerRange};

impl Node {
    /// An administrator asks this leader to transfer its leadership. The leader accepts nothing
    /// new, brings the successor up to date, and tells it to start an election immediately. A
    /// transfer to the leader itself cancels a transfer in progress.
    ///
    /// A second request tells the successor again, or chooses another. The timer keeps running: it
    /// limits how long the leader accepts nothing new, whatever an administrator requests
    /// meanwhile.
    pub(crate) fn transfer(&mut self, to: NodeId, builder: &mut StepBuilder) {
        let can_lead = self.can_succeed(to);
        let end = self.config.election_timeout.max;
        let Role::Leader(leader) = &mut self.role else {
            builder.step.events.push(Event::Redirected { hint: self.leader() });
            return;
        };
        if to == self.id && leader.successor.is_some() {
            builder.cancel_timer(Timer::Transfer);
            return self.abort_transfer(builder);
        }
        if !can_lead {
            builder.step.events.push(Event::TransferEnded { successor: to });
            return;
        }
        let before = leader.successor.replace(to);
        if before != Some(to) {
            builder.step.events.push(Event::TransferStarted { successor: to });
        }
        if before.is_none() {
            builder.set_timer(Timer::Transfer, TimerRange::exactly(end));
        }
        builder.due.push(to);
        self.hand_over_if_ready(to, builder);
    }

    /// If the successor's log matches the leader's, tells it to start an election.
    pub(crate) fn hand_over_if_ready(&mut self, node: NodeId, builder: &mut StepBuilder) {
        let (end, term) = (self.last().index, self.term());
        let Role::Leader(leader) = &mut self.role else { return };
        let caught_up = leader.progress(node).is_some_and(|progress| progress.match_index == end);
        if leader.successor == Some(node) && caught_up {
            leader.timeout_now_sent = true;
            builder.send(node, term, Body::TimeoutNow);
        }
    }

    /// Whether a node could become the leader: another voter that remains one. A voter of only the
    /// outgoing side would step down as soon as the change is complete (§6).
    fn can_succeed(&self, node: NodeId) -> bool {
        node != self.id && self.membership().voters.contains(&node)
    }

    /// The membership has changed: gives up a successor that is no longer a voter.
    pub(crate) fn review_transfer(&mut self, builder: &mut StepBuilder) {
        let successor = self.as_leader().and_then(|leader| leader.successor);
        if successor.is_some_and(|successor| !self.can_succeed(successor)) {
            builder.cancel_timer(Timer::Transfer);
            self.abort_transfer(builder);
        }
    }

    /// The successor did not take over: continues to lead.
    pub(crate) fn abort_transfer(&mut self, builder: &mut StepBuilder) {
        let Role::Leader(leader) = &mut self.role else { return };
        if let Some(successor) = leader.successor.take() {
            builder.step.events.push(Event::TransferEnded { successor });
        }
    }

    /// The leader tells this node to start an election immediately.
    pub(crate) fn handle_timeout_now(
        &mut self,
        from: NodeId,
        term: Term,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let own_term = self.term();
        let verdict = self.config.waived.judge([
            (Rule::CurrentTerm, term >= own_term),
            (Rule::TransferFromLeader, self.leader() == Some(from)),
        ]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        if verdict.is_allowed() && !self.is_leader() && self.may_take_over(builder) {
            self.campaign(true, now, builder);
        }
    }

    /// Whether this node is a voter that remains one. The leader that told it to start an election
    /// may not have known that it was to become a learner.
    fn may_take_over(&self, builder: &mut StepBuilder) -> bool {
        let stays_voter = self.membership().voters.contains(&self.id);
        let verdict = self.config.waived.judge([(Rule::OnlyVotersStand, stays_voter)]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::StandDecided { verdict });
        }
        verdict.is_allowed()
    }

    /// Sets the timer for the leader's next quorum check, if the check is switched on.
    pub(crate) fn set_quorum_timer(&self, builder: &mut StepBuilder) {
        if self.config.check_quorum {
            let after = TimerRange::exactly(self.config.election_timeout.max);
            builder.set_timer(Timer::Quorum, after);
        }
    }

    /// A leader steps down if no quorum has answered for an election timeout, so that clients look
    /// for another leader (diss. §6.2).
    pub(crate) fn check_quorum(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        let is_active = |node: NodeId| match leader.progress.get(node) {
            Some(progress) => progress.recently_active,
            None => node == self.id,
        };
        let active = leader.progress.values().filter(|other| other.recently_active).count() + 1;
        if !self.has_quorum(is_active) {
            builder.step.events.push(Event::QuorumLost { active });
            return self.become_follower(None, now, builder);
        }
        self.set_quorum_timer(builder);
        if let Role::Leader(leader) = &mut self.role {
            for (_, progress) in leader.progress.iter_mut() {
                progress.recently_active = false;
            }
        }
    }
}
