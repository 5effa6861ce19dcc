//! How logs change: entries, snapshots, and what a leader learns of its followers' logs.

use raft_sim::Violation;
use raft_sim::raft_core::{Body, Event, LogPosition, NodeId, Payload, Rule, Term, Verdict};

use super::node_event::NodeEvent;
use super::waived;
use crate::phrases::reason::Reason;
use crate::phrases::rules::{rule, section};
use crate::phrases::vocabulary::{self, entry, position};
use crate::query::{self, Trust};
use crate::text::{Sentence, Words, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    let node = of.node;
    Some(match *of.event {
        Event::EntryCreated { position, no_op: false } => created(position, of)?,
        Event::Truncated { first, last, .. } if !conflicts(first, of) => {
            let off = careless_rule(of)?;
            say::entries_removed_without_rule(node, first.index, last.index, rule(off))
        }
        Event::Truncated { first, last, leaders_term } if first.index == last.index => {
            let leader_term = leader_term(first, of).unwrap_or(leaders_term);
            say::entry_removed(node, first.index, first.term, of.sender()?, leader_term)
        }
        Event::Truncated { first, last, leaders_term } => {
            let leader_term = leader_term(first, of).unwrap_or(leaders_term);
            say::entries_removed(node, first.index, last.index, of.sender()?, leader_term)
        }
        Event::SnapshotInstalled { last, .. } => say::snapshot_installed(node, last.index),
        _ => return None,
    })
}

/// What the leader has in its log now, and what it needs to commit it.
fn created(position: LogPosition, of: &NodeEvent) -> Option<Sentence> {
    let (leader, what, quorum) = (of.node, of.entry(position)?, of.quorum());
    let is_only_voter = quorum.voters() == 1 && quorum.count(|voter| voter == leader) == 1;
    let needed = vocabulary::quorum(&quorum);
    Some(match (matches!(what.payload, Payload::Membership(_)), quorum.is_joint()) {
        (true, true) => say::membership_in_log_joint(leader, needed),
        (true, false) => say::membership_in_log(leader, needed),
        (false, true) => say::entry_in_log_joint(entry(what), leader, needed),
        (false, false) if is_only_voter => say::entry_in_log_alone(entry(what), leader),
        (false, false) => say::entry_in_log(entry(what), leader, needed),
    })
}

pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    matches!(event, Event::Truncated { .. }).then(|| say::why_removes_entries(node))
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::EntryCreated { no_op: true, .. } => {
            Reason::new(say::why_creates_no_op(), "diss. §6.4")
        }
        Event::EntryCreated { .. } => Reason::new(say::why_creates_entry(), "§5.3"),
        Event::AppendDecided { previous, own_term, verdict, .. } => {
            why_append_decided(previous, own_term, verdict)
        }
        Event::Appended { .. } => {
            let despite = of.decided_with(|event| match event {
                Event::AppendDecided { verdict: Verdict::Waive(rules), .. } => Some(*rules),
                _ => None,
            });
            let is_despite = despite.is_some_and(|off| off.contains(Rule::ConsistencyCheck));
            let sentence = match query::trust_in_commits(of.simulation(), of.record.at) {
                _ if is_despite => say::why_appends_despite(),
                Trust::Safe => say::why_appends(),
                _ => say::why_appends_after(),
            };
            Reason::new(sentence, "§5.3")
        }
        Event::Truncated { first, last, leaders_term } => {
            why_truncated(first, last, leaders_term, of)
        }
        Event::Matched { follower, .. } => {
            let off = of.rules_off();
            if !of.state.membership.is_voter(follower) && !off.contains(Rule::CountOnlyVoters) {
                return Some(Reason::new(say::why_matched_learner(), "§6"));
            }
            let counts = [Rule::CreditWhatIsAnswered, Rule::CurrentProgress, Rule::CurrentTerm];
            let is_sure = !counts.iter().any(|rule| off.contains(*rule));
            let sentence = if is_sure { say::why_matched() } else { say::why_matched_despite() };
            Reason::new(sentence, "§5.3")
        }
        Event::WentBack { .. } => Reason::new(say::why_backs_off(), "§5.3"),
        Event::Compacted { .. } => Reason::new(say::why_compacts(), "§7"),
        Event::SnapshotInstalled { verdict, last, kept_suffix } => {
            let off = of.rules_off();
            let unsure = [Rule::SnapshotKeepsSuffix, Rule::SnapshotDropsConflict];
            let sentence = if unsure.iter().any(|rule| off.contains(*rule)) {
                say::why_installs_snapshot_despite()
            } else if kept_suffix {
                say::why_installs_snapshot_before(last.index)
            } else {
                say::why_installs_snapshot(last.index)
            };
            Reason::new(sentence, "§7").decided_by(verdict)
        }
        _ => return None,
    })
}

