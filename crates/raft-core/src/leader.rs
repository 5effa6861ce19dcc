//! What a leader remembers beside the log: Figure 2's volatile state on leaders, and what the
//! dissertation adds to it.

use alloc::vec::Vec;

use crate::change::Change;
use crate::message::Round;
use crate::node_map::NodeMap;
use crate::progress::Progress;
use crate::quorum::Membership;
use crate::read::Reads;
use crate::types::{LocalTime, NodeId};

/// What a leader remembers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Leader {
    /// What it knows of each follower's log.
    pub(crate) progress: NodeMap<Progress>,
    /// The newest round that was sent.
    pub(crate) round: Round,
    /// When the rounds began that a quorum has not answered yet.
    pub(crate) rounds_begun: Vec<(Round, LocalTime)>,
    /// When the newest round began that a quorum has answered: until then at least, nobody else
    /// was elected.
    pub(crate) led_at: Option<LocalTime>,
    /// Reads that wait.
    pub(crate) reads: Reads,
    /// The change of membership under way.
    pub(crate) change: Option<Change>,
    /// The successor to which leadership is being handed (diss. §3.10).
    pub(crate) successor: Option<NodeId>,
    /// Whether the leader sent a TimeoutNow in this term. It may still be on its way when the
    /// hand-over was given up, and voters will heed it, so there is no lease any more.
    pub(crate) timeout_now_sent: bool,
}

impl Leader {
    pub(crate) fn new(progress: NodeMap<Progress>) -> Self {
        Self {
            progress,
            round: Round::default(),
            rounds_begun: Vec::new(),
            led_at: None,
            reads: Reads::default(),
            change: None,
            successor: None,
            timeout_now_sent: false,
        }
    }

    /// What it knows of a follower's log.
    pub fn progress(&self, follower: NodeId) -> Option<&Progress> {
        self.progress.get(follower)
    }

    /// The newest round of messages that was sent.
    pub fn round(&self) -> Round {
        self.round
    }

    /// The successor to which leadership is being handed, if it is.
    pub fn successor(&self) -> Option<NodeId> {
        self.successor
    }

    /// The membership that the cluster is changing to, if it is.
    pub fn target(&self) -> Option<&Membership> {
        self.change.as_ref().map(|change| &*change.target)
    }

    /// New voters that catch up before that change begins, and are no members yet (diss. §4.2.1).
    pub fn newcomers(&self) -> impl Iterator<Item = NodeId> {
        self.change.iter().flat_map(Change::newcomers)
    }
}
