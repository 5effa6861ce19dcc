//! Why a node decided as it did.

use raft_sim::raft_core::{Event, MalformedReason, NodeId, Verdict};
use raft_sim::{AdminRequest, Command, RecordKind};

use super::decision::Decision;
use super::{Reason, columns, elections, replication, votes};
use crate::phrases::vocabulary::position;
use crate::query;
use crate::text::say;

/// Why what an event tells has happened, with the values that were compared.
pub(super) fn explain(decision: &Decision) -> Option<Reason> {
    elections::explain(decision)
        .or_else(|| votes::explain(decision))
        .or_else(|| replication::explain(decision))
        .or_else(|| members_and_reads(decision))
        .or_else(|| messages(decision.event, decision.node))
}

fn messages(event: &Event, node: NodeId) -> Option<Reason> {
    Some(match *event {
        Event::Booted { term, voted_for, last } => {
            let on_disk = say::need_on_disk;
            Reason::new(say::why_boot(), "§5.2")
                .with(say::compare_term(), term, on_disk(), true)
                .with(say::compare_vote(), columns::node(voted_for), on_disk(), true)
                .with(say::compare_last_entry(), position(last), on_disk(), true)
        }
        Event::Malformed { reason, .. } => Reason::new(
            match reason {
                MalformedReason::UnknownSender => say::why_unknown_sender(node),
                _ => say::why_malformed(),
            },
            "§5",
        ),
        Event::Ignored { term, own_term, verdict, .. } => {
            let accepted = verdict.is_allowed();
            let sentence =
                if accepted { say::why_message_accepted() } else { say::why_message_ignored() };
            Reason::new(sentence, "§5.1").with_terms(term, own_term).judged(verdict)
        }
        Event::TermAdopted { from_term, to_term, told_by } => {
            let needed = say::need_at_least(to_term.0);
            Reason::new(say::why_term_adopted(told_by), "§5.1").with(
                say::compare_own_term(),
                from_term,
                needed,
                false,
            )
        }
        Event::Redirected { hint } => Reason::new(say::why_redirects(), "§8").with(
            say::compare_known_leader(),
            columns::node(hint),
            say::need_itself(),
            false,
        ),
        _ => return None,
    })
}

fn members_and_reads(decision: &Decision) -> Option<Reason> {
    let &Decision { event, record, past, .. } = decision;
    Some(match *event {
        Event::ReadDecided { verdict, .. } => {
            let is_safe = query::reads_are_safe(past.simulation, record.at);
            let sentence = match verdict {
                Verdict::Refuse(_) => say::why_read_waits(),
                Verdict::Allow if is_safe => say::why_read_answered(),
                _ => say::why_read_answered_despite(),
            };
            Reason::new(sentence, "diss. §6.4").judged(verdict)
        }
        Event::ChangeDecided { verdict } => {
            let begins = verdict.is_allowed();
            let sentence =
                if begins { say::why_change_begins() } else { say::why_change_refused() };
            Reason::new(sentence, "§6").judged(verdict)
        }
        Event::MembershipCreated { ref membership } => {
            let is_joint = membership.is_joint();
            let sentence = if is_joint { say::why_members_joint() } else { say::why_members_new() };
            Reason::new(sentence, "§6")
        }
        Event::TransferStarted { .. } => Reason::new(say::why_transfer_starts(), "diss. §3.10"),
        Event::TransferEnded { successor } => {
            let sentence = match past.cause(record) {
                Some(RecordKind::TimerFired(_)) => say::why_transfer_ends(),
                Some(RecordKind::Commanded(command)) if asks_for_another(command, successor) => {
                    say::why_transfer_withdrawn()
                }
                _ => say::why_transfer_impossible(successor),
            };
            Reason::new(sentence, "diss. §3.10")
        }
        Event::QuorumLost { active } => {
            elections::quorum_lost(say::why_quorum_lost(), active, &decision.quorum())
        }
        _ => return None,
    })
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
