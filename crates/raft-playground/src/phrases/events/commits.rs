//! What a leader commits, and what its followers learn of it.

use raft_sim::raft_core::{
    Entry, Event, LogIndex, LogPosition, NodeId, Payload, Rule, Term, Verdict,
};
use raft_sim::{Record, RoleName};

use super::node_event::NodeEvent;
use crate::phrases::Past;
use crate::phrases::reason::Reason;
use crate::phrases::rules::{rule, section};
use crate::phrases::vocabulary::{entry, position};
use crate::query::{self, Quorum, Weakness};
use crate::text::{Sentence, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    match *of.event {
        Event::CommitDecided { candidate, copies, verdict, term, .. } => {
            decided(candidate, copies, verdict, term, of)
        }
        _ => None,
    }
}

fn decided(
    position: LogPosition,
    copies: usize,
    verdict: Verdict,
    term: Term,
    of: &NodeEvent,
) -> Option<Sentence> {
    let (leader, what) = (of.node, of.entry(position)?);
    let quorum = committing_quorum(what, verdict, of);
    let all = quorum.voters();
    let is_copied = is_copied(position, copies, &quorum, of);
    Some(match (&what.payload, verdict) {
        (Payload::NoOp, Verdict::Allow | Verdict::Waive(_)) => return None,
        (_, Verdict::Refuse(_)) if !is_copied => return None,
        (_, Verdict::Refuse(_)) => say::entry_of_older_term(copies, all, entry(what), leader, term),
        // A node that lost its copy, a change of members or a rule that is off.
        (Payload::Membership(_), _) if !is_copied => say::membership_counted(copies, leader),
        _ if !is_copied => say::entry_counted(copies, leader, entry(what)),
        (Payload::Membership(_), _) if quorum.is_joint() => say::membership_committed_joint(leader),
        (Payload::Membership(_), _) => say::membership_committed(copies, all, leader),
        (Payload::Command(_), Verdict::Waive(_)) => {
            say::entry_committed_without_rule(copies, all, entry(what), what.term, leader)
        }
        _ if quorum.is_joint() => say::entry_committed_joint(entry(what), leader),
        _ => say::entry_committed(copies, all, entry(what), leader),
    })
}

/// A membership is committed by its own quorum, even if the leader has already begun the next.
fn committing_quorum(what: &Entry, verdict: Verdict, of: &NodeEvent) -> Quorum {
    match &what.payload {
        Payload::Membership(membership) if verdict.is_allowed() => {
            query::quorum_of(membership, of.simulation())
        }
        _ => of.quorum(),
    }
}

/// Whether as many voters have an entry as its leader counts.
fn is_copied(what: LogPosition, copies: usize, quorum: &Quorum, of: &NodeEvent) -> bool {
    let has = |voter| query::holds(of.simulation().host(voter), what);
    if quorum.is_joint() {
        quorum.is_met(has)
    } else {
        copies <= quorum.voters() && quorum.count(has) >= copies
    }
}

pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    match *event {
        Event::CommitDecided { candidate, verdict, .. } if verdict.is_allowed() => {
            Some(say::why_commits(node, position(candidate)))
        }
        _ => None,
    }
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::CommitDecided { candidate, copies, needed, term, verdict } => {
            let mut reason = why_decided(candidate, copies, verdict, of);
            // With this rule off, what is committed may change the members that have decided.
            let is_known = !of.rules_off().contains(Rule::MembershipOnAppend);
            if is_known && !of.state.membership.is_joint() {
                reason = reason.with(say::compare_copies(), copies, needed, copies >= needed);
            }
            let is_own = candidate.term == term;
            reason.with(say::compare_its_term(), candidate.term, term, is_own)
        }
        Event::Committed { to, .. } if goes_beyond_leader(to, of) => {
            Reason::new(say::why_committed_despite(), "§5.3").without(Rule::ApplyCommitted)
        }
        Event::Committed { verdict, .. } => {
            Reason::new(say::why_committed(), "§5.3").decided_by(verdict)
        }
        _ => return None,
    })
}

/// Whether a follower counts more as committed than its leader has told it: with a rule off, its
/// whole log.
fn goes_beyond_leader(to: LogIndex, of: &NodeEvent) -> bool {
    of.rules_off().contains(Rule::ApplyCommitted)
        && of.state.role != RoleName::Leader
        && !of.past.may_be_told_commit(of.record, to)
}

fn why_decided(position: LogPosition, copies: usize, verdict: Verdict, of: &NodeEvent) -> Reason {
    let half_is_enough = of.simulation().run().scenario.injected_bugs.half_is_enough;
    let is_by_half = half_is_enough && copies * 2 <= of.quorum().voters();
    // A snapshot may have replaced the entry in the same step.
    let quorum =
        of.entry(position).map_or_else(|| of.quorum(), |what| committing_quorum(what, verdict, of));
    let (sentence, may_be_lost) = match verdict {
        Verdict::Refuse(_) => (say::why_commit_waits(), None),
        Verdict::Waive(_) => (say::why_commit_despite(), None),
        Verdict::Allow if is_by_half => (say::why_commit_by_half(), None),
        // A server that had acknowledged it has lost its disk since.
        Verdict::Allow if !is_copied(position, copies, &quorum, of) => {
            (say::why_commit_unsure(), None)
        }
        Verdict::Allow => {
            let is_joint = of.state.membership.is_joint();
            let safe = if is_joint { say::why_commit_joint() } else { say::why_commit(copies) };
            if_safe(safe, say::why_commit_unsure(), of.record, of.past)
        }
    };
    Reason::new(sentence, "§5.4.2").and(may_be_lost).decided_by(verdict)
}

/// One sentence if committed entries stay, or else another one, and that they may be lost.
pub(in crate::phrases) fn if_safe(
    safe: Sentence,
    unsure: Sentence,
    record: &Record,
    past: &Past,
) -> (Sentence, Option<Sentence>) {
    match query::weakness(past.simulation, record.at) {
        None => (safe, None),
        Some(weakness) => (unsure, Some(may_be_lost(weakness))),
    }
}

/// Why a committed entry may be lost.
pub(in crate::phrases) fn may_be_lost(weakness: Weakness) -> Sentence {
    match weakness {
        Weakness::Rule(off) => say::why_may_be_lost_rule(rule(off)),
        Weakness::Bug => say::why_may_be_lost(),
        Weakness::LostTail(node) => say::why_may_be_lost_disk(node),
    }
}

pub(super) fn line(event: &Event) -> Option<Sentence> {
    Some(match *event {
        Event::CommitDecided { candidate, copies, verdict, .. } => {
            let entry = position(candidate);
            match verdict {
                Verdict::Allow => say::log_commits(copies, entry),
                Verdict::Refuse(Rule::CommitOwnTerm) => say::log_does_not_commit(entry),
                Verdict::Refuse(rule) => {
                    say::log_does_not_commit_by_rule(entry, rule, section(rule))
                }
                Verdict::Waive(rules) => say::log_commits_without_rule(entry, rules),
            }
        }
        Event::Committed { from, to, verdict } => match verdict {
            Verdict::Allow => say::log_commit_index(from, to),
            Verdict::Refuse(rule) => say::log_commit_index_by_rule(from, to, rule, section(rule)),
            Verdict::Waive(rules) => say::log_commit_index_without_rule(from, to, rules),
        },
        _ => return None,
    })
}
