//! A leader's state beside the log: Figure 2's volatile state on leaders, and the additions of the
//! dissertation.

use alloc::vec::Vec;

use crate::change::Change;
use crate::message::Round;
use crate::node_map::NodeMap;
use crate::progress::Progress;
use crate::quorum::Membership;
use crate::read::Reads;
use crate::types::{LocalTime, NodeId};

/// The volatile state of a leader.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Leader {
    /// The replication progress of each follower.
    pub(crate) progress: NodeMap<Progress>,
    /// The newest round that the leader started.
    pub(crate) round: Round,
    /// The start times of the rounds that no quorum has answered yet.
    pub(crate) rounds_begun: Vec<(Round, LocalTime)>,
    /// The start time of the newest round that a quorum has answered. No other leader was elected
    /// before that time.
    pub(crate) led_at: Option<LocalTime>,
    /// Reads that wait for an answer.
    pub(crate) reads: Reads,
    /// The membership change in progress.
    pub(crate) change: Option<Change>,
    /// The successor, while a leadership transfer is in progress (diss. §3.10).
    pub(crate) successor: Option<NodeId>,
    /// Whether the leader sent a TimeoutNow in this term. That message may arrive even after the
    /// transfer failed, and voters will follow it, so the leader has no lease any more.
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

    /// The replication progress of a follower.
    pub fn progress(&self, follower: NodeId) -> Option<&Progress> {
        self.progress.get(follower)
    }

    /// The newest round that the leader started.
    pub fn round(&self) -> Round {
        self.round
    }

    /// The successor, while a leadership transfer is in progress.
    pub fn successor(&self) -> Option<NodeId> {
        self.successor
    }

    /// The membership that the cluster is changing to, during a membership change.
    pub fn target(&self) -> Option<&Membership> {
        self.change.as_ref().map(|change| &*change.target)
    }

    /// The new voters that catch up before the membership change begins. They are not members yet
    /// (diss. §4.2.1).
    pub fn newcomers(&self) -> impl Iterator<Item = NodeId> {
        self.change.iter().flat_map(Change::newcomers)
    }
}
