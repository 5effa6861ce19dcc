//! What a node is, in words.

use raft_sim::raft_core::{LogPosition, Node, NodeId, Role, Votes};
use raft_sim::{Address, DiskState, Host};

use crate::query::{self, MemberKind, NodeRole};

/// What happened to a node that stopped.
pub(super) fn crash(node: NodeId, lost_writes: usize, disk: DiskState) -> String {
    let name = Address::Node(node);
    match lost_writes {
        1.. if disk == DiskState::Fails => {
            format!("{name}’s write fails, so {name} stops: it cannot know what its disk holds.")
        }
        0 => format!("{name} stops. Its disk keeps its term, its vote and its log."),
        _ => format!("{name} stops in the middle of a write, which is lost."),
    }
}

/// What happened to a disk that no longer holds the end of its log.
pub(super) fn tail_lost(node: NodeId, first: LogPosition, last: LogPosition) -> String {
    let name = Address::Node(node);
    let what = if first == last {
        format!("entry {}", first.index)
    } else {
        format!("entries {} to {}", first.index, last.index)
    };
    format!("{name}’s disk has lost {what}, although it had acknowledged that.")
}

/// A node in one sentence, for a screen reader.
pub(crate) fn describe_node(
    name: &str,
    role: NodeRole,
    term: u64,
    status: &str,
    value: &str,
) -> String {
    let value = if value.is_empty() { "no value".into() } else { format!("value {value}") };
    match role {
        NodeRole::Leader => format!("Node {name}, leader, term {term}, {value}"),
        NodeRole::Stopped => format!("Node {name}, stopped, term {term}"),
        role => format!("Node {name}, {}, term {term}, {status}, {value}", role.name()),
    }
}

/// What stands beneath a node's name and term: `Leader`, `Leader: B`, `Votes: 2/5`, `Stopped`.
pub(crate) fn node_status(host: &Host, member: MemberKind) -> String {
    let Some(process) = &host.process else { return "Stopped".into() };
    match member {
        _ if process.is_paused() => return "Paused".into(),
        MemberKind::Voter => {}
        MemberKind::Learner => return "Learner".into(),
        MemberKind::Outside => return "Outside".into(),
    }
    let node = &process.node;
    match (node.role(), node.voted_for()) {
        (Role::Leader { .. }, _) => "Leader".into(),
        (Role::PreCandidate { votes }, _) => format!("Polls: {}", counted(votes, node)),
        (Role::Candidate { votes }, _) => format!("Votes: {}", counted(votes, node)),
        (Role::Follower { leader: Some(leader) }, _) => {
            format!("Leader: {}", Address::Node(*leader))
        }
        (Role::Follower { leader: None }, Some(candidate)) => {
            format!("Voted: {}", Address::Node(candidate))
        }
        (Role::Follower { leader: None }, None) => "Follower".into(),
    }
}

/// How many voters of how many granted their vote.
fn counted(votes: &Votes, node: &Node) -> String {
    let quorum = query::needed_by(node);
    let granted = quorum.count(|voter| votes.get(voter) == Some(&true));
    format!("{granted}/{}", quorum.voters())
}
