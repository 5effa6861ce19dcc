//! Why votes and pre-votes were granted or refused in an answer that was sent.

use raft_sim::raft_core::{Event, Rule, Term, Verdict};

use super::Sending;
use crate::phrases::past::HeardLeader;
use crate::phrases::reason::Reason;
use crate::phrases::rules::rule;
use crate::query;
use crate::text::{Sentence, say};

impl Sending<'_> {
    pub(super) fn vote(&self, term: Term, granted: bool) -> Reason {
        let &Sending { from, to, past, record, .. } = self;
        let decided = record.and_then(|record| past.vote((from, record.seq), (to, term), false));
        let own_term = decided.map_or(term, |(_, state)| state.term);
        let verdict = match decided {
            Some((Event::VoteDecided { voted_for, verdict, .. }, _))
                if verdict.is_allowed() == granted =>
            {
                Some((*voted_for, *verdict))
            }
            _ => None,
        };
        let sentence = match verdict {
            Some((_, verdict @ Verdict::Waive(_))) if granted => {
                let reason = Reason::new(say::why_sends_vote_granted_despite(from, to), "§5.2");
                return self.waived(reason, verdict);
            }
            None if granted => say::why_sends_vote_granted_despite(from, to),
            // It may have voted for another since, in the same term.
            _ if granted
                && (query::votes_may_be_forgotten(past.simulation, self.at())
                    || self.rules_off().contains(Rule::CurrentTerm)
                    || self.rules_off().contains(Rule::OneVotePerTerm)) =>
            {
                say::why_vote_granted_as_remembered()
            }
            _ if granted => say::why_sends_vote_granted(from, to),
            Some((Some(other), Verdict::Refuse(Rule::OneVotePerTerm))) => {
                let sentence = if other == from {
                    say::why_sends_vote_refused_itself(from, own_term)
                } else {
                    say::why_sends_vote_refused_voted(from, other, own_term)
                };
                return Reason::new(sentence, "§5.2");
            }
            Some((_, Verdict::Refuse(rule))) => {
                return self.refusal(rule, say::why_sends_vote_refused(from, to));
            }
            _ => say::why_sends_vote_refused(from, to),
        };
        Reason::new(sentence, "§5.2, §5.4.1")
    }

    pub(super) fn pre_vote(&self, term: Term, granted: bool) -> Reason {
        let &Sending { from, to, past, record, .. } = self;
        let decided = record.and_then(|record| past.vote((from, record.seq), (to, term), true));
        let verdict = match decided {
            Some((Event::PreVoteDecided { verdict, .. }, _)) if verdict.is_allowed() == granted => {
                Some(*verdict)
            }
            _ => None,
        };
        let sentence = match verdict {
            Some(verdict @ Verdict::Waive(_)) => {
                let reason = Reason::new(say::why_would_vote_despite(), "diss. §9.6");
                return self.waived(reason, verdict);
            }
            Some(Verdict::Refuse(rule)) => {
                return self.refusal(rule, say::why_sends_pre_vote_refused(from, to));
            }
            None if granted => say::why_would_vote_despite(),
            _ if granted => say::why_sends_pre_vote_granted(from, to),
            _ => say::why_sends_pre_vote_refused(from, to),
        };
        Reason::new(sentence, "diss. §9.6")
    }

    /// Why a vote is refused or not promised.
    fn refusal(&self, rule: Rule, otherwise: Sentence) -> Reason {
        let &Sending { from, to, .. } = self;
        let sentence = match rule {
            Rule::UpToDateLog => say::why_sends_vote_refused_log(from, to),
            Rule::LeaderAlive if self.leads() => say::why_sends_vote_refused_leads(from),
            Rule::LeaderAlive if self.heard() == Some(HeardLeader::Message) => {
                say::why_sends_vote_refused_leader(from)
            }
            Rule::LeaderAlive if self.heard() == Some(HeardLeader::JustStarted) => {
                say::why_vote_refused_just_started()
            }
            Rule::CurrentTerm => say::why_sends_vote_refused_old_term(to),
            // Without this rule, a node does what the rule forbids: it refuses.
            _ if self.rules_off().contains(rule) => {
                return self.without(Reason::new(otherwise, rule.section()), rule);
            }
            _ => return Reason::new(otherwise, rule.section()).decided_by(Verdict::Refuse(rule)),
        };
        Reason::new(sentence, rule.section())
    }

    /// Adds the rules without which the sender would have decided otherwise.
    fn waived(&self, reason: Reason, verdict: Verdict) -> Reason {
        let Verdict::Waive(rules) = verdict else { return reason };
        rules.iter().fold(reason, |reason, rule| self.without(reason, rule))
    }

    /// Adds a rule that was off when the sender decided. It may be on again.
    fn without(&self, reason: Reason, off: Rule) -> Reason {
        if query::rules_off(self.past.simulation, self.asked_at).contains(off) {
            reason.without(off)
        } else {
            reason.and(say::why_only_without_rule_then(rule(off)))
        }
    }
}
