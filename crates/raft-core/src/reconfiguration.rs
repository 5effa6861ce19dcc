//! §6 and dissertation §4: changing who belongs to the cluster.
//!
//! A change of voters goes through a joint membership, in which both the old and the new majority
//! must agree. Before it begins, the leader sends the log to the new voters until they have caught
//! up. They are no members until then and appear in no membership, so a change that is refused
//! then, or whose leader falls, leaves nothing behind. Once the joint membership is in the log, the
//! change goes on: if the leader falls, its successor finds it in its own log and finishes the
//! work.

use alloc::sync::Arc;

use crate::answer::Answer;
use crate::change::{CatchUp, Change, MAX_CATCH_UP_ROUNDS, Phase};
use crate::entry::Payload;
use crate::event::Event;
use crate::node::Node;
use crate::node_map::NodeMap;
use crate::node_set::NodeSet;
use crate::progress::Progress;
use crate::proposal::ProposalOrigin;
use crate::quorum::Membership;
use crate::replicator::AppendKind;
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::{Effect, ProposalId};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogPosition, NodeId};

impl Node {
    /// Somebody asks for another membership.
    pub(crate) fn reconfigure(
        &mut self,
        proposal: ProposalId,
        target: Membership,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let Some(leader) = self.as_leader() else {
            let hint = self.leader();
            builder.step.events.push(Event::Redirected { hint });
            return self.answer(
                ProposalOrigin::Local(proposal),
                Answer::NotLeader { hint },
                builder,
            );
        };
        let settled = leader.change.is_none()
            && !self.membership().is_joint()
            && self.memberships.latest_index() <= self.commit_index;
        let verdict = if target.voters.is_empty() {
            Verdict::Refuse(Rule::JointConsensus) // nobody could ever decide again
        } else {
            self.config.waived.judge([
                (Rule::NothingDuringTransfer, leader.successor.is_none()),
                (Rule::OneChangeAtATime, settled),
                (Rule::OwnTermBeforeChange, self.has_committed_in_own_term()),
            ])
        };
        builder.step.events.push(Event::ChangeDecided { verdict });
        if let Verdict::Refuse(rule) = verdict {
            return self.answer(ProposalOrigin::Local(proposal), Answer::Refused(rule), builder);
        }
        let mut target = target;
        let voters = &target.voters;
        target.learners.retain(|learner| !voters.contains(&learner));
        self.begin_change(Some(proposal), Arc::new(target), now, builder);
    }

    fn begin_change(
        &mut self,
        proposal: Option<ProposalId>,
        target: Arc<Membership>,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let present = self.membership();
        let newcomers: NodeMap<_> = target
            .voters
            .iter()
            .filter(|&&node| !present.is_voter(node))
            .map(|&node| (node, CatchUp { goal: self.last().index, since: now, rounds: 1 }))
            .collect();
        let verdict = self.config.waived.judge([(Rule::CatchUpFirst, newcomers.is_empty())]);
        if verdict.is_allowed() {
            return self.begin_joint(proposal, target, now, builder);
        }
        let who: NodeSet = newcomers.iter().map(|(node, _)| node).collect();
        let change = Change { proposal, target, phase: Phase::CatchUp(newcomers) };
        self.set_change(Some(change));
        let strangers = self.add_progress(&who, now);
        for newcomer in strangers {
            self.send_to(newcomer, AppendKind::Heartbeat, builder);
        }
        // A learner that has everything already has nothing left to acknowledge.
        for newcomer in who {
            self.advance_catch_up(newcomer, now, builder);
        }
    }

    /// Both majorities from here on, or the target at once if it has the same voters.
    fn begin_joint(
        &mut self,
        proposal: Option<ProposalId>,
        target: Arc<Membership>,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let present = self.membership();
        let same_voters = target.voters == present.voters;
        let verdict = self.config.waived.judge([(Rule::JointConsensus, same_voters)]);
        if verdict.is_allowed() {
            return self.begin_target(proposal, target, now, builder);
        }
        let joint = Membership { outgoing: present.voters.clone(), ..(*target).clone() };
        let at = self.create_membership(joint, now, builder);
        self.set_change(Some(Change { proposal, target, phase: Phase::Joint(at.index) }));
    }

    fn begin_target(
        &mut self,
        proposal: Option<ProposalId>,
        target: Arc<Membership>,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let at = self.create_membership((*target).clone(), now, builder);
        self.set_change(Some(Change { proposal, target, phase: Phase::Target(at) }));
    }

