//! How votes are decided and counted.

use raft_sim::RoleName;
use raft_sim::raft_core::{Body, Event, LogIndex, LogPosition, Rule, Term, Verdict};

use super::decision::Decision;
use super::{Reason, columns};
use crate::phrases::vocabulary::position;
use crate::query;
use crate::text::{Sentence, say};

/// Why a vote is decided or counted as it is; none for another event.
pub(super) fn explain(decision: &Decision) -> Option<Reason> {
    vote(decision).or_else(|| pre_vote(decision)).or_else(|| counted(decision))
}

/// Why a vote is given or refused; none for another event.
fn vote(decision: &Decision) -> Option<Reason> {
    let Event::VoteDecided { candidate, term, voted_for, candidate_last, own_last, verdict } =
        *decision.event
    else {
        return None;
    };
    let &Decision { node: voter, state, record, past, .. } = decision;
    let forgets = query::votes_may_be_forgotten(past.simulation, record.at);
    let reason = match (verdict, voted_for) {
        (Verdict::Allow, _) => Reason::new(
            if forgets { say::why_vote_granted_as_remembered() } else { say::why_vote_granted() },
            "§5.2, §5.4.1",
        ),
        (Verdict::Waive(_), _) => {
            Reason::new(say::why_vote_granted_despite(), "§5.2").judged(verdict)
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            Reason::new(say::why_vote_refused_voted_itself(term), "§5.2")
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            Reason::new(say::why_vote_refused_voted_other(other, term), "§5.2")
        }
        (Verdict::Refuse(rule), _) => refused(rule, term, say::why_vote_refused_by_rule()),
    };
    if verdict == Verdict::Refuse(Rule::CurrentTerm) {
        return Some(reason.with_terms(term, state.term));
    }
    let is_free = voted_for.is_none_or(|voted| voted == candidate);
    let vote = columns::node(voted_for);
    let needed = say::need_none_or(candidate);
    Some(
        reason
            .with(say::compare_vote_in_term(), vote, needed, is_free)
            .with_logs(candidate_last, own_last),
    )
}

/// Why a vote is promised or not; none for another event.
fn pre_vote(&Decision { event, state, .. }: &Decision) -> Option<Reason> {
    let Event::PreVoteDecided { term, candidate_last, own_last, verdict, .. } = *event else {
        return None;
    };
    let reason = match verdict {
        Verdict::Allow => Reason::new(say::why_would_vote(), "§5.4.1, diss. §9.6"),
        Verdict::Waive(_) => {
            Reason::new(say::why_would_vote_despite(), "diss. §9.6").judged(verdict)
        }
        Verdict::Refuse(rule) => refused(rule, term, say::why_would_not_vote()),
    };
    Some(if verdict == Verdict::Refuse(Rule::CurrentTerm) {
        reason.with_terms(term, state.term)
    } else {
        reason.with_logs(candidate_last, own_last)
    })
}

/// Why a rule forbids a vote.
fn refused(rule: Rule, term: Term, otherwise: Sentence) -> Reason {
    let sentence = match rule {
        Rule::UpToDateLog => say::why_vote_refused_log(),
        Rule::CurrentTerm => say::why_vote_refused_old_term(term),
        Rule::LeaderAlive => say::why_vote_refused_leader_alive(),
        _ => return Reason::new(otherwise, rule.section()).judged(Verdict::Refuse(rule)),
    };
    Reason::new(sentence, rule.section())
}

/// Why a candidate goes on counting; none for another event.
fn counted(&Decision { event, state, record, past, .. }: &Decision) -> Option<Reason> {
    let Event::VoteCounted { votes, needed, .. } = *event else { return None };
    if state.membership.is_joint() {
        return Some(Reason::new(say::why_vote_counted_joint(), "§6"));
    }
    let is_pre_vote = match past.delivered(record) {
        Some((_, body)) => matches!(body, Body::PreVoteReply { .. }),
        None => state.role == RoleName::PreCandidate,
    };
    let what = if is_pre_vote { say::compare_votes_promised() } else { say::compare_votes() };
    let (here, all) = (columns::number(votes), columns::number(needed));
    let reason = Reason::new(say::why_vote_counted(needed), "§5.2");
    Some(reason.with(what, here, all, votes >= needed))
}

impl Reason {
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
}
