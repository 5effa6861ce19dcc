//! What a node is, and how it stops.

use raft_sim::raft_core::{LogPosition, Node, NodeId, Role, Term, Votes};
use raft_sim::{Damage, DiskState, Host, Simulation};

use super::vocabulary;
use crate::query::{self, MemberKind, NodeRole};
use crate::text::{Sentence, say};

/// What happened to a node that stopped.
pub(super) fn crash(
    node: NodeId,
    lost_writes: usize,
    torn: bool,
    simulation: &Simulation,
) -> Sentence {
    let disk = &simulation.host(node).disk;
    match lost_writes {
        _ if disk.damage() == Some(Damage::Erased) => say::node_stopped_erased(node),
        _ if disk.damage().is_some() => say::node_stopped_damaged(node),
        1.. if disk.state() == DiskState::Fails => say::node_stopped_write_failed(node),
        1.. if torn => say::node_stopped_torn_write(node),
        1.. => say::node_stopped_in_write(node),
        0 if simulation.run().scenario.injected_bugs.votes_not_durable => {
            say::node_stopped_without_vote(node)
        }
        0 => say::node_stopped(node),
    }
}

/// Why a node cannot start, as far as its disk still tells.
pub(super) fn damage(node: NodeId, simulation: &Simulation) -> Sentence {
    simulation.host(node).disk.damage().map_or_else(say::damage_hidden, vocabulary::damage)
}

/// What happened to a disk that no longer holds the end of its log.
pub(super) fn tail_lost(node: NodeId, first: LogPosition, last: LogPosition) -> Sentence {
    if first == last {
        return say::disk_lost_entry(node, first.index);
    }
    say::disk_lost_entries(node, first.index, last.index)
}

/// A node in one sentence, for a screen reader.
pub(crate) fn describe_node(
    node: NodeId,
    role: NodeRole,
    term: Term,
    status: Sentence,
    is_frozen: bool,
    value: &str,
) -> Sentence {
    match (role, value) {
        (NodeRole::Leader, "") if is_frozen => say::node_leader_frozen_unset(node, term),
        (NodeRole::Leader, _) if is_frozen => say::node_leader_frozen(node, term, value),
        (NodeRole::Stopped, _) => say::node_stopped_description(node, term),
        (NodeRole::Leader, "") => say::node_leader_unset(node, term),
        (NodeRole::Leader, _) => say::node_leader(node, term, value),
        (NodeRole::Follower, "") => say::node_follower_unset(node, term, status),
        (NodeRole::Follower, _) => say::node_follower(node, term, status, value),
        (NodeRole::PreCandidate, "") => say::node_pre_candidate_unset(node, term, status),
        (NodeRole::PreCandidate, _) => say::node_pre_candidate(node, term, status, value),
        (NodeRole::Candidate, "") => say::node_candidate_unset(node, term, status),
        (NodeRole::Candidate, _) => say::node_candidate(node, term, status, value),
    }
}

/// The status below a node's name and term: `Leader`, `Leader: B`, `Votes: 2/5`, `Stopped`.
pub(crate) fn node_status(host: &Host, member: MemberKind) -> Sentence {
    let Some(process) = &host.process else { return say::status_stopped() };
    match member {
        _ if process.is_frozen() => return say::status_frozen(),
        MemberKind::Voter => {}
        MemberKind::Learner => return say::status_learner(),
        MemberKind::Outside => return say::status_outside(),
    }
    let node = &process.node;
    match (node.role(), node.voted_for()) {
        (Role::Leader { .. }, _) => say::status_leader(),
        (Role::PreCandidate { votes }, _) => {
            let (votes, all) = counted(votes, node);
            say::status_would_vote(votes, all)
        }
        (Role::Candidate { votes }, _) => {
            let (votes, all) = counted(votes, node);
            say::status_votes(votes, all)
        }
        (Role::Follower { leader: Some(leader) }, _) => say::status_follows(*leader),
        (Role::Follower { leader: None }, Some(candidate)) => say::status_voted(candidate),
        (Role::Follower { leader: None }, None) => say::status_follower(),
    }
}

/// How many voters of how many granted their vote.
fn counted(votes: &Votes, node: &Node) -> (usize, usize) {
    let quorum = query::needed_by(node);
    (quorum.count(|voter| votes.get(voter) == Some(&true)), quorum.voters())
}
