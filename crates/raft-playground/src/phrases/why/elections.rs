//! Why elections begin and end, and why roles end.

use raft_sim::raft_core::{Body, Event, Micros, Rule, Term};

use super::decision::Decision;
use super::{Reason, columns};
use crate::phrases::past::Author;
use crate::query::{self, Quorum, Trust};
use crate::text::{Sentence, say};

/// Why what an event of an election tells has happened; none for another event.
pub(super) fn explain(decision: &Decision) -> Option<Reason> {
    Some(match *decision.event {
        Event::SteppedDown { was_leader: true, term } => leader_ended(term, decision),
        Event::SteppedDown { term, .. } => candidate_ended(term, decision),
        Event::LeaderElected { votes, needed, .. } => elected(votes, needed, decision),
        Event::LeaderRecognised { .. } => {
            let sentence = match trust(decision) {
                Trust::RuleOff => say::why_leader_recognised_without_rule(decision.node),
                _ => say::why_leader_recognised(),
            };
            Reason::new(sentence, "§5.2")
        }
        Event::ElectionStarted { handover: true, .. } => {
            Reason::new(say::why_election_handed_over(), "diss. §3.10")
        }
        Event::ElectionStarted { waited, again, .. } => election_started(waited, again, decision),
        Event::PreVoteStarted { waited, .. } => {
            let sentence = match decision.past.forced(decision.record) {
                Some(Author::User) => say::why_pre_vote_forced(),
                Some(Author::Script) => say::why_pre_vote_forced_by_script(),
                None => say::why_pre_vote_after_silence(),
            };
            silence(Reason::new(sentence, "diss. §9.6"), waited, decision)
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
        _ => return None,
    })
}

fn trust(decision: &Decision) -> Trust {
    query::trust_in_elections(decision.past.simulation, decision.record.at)
}

fn leader_ended(term: Term, decision: &Decision) -> Reason {
    let &Decision { node, state, record, past, .. } = decision;
    let active = past.decided_with(record).find_map(|event| match event {
        Event::QuorumLost { active } => Some(*active),
        _ => None,
    });
    if let Some(active) = active {
        return quorum_lost(say::why_stepped_down_lost_quorum(), active, &decision.quorum());
    }
    if state.term > term {
        // A request for votes says whether the candidate's own leader told it to stand.
        return match past.delivered(record) {
            Some((successor, Body::RequestVote { handover: true, .. }))
                if state.term == term.next() =>
            {
                Reason::new(say::why_stepped_down_handed_over(successor), "diss. §3.10")
            }
            _ => Reason::new(say::why_stepped_down_newer_term(), "§5.1"),
        };
    }
    if !state.membership.is_voter(node) {
        return Reason::new(say::why_stepped_down_removed(), "§6");
    }
    if decision.rules_off().contains(Rule::OneLeaderPerTerm) {
        return Reason::new(say::why_stepped_down_for_another(), "§5.2")
            .without(Rule::OneLeaderPerTerm);
    }
    Reason::new(say::why_stepped_down_lost_quorum(), "diss. §6.2")
}

fn candidate_ended(term: Term, &Decision { state, record, past, .. }: &Decision) -> Reason {
    if state.term > term {
        return Reason::new(say::why_candidate_outdated(), "§5.1");
    }
    match past.delivered(record) {
        Some((leader, _)) => Reason::new(say::why_candidate_beaten(leader), "§5.2"),
        None => Reason::new(say::why_candidate_ended(), "§5.2"),
    }
}

/// A leader has heard from so many, itself among them.
pub(super) fn quorum_lost(sentence: Sentence, active: usize, quorum: &Quorum) -> Reason {
    Reason::new(sentence, "diss. §6.2").with(
        say::compare_heard_from(),
        columns::number(active),
        columns::needed(quorum),
        false,
    )
}

fn elected(votes: usize, needed: usize, decision: &Decision) -> Reason {
    let quorum = decision.quorum();
    let all = quorum.voters();
    let mistakes = decision.past.simulation.run().scenario.injected_bugs;
    let sentence = match trust(decision) {
        Trust::RuleOff => say::why_leader_elected_without_rule(),
        _ if mistakes.half_is_enough && votes * 2 <= all => {
            say::why_leader_elected_by_half(votes, all)
        }
        Trust::Unsure => say::why_leader_won_plain(decision.node, decision.state.term),
        Trust::Safe if quorum.is_joint() => say::why_leader_elected_joint(),
        Trust::Safe => say::why_leader_elected(votes, all),
    };
    let reason = Reason::new(sentence, "§5.2");
    if quorum.is_joint() {
        return reason;
    }
    let (here, all) = (columns::number(votes), columns::number(needed));
    reason.with(say::compare_votes(), here, all, votes >= needed)
}

fn election_started(waited: Micros, again: bool, decision: &Decision) -> Reason {
    let asked_first = decision
        .past
        .decided_with(decision.record)
        .any(|event| matches!(event, Event::VoteCounted { .. } | Event::PreVoteStarted { .. }));
    let sentence = match decision.past.forced(decision.record) {
        _ if asked_first => return Reason::new(say::why_election_after_pre_vote(), "diss. §9.6"),
        Some(Author::User) => say::why_election_forced(),
        Some(Author::Script) => say::why_election_forced_by_script(),
        None if again => {
            let (here, needed) = (say::here_span(waited), say::need_votes());
            return Reason::new(say::why_election_again(), "§5.2").with(
                say::compare_waited(),
                here,
                needed,
                false,
            );
        }
        None => say::why_election_after_silence(),
    };
    silence(Reason::new(sentence, "§5.2"), waited, decision)
}

/// For how long no leader was heard, unless the timer was made to run out.
fn silence(reason: Reason, waited: Micros, decision: &Decision) -> Reason {
    if decision.past.forced(decision.record).is_some() {
        return reason;
    }
    let needed = say::need_timer(waited);
    reason.with(say::compare_silence(), say::here_span(waited), needed, true)
}
