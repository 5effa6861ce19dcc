//! Why a node supports a candidate, or does not.

use raft_sim::raft_core::{Body, Event, Node, NodeId, Role, Rule, Verdict, Votes};
use raft_sim::{Address, Packet, Process, RecordKind, Simulation};

use crate::phrases::Past;
use crate::phrases::past::{HeardLeader, event_of};
use crate::phrases::reason::{Explanation, Reason};
use crate::query::{self, passes, running, running_node};
use crate::text::{Sentence, say};

/// Why one node votes for another in its present term, or does not; none if either is no node.
pub(super) fn explain(past: &Past, voter: Address, candidate: Address) -> Option<Explanation> {
    let simulation = past.simulation;
    let known =
        |address: Address| address.node().filter(|node| simulation.hosts().len() > node.0 as usize);
    let (voter, candidate) = (known(voter)?, known(candidate)?);
    let against = say::why_does_not_vote(voter, candidate);
    let Some(stands) = running_node(simulation, candidate) else {
        return Some(Reason::new(say::why_candidate_stopped(candidate), "§5.2").titled(against));
    };
    let Some(votes) = running_node(simulation, voter) else {
        return Some(Reason::new(say::why_voter_stopped(voter), "§5.2").titled(against));
    };
    if has_voted_for(votes, stands) {
        let sentence = say::why_gave_vote(voter, candidate, votes.term());
        let reason = compare(Reason::new(sentence, "§5.2"), votes, stands);
        return Some(reason.titled(say::why_votes(voter, candidate)));
    }
    let answers = asks(stands);
    if answers.is_some_and(|answers| voter != candidate && answers.get(voter) == Some(&true)) {
        let reason = Reason::new(say::why_promised(voter, candidate), "diss. §9.6");
        return Some(reason.titled(say::why_would_vote_for(voter, candidate)));
    }
    Some(compare(refusal(past, votes, stands), votes, stands).titled(against))
}

fn has_voted_for(voter: &Node, candidate: &Node) -> bool {
    voter.voted_for() == Some(candidate.id()) && voter.term() == candidate.term()
}

fn refusal(past: &Past, voter: &Node, candidate: &Node) -> Reason {
    let (votes, stands) = (voter.id(), candidate.id());
    let Some(answers) = asks(candidate) else {
        return Reason::new(say::why_not_a_candidate(stands), "§5.2");
    };
    if candidate.term() < voter.term() {
        return Reason::new(say::why_candidate_old_term(stands), "§5.1");
    }
    let is_real = matches!(candidate.role(), Role::Candidate { .. });
    if let (Some(other), true) = (voter.voted_for(), is_real && voter.term() == candidate.term()) {
        let sentence = if other == votes {
            say::why_voted_itself(votes)
        } else {
            say::why_voted_other(votes, other)
        };
        return Reason::new(sentence, "§5.2");
    }
    if answers.get(votes) == Some(&false) {
        return refused(past, voter, candidate, is_real);
    }
    if !candidate.membership().is_voter(votes) {
        return Reason::new(say::why_not_asked(stands, votes), "§6");
    }
    let checks_logs = !voter.config().waived.contains(Rule::UpToDateLog);
    if checks_logs && candidate.log().last() < voter.log().last() {
        return Reason::new(say::why_voter_log_newer(votes, stands), "§5.4.1");
    }
    Reason::new(unanswered(past, votes, candidate), "§5.2")
}

/// The voter has refused: what it decided then.
fn refused(past: &Past, voter: &Node, candidate: &Node, is_real: bool) -> Reason {
    let (votes, stands) = (voter.id(), candidate.id());
    let verdict = match past.vote((votes, u64::MAX), (stands, candidate.term()), !is_real) {
        Some((Event::VoteDecided { verdict, .. } | Event::PreVoteDecided { verdict, .. }, _)) => {
            *verdict
        }
        _ => Verdict::Allow,
    };
    let otherwise = if is_real {
        say::why_sends_vote_refused(votes, stands)
    } else {
        say::why_sends_pre_vote_refused(votes, stands)
    };
    match verdict {
        Verdict::Refuse(Rule::UpToDateLog) if candidate.log().last() < voter.log().last() => {
            Reason::new(say::why_voter_log_newer(votes, stands), "§5.4.1")
        }
        Verdict::Refuse(rule) if voter.config().waived.contains(rule) => {
            Reason::new(otherwise, rule.section()).without(rule)
        }
        Verdict::Refuse(rule) => Reason::new(otherwise, rule.section()).decided_by(verdict),
        _ => Reason::new(say::why_refused_earlier(votes, stands), "§5.2"),
    }
}

