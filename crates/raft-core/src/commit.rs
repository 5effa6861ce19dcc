//! §5.3 and §5.4.2: when an entry is committed, and what a node does then.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::event::Event;
use crate::node::Node;
use crate::rules::{Rule, Verdict};
use crate::step::{Effect, Timer};
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId};

/// From this many entries on, reserving memory for their effects in advance is worth it.
const MANY: usize = 16;

impl Node {
    /// Commits the entries that a majority holds durably, if the newest is of the leader's own
    /// term. Earlier entries are committed with it, never by counting copies (§5.4.2, Figure 8).
    pub(crate) fn advance_commit(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let Some(leader) = self.as_leader() else { return };
        let holds = |node: NodeId| match leader.progress.get(node) {
            Some(progress) => progress.match_index,
            None if node == self.id => self.durability.durable_index(),
            None => LogIndex::ZERO,
        };
        let electorate = self.electorate();
        let index = electorate.reached_by_quorum(self.config.quorum, holds);
        if index <= self.commit_index {
            return;
        }
        let Some(term) = self.log.term_at(index) else { return };
        let verdict = self.config.waived.judge([(Rule::CommitOwnTerm, term == self.term())]);
        builder.step.events.push(Event::CommitDecided {
            candidate: LogPosition { term, index },
            copies: electorate.count(|node| holds(node) >= index),
            needed: self.config.quorum.of(electorate.voters.len()),
            term: self.term(),
            verdict,
        });
        if verdict.is_allowed() {
            self.commit_to(index, verdict, builder);
            self.advance_change(now, builder);
            self.begin_waiting_reads(now, builder);
        }
    }

    /// Advances a follower's commit index to the leader's, but not past the entries that this
    /// leader has confirmed: later ones may come from an older leader (§5.3).
    pub(crate) fn follow_commit(
        &mut self,
        leader_commit: LogIndex,
        verified: LogIndex,
        builder: &mut StepBuilder,
    ) {
        let end = self.last().index;
        let careless = self.config.waived.contains(Rule::ApplyCommitted);
        let wanted = if careless { end } else { leader_commit.min(end) };
        let verdict = self.config.waived.judge([(Rule::CommitVerifiedPrefix, wanted <= verified)]);
        let reachable = if verdict.is_allowed() { wanted } else { verified };
        if reachable > self.commit_index {
            self.commit_to(reachable, verdict, builder);
        }
    }

    fn commit_to(&mut self, index: LogIndex, verdict: Verdict, builder: &mut StepBuilder) {
        builder.step.events.push(Event::Committed { from: self.commit_index, to: index, verdict });
        self.commit_index = index;
        let new = index.0.saturating_sub(self.last_applied.0);
        let new = usize::try_from(new).unwrap_or(usize::MAX);
        if new > MANY {
            let answers = self.proposals.len().min(new);
            builder.step.at_once.reserve(new.min(self.log.len()) + answers + Timer::ALL.len());
        }
        for entry in self.log.entries_from(self.last_applied.next()).take(new) {
            self.last_applied = entry.index;
            builder.step.at_once.push(Effect::Apply(entry.clone()));
        }
        self.answer_proposals(builder);
        self.answer_decided(builder);
    }

    /// Answers every proposal whose index is decided. The proposal's entry is committed, or another
    /// entry is, or a snapshot covers the index and the outcome is unknown.
    pub(crate) fn answer_proposals(&mut self, builder: &mut StepBuilder) {
        while let Some(&(lost, origin)) = self.proposals.front() {
            if lost.index > self.commit_index {
                return;
            }
            let answer = match self.log.entry(lost.index).map(Entry::position) {
                Some(by) if by == lost => Answer::Committed(by),
                Some(by) => Answer::Superseded { lost, by },
                None => Answer::Unknown,
            };
            self.proposals.pop_front();
            self.answer(origin, answer, builder);
        }
    }

    /// Whether the leader has committed an entry of its own term and therefore knows which entries
    /// are committed (§8, diss. §6.4).
    pub(crate) fn has_committed_in_own_term(&self) -> bool {
        self.log.term_at(self.commit_index) == Some(self.term())
    }
}
