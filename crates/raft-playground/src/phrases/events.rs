//! What the protocol decided.

use raft_sim::raft_core::{
    Body, Entry, Event, LogIndex, LogPosition, NodeId, Payload, Rule, Term, Verdict,
};
use raft_sim::{Address, Record, Simulation};

use super::past::{Author, Past};
use super::rules::rule;
use super::vocabulary::{self, entry};
use crate::query::{self, Quorum};
use crate::text::{Sentence, say};

/// A sentence about an event at a node; none if there is nothing to say.
pub(super) fn describe(
    node: NodeId,
    event: &Event,
    record: &Record,
    past: &Past,
) -> Option<Sentence> {
    let simulation = past.simulation;
    Some(match *event {
        Event::Booted { term, .. } if term.0 > 0 => {
            if simulation.run().scenario.injected_bugs.votes_not_durable {
                say::node_started_without_vote(node, term)
            } else {
                say::node_started(node, term)
            }
        }
        Event::ElectionStarted { term, handover: true, .. } => {
            say::election_after_transfer(sender(record, past)?, node, term)
        }
        Event::ElectionStarted { term, waited, again, .. } => match past.forced(record) {
            _ if asks_first(simulation, node) => say::election_after_pre_vote(node, term),
            Some(Author::User) => say::election_forced(node, term),
            Some(Author::Script) => say::election_forced_by_script(node, term),
            None if again => say::election_again(node, term),
            None => say::election_after_silence(node, waited, term),
        },
        Event::PreVoteStarted { waited, .. } => match past.forced(record) {
            Some(Author::User) => say::pre_vote_forced(node),
            Some(Author::Script) => say::pre_vote_forced_by_script(node),
            None => say::pre_vote_after_silence(node, waited),
        },
        Event::TransferStarted { successor } => say::transfer_started(node, successor),
        Event::TransferEnded { successor } => say::transfer_ended(successor, node),
        Event::SnapshotInstalled { last, .. } => say::snapshot_installed(node, last.index),
        Event::VoteDecided { candidate, term, verdict, voted_for, .. } => {
            vote(node, candidate, term, verdict, voted_for)
        }
        Event::LeaderElected { term, votes, .. } => match quorum(simulation, node) {
            voters if voters.is_joint() => say::leader_elected_joint(node, term),
            voters if voters.voters() == 1 => say::leader_elected_alone(node, term),
            voters => say::leader_elected(node, votes, voters.voters(), term),
        },
        Event::SteppedDown { was_leader: true, term } => {
            return stepped_down(node, term, record, past);
        }
        Event::SteppedDown { term, .. } => match record.state.as_ref()?.term {
            newer if newer > term => say::candidate_outdated(node, newer),
            _ => say::candidate_beaten(sender(record, past)?, term, node),
        },
        Event::EntryCreated { position, no_op: false } => {
            created(node, entry_at(simulation, node, position.index)?, &quorum(simulation, node))
        }
        Event::CommitDecided { candidate, copies, verdict, term, .. } => {
            let what = entry_at(simulation, node, candidate.index)?;
            return commit(node, term, what, copies, verdict, &quorum(simulation, node));
        }
        Event::Truncated { first, last, leaders_term } => {
            let leader = sender(record, past)?;
            removed(node, first, last, leader, leaders_term)
        }
        Event::Redirected { hint: Some(leader) } => say::redirected(node, leader),
        Event::Redirected { hint: None } => say::redirected_nowhere(node),
        _ => return None,
    })
}

/// The sender of the message that caused a record.
fn sender(record: &Record, past: &Past) -> Option<Address> {
    past.delivered(record).map(|(from, _)| from)
}

/// Whether a node asks whether it would win before it asks for votes (diss. §9.6).
fn asks_first(simulation: &Simulation, node: NodeId) -> bool {
    query::running_node(simulation, node).is_some_and(|node| node.config().pre_vote)
}

/// The quorum that a node needs, as it knows the membership.
fn quorum(simulation: &Simulation, node: NodeId) -> Quorum {
    query::running_node(simulation, node)
        .map_or_else(|| query::quorum(simulation), query::needed_by)
}

