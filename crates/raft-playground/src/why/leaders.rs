//! Why somebody leads, or nobody does.

use raft_sim::raft_core::{Node, NodeId, QuorumSize, Role, Timer};
use raft_sim::{Address, Simulation, Time};

use super::{Answer, of};

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
    let membership = newest.membership();
    let voters = membership.voters.len();
    let needed = QuorumSize::Majority.of(voters);
    let group = |node: &Node| {
        membership
            .voters
            .iter()
            .filter(|&&voter| hear_each_other(simulation, node.id(), voter))
            .count()
    };
    let largest = running(simulation).map(group).max().unwrap_or(0);
    if largest < needed {
        return Answer::new(
            "No running node reaches a majority, itself among them, so nobody can win an election.",
            "§5.2",
        )
        .with("reach each other", &of(largest, voters), &of(needed, voters), false);
    }
    let votes = running(simulation).filter_map(|node| match node.role() {
        Role::Candidate { votes } => {
            Some((node, votes.values().filter(|&&granted| granted).count()))
        }
        _ => None,
    });
    if let Some((candidate, votes)) = votes.max_by_key(|(node, votes)| (node.term(), *votes)) {
        let name = Address::Node(candidate.id());
        let sentence = format!(
            "{name} stands in term {} and has not been given enough votes yet. If its timer runs \
             out before, a new election begins.",
            candidate.term()
        );
        return Answer::new(sentence, "§5.2").with(
            "votes",
            &of(votes, voters),
            &of(needed, voters),
            votes >= needed,
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

/// The nodes that run.
pub(super) fn running(simulation: &Simulation) -> impl Iterator<Item = &Node> {
    simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node))
}

/// Whether two nodes run, and messages pass both ways between them.
pub(crate) fn hear_each_other(simulation: &Simulation, one: NodeId, other: NodeId) -> bool {
    let runs = |node: NodeId| simulation.host(node).process.is_some();
    let network = simulation.network();
    let passes = |from: NodeId, to: NodeId| network.is_up(from.into(), to.into()) == Some(true);
    runs(one) && runs(other) && (one == other || passes(one, other) && passes(other, one))
}
