//! What the protocol decided, and why.

use raft_sim::raft_core::{
    Entry, Event, LogIndex, LogPosition, Micros, NodeId, Payload, Rule, Term, Verdict,
};
use raft_sim::{Address, Simulation};

use super::{entry, quorums};
use crate::query;

/// A sentence about an event; none if there is nothing to say.
pub(super) fn tell(node: NodeId, event: &Event, simulation: &Simulation) -> Option<String> {
    let name = Address::Node(node);
    let silence =
        |waited: Micros| format!("{name} heard from no leader for {} ms", waited.0 / 1000);
    Some(match event {
        Event::Booted { term, .. } if term.0 > 0 => {
            let kept = "with the term, vote and log that its disk kept";
            format!("{name} starts again in term {term}, {kept}.")
        }
        Event::ElectionStarted { term, again: true, .. } => {
            format!("Nobody won that election, so {name} tries again in term {term}.")
        }
        Event::ElectionStarted { term, waited, .. } => {
            format!("{}, so it asks for votes in term {term}.", silence(*waited))
        }
        Event::PreVoteStarted { waited, .. } => {
            format!("{}, so it asks whether it could win an election.", silence(*waited))
        }
        Event::QuorumLost { active } => {
            let all = voters(simulation, node);
            format!("{name} heard from {active} of {all} nodes for a while, so it no longer leads.")
        }
        Event::TransferStarted { successor } => {
            format!("{name} hands its leadership to {}.", Address::Node(*successor))
        }
        Event::SnapshotInstalled { last, .. } => {
            format!("{name} takes a snapshot in place of its log up to entry {}.", last.index)
        }
        Event::VoteDecided { candidate, term, verdict, voted_for, .. } => {
            let candidate = Address::Node(*candidate);
            vote(name, candidate, *term, *verdict, voted_for.map(Address::Node))
        }
        Event::LeaderElected { term, votes, .. } => {
            let all = voters(simulation, node);
            format!("{name} has {votes} of {all} votes: it leads term {term}.")
        }
        Event::SteppedDown { was_leader: true, .. } => {
            format!("{name} hears of a newer term and steps down.")
        }
        Event::EntryCreated { position, no_op: false } => {
            let what = entry_at(simulation, node, position.index)?;
            let quorum = query::needed_by(query::running_node(simulation, node)?);
            format!("{} is in {name}’s log. {}", entry(what), quorums::commits_once(&quorum))
        }
        Event::CommitDecided { candidate, copies, verdict, .. } => {
            let what = entry_at(simulation, node, candidate.index)?;
            return commit(voters(simulation, node), name, what, *copies, *verdict);
        }
        Event::Truncated { first, last, leaders_term } => {
            roll_back(name, *first, *last, *leaders_term)
        }
        Event::Redirected { hint: Some(leader) } => {
            let leader = Address::Node(*leader);
            format!("{name} does not lead. It points the client to {leader}.")
        }
        Event::Redirected { hint: None } => {
            format!("{name} does not lead and knows of no leader.")
        }
        _ => return None,
    })
}

/// How many voters there are, as a node knows it.
fn voters(simulation: &Simulation, node: NodeId) -> usize {
    match query::running_node(simulation, node) {
        Some(node) => query::needed_by(node).voters(),
        None => query::quorum(simulation).voters(),
    }
}

fn vote(
    voter: Address,
    candidate: Address,
    term: Term,
    verdict: Verdict,
    voted_for: Option<Address>,
) -> String {
    match (verdict, voted_for) {
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            format!("{voter} votes for itself in term {term}, so not for {candidate}.")
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            format!("{voter} gave its vote of term {term} to {other}, so not to {candidate}.")
        }
        (Verdict::Refuse(Rule::UpToDateLog), _) => {
            format!("{voter} refuses {candidate} its vote: its own log is newer.")
        }
        (Verdict::Refuse(_), _) => {
            format!("{voter} refuses {candidate} its vote: term {term} is over.")
        }
        _ => format!("{voter} votes for {candidate} in term {term}."),
    }
}

fn commit(
    all: usize,
    leader: Address,
    what: &Entry,
    copies: usize,
    verdict: Verdict,
) -> Option<String> {
    let held = format!("{copies} of {all} nodes hold {}", entry(what));
    match verdict {
        Verdict::Refuse(_) => {
            Some(format!("{held}, but {leader} counts only entries of its own term."))
        }
        _ if what.payload == Payload::NoOp => None,
        _ => Some(format!("{held}: {leader} commits it.")),
    }
}

fn roll_back(node: Address, first: LogPosition, last: LogPosition, leaders_term: Term) -> String {
    let what = if last.index > first.index {
        format!("entries {} to {}", first.index, last.index)
    } else {
        format!("entry {}", first.index)
    };
    let why = format!("the leader of term {leaders_term} has something else there");
    format!("{node} drops {what} of term {}: {why}.", first.term)
}

fn entry_at(simulation: &Simulation, node: NodeId, index: LogIndex) -> Option<&Entry> {
    query::running_node(simulation, node)?.log().entry(index)
}
