//! What the protocol decided, and why.

use raft_sim::raft_core::{Event, LogIndex, LogPosition, NodeId, Rule, Term, Verdict};
use raft_sim::{Address, Simulation};

use super::{node_at, quorum};
use crate::narrator::Weight;
use crate::scene::entry_text;

/// A sentence about an event, and how much it matters; none if it is not worth one.
pub(super) fn tell(
    node: NodeId,
    event: &Event,
    simulation: &Simulation,
) -> Option<(Weight, String)> {
    let name = Address::Node(node);
    Some(match event {
        Event::Booted { term, .. } if term.0 > 0 => {
            let kept = "with the term, vote and log that its disk kept";
            (Weight::Answer, format!("{name} starts again in term {term}, {kept}."))
        }
        Event::ElectionStarted { term, again: true, .. } => {
            let sentence =
                format!("Nobody won that election, so {name} tries again in term {term}.");
            (Weight::Turn, sentence)
        }
        Event::ElectionStarted { term, waited, .. } => {
            let why = format!("heard from no leader for {} ms", waited.0 / 1000);
            (Weight::Turn, format!("{name} {why}, so it asks for votes in term {term}."))
        }
        Event::PreVoteStarted { waited, .. } => {
            let why = format!("heard from no leader for {} ms", waited.0 / 1000);
            (Weight::Turn, format!("{name} {why}, so it asks whether it could win an election."))
        }
        Event::QuorumLost { active } => {
            let (_, all) = quorum(simulation);
            let heard = format!("heard from {active} of {all} nodes for a while");
            (Weight::Turn, format!("{name} {heard}, so it no longer leads."))
        }
        Event::TransferStarted { successor } => {
            let successor = Address::Node(*successor);
            (Weight::Answer, format!("{name} hands its leadership to {successor}."))
        }
        Event::SnapshotInstalled { last, .. } => {
            let what = format!("a snapshot in place of its log up to entry {}", last.index);
            (Weight::Turn, format!("{name} takes {what}."))
        }
        Event::VoteDecided { candidate, term, verdict, voted_for, .. } => {
            let candidate = Address::Node(*candidate);
            vote(name, candidate, *term, *verdict, voted_for.map(Address::Node))
        }
        Event::LeaderElected { term, votes, .. } => {
            let (_, all) = quorum(simulation);
            (Weight::Turn, format!("{name} has {votes} of {all} votes: it leads term {term}."))
        }
        Event::SteppedDown { was_leader: true, .. } => {
            (Weight::Turn, format!("{name} hears of a newer term and steps down."))
        }
        Event::EntryCreated { position, no_op: false } => {
            let entry = entry_at(simulation, node, position.index)?;
            let (needed, all) = quorum(simulation);
            let when = format!("It commits once {needed} of {all} nodes hold it.");
            (Weight::Answer, format!("{entry} is in {name}’s log. {when}"))
        }
        Event::CommitDecided { candidate, copies, verdict, .. } => {
            let entry = entry_at(simulation, node, candidate.index)?;
            return commit(simulation, name, &entry, *copies, *verdict);
        }
        Event::Truncated { first, last, leaders_term } => {
            (Weight::Answer, roll_back(name, *first, *last, *leaders_term))
        }
        Event::Redirected { hint: Some(leader) } => {
            let leader = Address::Node(*leader);
            (Weight::Answer, format!("{name} does not lead. It points the client to {leader}."))
        }
        Event::Redirected { hint: None } => {
            (Weight::Answer, format!("{name} does not lead and knows of no leader."))
        }
        _ => return None,
    })
}

fn vote(
    voter: Address,
    candidate: Address,
    term: Term,
    verdict: Verdict,
    voted_for: Option<Address>,
) -> (Weight, String) {
    let sentence = match (verdict, voted_for) {
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            format!("{voter} votes for itself in term {term}, so not for {candidate}.")
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            format!("{voter} gave its vote of term {term} to {other}, so not to {candidate}.")
        }
        (Verdict::Refuse(Rule::UpToDateLog), _) => {
            let sentence = format!("{voter} refuses {candidate} its vote: its own log is newer.");
            return (Weight::Turn, sentence);
        }
        (Verdict::Refuse(_), _) => {
            format!("{voter} refuses {candidate} its vote: term {term} is over.")
        }
        _ => format!("{voter} votes for {candidate} in term {term}."),
    };
    (Weight::Step, sentence)
}

fn commit(
    simulation: &Simulation,
    leader: Address,
    entry: &str,
    copies: usize,
    verdict: Verdict,
) -> Option<(Weight, String)> {
    let (_, all) = quorum(simulation);
    let held = format!("{copies} of {all} nodes hold {entry}");
    match verdict {
        Verdict::Refuse(_) => {
            let but = format!("but {leader} counts only entries of its own term");
            Some((Weight::Turn, format!("{held}, {but}.")))
        }
        _ if entry == "no-op" => None,
        _ => Some((Weight::Answer, format!("{held}: {leader} commits it."))),
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

fn entry_at(simulation: &Simulation, node: NodeId, index: LogIndex) -> Option<String> {
    let entry = node_at(simulation, node)?.log().entry(index)?;
    Some(entry_text(entry).to_string())
}
