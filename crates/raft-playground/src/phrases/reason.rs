//! The parts of an answer to “Why?”: the actual reason, the values that were compared, and where
//! the paper says so.

use raft_sim::raft_core::{LogIndex, LogPosition, Rule, Term, Verdict};

use super::rules::rule;
use super::vocabulary::position;
use crate::text::{Sentence, Words, say};

/// One comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// What was compared: `copies`.
    pub what: Sentence,
    /// What it was.
    pub here: Words,
    /// What it had to be.
    pub needed: Words,
    /// Whether it was.
    pub holds: bool,
}

/// An answer, before it is put into a view.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Explanation {
    pub(crate) title: Sentence,
    pub(crate) reason: Reason,
}

/// What answers a question.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Reason {
    /// One after the other.
    pub(crate) sentences: Vec<Sentence>,
    /// Where it is stated, as [`Rule::section`] writes it; empty where nothing of the protocol
    /// decided.
    pub(crate) section: &'static str,
    pub(crate) compared: Vec<Compared>,
}

impl Reason {
    pub(super) fn new(sentence: Sentence, section: &'static str) -> Self {
        Self { sentences: vec![sentence], section, compared: Vec::new() }
    }

    pub(super) fn titled(self, title: Sentence) -> Explanation {
        Explanation { title, reason: self }
    }

    /// Adds a sentence.
    pub(super) fn and(mut self, sentence: impl Into<Option<Sentence>>) -> Self {
        self.sentences.extend(sentence.into());
        self
    }

    /// Adds a comparison.
    pub(super) fn with(
        mut self,
        what: Sentence,
        here: impl Into<Words>,
        needed: impl Into<Words>,
        holds: bool,
    ) -> Self {
        self.compared.push(Compared { what, here: here.into(), needed: needed.into(), holds });
        self
    }

    /// Compares two logs by their last entries, as voters do (§5.4.1).
    pub(super) fn with_logs(self, candidate: LogPosition, voter: LogPosition) -> Self {
        let needed = match voter.index {
            LogIndex::ZERO => say::need_any(),
            _ => say::need_not_before(position(voter)),
        };
        let here = position(candidate);
        self.with(say::compare_candidate_last(), here, needed, candidate >= voter)
    }

    /// Compares the term of a message with the receiver's.
    pub(super) fn with_terms(self, term: Term, own: Term) -> Self {
        let needed = say::need_at_least(own.0);
        self.with(say::compare_its_term(), term, needed, term >= own)
    }

    /// Adds the rule that refused, or the rules that would have refused if they were on.
    pub(super) fn decided_by(self, verdict: Verdict) -> Self {
        match verdict {
            Verdict::Allow => self,
            Verdict::Refuse(refusing) => self.and(rule(refusing)).stated_by(refusing),
            Verdict::Waive(rules) => rules.iter().fold(self, Self::without),
        }
    }

    /// Adds that a rule would have forbidden it.
    pub(super) fn without(self, off: Rule) -> Self {
        self.and(say::why_only_without_rule(rule(off))).stated_by(off)
    }

    fn stated_by(mut self, rule: Rule) -> Self {
        self.section = rule.section();
        self
    }
}
