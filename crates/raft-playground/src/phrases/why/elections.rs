//! Why elections begin, how votes are decided, and why roles end.

use raft_sim::raft_core::{
    Body, Event, LogIndex, LogPosition, Micros, NodeId, Rule, Term, Verdict,
};
use raft_sim::{Command, NodeState, Packet, Record, RecordKind, RoleName};

use super::past::Author;
use super::{Past, Reason, columns};
use crate::phrases::vocabulary::position;
use crate::query::{self, Trust};
use crate::text::{Sentence, say};

/// Why what an event of an election tells has happened.
pub(super) fn explain(
    event: &Event,
    node: NodeId,
    state: &NodeState,
    record: &Record,
    past: &Past,
) -> Option<Reason> {
    Some(match *event {
        Event::SteppedDown { was_leader: true, term } => {
            leader_ended(term, node, state, record, past)
        }
        Event::SteppedDown { term, .. } => candidate_ended(term, state, record, past),
        Event::LeaderElected { votes, needed, .. } => elected(votes, needed, state, record, past),
        Event::LeaderRecognised { .. } => {
            let sentence = match query::trust_in_elections(past.simulation, record.at) {
                Trust::RuleOff => say::why_leader_recognised_without_rule(node),
                _ => say::why_leader_recognised(),
            };
            Reason::new(sentence, "§5.2")
        }
        Event::ElectionStarted { waited, again, handover, .. } => {
            election_started(waited, again, handover, record, past)
        }
        Event::PreVoteStarted { waited, .. } => {
            let sentence = match forced(record, past) {
                Some(Author::User) => say::why_pre_vote_forced(),
                Some(Author::Script) => say::why_pre_vote_forced_by_script(),
                None => say::why_pre_vote_after_silence(),
            };
            silence(Reason::new(sentence, "diss. §9.6"), waited, record, past)
        }
        Event::TermsUsedUp { term } => Reason::new(say::why_terms_used_up(), "§5.1").with(
            say::compare_term(),
            term,
            say::need_below_last(),
            false,
        ),
        Event::StandDecided { verdict } => {
            let stands = verdict.is_allowed();
            Reason::new(if stands { say::why_stands() } else { say::why_does_not_stand() }, "§6")
                .judged(verdict)
        }
        Event::VoteDecided { .. } => vote(event, node, state.term)?,
        Event::PreVoteDecided { .. } => pre_vote(event, state.term)?,
        Event::VoteCounted { votes, needed, .. } => counted(votes, needed, state, record, past),
        _ => return None,
    })
}

fn leader_ended(
    term: Term,
    node: NodeId,
    state: &NodeState,
    record: &Record,
    past: &Past,
) -> Reason {
    let mut decided = past.decided_with(record);
    if let Some((active, quorum)) = decided.find_map(|event| match event {
        Event::QuorumLost { active } => {
            Some((*active, query::quorum_of(&state.membership, past.simulation)))
        }
        _ => None,
    }) {
        return quorum_lost(say::why_stepped_down_lost_quorum(), active, &quorum);
    }
    if state.term > term {
        // A request for votes says whether the candidate's own leader told it to stand.
        let successor = match past.cause(record) {
            Some(RecordKind::Delivered(envelope)) if state.term == term.next() => {
                match &envelope.packet {
                    Packet::Raft(message) => match message.body {
                        Body::RequestVote { handover: true, .. } => Some(envelope.from),
                        _ => None,
                    },
                    _ => None,
                }
            }
            _ => None,
        };
        return match successor {
            Some(successor) => {
                Reason::new(say::why_stepped_down_handed_over(successor), "diss. §3.10")
            }
            None => Reason::new(say::why_stepped_down_newer_term(), "§5.1"),
        };
    }
    if !state.membership.is_voter(node) {
        return Reason::new(say::why_stepped_down_removed(), "§6");
    }
    if query::rules_off(past.simulation, record.at).contains(Rule::OneLeaderPerTerm) {
        return Reason::new(say::why_stepped_down_for_another(), "§5.2")
            .without(Rule::OneLeaderPerTerm);
    }
    Reason::new(say::why_stepped_down_lost_quorum(), "diss. §6.2")
}

fn candidate_ended(term: Term, state: &NodeState, record: &Record, past: &Past) -> Reason {
    if state.term > term {
        return Reason::new(say::why_candidate_outdated(), "§5.1");
    }
    match past.cause(record) {
        Some(RecordKind::Delivered(envelope)) => {
            Reason::new(say::why_candidate_beaten(envelope.from), "§5.2")
        }
        _ => Reason::new(say::why_candidate_ended(), "§5.2"),
    }
}

/// A leader has heard from so many, itself among them.
pub(super) fn quorum_lost(sentence: Sentence, active: usize, quorum: &query::Quorum) -> Reason {
    Reason::new(sentence, "diss. §6.2").with(
        say::compare_heard_from(),
        columns::number(active),
        columns::needed(quorum),
        false,
    )
}

