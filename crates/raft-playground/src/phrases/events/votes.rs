//! How votes are decided and counted.

use raft_sim::raft_core::{Body, Event, NodeId, Rule, RuleSet, Term, Verdict};
use raft_sim::{NodeState, RoleName};

use super::node_event::NodeEvent;
use crate::phrases::past::HeardLeader;
use crate::phrases::reason::Reason;
use crate::phrases::rules::{rule, section};
use crate::phrases::vocabulary::node_or_none;
use crate::query;
use crate::text::{Sentence, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    let Event::VoteDecided { candidate, term, verdict, voted_for, .. } = *of.event else {
        return None;
    };
    let (voter, own_term) = (of.node, of.state.term);
    Some(match (verdict, voted_for) {
        (Verdict::Allow, _) => say::vote_granted(voter, candidate, term),
        (Verdict::Waive(rules), _) => match rules.iter().next() {
            Some(off) => say::vote_granted_without_rule(voter, candidate, term, rule(off)),
            None => say::vote_granted(voter, candidate, term),
        },
        // With a rule off, it may have given that vote in an older term.
        (Verdict::Refuse(Rule::OneVotePerTerm), _) if own_term != term => return None,
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            say::vote_refused_voted_itself(voter, own_term, candidate)
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            say::vote_refused_voted_other(voter, other, own_term, candidate)
        }
        (Verdict::Refuse(Rule::UpToDateLog), _) => say::vote_refused_log(voter, candidate),
        (Verdict::Refuse(Rule::CurrentTerm), _) => {
            say::vote_refused_old_term(voter, candidate, term)
        }
        (Verdict::Refuse(Rule::LeaderAlive), _) => say::vote_refused_leader_alive(voter, candidate),
        // Without this rule, a node does what the rule forbids: it refuses.
        (Verdict::Refuse(other), _) if of.rules_off().contains(other) => {
            say::vote_refused_without_rule(voter, candidate, rule(other))
        }
        (Verdict::Refuse(other), _) => say::vote_refused_by_rule(voter, candidate, rule(other)),
    })
}

pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    match *event {
        Event::VoteDecided { candidate, verdict, .. } if verdict.is_allowed() => {
            Some(say::why_votes(node, candidate))
        }
        Event::VoteDecided { candidate, .. } => Some(say::why_does_not_vote(node, candidate)),
        _ => None,
    }
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::VoteDecided { term, verdict, voted_for, candidate, candidate_last, own_last } => {
            let reason = why_voted(verdict, term, voted_for, of);
            if verdict == Verdict::Refuse(Rule::CurrentTerm) {
                return Some(reason.with_terms(term, of.state.term));
            }
            let is_free = voted_for.is_none_or(|voted| voted == candidate);
            let needed = say::need_none_or(candidate);
            reason
                .with(say::compare_vote_in_term(), node_or_none(voted_for), needed, is_free)
                .with_logs(candidate_last, own_last)
        }
        Event::PreVoteDecided { term, verdict, candidate_last, own_last, .. } => {
            let reason = match verdict {
                Verdict::Allow => Reason::new(say::why_would_vote(), "§5.4.1, diss. §9.6"),
                Verdict::Waive(_) => {
                    Reason::new(say::why_would_vote_despite(), "diss. §9.6").decided_by(verdict)
                }
                Verdict::Refuse(rule) => refused(rule, term, say::why_would_not_vote(), of),
            };
            if verdict == Verdict::Refuse(Rule::CurrentTerm) {
                reason.with_terms(term, of.state.term)
            } else {
                reason.with_logs(candidate_last, own_last)
            }
        }
        Event::VoteCounted { votes, needed, .. } => why_counted(votes, needed, of),
        _ => return None,
    })
}

fn why_voted(verdict: Verdict, term: Term, voted_for: Option<NodeId>, of: &NodeEvent) -> Reason {
    let &NodeEvent { node: voter, record, past, state, .. } = of;
    match (verdict, voted_for) {
        (Verdict::Allow, _) => {
            let forgets = query::votes_may_be_forgotten(past.simulation, record.at)
                || of.rules_off().contains(Rule::OneVotePerTerm);
            let sentence = if forgets {
                say::why_vote_granted_as_remembered()
            } else {
                say::why_vote_granted()
            };
            Reason::new(sentence, "§5.2, §5.4.1")
        }
        (Verdict::Waive(_), _) => {
            Reason::new(say::why_vote_granted_despite(), "§5.2").decided_by(verdict)
        }
        // With a rule off, it answers a request of an older term by its vote of the present one.
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            Reason::new(say::why_vote_refused_voted_itself(state.term), "§5.2")
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            Reason::new(say::why_vote_refused_voted_other(other, state.term), "§5.2")
        }
        (Verdict::Refuse(rule), _) => refused(rule, term, say::why_vote_refused_by_rule(), of),
    }
}

