//! Protocol events in a few words.

use raft_core::{Event, NodeId, Verdict};

use super::counted;
use crate::export::names::{name, position};

/// Whether an event is a turning point of a run: a new role, a decision about a vote or a commit.
pub fn is_turn(event: &Event) -> bool {
    match event {
        Event::Booted { term, .. } => term.0 > 0,
        Event::CommitDecided { verdict, .. } => !matches!(verdict, Verdict::Refuse(_)),
        Event::SteppedDown { .. }
        | Event::ElectionStarted { .. }
        | Event::PreVoteStarted { .. }
        | Event::VoteDecided { .. }
        | Event::LeaderElected { .. }
        | Event::Truncated { .. }
        | Event::SnapshotInstalled { .. }
        | Event::MembershipCreated { .. }
        | Event::TransferStarted { .. }
        | Event::QuorumLost { .. } => true,
        _ => false,
    }
}

/// The description of an event.
pub fn event(event: &Event) -> String {
    match event {
        Event::Booted { term, last, .. } => {
            format!("starts in term {term}, last entry {}", position(*last))
        }
        Event::Malformed { from, reason } => {
            format!("ignores a message of {}: {reason:?}", name(*from))
        }
        Event::Ignored { from, term, verdict, .. } => {
            format!("ignores {} of term {term}{}", name(*from), outcome(*verdict))
        }
        Event::TermAdopted { from_term, to_term, told_by } => {
            format!("goes from term {from_term} to {to_term}, told by {}", name(*told_by))
        }
        Event::SteppedDown { was_leader, term } => {
            let role = if *was_leader { "leader" } else { "candidate" };
            format!("is no longer {role} in term {term}")
        }
        Event::ElectionStarted { term, .. } => format!("starts an election in term {term}"),
        Event::TermsUsedUp { term } => format!("cannot start an election: no term follows {term}"),
        Event::StandDecided { verdict } => format!("may start an election{}", outcome(*verdict)),
        Event::PreVoteStarted { term, .. } => format!("starts a pre-vote in term {term}"),
        Event::PreVoteDecided { candidate, verdict, .. } => {
            format!("would vote for {}{}", name(*candidate), outcome(*verdict))
        }
        Event::VoteDecided { candidate, term, verdict, .. } => {
            format!("votes for {} in term {term}{}", name(*candidate), outcome(*verdict))
        }
        Event::VoteCounted { voter, granted, votes, needed } => {
            let said = if *granted { "yes" } else { "no" };
            format!("counts {} of {}: {votes} of {needed} needed", said, name(*voter))
        }
        Event::LeaderElected { term, votes, needed } => {
            format!("leads term {term} with {votes} votes, {needed} needed")
        }
        Event::LeaderRecognised { leader, term } => {
            format!("recognises {} as leader of term {term}", name(*leader))
        }
        Event::EntryCreated { position: at, no_op } => {
            let what = if *no_op { "a no-op" } else { "an entry" };
            format!("appends {what} at {}", position(*at))
        }
        Event::AppendDecided { leader, previous, entries, verdict, .. } => {
            let count = counted(*entries, "entry", "entries");
            let after = position(*previous);
            format!("accepts {count} after {after} from {}{}", name(*leader), outcome(*verdict))
        }
        Event::Truncated { first, last, .. } => {
            format!("removes {} to {}", position(*first), position(*last))
        }
        Event::Appended { first, last } => format!("appends {first} to {}", position(*last)),
        Event::Matched { follower, index } => {
            format!("learns that {} matches through {index}", name(*follower))
        }
        Event::WentBack { follower, next } => {
            format!("backs off to {next} for {}", name(*follower))
        }
        Event::CommitDecided { candidate, copies, needed, verdict, .. } => {
            let at = position(*candidate);
            format!("commits {at} with {copies} copies, {needed} needed{}", outcome(*verdict))
        }
        Event::Committed { from, to, verdict } => {
            format!("commit index {from} to {to}{}", outcome(*verdict))
        }
        Event::ReadDecided { index, verdict } => {
            format!("reads at {index}{}", outcome(*verdict))
        }
        Event::Compacted { last } => format!("replaces its log up to {}", position(*last)),
        Event::SnapshotInstalled { last, verdict, .. } => {
            format!("installs a snapshot up to {}{}", position(*last), outcome(*verdict))
        }
        Event::ChangeDecided { verdict } => {
            format!("changes membership{}", outcome(*verdict))
        }
        Event::MembershipCreated { membership } => {
            let names = |nodes: &mut dyn Iterator<Item = &NodeId>| {
                nodes.map(|node| name(*node).to_string()).collect::<Vec<_>>().join(",")
            };
            let voters = names(&mut membership.voters.iter());
            let outgoing = match names(&mut membership.outgoing.iter()) {
                empty if empty.is_empty() => empty,
                outgoing => format!(" together with {outgoing}"),
            };
            format!("voters are now {voters}{outgoing}")
        }
        Event::TransferStarted { successor } => {
            format!("transfers leadership to {}", name(*successor))
        }
        Event::TransferEnded { successor } => {
            format!("gives up the transfer to {}", name(*successor))
        }
        Event::QuorumLost { active } => format!("hears from only {active}: no quorum"),
        Event::Redirected { hint } => match hint {
            Some(leader) => format!("is not the leader; points to {}", name(*leader)),
            None => "is not the leader and knows none".to_owned(),
        },
    }
}

pub(super) fn outcome(verdict: Verdict) -> String {
    match verdict {
        Verdict::Allow => String::new(),
        Verdict::Refuse(rule) => format!(": no, {rule} ({})", rule.section()),
        Verdict::Waive(rules) => {
            let rules: Vec<_> = rules.iter().map(|rule| rule.to_string()).collect();
            format!(": yes, only because {} is waived", rules.join(" and "))
        }
    }
}