fn elected(votes: usize, needed: usize, state: &NodeState, record: &Record, past: &Past) -> Reason {
    let simulation = past.simulation;
    let quorum = query::quorum_of(&state.membership, simulation);
    let all = quorum.voters();
    let is_by_half = simulation.run().scenario.mistakes.half_is_enough && votes * 2 <= all;
    let sentence = match query::trust_in_elections(simulation, record.at) {
        Trust::RuleOff => say::why_leader_elected_without_rule(),
        _ if is_by_half => say::why_leader_elected_by_half(votes, all),
        Trust::Unsure => match record.subject {
            Some(leader) => say::why_leader_won_plain(leader, state.term),
            None => say::why_vote_counted(needed),
        },
        Trust::Safe if quorum.is_joint() => say::why_leader_elected_joint(),
        Trust::Safe => say::why_leader_elected(votes, all),
    };
    let reason = Reason::new(sentence, "§5.2");
    if quorum.is_joint() {
        return reason;
    }
    reason.with(
        say::compare_votes(),
        columns::number(votes),
        columns::number(needed),
        votes >= needed,
    )
}

fn election_started(
    waited: Micros,
    again: bool,
    handover: bool,
    record: &Record,
    past: &Past,
) -> Reason {
    if handover {
        return Reason::new(say::why_election_handed_over(), "diss. §3.10");
    }
    let asked_first = past
        .decided_with(record)
        .any(|event| matches!(event, Event::VoteCounted { .. } | Event::PreVoteStarted { .. }));
    let sentence = match forced(record, past) {
        _ if asked_first => return Reason::new(say::why_election_after_pre_vote(), "diss. §9.6"),
        Some(Author::User) => say::why_election_forced(),
        Some(Author::Script) => say::why_election_forced_by_script(),
        None if again => {
            return Reason::new(say::why_election_again(), "§5.2").with(
                say::compare_waited(),
                say::here_span(waited),
                say::need_votes(),
                false,
            );
        }
        None => say::why_election_after_silence(),
    };
    silence(Reason::new(sentence, "§5.2"), waited, record, past)
}

/// Who made the timer run out that a record follows from, if anyone did.
fn forced(record: &Record, past: &Past) -> Option<Author> {
    let node = record.subject?;
    past.author(record.at, |command| *command == Command::TimeOut(node))
        .filter(|_| !matches!(past.cause(record), Some(RecordKind::TimerFired(_))))
}

/// For how long no leader was heard, unless the timer was made to run out.
fn silence(reason: Reason, waited: Micros, record: &Record, past: &Past) -> Reason {
    if forced(record, past).is_some() {
        return reason;
    }
    let needed = say::need_timer(waited);
    reason.with(say::compare_silence(), say::here_span(waited), needed, true)
}

/// Why a vote is given or refused; none for another event.
pub(super) fn vote(event: &Event, voter: NodeId, own_term: Term) -> Option<Reason> {
    let Event::VoteDecided { candidate, term, voted_for, candidate_last, own_last, verdict } =
        *event
    else {
        return None;
    };
    let reason = match (verdict, voted_for) {
        (Verdict::Allow, _) => Reason::new(say::why_vote_granted(), "§5.2, §5.4.1"),
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
        return Some(reason.with_terms(term, own_term));
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
fn pre_vote(event: &Event, own_term: Term) -> Option<Reason> {
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
        reason.with_terms(term, own_term)
    } else {
        reason.with_logs(candidate_last, own_last)
    })
}

/// Why a rule forbids a vote.
pub(super) fn refused(rule: Rule, term: Term, otherwise: Sentence) -> Reason {
    let sentence = match rule {
        Rule::UpToDateLog => say::why_vote_refused_log(),
        Rule::CurrentTerm => say::why_vote_refused_old_term(term),
        Rule::LeaderAlive => say::why_vote_refused_leader_alive(),
        _ => return Reason::new(otherwise, rule.section()).judged(Verdict::Refuse(rule)),
    };
    Reason::new(sentence, rule.section())
}

fn counted(votes: usize, needed: usize, state: &NodeState, record: &Record, past: &Past) -> Reason {
    if state.membership.is_joint() {
        return Reason::new(say::why_vote_counted_joint(), "§6");
    }
    let is_pre_vote = match past.cause(record) {
        Some(RecordKind::Delivered(envelope)) => match &envelope.packet {
            Packet::Raft(message) => matches!(message.body, Body::PreVoteReply { .. }),
            _ => false,
        },
        _ => state.role == RoleName::PreCandidate,
    };
    let what = if is_pre_vote { say::compare_votes_promised() } else { say::compare_votes() };
    let (here, all) = (columns::number(votes), columns::number(needed));
    Reason::new(say::why_vote_counted(needed), "§5.2").with(what, here, all, votes >= needed)
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
