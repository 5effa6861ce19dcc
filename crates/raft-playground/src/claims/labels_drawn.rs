//! Claims of what is drawn of a node: its description, its role and its status.

use raft_sim::Host;
use raft_sim::raft_core::{NodeId, Role, Rule, Term};

use super::arithmetic::voters;
use super::{Checked, Moment, expect};
use crate::query::{MemberKind, NodeRole};
use crate::text::{Sentence, Statement};
use crate::view::NodeView;

/// A node as a screen reader hears it: what it is called, what it is, its term and its value.
pub(super) fn describes(told: &Sentence, view: &NodeView, host: &Host) -> Checked {
    let role = role(host);
    let (node, of, term, status, value) = match told.statement() {
        Statement::NodeFollower { node, term, status, value } => {
            (node, NodeRole::Follower, term, Some(status), value)
        }
        Statement::NodeFollowerUnset { node, term, status } => {
            (node, NodeRole::Follower, term, Some(status), "")
        }
        Statement::NodePreCandidate { node, term, status, value } => {
            (node, NodeRole::PreCandidate, term, Some(status), value)
        }
        Statement::NodePreCandidateUnset { node, term, status } => {
            (node, NodeRole::PreCandidate, term, Some(status), "")
        }
        Statement::NodeCandidate { node, term, status, value } => {
            (node, NodeRole::Candidate, term, Some(status), value)
        }
        Statement::NodeCandidateUnset { node, term, status } => {
            (node, NodeRole::Candidate, term, Some(status), "")
        }
        Statement::NodeLeaderFrozen { node, term, value } => {
            (node, NodeRole::Leader, term, Some(&view.status), value)
        }
        Statement::NodeLeaderFrozenUnset { node, term } => {
            (node, NodeRole::Leader, term, Some(&view.status), "")
        }
        Statement::NodeLeader { node, term, value } => (node, NodeRole::Leader, term, None, value),
        Statement::NodeLeaderUnset { node, term } => (node, NodeRole::Leader, term, None, ""),
        Statement::NodeStoppedDescription { node, term } => {
            (node, NodeRole::Stopped, term, None, "")
        }
        _ => return Err("it is no description".into()),
    };
    let latest = host.process.as_ref().and_then(|process| process.machine.latest());
    let is_frozen = host.process.as_ref().is_some_and(raft_sim::Process::is_frozen);
    let says_frozen =
        status.is_some_and(|status| matches!(status.statement(), Statement::StatusFrozen {}));
    let right = node == host.id.into()
        && of == role
        && term == term_of(host)
        && value == latest.unwrap_or_default()
        && status.is_none_or(|status| *status == view.status)
        && (!is_frozen || says_frozen);
    expect(right, || {
        format!(
            "{:?} is {role:?} in {:?} with {latest:?}, frozen: {is_frozen}",
            host.id,
            term_of(host)
        )
    })
}

fn term_of(host: &Host) -> Term {
    let running = host.process.as_ref().map(|process| process.node.term());
    running.unwrap_or(host.disk.durable().hard_state.term)
}

pub(super) fn role(host: &Host) -> NodeRole {
    match host.process.as_ref().map(|process| process.node.role()) {
        None => NodeRole::Stopped,
        Some(Role::Follower { .. }) => NodeRole::Follower,
        Some(Role::PreCandidate { .. }) => NodeRole::PreCandidate,
        Some(Role::Candidate { .. }) => NodeRole::Candidate,
        Some(Role::Leader(_)) => NodeRole::Leader,
    }
}

pub(super) fn is_drawn_so(view: &NodeView, host: &Host) -> Checked {
    let (commit, last, frozen) = match &host.process {
        Some(process) => {
            let node = &process.node;
            (node.commit_index().0, node.log().last().index.0, process.is_frozen())
        }
        None => (0, host.disk.durable().last().index.0, false),
    };
    let drawn = (view.role, view.term, view.commit, view.last_index, view.frozen);
    let is = (role(host), term_of(host).0, commit, last, frozen);
    expect(drawn == is, || format!("drawn {drawn:?}, is {is:?}"))
}

/// The status below a node's name.
pub(super) fn status_is(told: &Sentence, host: &Host, moment: &Moment) -> Checked {
    let said = told.statement();
    let Some(process) = &host.process else {
        return expect(matches!(said, Statement::StatusStopped {}), || "it is stopped".into());
    };
    let node = &process.node;
    let right = match said {
        Statement::StatusFrozen {} => process.is_frozen(),
        _ if process.is_frozen() => false,
        Statement::StatusLearner {} => is_member(host.id, moment, MemberKind::Learner),
        Statement::StatusOutside {} => is_member(host.id, moment, MemberKind::Outside),
        Statement::StatusLeader {} => node.is_leader(),
        Statement::StatusFollows { leader } => !node.is_leader() && node.leader() == leader.node(),
        Statement::StatusVoted { candidate } => {
            role(host) == NodeRole::Follower
                && node.leader().is_none()
                && node.voted_for() == candidate.node()
        }
        Statement::StatusFollower {} => {
            role(host) == NodeRole::Follower
                && node.leader().is_none()
                && node.voted_for().is_none()
        }
        Statement::StatusWouldVote { votes, all } => {
            let Role::PreCandidate { votes: counted } = node.role() else {
                return Err("it is no pre-candidate".into());
            };
            let voters = voters(node.membership());
            let granted = voters.iter().filter(|voter| counted.get(**voter) == Some(&true));
            (votes, all) == (granted.count() as u64, voters.len() as u64)
        }
        Statement::StatusVotes { votes, all } => {
            let Role::Candidate { votes: counted } = node.role() else {
                return Err("it is no candidate".into());
            };
            let voters = voters(node.membership());
            // Without these rules, it counts votes that it was not given: the badge names the rule.
            let off = moment.simulation.waived();
            let is_careless =
                off.contains(Rule::CountGrantedVotes) || off.contains(Rule::CurrentTerm);
            let granted = voters.iter().filter(|voter| {
                let given = is_careless || moment.voted(node.term(), **voter, host.id);
                counted.get(**voter) == Some(&true) && given
            });
            (votes, all) == (granted.count() as u64, voters.len() as u64)
        }
        _ => false,
    };
    expect(right, || {
        format!("{:?} in {:?}, the members are {:?}", node.role(), node.term(), node.membership())
    })
}

/// What a node is to the cluster, as its newest leader knows; without one, as any node knows that
/// runs.
fn is_member(node: NodeId, moment: &Moment, told: MemberKind) -> bool {
    let running = || moment.simulation.hosts().iter().filter_map(|host| host.process.as_ref());
    let leaders = || running().map(|process| &process.node).filter(|node| node.is_leader());
    let newest = leaders().map(raft_sim::raft_core::Node::term).max();
    let kind = |by: &raft_sim::raft_core::Node| {
        if by.membership().is_voter(node) {
            MemberKind::Voter
        } else if by.membership().contains(node) || by.progress(node).is_some() {
            MemberKind::Learner
        } else {
            MemberKind::Outside
        }
    };
    match newest {
        // Without a rule, a term may have two leaders.
        Some(newest) => {
            leaders().filter(|leader| leader.term() == newest).any(|leader| kind(leader) == told)
        }
        None => running().any(|process| kind(&process.node) == told),
    }
}
