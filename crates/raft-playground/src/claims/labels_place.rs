//! Where a label stands, and what the checks of labels have in common.

use std::collections::BTreeMap;

use raft_sim::raft_core::{LogIndex, NodeId};
use raft_sim::{Address, MessageKind, Time};

use super::transcript_parts::damage_is;
use super::{Checked, Moment};
use crate::intent::Tab;
use crate::query::NodeRole;
use crate::text::{Sentence, Statement, Words};
use crate::view::Piece;

/// Where a piece stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) tab: Tab,
    /// Everything in the tab.
    pub(super) tab_content: &'a Piece,
    /// The node that the tab shows.
    pub(super) node: NodeId,
    /// The class of the list or table around it.
    pub(super) list: &'static str,
    /// The item or row around it, and how many stand before that.
    pub(super) item: Option<(&'a Piece, usize)>,
    pub(super) piece: &'a Piece,
    /// What the lines of the transcript said at first.
    pub(super) lines: &'a BTreeMap<u64, Sentence>,
}

pub(super) fn expect(holds: bool, truth: impl FnOnce() -> String) -> Option<Checked> {
    super::claim(holds, truth)
}

/// The damage that stands beside a title.
pub(super) fn damage(told: &Sentence, node: NodeId, moment: &Moment) -> Checked {
    damage_is(told, moment.simulation.host(node).disk.damage())
}

/// Whether something was told of a node by its name.
pub(super) fn is_name(words: Option<&Words>, node: Option<NodeId>) -> bool {
    match (words, node) {
        (Some(Words::Data(name)), Some(node)) => **name == *Address::Node(node).to_string(),
        (Some(Words::Sentence(told)), None) => matches!(told.statement(), Statement::ValueNone {}),
        _ => false,
    }
}

/// A range of indexes, or one.
pub(super) fn is_range(words: Option<&Words>, first: LogIndex, last: LogIndex) -> bool {
    match words {
        Some(Words::Number(index)) => first == last && *index == first.0,
        Some(Words::Sentence(told)) => match told.statement() {
            Statement::IndexRange { index, last_index } => (index, last_index) == (first, last),
            Statement::ValueEmpty {} => first > last,
            _ => false,
        },
        _ => false,
    }
}

pub(super) fn is_role(told: &Sentence, is: NodeRole) -> bool {
    matches!(
        (told.statement(), is),
        (Statement::RoleFollower {}, NodeRole::Follower)
            | (Statement::RolePreCandidate {}, NodeRole::PreCandidate)
            | (Statement::RoleCandidate {}, NodeRole::Candidate)
            | (Statement::RoleLeader {}, NodeRole::Leader)
            | (Statement::RoleStopped {}, NodeRole::Stopped)
    )
}

pub(super) fn is_when(told: Option<&Words>, at: Time, moment: &Moment) -> bool {
    is_due(told, at, moment.simulation.now())
}

/// The kind of message that a title names.
pub(super) fn kind_of(told: &Sentence) -> Option<MessageKind> {
    Some(match told.statement() {
        Statement::KindPreVote {} => MessageKind::PreVote,
        Statement::KindPreVoteReply {} => MessageKind::PreVoteReply,
        Statement::KindVoteRequest {} => MessageKind::VoteRequest,
        Statement::KindVoteReply {} => MessageKind::VoteReply,
        Statement::KindHeartbeat {} => MessageKind::Heartbeat,
        Statement::KindAppend {} => MessageKind::Append,
        Statement::KindAppendReply {} => MessageKind::AppendReply,
        Statement::KindSnapshot {} => MessageKind::Snapshot,
        Statement::KindSnapshotReply {} => MessageKind::SnapshotReply,
        Statement::KindTimeoutNow {} => MessageKind::TimeoutNow,
        Statement::KindReadIndex {} => MessageKind::ReadIndex,
        Statement::KindReadIndexReply {} => MessageKind::ReadIndexReply,
        Statement::KindForward {} => MessageKind::Forward,
        Statement::KindForwardReply {} => MessageKind::ForwardReply,
        Statement::KindClientRequest {} => MessageKind::ClientRequest,
        Statement::KindClientReply {} => MessageKind::ClientReply,
        _ => return None,
    })
}

impl Place<'_> {
    /// What stands in the row, part by part.
    pub(super) fn words(&self, part: usize) -> Option<&Words> {
        self.item?.0.parts.get(part)?.text.as_ref()
    }
}

/// When something is due, as it is said: at an instant, or in some time from now.
pub(super) fn is_due(told: Option<&Words>, at: Time, now: Time) -> bool {
    match told {
        Some(Words::Time(told)) => *told == at,
        Some(Words::Sentence(told)) => match told.statement() {
            Statement::AtTime { at: told } => told == at,
            Statement::InTime { due } => at.since(now) == due && at != Time::NEVER,
            Statement::Now {} => at <= now,
            Statement::DueNeverClock {} | Statement::DueNeverDisk {} => at == Time::NEVER,
            _ => false,
        },
        _ => false,
    }
}