/// The candidate has no answer from the voter: where the request or the answer is.
fn unanswered(past: &Past, voter: NodeId, asking: &Node) -> Sentence {
    let (simulation, candidate) = (past.simulation, asking.id());
    if simulation.host(voter).process.as_ref().is_some_and(Process::is_frozen) {
        return say::why_voter_frozen(voter);
    }
    let is_in_transit = |from: NodeId, to: NodeId| {
        simulation.network().messages().any(|in_flight| {
            (in_flight.from, in_flight.to) == (from.into(), to.into())
                && is_of_election(&in_flight.packet, from == candidate, asking)
        })
    };
    if is_in_transit(candidate, voter) {
        return say::why_vote_request_in_transit(candidate, voter);
    }
    if is_in_transit(voter, candidate) {
        return say::why_vote_answer_in_transit(voter, candidate);
    }
    if !passes(simulation, candidate, voter) {
        return say::why_direction_cut(candidate, voter);
    }
    if !passes(simulation, voter, candidate) {
        return say::why_direction_cut(voter, candidate);
    }
    let is_writing = |node| simulation.host(node).disk.under_way().next().is_some();
    if let Some(node) = [candidate, voter].into_iter().find(|node| is_writing(*node)) {
        return say::why_vote_waits_for_disk(node);
    }
    lost(past, voter, asking).unwrap_or_else(|| say::why_no_answer_yet(voter, candidate))
}

/// Whether a packet is a candidate's present request for a vote or a promise, or the answer to such
/// a request.
fn is_of_election(packet: &Packet, is_request: bool, candidate: &Node) -> bool {
    let Packet::Raft(message) = packet else { return false };
    let is_real = matches!(candidate.role(), Role::Candidate { .. });
    match message.body {
        Body::PreVote { .. } => is_request && !is_real && message.term == candidate.term(),
        Body::RequestVote { .. } => is_request && is_real && message.term == candidate.term(),
        Body::PreVoteReply { .. } => !is_request && !is_real,
        Body::RequestVoteReply { election, .. } => {
            !is_request && is_real && election == candidate.term()
        }
        _ => false,
    }
}

/// What the records say became of the request or the answer, since the candidate began to ask.
fn lost(past: &Past, voter: NodeId, asking: &Node) -> Option<Sentence> {
    let candidate = asking.id();
    let began = past.before(candidate, u64::MAX).find(|record| {
        matches!(
            event_of(record),
            Some(Event::ElectionStarted { .. } | Event::PreVoteStarted { .. })
        )
    })?;
    let is_off = |rule| query::rules_off(past.simulation, past.simulation.now()).contains(rule);
    let since = past.backwards().take_while(|record| record.seq > began.seq);
    since.into_iter().find_map(|record| match &record.kind {
        RecordKind::Lost { envelope, .. } => {
            let ends = (envelope.from, envelope.to);
            if ends == (candidate.into(), voter.into())
                && is_of_election(&envelope.packet, true, asking)
            {
                Some(say::why_vote_request_lost(candidate, voter))
            } else if ends == (voter.into(), candidate.into())
                && is_of_election(&envelope.packet, false, asking)
            {
                Some(say::why_vote_answer_lost(voter, candidate))
            } else {
                None
            }
        }
        // Only requests for real votes are ignored. It may be one of an earlier election.
        RecordKind::Protocol(Event::Ignored {
            from,
            term,
            verdict: Verdict::Refuse(Rule::LeaderAlive),
            ..
        }) if record.subject == Some(voter.into())
            && (*from, *term) == (candidate, asking.term())
            && matches!(asking.role(), Role::Candidate { .. }) =>
        {
            match past.heard_leader(voter, record.seq) {
                // With this rule off, it may have been a leader of an older term.
                Some(HeardLeader::Message) if !is_off(Rule::CurrentTerm) => {
                    Some(say::why_voter_hears_leader(voter))
                }
                _ => Some(say::why_vote_request_ignored(voter)),
            }
        }
        _ => None,
    })
}

fn compare(reason: Reason, voter: &Node, candidate: &Node) -> Reason {
    let (own, theirs) = (voter.term(), candidate.term());
    let needed = say::need_at_least(own.0);
    reason
        .with(say::compare_candidate_term(), theirs, needed, theirs >= own)
        .with_logs(candidate.log().last(), voter.log().last())
}

/// A voter that has not given a candidate its vote, if there is one: one that refused first.
pub(super) fn unsupported(simulation: &Simulation) -> Option<(Address, Address)> {
    let candidate =
        running(simulation).filter(|node| asks(node).is_some()).max_by_key(|node| node.term())?;
    let votes = asks(candidate)?;
    let has_voted = |voter| {
        running_node(simulation, voter).is_some_and(|voter| has_voted_for(voter, candidate))
    };
    let mut voters =
        candidate.membership().voters.iter().copied().filter(|voter| !has_voted(*voter));
    let refused = voters.clone().find(|voter| votes.get(*voter) == Some(&false));
    let silent = || voters.find(|voter| votes.get(*voter).is_none());
    let voter = refused.or_else(silent)?;
    Some((voter.into(), candidate.id().into()))
}

/// The answers that a candidate has had; none if it is not one.
fn asks(node: &Node) -> Option<&Votes> {
    match node.role() {
        Role::Candidate { votes } | Role::PreCandidate { votes } => Some(votes),
        _ => None,
    }
}
