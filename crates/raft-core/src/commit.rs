//! §5.3 and §5.4.2: when an entry is committed, and what follows from it.

use alloc::vec::Vec;

use crate::event::Event;
use crate::node::{Draft, Node};
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::{Answer, Effect};
use crate::types::{Entry, LogIndex, LogPosition};

impl Node {
    /// Commits what a majority holds durably, if it is of the leader's own term: earlier entries
    /// commit with it, never by counting (§5.4.2, Figure 8).
    pub(crate) fn advance_commit(&mut self, draft: &mut Draft) {
        let Role::Leader { progress } = &self.role else { return };
        let mut held: Vec<LogIndex> =
            progress.values().map(|progress| progress.match_index).collect();
        held.push(self.durability.durable_index());
        held.sort_unstable_by(|a, b| b.cmp(a));
        let needed = self.config.majority();
        let Some(&index) = held.get(needed - 1) else { return };
        if index <= self.commit_index {
            return;
        }
        let Some(term) = self.log.term_at(index) else { return };
        let verdict = self.config.waived.judge([(Rule::CommitOwnTerm, term == self.term())]);
        draft.events.push(Event::CommitDecided {
            candidate: LogPosition { term, index },
            copies: held.iter().filter(|&&held| held >= index).count(),
            needed,
            term: self.term(),
            verdict,
        });
        if verdict.is_allowed() {
            self.commit_to(index, verdict, draft);
        }
    }

    /// Follows the leader's commit index as far as this leader has shown the log to be its own;
    /// what lies beyond may be some older leader's leftovers (§5.3).
    pub(crate) fn follow_commit(
        &mut self,
        leader_commit: LogIndex,
        verified: LogIndex,
        draft: &mut Draft,
    ) {
        let wanted = leader_commit.min(self.last().index);
        let verdict = self.config.waived.judge([(Rule::CommitVerifiedPrefix, wanted <= verified)]);
        let reachable = if verdict.is_allowed() { wanted } else { verified };
        if reachable > self.commit_index {
            self.commit_to(reachable, verdict, draft);
        }
    }

    fn commit_to(&mut self, index: LogIndex, verdict: Verdict, draft: &mut Draft) {
        draft.events.push(Event::Committed { from: self.commit_index, to: index, verdict });
        self.commit_index = index;
        while self.last_applied < index {
            let Some(entry) = self.log.entry(self.last_applied.next()) else { break };
            self.last_applied = entry.index;
            draft.at_once.push(Effect::Apply(entry.clone()));
        }
        self.answer_proposals(draft);
    }

    /// Answers every proposal whose place is decided: it stands there, or another entry does.
    fn answer_proposals(&mut self, draft: &mut Draft) {
        while let Some(first) = self.proposals.first_entry() {
            let &(index, term) = first.key();
            let Some(decided) = self.log.entry(index).filter(|_| index <= self.commit_index) else {
                break;
            };
            let lost = LogPosition { term, index };
            let by = Entry::position(decided);
            let answer =
                if by == lost { Answer::Committed(by) } else { Answer::Superseded { lost, by } };
            draft.at_once.push(Effect::Reply { proposal: first.remove(), answer });
        }
    }
}
