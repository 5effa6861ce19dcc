//! Why somebody leads, or nobody does.

use raft_sim::raft_core::{Node, Role, Timer, Votes};
use raft_sim::{Address, Simulation, Time};

use super::Answer;
use crate::phrases::quorums;
use crate::query::{self, hear_each_other, running};

/// Why somebody leads, or nobody does.
pub(super) fn explain(simulation: &Simulation) -> Answer {
    if let Some(leader) = simulation.leader() {
        let node = simulation.host(leader).process.as_ref().map(|process| &process.node);
        let term = node.map(Node::term).unwrap_or_default();
        let name = Address::Node(leader);
        let sentence = format!(
            "{name} won the election of term {term}: a majority voted for it, and nobody votes \
             twice in a term."
        );
        return Answer::new(sentence, "§5.2").titled(format!("Why does {name} lead?"));
    }
    nobody(simulation).titled("Why is there no leader?")
}

fn nobody(simulation: &Simulation) -> Answer {
    let Some(newest) = running(simulation).max_by_key(|node| node.term()) else {
        return Answer::new("All nodes are stopped.", "§5.2");
    };
    let quorum = query::needed_by(newest);
    let needed = quorums::needed(&quorum);
    if !running(simulation).any(|node| quorum.is_reached_by(simulation, node.id())) {
        let largest = running(simulation)
            .max_by_key(|node| quorum.reached_by(simulation, node.id()))
            .map_or(newest.id(), Node::id);
        let reached =
            quorums::counted(&quorum, |other| hear_each_other(simulation, largest, other));
        return Answer::new(
            "No running node reaches a majority, itself among them, so nobody can win an election.",
            "§5.2",
        )
        .with("reach each other", &reached, &needed, false);
    }
    let candidates = running(simulation).filter_map(|node| match node.role() {
        Role::Candidate { votes } => Some((node, votes)),
        _ => None,
    });
    let granted = |votes: &Votes| votes.values().filter(|&&granted| granted).count();
    let best = candidates.max_by_key(|(node, votes)| (node.term(), granted(votes)));
    if let Some((candidate, votes)) = best {
        let sentence = format!(
            "{} stands in term {} and has not been given enough votes yet. If its timer runs \
             out before, a new election begins.",
            Address::Node(candidate.id()),
            candidate.term()
        );
        let votes_it = |voter| votes.get(voter) == Some(&true);
        let counted = quorums::counted(&quorum, votes_it);
        return Answer::new(sentence, "§5.2").with(
            "votes",
            &counted,
            &needed,
            quorum.is_met(votes_it),
        );
    }
    waiting(simulation)
}

/// Nobody stands: the next election timer decides.
fn waiting(simulation: &Simulation) -> Answer {
    let timers = simulation.hosts().iter().filter_map(|host| {
        let process = host.process.as_ref().filter(|process| !process.is_paused())?;
        Some((process.timer(Timer::Election)?.fires_at(), host.id))
    });
    let Some((at, next)) = timers.filter(|(at, _)| *at != Time::NEVER).min() else {
        return Answer::new("Nobody’s election timer runs.", "§5.2");
    };
    let millis = at.since(simulation.now()).0 / 1000;
    Answer::new(
        format!(
            "Followers wait for a leader until their timers run out. The next one is {}’s.",
            Address::Node(next)
        ),
        "§5.2",
    )
    .with("runs out in", &format!("{millis} ms"), &"0 ms", false)
}
