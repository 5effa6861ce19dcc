//! Why a node supports a candidate, or does not.

use raft_sim::raft_core::{Node, NodeId, Role, Votes};
use raft_sim::{Address, Simulation};

use super::Answer;
use crate::query::{hear_each_other, running};

/// Why one node votes for another in its present term, or does not; none if either is no node.
pub(super) fn explain(
    simulation: &Simulation,
    voter: Address,
    candidate: Address,
) -> Option<Answer> {
    let known =
        |address: Address| address.node().filter(|node| simulation.hosts().len() > node.0 as usize);
    let (of, for_whom) = (known(voter)?, known(candidate)?);
    let node = |id: NodeId| simulation.host(id).process.as_ref().map(|process| &process.node);
    let title = |word: &str| format!("Why does {voter} {word}vote for {candidate}?");
    let Some(stands) = node(for_whom) else {
        return Some(Answer::new(format!("{candidate} is stopped."), "§5.2").titled(title("not ")));
    };
    let Some(votes) = node(of) else {
        return Some(Answer::new(format!("{voter} is stopped."), "§5.2").titled(title("not ")));
    };
    if votes.voted_for() == Some(for_whom) && votes.term() == stands.term() {
        let sentence = format!("{voter} gave {candidate} its vote of term {}.", votes.term());
        return Some(compare(Answer::new(sentence, "§5.2"), votes, stands).titled(title("")));
    }
    Some(compare(refusal(simulation, votes, stands), votes, stands).titled(title("not ")))
}

fn refusal(simulation: &Simulation, voter: &Node, candidate: &Node) -> Answer {
    let (votes, stands) = (Address::Node(voter.id()), Address::Node(candidate.id()));
    if asks(candidate).is_none() {
        return Answer::new(format!("{stands} does not stand, so it asks nobody."), "§5.2");
    }
    if candidate.term() < voter.term() {
        return Answer::new(format!("{stands} stands in an older term, which is over."), "§5.1");
    }
    if let (Some(other), true) = (voter.voted_for(), voter.term() == candidate.term()) {
        let whom =
            if other == voter.id() { "itself".into() } else { Address::Node(other).to_string() };
        let sentence =
            format!("{votes} has given its vote of this term to {whom}, and has only one.");
        return Answer::new(sentence, "§5.2");
    }
    if candidate.log().last() < voter.log().last() {
        let sentence = format!("{votes}’s log is newer: {stands} may lack what is committed.");
        return Answer::new(sentence, "§5.4.1");
    }
    if !hear_each_other(simulation, voter.id(), candidate.id()) {
        return Answer::new(format!("Messages do not pass between {stands} and {votes}."), "§5.2");
    }
    if matches!(voter.role(), Role::Follower { leader: Some(_) }) && candidate.config().pre_vote {
        return Answer::new(
            format!("{votes} hears a leader, and helps nobody to depose it."),
            "diss. §4.2.3",
        );
    }
    Answer::new("Nothing forbids it: the request or the answer is still on its way.", "§5.2")
}

fn compare(answer: Answer, voter: &Node, candidate: &Node) -> Answer {
    let (own, theirs) = (voter.term(), candidate.term());
    answer
        .with("candidate’s term", &theirs, &format!("at least {own}"), theirs >= own)
        .with_logs(candidate.log().last(), voter.log().last())
}

/// A voter that has not given a candidate its vote, if there is one: whoever refused first.
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

/// The answers that a candidate has had; none if it does not stand.
fn asks(node: &Node) -> Option<&Votes> {
    match node.role() {
        Role::Candidate { votes } | Role::PreCandidate { votes } => Some(votes),
        _ => None,
    }
}
