//! §5.3, the follower's side: how a follower handles AppendEntries.

use crate::entries::Entries;
use crate::entry::Entry;
use crate::event::{Event, MalformedReason};
use crate::message::{AppendOutcome, Body, Round};
use crate::node::Node;
use crate::rules::{Rule, Verdict};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId, Term};

/// The contents of an AppendEntries message.
pub(crate) struct Append {
    pub(crate) leader: NodeId,
    pub(crate) term: Term,
    pub(crate) previous: LogPosition,
    pub(crate) entries: Entries,
    pub(crate) leader_commit: LogIndex,
    pub(crate) round: Round,
}

impl Append {
    /// The last index that the message covers.
    fn through(&self) -> LogIndex {
        self.entries.last().map_or(self.previous.index, |entry| entry.index)
    }

    /// Whether a leader can have sent it: its indexes have no gaps, and its terms neither decrease
    /// nor exceed the leader's.
    fn is_well_formed(&self) -> bool {
        let mut before = self.previous;
        self.entries.iter().all(|entry| {
            let follows = entry.index > before.index
                && entry.index == before.index.next()
                && entry.term >= before.term;
            before = entry.position();
            follows
        }) && before.term <= self.term
    }
}

impl Node {
    /// Handles AppendEntries: recognises the leader, then accepts its entries or says why not.
    pub(crate) fn handle_append(
        &mut self,
        append: &Append,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        if !append.is_well_formed() {
            let reason = MalformedReason::BrokenEntries;
            builder.step.events.push(Event::Malformed { from: append.leader, reason });
            return;
        }
        let (outcome, round) = match self.admit_leader(append.leader, append.term, now, builder) {
            Verdict::Refuse(Rule::CurrentTerm) => (AppendOutcome::Stale, Round::default()),
            Verdict::Refuse(_) => return,
            Verdict::Allow | Verdict::Waive(_) => {
                (self.store_entries(append, builder), append.round)
            }
        };
        let body = Body::AppendEntriesReply { outcome, round };
        builder.send_after_write(append.leader, self.term(), body);
    }

    /// Decides whether a node may act as this node's leader. If so, follows it and restarts the
    /// election timer (§5.2).
    pub(crate) fn admit_leader(
        &mut self,
        leader: NodeId,
        term: Term,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) -> Verdict {
        let own_term = self.term();
        let verdict = self.config.waived.judge([
            (Rule::CurrentTerm, term >= own_term),
            (Rule::OneLeaderPerTerm, !self.is_leader()),
        ]);
        if verdict != Verdict::Allow {
            builder.step.events.push(Event::Ignored { from: leader, term, own_term, verdict });
        }
        if verdict.is_allowed() {
            if self.leader() != Some(leader) {
                self.become_follower(Some(leader), now, builder);
                builder.step.events.push(Event::LeaderRecognised { leader, term: self.term() });
            }
            self.leader_heard = Some(now);
            self.reset_election_timer(now, builder);
            self.expire_requests(now, builder);
        }
        verdict
    }

    fn store_entries(&mut self, append: &Append, builder: &mut StepBuilder) -> AppendOutcome {
        let base = self.log.base();
        if append.previous.index < base.index {
            return self.store_after_snapshot(append, builder);
        }
        let Append { previous, ref entries, .. } = *append;
        let own_term = self.log.term_at(previous.index);
        let held = self.held(entries);
        let missing = &entries[held..];
        let conflict = missing.first().is_some_and(|entry| entry.index <= self.last().index);
        let verdict = if own_term.is_none() {
            Verdict::Refuse(Rule::ConsistencyCheck) // cannot be waived
        } else {
            self.config.waived.judge([
                (Rule::ConsistencyCheck, own_term == Some(previous.term)),
                (Rule::KeepCommitted, !conflict || missing[0].index > self.commit_index),
            ])
        };
        if verdict != Verdict::Allow {
            let (leader, entries) = (append.leader, entries.len());
            builder.step.events.push(Event::AppendDecided {
                leader,
                previous,
                own_term,
                entries,
                verdict,
            });
        }
        if !verdict.is_allowed() {
            return AppendOutcome::Mismatched {
                previous: previous.index,
                hint: self.hint(previous),
            };
        }
        self.truncate_too_much(previous.index.next(), held, builder);
        self.replace_tail(entries, held, builder);
        self.follow_commit(append.leader_commit, append.through(), builder);
        AppendOutcome::Matched { through: append.through() }
    }