fn why_append_decided(previous: LogPosition, own_term: Option<Term>, verdict: Verdict) -> Reason {
    let (sentence, verdict) = match verdict {
        // The comparison below says what the rule says.
        Verdict::Refuse(Rule::ConsistencyCheck) => (say::why_rejects_entries(), Verdict::Allow),
        // With this rule off, a follower takes its own snapshot for a conflict.
        Verdict::Waive(rules) if rules.contains(Rule::CompactedMatches) => {
            (say::why_rejects_entries_by_rule(), verdict)
        }
        Verdict::Waive(rules) if rules.contains(Rule::ConsistencyCheck) => {
            (say::why_accepts_entries_despite(), verdict)
        }
        Verdict::Refuse(_) => (say::why_rejects_entries_by_rule(), verdict),
        _ => (say::why_accepts_entries_by_rule(), verdict),
    };
    let here = own_term.map_or_else(|| say::here_no_entry().into(), Words::from);
    let needed = say::need_term_at(previous.term, previous.index);
    Reason::new(sentence, "§5.3")
        .with(say::compare_term_before(), here, needed, own_term == Some(previous.term))
        .decided_by(verdict)
}

/// The term of the leader's entry in the place of this one, if its message has one.
fn leader_term(own: LogPosition, of: &NodeEvent) -> Option<Term> {
    match of.past.delivered(of.record)? {
        (_, Body::AppendEntries { entries, .. }) => {
            entries.iter().find(|entry| entry.index == own.index).map(|entry| entry.term)
        }
        _ => None,
    }
}

/// Whether the leader's message has another entry than this one in its place.
fn conflicts(own: LogPosition, of: &NodeEvent) -> bool {
    match of.past.delivered(of.record) {
        Some((_, Body::AppendEntries { entries, .. })) => {
            entries.iter().any(|entry| entry.index == own.index && entry.term != own.term)
        }
        _ => true,
    }
}

/// A rule that is off, so that a follower removes entries that do not conflict with the leader's.
fn careless_rule(of: &NodeEvent) -> Option<Rule> {
    let off = of.rules_off();
    [Rule::TruncateOnlyConflicts, Rule::CompactedMatches]
        .into_iter()
        .find(|rule| off.contains(*rule))
}

fn why_truncated(
    first: LogPosition,
    last: LogPosition,
    leaders_term: Term,
    of: &NodeEvent,
) -> Reason {
    let (simulation, off) = (of.simulation(), of.rules_off());
    if careless_rule(of).is_some() && of.past.delivered(of.record).is_none() {
        return Reason::new(say::why_removes_perhaps(), "§5.3");
    }
    if let Some(rule) = careless_rule(of).filter(|_| !conflicts(first, of)) {
        return Reason::new(say::why_removes_too_much(), "§5.3").without(rule);
    }
    // With the rule on, a node keeps what it knows to be committed. The state is that after the
    // step, in which more may have been committed.
    let commit_index = of.decided_with(|event| match event {
        Event::Committed { from, .. } => Some(*from),
        _ => None,
    });
    let own = Some(first.index).filter(|index| {
        off.contains(Rule::KeepCommitted) && *index <= commit_index.unwrap_or(of.state.commit_index)
    });
    let mut lost = simulation.violations().iter().filter_map(|violation| match violation {
        Violation::LeaderCompleteness { committed, .. } => Some(committed.index),
        _ => None,
    });
    let lost = || lost.find(|index| (first.index..=last.index).contains(index));
    let sentence = match own.or_else(lost) {
        Some(index) => say::why_removes_committed(index),
        None if query::trust_in_commits(simulation, of.record.at) == Trust::Safe => {
            say::why_removes()
        }
        None => say::why_removes_unsure(),
    };
    let is_same = first.term == leaders_term;
    Reason::new(sentence, "§5.3").with(say::compare_term_there(), first.term, leaders_term, is_same)
}

pub(super) fn line(event: &Event) -> Option<Sentence> {
    Some(match *event {
        Event::EntryCreated { position: at, no_op: true } => {
            say::log_creates_no_op(at.index, at.term)
        }
        Event::EntryCreated { position: at, .. } => say::log_creates_entry(at.index, at.term),
        Event::AppendDecided { leader, previous, entries, verdict, .. } => {
            append_line(leader, position(previous), entries, verdict)
        }
        Event::Appended { first, last } if first == last.index => {
            say::log_appends_entry(last.index, last.term)
        }
        Event::Appended { first, last } => say::log_appends_entries(first, last.index),
        Event::Truncated { first, last, .. } if first == last => {
            say::log_removes_entry(first.index, first.term)
        }
        Event::Truncated { first, last, .. } => say::log_removes_entries(first.index, last.index),
        Event::Matched { follower, index } => say::log_learns_match(follower, index),
        Event::WentBack { follower, next } => say::log_backs_off(follower, next),
        Event::Compacted { last } => say::log_compacts(position(last)),
        Event::SnapshotInstalled { last, verdict, .. } => {
            let last = position(last);
            match verdict {
                Verdict::Allow => say::log_installs_snapshot(last),
                Verdict::Refuse(rule) => say::log_ignores_snapshot(last, rule, section(rule)),
                Verdict::Waive(rules) => say::log_installs_snapshot_without_rule(last, rules),
            }
        }
        _ => return None,
    })
}

/// The core reports entries only if a rule refuses them, or would.
fn append_line(leader: NodeId, previous: Sentence, entries: usize, verdict: Verdict) -> Sentence {
    match verdict {
        // What a snapshot has replaced is left out, and with it perhaps everything that was sent.
        Verdict::Refuse(Rule::ConsistencyCheck) => {
            say::log_rejects_entries(entries, leader, previous)
        }
        Verdict::Refuse(rule) => {
            say::log_rejects_entries_by_rule(leader, previous, rule, section(rule))
        }
        _ => say::log_accepts_entries_without_rule(leader, previous, waived(verdict)),
    }
}
