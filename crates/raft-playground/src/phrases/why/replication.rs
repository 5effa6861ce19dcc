//! Why logs change, and why entries are committed or not.

use raft_sim::raft_core::{Event, LogPosition, Rule, Term, Verdict};
use raft_sim::{Record, RoleName, Violation};

use super::decision::Decision;
use super::{Past, Reason, columns};
use crate::query::{self, Trust};
use crate::text::{Sentence, Words, say};

/// Why what an event about a log tells has happened; none for another event.
pub(super) fn explain(decision: &Decision) -> Option<Reason> {
    let &Decision { event, state, record, past, .. } = decision;
    let off = decision.rules_off();
    Some(match *event {
        Event::EntryCreated { no_op: true, .. } => {
            Reason::new(say::why_creates_no_op(), "diss. §6.4")
        }
        Event::EntryCreated { .. } => Reason::new(say::why_creates_entry(), "§5.3"),
        Event::AppendDecided { previous, own_term, verdict, .. } => {
            decided(previous, own_term, verdict)
        }
        Event::Truncated { first, last, leaders_term } => {
            removed(first, last, leaders_term, decision)
        }
        Event::Appended { .. } => {
            let despite = past.decided_with(record).find_map(|event| match event {
                Event::AppendDecided { verdict: verdict @ Verdict::Waive(_), .. } => Some(*verdict),
                _ => None,
            });
            match despite {
                Some(Verdict::Waive(rules)) if rules.contains(Rule::ConsistencyCheck) => {
                    Reason::new(say::why_appends_despite(), "§5.3")
                }
                _ => Reason::new(say::why_appends(), "§5.3"),
            }
        }
        Event::Matched { .. } => {
            let counts = [Rule::CreditWhatIsAnswered, Rule::CurrentProgress, Rule::CurrentTerm];
            let is_sure = !counts.iter().any(|rule| off.contains(*rule));
            let sentence = if is_sure { say::why_matched() } else { say::why_matched_despite() };
            Reason::new(sentence, "§5.3")
        }
        Event::WentBack { .. } => Reason::new(say::why_backs_off(), "§5.3"),
        Event::CommitDecided { candidate, copies, needed, term, verdict } => {
            let joint = state.membership.is_joint();
            let reason = commit(copies, joint, verdict, decision);
            let reason = if joint {
                reason
            } else {
                let (here, all) = (columns::number(copies), columns::number(needed));
                reason.with(say::compare_copies(), here, all, copies >= needed)
            };
            let (here, own) = (candidate.term, term);
            reason.with(say::compare_its_term(), here, own, candidate.term == term)
        }
        Event::Committed { verdict, .. } => {
            let careless = off.contains(Rule::ApplyCommitted) && state.role != RoleName::Leader;
            if careless {
                return Some(
                    Reason::new(say::why_committed_despite(), "§5.3").without(Rule::ApplyCommitted),
                );
            }
            Reason::new(say::why_committed(), "§5.3").judged(verdict)
        }
        Event::Compacted { .. } => Reason::new(say::why_compacts(), "§7"),
        Event::SnapshotInstalled { verdict, .. } => {
            Reason::new(say::why_installs_snapshot(), "§7").judged(verdict)
        }
        _ => return None,
    })
}

fn decided(previous: LogPosition, own_term: Option<Term>, verdict: Verdict) -> Reason {
    let sentence = match verdict {
        Verdict::Refuse(Rule::ConsistencyCheck) => {
            return compare_previous(
                Reason::new(say::why_rejects_entries(), "§5.3"),
                previous,
                own_term,
            );
        }
        // With this rule off, a follower takes its own snapshot for a conflict.
        Verdict::Waive(rules) if rules.contains(Rule::CompactedMatches) => {
            say::why_rejects_entries_by_rule()
        }
        Verdict::Waive(rules) if rules.contains(Rule::ConsistencyCheck) => {
            say::why_accepts_entries_despite()
        }
        _ if verdict.is_allowed() => say::why_accepts_entries_by_rule(),
        _ => say::why_rejects_entries_by_rule(),
    };
    compare_previous(Reason::new(sentence, "§5.3"), previous, own_term).judged(verdict)
}

fn compare_previous(reason: Reason, previous: LogPosition, own_term: Option<Term>) -> Reason {
    let here = own_term.map_or_else(|| say::here_no_entry().into(), Words::from);
    let needed = say::need_term_at(previous.term, previous.index);
    reason.with(say::compare_term_before(), here, needed, own_term == Some(previous.term))
}

fn removed(
    first: LogPosition,
    last: LogPosition,
    leaders_term: Term,
    decision: &Decision,
) -> Reason {
    let &Decision { state, record, past, .. } = decision;
    let (simulation, off) = (past.simulation, decision.rules_off());
    let careless = [Rule::TruncateOnlyConflicts, Rule::CompactedMatches];
    if let Some(rule) = careless.into_iter().find(|rule| off.contains(*rule)) {
        return Reason::new(say::why_removes_too_much(), "§5.3").without(rule);
    }
    let was_committed = |index| (first.index..=last.index).contains(&index);
    let mut lost = simulation.violations().iter().filter_map(|violation| match violation {
        Violation::LeaderCompleteness { committed, .. } if was_committed(committed.index) => {
            Some(committed.index)
        }
        _ => None,
    });
    // With the rule on, a node keeps what it knows to be committed. The state is that after the
    // step, in which more may have been committed.
    let commit_index = past.decided_with(record).find_map(|event| match event {
        Event::Committed { from, .. } => Some(*from),
        _ => None,
    });
    let own = Some(first.index).filter(|index| {
        off.contains(Rule::KeepCommitted) && *index <= commit_index.unwrap_or(state.commit_index)
    });
    let sentence = match own.or_else(|| lost.next()) {
        Some(index) => say::why_removes_committed(index),
        None if query::trust_in_commits(simulation, record.at) == Trust::Safe => say::why_removes(),
        None => say::why_removes_unsure(),
    };
    let (here, needed) = (first.term, leaders_term);
    Reason::new(sentence, "§5.3").with(
        say::compare_term_there(),
        here,
        needed,
        first.term == leaders_term,
    )
}

fn commit(copies: usize, joint: bool, verdict: Verdict, decision: &Decision) -> Reason {
    let &Decision { record, past, .. } = decision;
    let half_is_enough = past.simulation.run().scenario.injected_bugs.half_is_enough;
    let is_by_half = half_is_enough && copies * 2 <= decision.quorum().voters();
    let (sentence, may_be_lost) = match verdict {
        Verdict::Refuse(_) => (say::why_commit_waits(), None),
        Verdict::Waive(_) => (say::why_commit_despite(), None),
        Verdict::Allow if is_by_half => (say::why_commit_by_half(), None),
        Verdict::Allow => {
            let safe = if joint { say::why_commit_joint() } else { say::why_commit(copies) };
            if_safe(safe, say::why_commit_unsure(), record, past)
        }
    };
    Reason::new(sentence, "§5.4.2").and(may_be_lost).judged(verdict)
}

/// One sentence if committed entries stay, or else another one, and that they may be lost.
pub(super) fn if_safe(
    safe: Sentence,
    unsure: Sentence,
    record: &Record,
    past: &Past,
) -> (Sentence, Option<Sentence>) {
    match query::trust_in_commits(past.simulation, record.at) {
        Trust::Safe => (safe, None),
        _ => (unsure, Some(say::why_may_be_lost())),
    }
}