    /// Something was committed: perhaps the change can go on. A joint membership that a former
    /// leader left behind is finished, too.
    pub(crate) fn advance_change(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        match &leader.change {
            Some(Change { proposal, target, phase: Phase::Joint(index) })
                if *index <= self.commit_index =>
            {
                let (proposal, target) = (*proposal, Arc::clone(target));
                self.begin_target(proposal, target, now, builder);
            }
            Some(Change { proposal, phase: Phase::Target(at), .. })
                if at.index <= self.commit_index =>
            {
                self.end_change(*proposal, Answer::Committed(*at), builder);
            }
            None if self.membership().is_joint()
                && self.memberships.latest_index() <= self.commit_index =>
            {
                let joint = self.membership();
                let target = Membership { outgoing: NodeSet::default(), ..joint.clone() };
                self.begin_target(None, Arc::new(target), now, builder);
            }
            _ => {}
        }
        // A leader manages its own removal, be it begun by itself or by another (§6).
        let settled = self.memberships.latest_index() <= self.commit_index;
        if settled && !self.membership().is_voter(self.id) {
            self.become_follower(None, now, builder);
        }
    }

    /// A follower acknowledged something: perhaps it was a newcomer that has now caught up.
    pub(crate) fn advance_catch_up(
        &mut self,
        from: NodeId,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let (end, timeout) = (self.last().index, self.config.election_timeout.min);
        let Role::Leader(leader) = &mut self.role else { return };
        let Some(Change { proposal, target, phase: Phase::CatchUp(newcomers) }) =
            &mut leader.change
        else {
            return;
        };
        let Some(catch_up) = newcomers.get_mut(from) else { return };
        let matched = leader.progress.get(from).map(|progress| progress.match_index);
        if matched.is_none_or(|index| index < catch_up.goal) {
            return;
        }
        if now.since(catch_up.since) < timeout {
            newcomers.remove(from);
        } else {
            *catch_up = CatchUp { goal: end, since: now, rounds: catch_up.rounds + 1 };
        }
        let (proposal, target) = (*proposal, Arc::clone(target));
        if newcomers.is_empty() {
            self.begin_joint(proposal, target, now, builder);
        } else if newcomers.values().any(|catch_up| catch_up.rounds > MAX_CATCH_UP_ROUNDS) {
            self.end_change(proposal, Answer::Refused(Rule::CatchUpFirst), builder);
        }
    }

    /// A newcomer that makes no progress for as long as all rounds may take is given up on.
    pub(crate) fn give_up_on_newcomers(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let patience =
            self.config.election_timeout.max.0.saturating_mul(u64::from(MAX_CATCH_UP_ROUNDS));
        let Some(leader) = self.as_leader() else { return };
        let Some(Change { proposal, phase: Phase::CatchUp(newcomers), .. }) = &leader.change else {
            return;
        };
        if newcomers.values().any(|catch_up| now.since(catch_up.since).0 > patience) {
            self.end_change(*proposal, Answer::Refused(Rule::CatchUpFirst), builder);
        }
    }

    /// Ends a change; newcomers that are no members are sent nothing more.
    fn end_change(
        &mut self,
        proposal: Option<ProposalId>,
        answer: Answer,
        builder: &mut StepBuilder,
    ) {
        self.set_change(None);
        self.retain_progress(&self.membership().members());
        if let Some(proposal) = proposal {
            builder.step.at_once.push(Effect::Reply { proposal, answer });
        }
    }

    fn set_change(&mut self, change: Option<Change>) {
        if let Role::Leader(leader) = &mut self.role {
            leader.change = change;
        }
    }

    /// Puts a membership into the leader's log. It is in effect at once (§6): newcomers are sent
    /// the log, and who has left is forgotten.
    fn create_membership(
        &mut self,
        membership: Membership,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) -> LogPosition {
        builder.step.events.push(Event::MembershipCreated { membership: membership.clone() });
        let members = membership.members();
        self.add_progress(&members, now);
        self.retain_progress(&members);
        let payload = Payload::Membership(Arc::new(membership));
        let position = self.create_entry(payload, builder);
        self.memberships.appended(self.log.entry(position.index));
        self.review_transfer(builder);
        position
    }

    /// Begins to follow nodes of whose logs nothing is known, and says which. The round begins
    /// before anything is sent to them: an answer to anything older is of a former stay in the
    /// cluster.
    fn add_progress(&mut self, nodes: &NodeSet, now: LocalTime) -> NodeSet {
        let (id, next_index) = (self.id, self.last().index.next());
        let Role::Leader(leader) = &mut self.role else { return NodeSet::default() };
        let known = &leader.progress;
        let is_new = |node: &NodeId| *node != id && known.get(*node).is_none();
        let new: NodeSet = nodes.iter().copied().filter(is_new).collect();
        for &node in &new {
            leader.progress.insert(node, Progress::new(next_index, leader.round));
        }
        self.begin_round(now);
        new
    }

    /// Forgets everyone else.
    fn retain_progress(&mut self, members: &NodeSet) {
        if let Role::Leader(leader) = &mut self.role {
            leader.progress.retain(|node| members.contains(&node));
        }
    }
}
