//! Dissertation §3.10: handing leadership to another, and §6.2: noticing that it is gone.

use crate::draft::Draft;
use crate::event::Event;
use crate::message::Body;
use crate::node::Node;
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::Timer;
use crate::types::{LocalTime, NodeId, Term, TimerRange};

impl Node {
    /// Somebody asks this leader to hand over: it takes nothing new, brings the successor up to
    /// date, and tells it to stand at once. To hand over to itself is to stay, so that gives up a
    /// transfer under way.
    ///
    /// Asked again, it tells the successor again, or another one instead. The timer runs on: it
    /// says how long nothing new is taken, whatever is asked meanwhile.
    pub(crate) fn transfer(&mut self, to: NodeId, draft: &mut Draft) {
        let can_lead = self.can_succeed(to);
        let end = self.config.election_timeout.max;
        let Role::Leader(leader) = &mut self.role else {
            draft.step.events.push(Event::Redirected { hint: self.leader() });
            return;
        };
        if to == self.id && leader.successor.is_some() {
            draft.cancel_timer(Timer::Transfer);
            return self.abort_transfer(draft);
        }
        if !can_lead {
            draft.step.events.push(Event::TransferEnded { successor: to });
            return;
        }
        let before = leader.successor.replace(to);
        if before != Some(to) {
            draft.step.events.push(Event::TransferStarted { successor: to });
        }
        if before.is_none() {
            draft.set_timer(Timer::Transfer, TimerRange::exactly(end));
        }
        draft.due.push(to);
        self.hand_over_if_ready(to, draft);
    }

    /// If the successor's log is the leader's, it may stand.
    pub(crate) fn hand_over_if_ready(&mut self, node: NodeId, draft: &mut Draft) {
        let (end, term) = (self.last().index, self.term());
        let Role::Leader(leader) = &mut self.role else { return };
        let caught_up = leader.progress(node).is_some_and(|progress| progress.match_index == end);
        if leader.successor == Some(node) && caught_up {
            leader.told_to_stand = true;
            draft.send(node, term, Body::TimeoutNow);
        }
    }

    /// Whether a node could lead on: another voter, and one that stays so. A voter of the outgoing
    /// side alone would step down as soon as the change is through (§6).
    fn can_succeed(&self, node: NodeId) -> bool {
        node != self.id && self.membership().voters.contains(&node)
    }

    /// The membership has changed: a successor that is no voter any longer could not lead on.
    pub(crate) fn review_transfer(&mut self, draft: &mut Draft) {
        let successor = self.as_leader().and_then(|leader| leader.successor);
        if successor.is_some_and(|successor| !self.can_succeed(successor)) {
            draft.cancel_timer(Timer::Transfer);
            self.abort_transfer(draft);
        }
    }

    /// The successor does not take over: go on as before.
    pub(crate) fn abort_transfer(&mut self, draft: &mut Draft) {
        let Role::Leader(leader) = &mut self.role else { return };
        if let Some(successor) = leader.successor.take() {
            draft.step.events.push(Event::TransferEnded { successor });
        }
    }

    /// The leader wants this node to stand at once.
    pub(crate) fn take_over(
        &mut self,
        from: NodeId,
        term: Term,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        let own_term = self.term();
        let verdict = self.config.waived.judge([
            (Rule::CurrentTerm, term >= own_term),
            (Rule::TransferFromLeader, self.leader() == Some(from)),
        ]);
        if verdict != Verdict::Allow {
            draft.step.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        if verdict.is_allowed() && !self.is_leader() && self.may_take_over(draft) {
            self.campaign(true, now, draft);
        }
    }

    /// Whether this node is a voter that stays one. When its leader told it to stand, it may not
    /// have known that the successor was to become a learner.
    fn may_take_over(&self, draft: &mut Draft) -> bool {
        let stays_voter = self.membership().voters.contains(&self.id);
        let verdict = self.config.waived.judge([(Rule::OnlyVotersStand, stays_voter)]);
        if verdict != Verdict::Allow {
            draft.step.events.push(Event::StandDecided { verdict });
        }
        verdict.is_allowed()
    }

    /// Sets the timer by which a leader counts who has answered, if it is to do so.
    pub(crate) fn set_quorum_timer(&self, draft: &mut Draft) {
        if self.config.check_quorum {
            let after = TimerRange::exactly(self.config.election_timeout.max);
            draft.set_timer(Timer::Quorum, after);
        }
    }

    /// A leader that no quorum has answered for an election timeout steps down: clients had better
    /// look for another (diss. §6.2).
    pub(crate) fn count_active(&mut self, now: LocalTime, draft: &mut Draft) {
        let Some(leader) = self.as_leader() else { return };
        let is_active = |node: NodeId| match leader.progress.get(node) {
            Some(progress) => progress.recently_active,
            None => node == self.id,
        };
        let active = leader.progress.values().filter(|other| other.recently_active).count() + 1;
        if !self.decides(is_active) {
            draft.step.events.push(Event::QuorumLost { active });
            return self.become_follower(None, now, draft);
        }
        self.set_quorum_timer(draft);
        if let Role::Leader(leader) = &mut self.role {
            for (_, progress) in leader.progress.iter_mut() {
                progress.recently_active = false;
            }
        }
    }
}
