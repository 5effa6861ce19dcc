//! Why one node leads, or none does.

use raft_sim::raft_core::{Event, Micros, Node, NodeId, Role, Timer, Votes};
use raft_sim::{Process, RecordKind, Simulation, Time};

use super::entries::{lack, listed};
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
    let elected = past.before(name, u64::MAX).find_map(|record| match record.kind {
        RecordKind::Protocol(Event::LeaderElected { term: other, votes, .. }) if other == term => {
            Some((votes, record.state.as_ref()?))
        }
        _ => None,
    });
    // The members may have changed since.
    let counted = elected.map(|(votes, state)| (votes, state.membership.count(|_| true), state));
    let is_safe = query::trust_in_elections(simulation, now) == Trust::Safe;
    let sentence = match counted {
        Some((votes, all, state)) if is_safe && votes <= all && !state.membership.is_joint() => {
            say::why_leader_won(name, term, votes, all)
        }
        _ => say::why_leader_won_plain(name, term),
    };
    Reason::new(sentence, "§5.2")
}

fn no_leader(simulation: &Simulation) -> Reason {
    if running(simulation).next().is_none() {
        return Reason::new(say::why_all_stopped(), "§5.2");
    }
    if !running(simulation).any(|node| is_connected(simulation, node, |_| true)) {
        return disconnected(simulation);
    }
    next_election(simulation, |_| true)
}

/// Whether a node exchanges messages with enough voters for which something holds.
fn is_connected(simulation: &Simulation, node: &Node, holds: impl Fn(NodeId) -> bool) -> bool {
    let reaches = |other| hear_each_other(simulation, node.id(), other) && holds(other);
    query::needed_by(node).is_met(reaches)
}

/// No node exchanges messages with enough others: which of them the best connected one misses.
fn disconnected(simulation: &Simulation) -> Reason {
    let reached = |node: &Node| query::needed_by(node).reached_by(simulation, node.id());
    let voters = || running(simulation).filter(|node| node.membership().is_voter(node.id()));
    let Some(best) = voters().max_by_key(|node| (reached(node), node.term())) else {
        return Reason::new(say::why_no_quorum_connected(), "§5.2");
    };
    let quorum = query::needed_by(best);
    let hears = |other| hear_each_other(simulation, best.id(), other);
    let missing = quorum.members(|voter| !hears(voter)).into_iter();
    let missing = listed(missing.map(|node| lack(simulation, best.id(), node)).collect());
    Reason::new(say::why_no_quorum_connected(), "§5.2")
        .and(say::why_best_connected(best.id(), missing))
        .with(
            say::compare_reach_each_other(),
            vocabulary::counted(&quorum, hears),
            vocabulary::needed(&quorum),
            false,
        )
}

/// What becomes of the next election among the nodes that can win one: who asks for votes, or whose
/// timer runs out next. Only those count for which something holds.
pub(super) fn next_election(simulation: &Simulation, counts: impl Fn(&Node) -> bool) -> Reason {
    let acts = |node: NodeId| is_acting(simulation, node);
    let can_win = |node: &&Node| {
        counts(node)
            && acts(node.id())
            && node.membership().is_voter(node.id())
            && is_connected(simulation, node, acts)
    };
    let able: Vec<&Node> = running(simulation).filter(can_win).collect();
    if able.is_empty() {
        let frozen = simulation
            .hosts()
            .iter()
            .filter(|host| host.process.as_ref().is_some_and(Process::is_frozen));
        let frozen: Vec<NodeId> = frozen.map(|host| host.id).collect();
        return match frozen[..] {
            [] => Reason::new(say::why_no_voter_can_win(), "§6"),
            _ => Reason::new(say::why_frozen_quorum(frozen), "§5.2"),
        };
    }
    let granted = |votes: &Votes| votes.values().filter(|&&granted| granted).count();
    let asking = able.iter().filter_map(|node| match node.role() {
        Role::Candidate { votes } => Some((*node, votes, true)),
        Role::PreCandidate { votes } => Some((*node, votes, false)),
        _ => None,
    });
    match asking.max_by_key(|(node, votes, real)| (node.term(), *real, granted(votes))) {
        Some((candidate, votes, is_real)) => election(candidate, votes, is_real),
        None => waiting(simulation, &able),
    }
}

/// Whether a node runs and is not frozen.
fn is_acting(simulation: &Simulation, node: NodeId) -> bool {
    simulation.host(node).process.as_ref().is_some_and(|process| !process.is_frozen())
}

fn election(candidate: &Node, votes: &Votes, is_real: bool) -> Reason {
    let (name, term, quorum) = (candidate.id(), candidate.term(), query::counted_by(candidate));
    let has_voted = |voter| votes.get(voter) == Some(&true);
    let is_met = quorum.is_met(has_voted);
    let (counted, needed) = (vocabulary::counted(&quorum, has_voted), vocabulary::needed(&quorum));
    let (sentence, section, what) = match (is_real, is_met) {
        (true, true) => (say::why_election_decided(name, term), "§5.2", say::compare_votes()),
        (true, false) => (say::why_election_running(name, term), "§5.2", say::compare_votes()),
        (false, _) => {
            (say::why_pre_vote_running(name), "diss. §9.6", say::compare_votes_promised())
        }
    };
    Reason::new(sentence, section).with(what, counted, needed, is_met)
}

/// No node asks for votes: the next election timer decides.
fn waiting(simulation: &Simulation, able: &[&Node]) -> Reason {
    let timer = |node: &Node| simulation.host(node.id()).process.as_ref()?.timer(Timer::Election);
    let timers = able.iter().filter_map(|node| Some((timer(node)?.fires_at(), node.id())));
    let timers: Vec<_> = timers.filter(|(at, _)| *at != Time::NEVER).collect();
    let Some(&(at, next)) = timers.iter().min() else {
        return Reason::new(say::why_no_timer(), "§5.2");
    };
    let together: Vec<NodeId> =
        timers.iter().filter(|(other, _)| *other == at).map(|(_, node)| *node).collect();
    let sentence = match together.len() {
        1 => say::why_followers_wait(next),
        _ => say::why_followers_wait_together(together),
    };
    let (left, none) = (at.since(simulation.now()), say::here_span(Micros(0)));
    let is_due = left == Micros(0);
    Reason::new(sentence, "§5.2").with(say::compare_runs_out(), say::here_span(left), none, is_due)
}