/// Why a rule forbids a vote.
fn refused(rule: Rule, term: Term, otherwise: Sentence, of: &NodeEvent) -> Reason {
    let heard = || of.past.heard_leader(of.node, of.record.seq);
    let sentence = match rule {
        Rule::UpToDateLog => say::why_vote_refused_log(),
        Rule::CurrentTerm => say::why_vote_refused_old_term(term),
        Rule::LeaderAlive if of.state.role == RoleName::Leader => say::why_vote_refused_leads(),
        Rule::LeaderAlive if heard() == Some(HeardLeader::Message) => {
            say::why_vote_refused_leader_alive()
        }
        Rule::LeaderAlive if heard() == Some(HeardLeader::JustStarted) => {
            say::why_vote_refused_just_started()
        }
        // Without this rule, a node does what the rule forbids: it refuses.
        _ if of.rules_off().contains(rule) => {
            return Reason::new(otherwise, rule.section()).without(rule);
        }
        _ => return Reason::new(otherwise, rule.section()).decided_by(Verdict::Refuse(rule)),
    };
    Reason::new(sentence, rule.section())
}

/// Why a candidate goes on counting.
fn why_counted(votes: usize, needed: usize, of: &NodeEvent) -> Reason {
    let half_is_enough = of.simulation().run().scenario.injected_bugs.half_is_enough;
    if of.state.membership.is_joint() {
        let sentence = if half_is_enough {
            say::why_vote_counted_joint_by_half()
        } else {
            say::why_vote_counted_joint()
        };
        return Reason::new(sentence, "§6");
    }
    let is_pre_vote = match of.past.delivered(of.record) {
        Some((_, body)) => matches!(body, Body::PreVoteReply { .. }),
        None => of.state.role == RoleName::PreCandidate,
    };
    let what = if is_pre_vote { say::compare_votes_promised() } else { say::compare_votes() };
    let reason = if of.rules_off().contains(Rule::CountOnlyVoters) {
        Reason::new(say::why_vote_counted_all(needed), "§6").without(Rule::CountOnlyVoters)
    } else {
        Reason::new(say::why_vote_counted(needed), "§5.2")
    };
    reason.with(what, votes, needed, votes >= needed)
}

pub(super) fn line(of: &NodeEvent) -> Option<Sentence> {
    Some(match *of.event {
        Event::VoteDecided { candidate, term, verdict, .. } => {
            vote_line(candidate, term, verdict, of.state)
        }
        Event::PreVoteDecided { candidate, verdict, .. } => pre_vote_line(candidate, verdict),
        Event::VoteCounted { voter, granted, votes, needed } => {
            match (of.joint_quorum(), granted) {
                (None, true) => say::log_counts_vote(voter, votes, needed),
                (None, false) => say::log_counts_refusal(voter, votes, needed),
                (Some(both), true) => say::log_counts_vote_joint(voter, votes, both),
                (Some(both), false) => say::log_counts_refusal_joint(voter, votes, both),
            }
        }
        _ => return None,
    })
}

fn vote_line(candidate: NodeId, term: Term, verdict: Verdict, state: &NodeState) -> Sentence {
    let has_vote = state.term == term && state.voted_for == Some(candidate);
    match verdict {
        Verdict::Allow => say::log_votes(candidate, term),
        // If messages of older terms count, the vote may be one of the node's own term.
        Verdict::Refuse(Rule::OneVotePerTerm) if state.term == term => {
            say::log_refuses_vote_voted(candidate, term)
        }
        Verdict::Refuse(Rule::CurrentTerm) => say::log_refuses_vote_old_term(candidate, term),
        // It was asked a second time, and its log has grown since it voted.
        Verdict::Refuse(Rule::UpToDateLog) if has_vote => {
            say::log_refuses_vote_again(candidate, term)
        }
        Verdict::Refuse(Rule::UpToDateLog) => say::log_refuses_vote_log(candidate, term),
        Verdict::Refuse(Rule::LeaderAlive) => say::log_refuses_vote_leader(candidate, term),
        // Without this rule, a node does what the rule forbids: it refuses.
        Verdict::Refuse(off @ Rule::AnyMemberVotes) => {
            say::log_refuses_vote_without_rule(candidate, term, RuleSet::EMPTY.with(off))
        }
        Verdict::Refuse(rule) => {
            say::log_refuses_vote_by_rule(candidate, term, rule, section(rule))
        }
        Verdict::Waive(rules) => say::log_votes_without_rule(candidate, term, rules),
    }
}

fn pre_vote_line(candidate: NodeId, verdict: Verdict) -> Sentence {
    match verdict {
        Verdict::Allow => say::log_would_vote(candidate),
        Verdict::Refuse(Rule::CurrentTerm) => say::log_would_not_vote_old_term(candidate),
        Verdict::Refuse(Rule::UpToDateLog) => say::log_would_not_vote_log(candidate),
        Verdict::Refuse(Rule::LeaderAlive) => say::log_would_not_vote_leader(candidate),
        Verdict::Refuse(off @ Rule::AnyMemberVotes) => {
            say::log_would_not_vote_without_rule(candidate, RuleSet::EMPTY.with(off))
        }
        Verdict::Refuse(rule) => say::log_would_not_vote_by_rule(candidate, rule, section(rule)),
        Verdict::Waive(rules) => say::log_would_vote_without_rule(candidate, rules),
    }
}