    /// A snapshot replaces only committed entries, which agree with every leader's log. So only the
    /// entries after the snapshot matter.
    fn store_after_snapshot(
        &mut self,
        append: &Append,
        builder: &mut StepBuilder,
    ) -> AppendOutcome {
        let base = self.log.base();
        let verdict = self.config.waived.judge([(Rule::CompactedMatches, false)]);
        if !self.config.waived.contains(Rule::CompactedMatches) {
            let known = append.entries.partition_point(|entry| entry.index <= base.index);
            let (replaced, rest) = append.entries.split_at(known);
            let at_base = replaced.last().filter(|entry| entry.index == base.index);
            let previous = at_base.map_or(base, Entry::position);
            let through = append.through().max(base.index);
            let rest = Append { previous, entries: rest.into(), ..*append };
            return match self.store_entries(&rest, builder) {
                AppendOutcome::Matched { .. } => AppendOutcome::Matched { through },
                refused => refused,
            };
        }
        // The bug: the node does not find the entry and treats everything after it as a conflict.
        builder.step.events.push(Event::AppendDecided {
            leader: append.leader,
            previous: append.previous,
            own_term: None,
            entries: append.entries.len(),
            verdict,
        });
        self.remove_from(base.index.next(), append.term, builder);
        AppendOutcome::Mismatched { previous: append.previous.index, hint: base }
    }

    /// How many of the entries the log already holds. An outdated message repeats such entries and
    /// must not remove those that follow.
    fn held(&self, entries: &[Entry]) -> usize {
        if entries.first().is_some_and(|first| first.index > self.last().index) {
            return 0;
        }
        let ignore_conflicts = self.config.waived.contains(Rule::TruncateConflicts);
        let is_held = |entry: &&Entry| match self.log.term_at(entry.index) {
            Some(term) => term == entry.term || ignore_conflicts,
            None => false,
        };
        entries.iter().take_while(is_held).count()
    }

    /// Where the leader should continue its search: this log's last entry that is not after the
    /// requested index and not newer than the requested term. The leader's log never had the
    /// entries in between.
    fn hint(&self, previous: LogPosition) -> LogPosition {
        let index = self.log.last_up_to_term(previous.index, previous.term);
        LogPosition { term: self.log.term_at(index).unwrap_or_default(), index }
    }

    /// The bug of a follower that removes the entries after an AppendEntries although nothing
    /// conflicts.
    fn truncate_too_much(&mut self, from: LogIndex, held: usize, builder: &mut StepBuilder) {
        let from = LogIndex(from.0.saturating_add(held as u64));
        if self.config.waived.contains(Rule::TruncateOnlyConflicts) && from <= self.last().index {
            self.remove_from(from, self.term(), builder);
        }
    }

    fn replace_tail(&mut self, entries: &Entries, held: usize, builder: &mut StepBuilder) {
        let missing = &entries[held..];
        let Some(first) = missing.first() else { return };
        if first.index <= self.last().index {
            self.remove_from(first.index, first.term, builder);
        }
        self.log.replace_tail(missing);
        self.memberships.appended(missing);
        let begun = *builder.log_changed_from.get_or_insert(first.index);
        builder.log_changed_to = (begun == first.index)
            .then(|| if held == 0 { entries.clone() } else { missing.into() });
        builder.step.events.push(Event::Appended { first: first.index, last: self.last() });
    }

    /// Removes entries that conflict with the leader's, and everything derived from them.
    pub(crate) fn remove_from(
        &mut self,
        from: LogIndex,
        leaders_term: Term,
        builder: &mut StepBuilder,
    ) {
        let Some(first) = self.log.entry(from).map(Entry::position) else { return };
        builder.step.events.push(Event::Truncated { first, last: self.last(), leaders_term });
        self.log.truncate_from(from);
        self.durability.truncated(from);
        if !self.config.waived.contains(Rule::MembershipRollsBack) {
            self.memberships.truncated(from);
        }
        builder.log_changed_from =
            Some(builder.log_changed_from.map_or(from, |other| other.min(from)));
        builder.log_changed_to = None;
    }
}