fn vote(
    voter: NodeId,
    candidate: NodeId,
    term: Term,
    verdict: Verdict,
    voted_for: Option<NodeId>,
) -> Sentence {
    match (verdict, voted_for) {
        (Verdict::Allow, _) => say::vote_granted(voter, candidate, term),
        (Verdict::Waive(rules), _) => match rules.iter().next() {
            Some(off) => say::vote_granted_without_rule(voter, candidate, term, rule(off)),
            None => say::vote_granted(voter, candidate, term),
        },
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            say::vote_refused_voted_itself(voter, term, candidate)
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            say::vote_refused_voted_other(voter, other, term, candidate)
        }
        (Verdict::Refuse(Rule::UpToDateLog), _) => say::vote_refused_log(voter, candidate),
        (Verdict::Refuse(Rule::CurrentTerm), _) => {
            say::vote_refused_old_term(voter, candidate, term)
        }
        (Verdict::Refuse(Rule::LeaderAlive), _) => say::vote_refused_leader_alive(voter, candidate),
        (Verdict::Refuse(other), _) => say::vote_refused_by_rule(voter, candidate, rule(other)),
    }
}

/// Why a leader stops leading a term.
fn stepped_down(node: NodeId, term: Term, record: &Record, past: &Past) -> Option<Sentence> {
    let state = record.state.as_ref()?;
    let mut quorum_lost = past.decided_with(record).filter_map(|event| match event {
        Event::QuorumLost { active } => Some(*active),
        _ => None,
    });
    if let Some(active) = quorum_lost.next() {
        let all = state.membership.count(|_| true);
        return Some(match active {
            1 => say::stepped_down_lost_everyone(node),
            _ => say::stepped_down_lost_quorum(node, active, all),
        });
    }
    if state.term > term {
        return Some(match past.delivered(record) {
            // The candidate's own leader told it to start an election (diss. §3.10).
            Some((successor, Body::RequestVote { handover: true, .. }))
                if state.term == term.next() =>
            {
                say::stepped_down_handed_over(successor, state.term, node)
            }
            _ => say::stepped_down_newer_term(node, state.term),
        });
    }
    if !state.membership.is_voter(node) {
        return Some(say::stepped_down_removed(node));
    }
    Some(say::stepped_down_for_other(sender(record, past)?, term, node))
}

/// What the leader has in its log now, and what it needs to commit it.
fn created(leader: NodeId, what: &Entry, quorum: &Quorum) -> Sentence {
    let needed = vocabulary::quorum(quorum);
    match (matches!(what.payload, Payload::Membership(_)), quorum.is_joint()) {
        (true, true) => say::membership_in_log_joint(leader, needed),
        (true, false) => say::membership_in_log(leader, needed),
        (false, true) => say::entry_in_log_joint(entry(what), leader, needed),
        (false, false) if quorum.voters() == 1 => say::entry_in_log_alone(entry(what), leader),
        (false, false) => say::entry_in_log(entry(what), leader, needed),
    }
}

fn commit(
    leader: NodeId,
    term: Term,
    what: &Entry,
    copies: usize,
    verdict: Verdict,
    quorum: &Quorum,
) -> Option<Sentence> {
    let all = quorum.voters();
    Some(match (&what.payload, verdict) {
        (_, Verdict::Refuse(_)) => say::entry_of_older_term(copies, all, entry(what), leader, term),
        (Payload::NoOp, _) => return None,
        (Payload::Membership(membership), _) if membership.is_joint() || quorum.is_joint() => {
            say::membership_committed_joint(leader)
        }
        (Payload::Membership(_), _) => say::membership_committed(copies, all, leader),
        (Payload::Command(_), Verdict::Waive(_)) => {
            say::entry_committed_without_rule(copies, all, entry(what), what.term, leader)
        }
        _ if quorum.is_joint() => say::entry_committed_joint(entry(what), leader),
        _ => say::entry_committed(copies, all, entry(what), leader),
    })
}

fn removed(
    node: NodeId,
    first: LogPosition,
    last: LogPosition,
    leader: Address,
    leader_term: Term,
) -> Sentence {
    if first.index == last.index {
        return say::entry_removed(node, first.index, first.term, leader, leader_term);
    }
    say::entries_removed(node, first.index, last.index, leader, leader_term)
}

fn entry_at(simulation: &Simulation, node: NodeId, index: LogIndex) -> Option<&Entry> {
    query::running_node(simulation, node)?.log().entry(index)
}
