//! What a node makes of a message that it ignores, or that has a newer term.

use raft_sim::raft_core::{Body, Event, MalformedReason, Round, Rule, Term, Verdict};

use super::node_event::NodeEvent;
use super::waived;
use crate::phrases::reason::Reason;
use crate::phrases::rules::section;
use crate::text::{Sentence, say};

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::Malformed { reason: MalformedReason::UnknownSender, .. } => {
            Reason::new(say::why_unknown_sender(of.node), "§5")
        }
        Event::Malformed { .. } => Reason::new(say::why_malformed(), "§5"),
        Event::Ignored { term, own_term, verdict, .. } => {
            if verdict == Verdict::Refuse(Rule::CurrentTerm)
                && let Some(reason) = answers_older_term(own_term, of)
            {
                return Some(reason);
            }
            let accepted = verdict.is_allowed();
            let sentence =
                if accepted { say::why_message_accepted() } else { say::why_message_ignored() };
            let reason = Reason::new(sentence, "§5.1");
            let reason = match of.past.message(of.record) {
                Some((_, message)) if message.term == term => reason.with_terms(term, own_term),
                _ => reason,
            };
            reason.decided_by(verdict)
        }
        Event::TermAdopted { from_term, to_term, told_by } => {
            let needed = say::need_at_least(to_term.0);
            Reason::new(say::why_term_adopted(told_by), "§5.1").with(
                say::compare_own_term(),
                from_term,
                needed,
                false,
            )
        }
        _ => return None,
    })
}

/// The reason if an answer is to what the node sent in an older term, which the message's own term
/// does not show.
fn answers_older_term(own_term: Term, of: &NodeEvent) -> Option<Reason> {
    let (_, message) = of.past.message(of.record)?;
    let is_of_present = message.term >= of.state.term;
    let reason = || Reason::new(say::why_answer_outdated(), "§5.1");
    match message.body {
        Body::RequestVoteReply { election, .. } if is_of_present => {
            let needed = say::need_at_least(own_term.0);
            Some(reason().with(say::compare_election_term(), election, needed, false))
        }
        Body::AppendEntriesReply { round: Round(0), .. }
        | Body::InstallSnapshotReply { round: Round(0), .. }
            if is_of_present =>
        {
            Some(reason())
        }
        _ => None,
    }
}

pub(super) fn line(event: &Event) -> Option<Sentence> {
    Some(match *event {
        Event::Malformed { from, reason } => match reason {
            MalformedReason::UnknownSender => say::log_unknown_sender(from),
            MalformedReason::LastTerm => say::log_last_term(from),
            MalformedReason::BrokenEntries => say::log_broken_entries(from),
            MalformedReason::BrokenSnapshot => say::log_broken_snapshot(from),
        },
        // The core reports a message as ignored only if a rule refuses it, or would.
        Event::Ignored { from, term, own_term, verdict } => match verdict {
            // What it answers was sent when this node led an older term.
            Verdict::Refuse(Rule::CurrentTerm) if term == own_term => {
                say::log_rejects_old_answer(from)
            }
            Verdict::Waive(rules) if rules.contains(Rule::CurrentTerm) && term == own_term => {
                say::log_accepts_old_answer(from, rules)
            }
            Verdict::Refuse(Rule::CurrentTerm) => say::log_rejects_old_term(from, term),
            // The core decides about the round of an answer, and reports its own term.
            Verdict::Refuse(rule @ Rule::CurrentProgress) => {
                say::log_rejects_answer_by_rule(from, rule, section(rule))
            }
            Verdict::Waive(rules) if rules.contains(Rule::CurrentProgress) => {
                say::log_accepts_answer_without_rule(from, rules)
            }
            Verdict::Refuse(rule) => say::log_rejects_by_rule(from, term, rule, section(rule)),
            _ => say::log_accepts_without_rule(from, term, waived(verdict)),
        },
        Event::TermAdopted { from_term, to_term, told_by } => {
            say::log_adopts_term(from_term, to_term, told_by)
        }
        _ => return None,
    })
}
