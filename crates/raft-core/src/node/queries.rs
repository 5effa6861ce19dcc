//! Read access to a node's state, and the quorum arithmetic that rests on its membership.

use alloc::borrow::Cow;
use alloc::sync::Arc;

use super::Node;
use crate::config::Config;
use crate::disk::Snapshot;
use crate::leader::Leader;
use crate::log::Log;
use crate::node_set::NodeSet;
use crate::progress::Progress;
use crate::quorum::Membership;
use crate::role::Role;
use crate::rules::Rule;
use crate::types::{LogIndex, LogPosition, NodeId, Term};

/// What a node lets others see of itself.
impl Node {
    /// Its name.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// What is fixed for its life.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The newest term it has seen (`currentTerm`).
    pub fn term(&self) -> Term {
        self.hard_state.term
    }

    /// Whom it voted for in this term (`votedFor`).
    pub fn voted_for(&self) -> Option<NodeId> {
        self.hard_state.voted_for
    }

    /// Its log.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// What replaces the beginning of its log, if anything (§7).
    pub fn snapshot(&self) -> Option<&Arc<Snapshot>> {
        self.snapshot.as_ref()
    }

    /// The last entry known to be committed (`commitIndex`).
    pub fn commit_index(&self) -> LogIndex {
        self.commit_index
    }

    /// The last entry handed to the state machine (`lastApplied`).
    pub fn last_applied(&self) -> LogIndex {
        self.last_applied
    }

    /// The last entry of its log that a crash now would leave in place.
    pub fn durable_index(&self) -> LogIndex {
        self.durability.durable_index()
    }

    /// Who belongs to the cluster, as far as this node's log says (§6).
    pub fn membership(&self) -> &Membership {
        self.shared_membership()
    }

    /// The same for who keeps it: it stays shared until the membership changes.
    pub fn shared_membership(&self) -> &Arc<Membership> {
        if self.config.waived.contains(Rule::MembershipOnAppend) {
            return self.memberships.as_of(self.commit_index);
        }
        self.memberships.latest()
    }

    /// Every membership that may be in effect, as far as its log says: the last that is known to
    /// be committed, and all that follow it.
    pub fn possible_memberships(&self) -> impl Iterator<Item = &Membership> {
        self.memberships.since(self.commit_index)
    }

    /// What it is in this term.
    pub fn role(&self) -> &Role {
        &self.role
    }

    /// What it remembers as a leader; none unless it leads.
    pub fn as_leader(&self) -> Option<&Leader> {
        match &self.role {
            Role::Leader(leader) => Some(leader),
            _ => None,
        }
    }

    /// Whether it leads this term.
    pub fn is_leader(&self) -> bool {
        self.as_leader().is_some()
    }

    /// The leader of this term as far as it knows: itself, the one it follows, or none.
    pub fn leader(&self) -> Option<NodeId> {
        match self.role {
            Role::Follower { leader } => leader,
            Role::PreCandidate { .. } | Role::Candidate { .. } => None,
            Role::Leader(_) => Some(self.id),
        }
    }

    /// What it knows of a follower's log; none unless it leads.
    pub fn progress(&self, follower: NodeId) -> Option<&Progress> {
        self.as_leader()?.progress(follower)
    }

    /// Its last entry as §5.4.1 compares it.
    pub(crate) fn last(&self) -> LogPosition {
        self.log.last()
    }

    /// The voters but for itself.
    pub(crate) fn other_voters(&self) -> NodeSet {
        let mut voters = self.membership().all_voters();
        voters.retain(|voter| voter != self.id);
        voters
    }

    /// The members whose votes and logs count: the voters, or everyone if that rule is switched
    /// off.
    pub(crate) fn electorate(&self) -> Cow<'_, Membership> {
        let membership = self.membership();
        if self.config.waived.contains(Rule::CountOnlyVoters) {
            return Cow::Owned(Membership::of(membership.members()));
        }
        Cow::Borrowed(membership)
    }

    /// Whether the nodes that agree form a quorum.
    pub(crate) fn has_quorum(&self, agrees: impl Fn(NodeId) -> bool) -> bool {
        self.electorate().is_quorum(self.config.quorum, agrees)
    }
}
