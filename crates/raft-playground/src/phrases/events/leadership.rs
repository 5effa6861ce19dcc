//! How leaders and candidates step down, and how a leader hands over.

use raft_sim::raft_core::{Body, Event, NodeId, Rule, Term};
use raft_sim::{Address, AdminRequest, Command, RecordKind};

use super::node_event::NodeEvent;
use crate::phrases::reason::Reason;
use crate::phrases::vocabulary;
use crate::query::{self, Trust};
use crate::text::{Sentence, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    let &NodeEvent { node, state, .. } = of;
    Some(match *of.event {
        Event::SteppedDown { was_leader: true, term } => leader_stepped_down(term, of)?,
        Event::SteppedDown { term, .. } if state.term > term => {
            say::candidate_outdated(node, state.term)
        }
        Event::SteppedDown { term, .. } => say::candidate_beaten(leader_of(term, of)?, term, node),
        Event::TransferStarted { successor } => say::transfer_started(node, successor),
        Event::TransferEnded { successor } => match transfer_end(successor, of) {
            TransferEnd::Late => say::transfer_ended(successor, node),
            TransferEnd::Withdrawn => say::transfer_withdrawn(node, successor),
            TransferEnd::Impossible => say::transfer_impossible(successor, node),
        },
        _ => return None,
    })
}

fn leader_stepped_down(term: Term, of: &NodeEvent) -> Option<Sentence> {
    let &NodeEvent { node, state, .. } = of;
    if let Some(active) = voters_heard(of) {
        let all = state.membership.count(|_| true);
        let is_sure = query::trust_in_elections(of.simulation(), of.record.at) == Trust::Safe;
        return Some(match active {
            _ if !is_sure => say::stepped_down_own_count(node),
            1 => say::stepped_down_lost_everyone(node),
            _ => say::stepped_down_lost_quorum(node, active, all),
        });
    }
    if state.term > term {
        return Some(match successor(term, of) {
            Some(successor) => say::stepped_down_handed_over(successor, state.term, node),
            None => say::stepped_down_newer_term(node, state.term),
        });
    }
    if !state.membership.is_voter(node) {
        return Some(say::stepped_down_removed(node));
    }
    Some(say::stepped_down_for_other(leader_of(term, of)?, term, node))
}

/// The leader of a term whose message caused the event.
fn leader_of(term: Term, of: &NodeEvent) -> Option<Address> {
    let (from, message) = of.past.message(of.record)?;
    let is_leaders = matches!(message.body, Body::AppendEntries { .. } | Body::InstallSnapshot(_));
    (is_leaders && message.term == term).then_some(from)
}

/// Why a leader no longer hands over.
enum TransferEnd {
    /// The successor did not take over within an election timeout.
    Late,
    /// The leader was asked for something else.
    Withdrawn,
    /// The successor is not a voter other than the leader.
    Impossible,
}

fn transfer_end(successor: NodeId, of: &NodeEvent) -> TransferEnd {
    let can_lead = successor != of.node && of.state.membership.voters.contains(&successor);
    match of.past.cause(of.record) {
        Some(RecordKind::TimerFired(_)) => TransferEnd::Late,
        Some(RecordKind::Commanded(command)) if asks_for_another(command, successor) => {
            TransferEnd::Withdrawn
        }
        // A frozen node handles its timer when it resumes.
        _ if can_lead => TransferEnd::Late,
        _ => TransferEnd::Impossible,
    }
}

/// How many voters a leader heard from that lost its quorum, itself among them.
fn voters_heard(of: &NodeEvent) -> Option<usize> {
    of.decided_with(|event| match event {
        Event::QuorumLost { active } => Some(*active),
        _ => None,
    })
}

/// The candidate to which the leader of a term handed over: its request for votes says that its
/// own leader told it to start an election (diss. §3.10).
fn successor(term: Term, of: &NodeEvent) -> Option<Address> {
    match of.past.delivered(of.record) {
        Some((successor, Body::RequestVote { handover: true, .. }))
            if of.state.term == term.next() =>
        {
            Some(successor)
        }
        _ => None,
    }
}

pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    match event {
        Event::SteppedDown { was_leader: true, .. } => Some(say::why_steps_down(node)),
        Event::SteppedDown { .. } => Some(say::why_candidate_ends(node)),
        _ => None,
    }
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::SteppedDown { was_leader: true, term } => why_leader_stepped_down(term, of),
        Event::SteppedDown { term, .. } if of.state.term > term => {
            Reason::new(say::why_candidate_outdated(), "§5.1")
        }
        Event::SteppedDown { term, .. } => match (leader_of(term, of), of.sender()) {
            (Some(leader), _) => Reason::new(say::why_candidate_beaten(leader), "§5.2"),
            (None, Some(leader)) => Reason::new(say::why_candidate_follows_old(leader), "§5.1"),
            (None, None) if is_by_timer(of) => Reason::new(say::why_candidate_ended(), "§6"),
            (None, None) => Reason::new(say::why_candidate_follows(), "§5.2"),
        },
        Event::QuorumLost { active } => quorum_lost(say::why_quorum_lost(), active, of),
        Event::TransferStarted { .. } => Reason::new(say::why_transfer_starts(), "diss. §3.10"),
        Event::TransferEnded { successor } => {
            let sentence = match transfer_end(successor, of) {
                TransferEnd::Late => say::why_transfer_ends(),
                TransferEnd::Withdrawn => say::why_transfer_withdrawn(),
                TransferEnd::Impossible => say::why_transfer_impossible(successor),
            };
            Reason::new(sentence, "diss. §3.10")
        }
        _ => return None,
    })
}

fn is_by_timer(of: &NodeEvent) -> bool {
    matches!(of.past.cause(of.record), Some(RecordKind::TimerFired(_)))
}

fn why_leader_stepped_down(term: Term, of: &NodeEvent) -> Reason {
    if let Some(active) = voters_heard(of) {
        return quorum_lost(say::why_stepped_down_lost_quorum(), active, of);
    }
    if of.state.term > term {
        // Without some rules, another leader may have told the successor to take over.
        let is_sure = !of.rules_off().contains(Rule::CurrentTerm)
            && query::trust_in_elections(of.simulation(), of.record.at) == Trust::Safe;
        return match successor(term, of).filter(|_| is_sure) {
            Some(successor) => {
                Reason::new(say::why_stepped_down_handed_over(successor), "diss. §3.10")
            }
            None => Reason::new(say::why_stepped_down_newer_term(), "§5.1"),
        };
    }
    if !of.state.membership.is_voter(of.node) {
        return Reason::new(say::why_stepped_down_removed(), "§6");
    }
    if of.rules_off().contains(Rule::OneLeaderPerTerm) {
        return Reason::new(say::why_stepped_down_for_another(), "§5.2")
            .without(Rule::OneLeaderPerTerm);
    }
    Reason::new(say::why_stepped_down_lost_quorum(), "diss. §6.2")
}

fn quorum_lost(sentence: Sentence, active: usize, of: &NodeEvent) -> Reason {
    let is_sure = query::trust_in_elections(of.simulation(), of.record.at) == Trust::Safe;
    let sentence = if is_sure { sentence } else { say::why_quorum_lost_own_count() };
    let (reason, quorum) = (Reason::new(sentence, "diss. §6.2"), of.quorum());
    // The leader counts everyone to which it sends, so learners can make it more than the voters.
    let is_count = !quorum.is_joint() && !quorum.is_met_by(active);
    if !is_count {
        return reason;
    }
    reason.with(say::compare_heard_from(), active, vocabulary::needed(&quorum), false)
}

/// Whether a command asks for a transfer to another node: the leader itself, which then stays.
fn asks_for_another(command: &Command, successor: NodeId) -> bool {
    match command {
        Command::Transfer(to) | Command::Administer { request: AdminRequest::Transfer(to), .. } => {
            *to != successor.into()
        }
        _ => false,
    }
}

pub(super) fn line(event: &Event) -> Option<Sentence> {
    Some(match *event {
        Event::SteppedDown { was_leader: true, term } => say::log_steps_down_leader(term),
        Event::SteppedDown { term, .. } => say::log_steps_down_candidate(term),
        Event::QuorumLost { .. } => say::log_hears_too_few(),
        Event::TransferStarted { successor } => say::log_hands_over(successor),
        Event::TransferEnded { successor } => say::log_gives_up_hand_over(successor),
        _ => return None,
    })
}
