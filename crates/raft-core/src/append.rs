//! §5.3, the follower's side: taking a leader's entries.

use crate::event::{Event, Flaw};
use crate::message::{AppendOutcome, Body, Message};
use crate::node::{Draft, Node};
use crate::rules::{Rule, Verdict};
use crate::step::Effect;
use crate::types::{Entry, LocalTime, LogIndex, LogPosition, NodeId, Term};

/// An AppendEntries as it came.
pub(crate) struct Append<'a> {
    pub(crate) leader: NodeId,
    pub(crate) term: Term,
    pub(crate) previous: LogPosition,
    pub(crate) entries: &'a [Entry],
    pub(crate) leader_commit: LogIndex,
}

impl Append<'_> {
    /// The last index that it covers.
    fn through(&self) -> LogIndex {
        self.entries.last().map_or(self.previous.index, |entry| entry.index)
    }

    /// Whether a leader can have sent it: no gaps, and terms that never fall or exceed its own.
    fn is_well_formed(&self) -> bool {
        let mut before = self.previous;
        self.entries.iter().all(|entry| {
            let follows = entry.index == before.index.next() && entry.term >= before.term;
            before = entry.position();
            follows
        }) && before.term <= self.term
    }
}

impl Node {
    /// Answers an AppendEntries: recognises the leader, and takes its entries or says why not.
    pub(crate) fn receive_append(&mut self, append: &Append, now: LocalTime, draft: &mut Draft) {
        let &Append { leader, term, .. } = append;
        if !append.is_well_formed() {
            draft.events.push(Event::Malformed { from: leader, flaw: Flaw::BrokenEntries });
            return;
        }
        let own_term = self.term();
        let verdict = self.config.waived.judge([
            (Rule::CurrentTerm, term >= own_term),
            (Rule::OneLeaderPerTerm, !self.is_leader()),
        ]);
        if verdict != Verdict::Allow {
            draft.events.push(Event::Ignored { from: leader, term, own_term, verdict });
        }
        let outcome = match verdict {
            Verdict::Refuse(Rule::CurrentTerm) => AppendOutcome::Stale,
            Verdict::Refuse(_) => return,
            Verdict::Allow | Verdict::Waive(_) => {
                self.recognise(leader, now, draft);
                self.take_entries(append, draft)
            }
        };
        let message = Message { term: own_term, body: Body::AppendEntriesReply(outcome) };
        draft.after_write.push(Effect::Send { to: leader, message });
    }

    /// A leader of this term was heard: follow it, and wait afresh (§5.2).
    fn recognise(&mut self, leader: NodeId, now: LocalTime, draft: &mut Draft) {
        if self.leader() != Some(leader) {
            self.become_follower(Some(leader), now, draft);
            draft.events.push(Event::LeaderRecognised { leader, term: self.term() });
        }
        self.reset_election_timer(now, draft);
    }

    fn take_entries(&mut self, append: &Append, draft: &mut Draft) -> AppendOutcome {
        let &Append { leader, previous, entries, .. } = append;
        let own_term = self.log.term_at(previous.index);
        let missing = self.first_missing(entries);
        let conflict = missing.first().is_some_and(|entry| self.log.entry(entry.index).is_some());
        let verdict = if own_term.is_none() {
            Verdict::Refuse(Rule::ConsistencyCheck) // no entry to build on, whatever is waived
        } else {
            self.config.waived.judge([
                (Rule::ConsistencyCheck, own_term == Some(previous.term)),
                (Rule::KeepCommitted, !conflict || missing[0].index > self.commit_index),
            ])
        };
        if verdict != Verdict::Allow || !missing.is_empty() {
            let entries = entries.len();
            draft.events.push(Event::AppendDecided {
                leader,
                previous,
                own_term,
                entries,
                verdict,
            });
        }
        if !verdict.is_allowed() {
            return AppendOutcome::Mismatched { previous: previous.index, last: self.last().index };
        }
        if let Some(first) = missing.first() {
            self.replace_tail(first.term, missing, draft);
        }
        self.follow_commit(append.leader_commit, append.through(), draft);
        AppendOutcome::Matched { through: append.through() }
    }

    /// The entries from the first one on that the log does not hold. An entry that it holds may be
    /// old news overtaken by newer: it removes nothing.
    fn first_missing<'a>(&self, entries: &'a [Entry]) -> &'a [Entry] {
        let held = entries
            .iter()
            .take_while(|entry| self.log.term_at(entry.index) == Some(entry.term))
            .count();
        &entries[held..]
    }

    fn replace_tail(&mut self, leaders_term: Term, missing: &[Entry], draft: &mut Draft) {
        let from = missing[0].index;
        if let Some(first) = self.log.entry(from).map(Entry::position) {
            draft.events.push(Event::Truncated { first, last: self.last(), leaders_term });
            self.durability.truncated(from);
        }
        self.log.replace_tail(missing);
        draft.log_changed_from = Some(from);
        draft.events.push(Event::Appended { first: from, last: self.last() });
    }
}
