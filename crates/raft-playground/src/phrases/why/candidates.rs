//! Why a node supports a candidate, or does not.

use raft_sim::raft_core::{Event, Node, NodeId, Role, Rule, Verdict, Votes};
use raft_sim::{Address, MessageKind, Simulation};

use crate::phrases::Past;
use crate::phrases::reason::{Explanation, Reason};
use crate::query::{hear_each_other, running, running_node};
use crate::text::{Sentence, say};

/// Why one node votes for another in its present term, or does not; none if either is no node.
pub(super) fn explain(past: &Past, voter: Address, candidate: Address) -> Option<Explanation> {
    let simulation = past.simulation;
    let known =
        |address: Address| address.node().filter(|node| simulation.hosts().len() > node.0 as usize);
    let (voter, candidate) = (known(voter)?, known(candidate)?);
    let against = say::why_does_not_vote(voter, candidate);
    let Some(stands) = running_node(simulation, candidate) else {
        return Some(Reason::new(say::why_candidate_stopped(candidate), "§5.2").titled(against));
    };
    let Some(votes) = running_node(simulation, voter) else {
        return Some(Reason::new(say::why_voter_stopped(voter), "§5.2").titled(against));
    };
    if votes.voted_for() == Some(candidate) && votes.term() == stands.term() {
        let sentence = say::why_gave_vote(voter, candidate, votes.term());
        let reason = compare(Reason::new(sentence, "§5.2"), votes, stands);
        return Some(reason.titled(say::why_votes(voter, candidate)));
    }
    Some(compare(refusal(past, votes, stands), votes, stands).titled(against))
}

fn refusal(past: &Past, voter: &Node, candidate: &Node) -> Reason {
    let simulation = past.simulation;
    let (votes, stands) = (voter.id(), candidate.id());
    let Some(answers) = asks(candidate) else {
        return Reason::new(say::why_not_a_candidate(stands), "§5.2");
    };
    if candidate.term() < voter.term() {
        return Reason::new(say::why_candidate_old_term(stands), "§5.1");
    }
    let is_real = matches!(candidate.role(), Role::Candidate { .. });
    if let (Some(other), true) = (voter.voted_for(), is_real && voter.term() == candidate.term()) {
        let sentence = if other == votes {
            say::why_voted_itself(votes)
        } else {
            say::why_voted_other(votes, other)
        };
        return Reason::new(sentence, "§5.2");
    }
    if answers.get(votes) == Some(&false) {
        return refused(past, voter, candidate, is_real);
    }
    if candidate.log().last() < voter.log().last() {
        return Reason::new(say::why_voter_log_newer(votes, stands), "§5.4.1");
    }
    if simulation.host(votes).process.as_ref().is_some_and(raft_sim::Process::is_frozen) {
        return Reason::new(say::why_voter_frozen(votes), "§5.2");
    }
    if !hear_each_other(simulation, votes, stands) {
        return Reason::new(say::why_cannot_exchange(stands, votes), "§5.2");
    }
    if (!is_real || voter.config().check_quorum) && hears_leader(simulation, voter) {
        return Reason::new(say::why_voter_hears_leader(votes), "diss. §4.2.3");
    }
    Reason::new(on_its_way(simulation, votes, stands), "§5.2")
}

/// The voter has refused: what it decided then.
fn refused(past: &Past, voter: &Node, candidate: &Node, is_real: bool) -> Reason {
    let (votes, stands) = (voter.id(), candidate.id());
    let now = past.simulation.now();
    let verdict = match past.vote((votes, now), (stands, candidate.term()), !is_real) {
        Some(Event::VoteDecided { verdict, .. } | Event::PreVoteDecided { verdict, .. }) => {
            *verdict
        }
        _ => Verdict::Allow,
    };
    let otherwise = if is_real {
        say::why_sends_vote_refused(votes, stands)
    } else {
        say::why_sends_pre_vote_refused(votes, stands)
    };
    match verdict {
        Verdict::Refuse(Rule::UpToDateLog) => {
            Reason::new(say::why_voter_log_newer(votes, stands), "§5.4.1")
        }
        Verdict::Refuse(Rule::LeaderAlive) => {
            Reason::new(say::why_voter_hears_leader(votes), "diss. §4.2.3")
        }
        Verdict::Refuse(_) => Reason::new(otherwise, "§5.2").decided_by(verdict),
        _ => Reason::new(otherwise, "§5.2"),
    }
}

/// Whether a node follows a leader whose messages reach it.
fn hears_leader(simulation: &Simulation, node: &Node) -> bool {
    let Role::Follower { leader: Some(leader) } = node.role() else { return false };
    let is_up = simulation.network().is_up((*leader).into(), node.id().into()) == Some(true);
    is_up && running_node(simulation, *leader).is_some_and(Node::is_leader)
}

/// No rule prevents the vote: where the request or the answer is.
fn on_its_way(simulation: &Simulation, voter: NodeId, candidate: NodeId) -> Sentence {
    let ends: [Address; 2] = [voter.into(), candidate.into()];
    let is_about_votes = |kind| {
        matches!(
            kind,
            MessageKind::PreVote
                | MessageKind::PreVoteReply
                | MessageKind::VoteRequest
                | MessageKind::VoteReply
        )
    };
    let in_transit = simulation.network().messages().any(|in_flight| {
        in_flight.death.is_none()
            && ends.contains(&in_flight.from)
            && ends.contains(&in_flight.to)
            && is_about_votes(MessageKind::of(&in_flight.packet))
    });
    let writing = [candidate, voter]
        .into_iter()
        .find(|node| simulation.host(*node).disk.under_way().next().is_some());
    match writing {
        _ if in_transit => say::why_vote_in_transit(),
        Some(node) => say::why_vote_waits_for_disk(node),
        None => say::why_vote_lost(),
    }
}

fn compare(reason: Reason, voter: &Node, candidate: &Node) -> Reason {
    let (own, theirs) = (voter.term(), candidate.term());
    let needed = say::need_at_least(own.0);
    reason
        .with(say::compare_candidate_term(), theirs, needed, theirs >= own)
        .with_logs(candidate.log().last(), voter.log().last())
}

/// A voter that has not given a candidate its vote, if there is one: one that refused first.
pub(super) fn unsupported(simulation: &Simulation) -> Option<(Address, Address)> {
    let candidate =
        running(simulation).filter(|node| asks(node).is_some()).max_by_key(|node| node.term())?;
    let votes = asks(candidate)?;
    let mut voters = candidate.membership().voters.iter().copied();
    let refused = voters.clone().find(|voter| votes.get(*voter) == Some(&false));
    let silent = || voters.find(|voter| votes.get(*voter).is_none());
    let voter = refused.or_else(silent)?;
    Some((voter.into(), candidate.id().into()))
}

/// The answers that a candidate has had; none if it is not one.
fn asks(node: &Node) -> Option<&Votes> {
    match node.role() {
        Role::Candidate { votes } | Role::PreCandidate { votes } => Some(votes),
        _ => None,
    }
}
