//! §6 and dissertation §4: membership changes.
//!
//! A change of voters goes through a joint membership, in which both the old and the new majority
//! must agree. Before that, the leader sends the log to the new voters until they have caught up.
//! Until then they are not members and appear in no membership, so a change that fails at this
//! stage leaves no trace. Once the joint membership is in the log, the change is irrevocable: if
//! the leader fails, its successor finds the joint membership in its own log and completes the
//! change.

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
    /// An administrator requests another membership.
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
            Verdict::Refuse(Rule::JointConsensus) // no decision would be possible
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
        // A learner that already has the whole log will send no further acknowledgement.
        for newcomer in who {
            self.advance_catch_up(newcomer, now, builder);
        }
    }

    /// Starts the joint membership, or the target at once if it has the same voters.
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

    /// Entries were committed: continues the change, if it waited for one of them. Also completes a
    /// joint membership of a former leader.
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
        // A leader manages its own removal, whichever leader began it (§6).
        let settled = self.memberships.latest_index() <= self.commit_index;
        if settled && !self.membership().is_voter(self.id) {
            self.become_follower(None, now, builder);
        }
    }

    /// A follower acknowledged entries: if it is a new voter, it may have caught up.
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

    /// Ends the change if a new voter makes no progress for as long as all rounds may take.
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

    /// Ends a change. The leader stops sending to new voters that are not members.
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

    /// Appends a membership to the leader's log, where it takes effect immediately (§6): the leader
    /// starts sending to new members and forgets removed ones.
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

    /// Starts to replicate to nodes whose logs are unknown, and returns these nodes. First it
    /// starts a new round, so that an answer to any older round dates from an earlier membership of
    /// the node.
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

    /// Forgets all other nodes.
    fn retain_progress(&mut self, members: &NodeSet) {
        if let Role::Leader(leader) = &mut self.role {
            leader.progress.retain(|node| members.contains(&node));
        }
    }
}
