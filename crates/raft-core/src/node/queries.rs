//! Read access to a node's state, and the quorum arithmetic that depends on its membership.

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

/// Queries.
impl Node {
    /// The node's name.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The node's configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The newest term it has seen (`currentTerm`).
    pub fn term(&self) -> Term {
        self.hard_state.term
    }

    /// The node's vote in this term (`votedFor`).
    pub fn voted_for(&self) -> Option<NodeId> {
        self.hard_state.voted_for
    }

    /// The node's log.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The snapshot that replaces the beginning of the log, if there is one (§7).
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

    /// The last entry of the log that would survive a crash.
    pub fn durable_index(&self) -> LogIndex {
        self.durability.durable_index()
    }

    /// The members of the cluster according to this node's log (§6).
    pub fn membership(&self) -> &Membership {
        self.shared_membership()
    }

    /// The same membership as a shared pointer, which stays valid until the membership changes.
    pub fn shared_membership(&self) -> &Arc<Membership> {
        if self.config.waived.contains(Rule::MembershipOnAppend) {
            return self.memberships.as_of(self.commit_index);
        }
        self.memberships.latest()
    }

    /// Every membership that may be in effect according to the log: the last committed one and all
    /// later ones.
    pub fn possible_memberships(&self) -> impl Iterator<Item = &Membership> {
        self.memberships.since(self.commit_index)
    }

    /// The node's role in this term.
    pub fn role(&self) -> &Role {
        &self.role
    }

    /// The state of a leader; `None` if the node does not lead.
    pub fn as_leader(&self) -> Option<&Leader> {
        match &self.role {
            Role::Leader(leader) => Some(leader),
            _ => None,
        }
    }

    /// Whether the node leads this term.
    pub fn is_leader(&self) -> bool {
        self.as_leader().is_some()
    }

    /// The leader of this term that the node knows: itself, the leader that it follows, or none.
    pub fn leader(&self) -> Option<NodeId> {
        match self.role {
            Role::Follower { leader } => leader,
            Role::PreCandidate { .. } | Role::Candidate { .. } => None,
            Role::Leader(_) => Some(self.id),
        }
    }

    /// The progress of a follower; `None` if the node does not lead.
    pub fn progress(&self, follower: NodeId) -> Option<&Progress> {
        self.as_leader()?.progress(follower)
    }

    /// The last entry, as §5.4.1 compares it.
    pub(crate) fn last(&self) -> LogPosition {
        self.log.last()
    }

    /// The voters except this node.
    pub(crate) fn other_voters(&self) -> NodeSet {
        let mut voters = self.membership().all_voters();
        voters.retain(|voter| voter != self.id);
        voters
    }

    /// The members whose votes and logs count: the voters, or all members if that rule is waived.
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
