//! Why one node leads, or none does.

use raft_sim::raft_core::{Event, Micros, Node, NodeId, Role, Timer, Votes};
use raft_sim::{Simulation, Time};

use crate::phrases::reason::{Explanation, Reason};
use crate::phrases::{Past, vocabulary};
use crate::query::{self, Trust, hear_each_other, running, running_node};
use crate::text::say;

/// Why one node leads, or none does.
pub(super) fn explain(past: &Past) -> Explanation {
    let simulation = past.simulation;
    match simulation.leader().and_then(|leader| running_node(simulation, leader)) {
        Some(leader) => leads(leader, past).titled(say::why_leads(leader.id())),
        None => no_leader(simulation).titled(say::why_no_leader()),
    }
}

fn leads(leader: &Node, past: &Past) -> Reason {
    let (simulation, now) = (past.simulation, past.simulation.now());
    let (name, term) = (leader.id(), leader.term());
    let elected = past.last_event(name, now, |event| match *event {
        Event::LeaderElected { term: other, .. } => other == term,
        _ => false,
    });
    let quorum = query::needed_by(leader);
    let is_plain = quorum.is_joint() || query::trust_in_elections(simulation, now) != Trust::Safe;
    let sentence = match elected {
        Some(Event::LeaderElected { votes, .. }) if !is_plain && *votes <= quorum.voters() => {
            say::why_leader_won(name, term, *votes, quorum.voters())
        }
        _ => say::why_leader_won_plain(name, term),
    };
    Reason::new(sentence, "§5.2")
}

fn no_leader(simulation: &Simulation) -> Reason {
    let Some(newest) = running(simulation).max_by_key(|node| node.term()) else {
        return Reason::new(say::why_all_stopped(), "§5.2");
    };
    let quorum = query::needed_by(newest);
    let needed = || vocabulary::needed(&quorum);
    if !running(simulation).any(|node| quorum.is_reached_by(simulation, node.id())) {
        let largest = running(simulation)
            .max_by_key(|node| quorum.reached_by(simulation, node.id()))
            .map_or(newest.id(), Node::id);
        let reached =
            vocabulary::counted(&quorum, |other| hear_each_other(simulation, largest, other));
        return Reason::new(say::why_no_quorum_connected(), "§5.2").with(
            say::compare_reach_each_other(),
            reached,
            needed(),
            false,
        );
    }
    let is_frozen = |node: NodeId| {
        simulation.host(node).process.as_ref().is_some_and(raft_sim::Process::is_frozen)
    };
    let asking = running(simulation).filter(|node| !is_frozen(node.id()));
    let asking = asking.filter_map(|node| match node.role() {
        Role::Candidate { votes } => Some((node, votes, true)),
        Role::PreCandidate { votes } => Some((node, votes, false)),
        _ => None,
    });
    let granted = |votes: &Votes| votes.values().filter(|&&granted| granted).count();
    let best = asking.max_by_key(|(node, votes, real)| (node.term(), *real, granted(votes)));
    let Some((candidate, votes, is_real)) = best else { return waiting(simulation) };
    let (name, term) = (candidate.id(), candidate.term());
    let has_voted = |voter| votes.get(voter) == Some(&true);
    let is_met = quorum.is_met(has_voted);
    let counted = vocabulary::counted(&quorum, has_voted);
    if is_real {
        let sentence = if is_met {
            say::why_election_decided(name, term)
        } else {
            say::why_election_running(name, term)
        };
        return Reason::new(sentence, "§5.2").with(say::compare_votes(), counted, needed(), is_met);
    }
    Reason::new(say::why_pre_vote_running(name), "diss. §9.6").with(
        say::compare_votes_promised(),
        counted,
        needed(),
        is_met,
    )
}

/// No node asks for votes: the next election timer decides.
fn waiting(simulation: &Simulation) -> Reason {
    let timers = simulation.hosts().iter().filter_map(|host| {
        let process = host.process.as_ref().filter(|process| !process.is_frozen())?;
        Some((process.timer(Timer::Election)?.fires_at(), host.id))
    });
    let Some((at, next)) = timers.filter(|(at, _)| *at != Time::NEVER).min() else {
        return Reason::new(say::why_no_timer(), "§5.2");
    };
    let (left, none) = (at.since(simulation.now()), say::here_span(Micros(0)));
    Reason::new(say::why_followers_wait(next), "§5.2").with(
        say::compare_runs_out(),
        say::here_span(left),
        none,
        left == Micros(0),
    )
}
