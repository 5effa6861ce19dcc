//! What a node makes of a request: of a client's command or read, or of a membership change.

use raft_sim::raft_core::{Event, Rule, Verdict};
use raft_sim::{Packet, RecordKind};

use super::node_event::NodeEvent;
use crate::phrases::reason::Reason;
use crate::phrases::rules::section;
use crate::phrases::vocabulary::node_or_none;
use crate::query::{self, ReadWeakness};
use crate::text::{Sentence, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    match *of.event {
        Event::Redirected { hint: Some(leader) } if is_asked_by_client(of) => {
            Some(say::redirected(of.node, leader))
        }
        Event::Redirected { hint: None } => Some(say::redirected_nowhere(of.node)),
        _ => None,
    }
}

/// Whether a client's request caused the event.
fn is_asked_by_client(of: &NodeEvent) -> bool {
    matches!(of.past.cause(of.record),
        Some(RecordKind::Delivered(envelope)) if matches!(envelope.packet, Packet::Request(_)))
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::Redirected { hint } => {
            let (leader, needed) = (node_or_none(hint), say::need_itself());
            let sentence = match hint {
                Some(_) => say::why_redirects(),
                None => say::why_redirects_nowhere(),
            };
            let reason = Reason::new(sentence, "§8");
            reason.with(say::compare_known_leader(), leader, needed, false)
        }
        Event::ReadDecided { verdict, .. } => {
            let sentence = match verdict {
                Verdict::Refuse(_) => say::why_read_waits(),
                Verdict::Waive(_) => say::why_read_answered_despite(),
                Verdict::Allow => match query::read_weakness(of.simulation(), of.record.at) {
                    None => say::why_read_answered(),
                    Some(ReadWeakness::Lease) => say::why_read_answered_by_lease(),
                    Some(_) => say::why_read_answered_despite(),
                },
            };
            Reason::new(sentence, "diss. §6.4").decided_by(verdict)
        }
        Event::ChangeDecided { verdict: Verdict::Refuse(Rule::JointConsensus) } => {
            Reason::new(say::why_change_refused(), "§6").and(say::why_change_leaves_no_voter())
        }
        Event::ChangeDecided { verdict } => {
            let begins = verdict.is_allowed();
            let sentence =
                if begins { say::why_change_begins() } else { say::why_change_refused() };
            Reason::new(sentence, "§6").decided_by(verdict)
        }
        Event::MembershipCreated { ref membership } => {
            let bugs = of.simulation().run().scenario.injected_bugs;
            let sentence = match membership.is_joint() {
                true if bugs.half_is_enough => say::why_members_joint_by_half(),
                true => say::why_members_joint(),
                false if of.rules_off().contains(Rule::MembershipOnAppend) => {
                    say::why_members_new_later()
                }
                false => say::why_members_new(),
            };
            Reason::new(sentence, "§6")
        }
        _ => return None,
    })
}

pub(super) fn line(of: &NodeEvent) -> Option<Sentence> {
    Some(match *of.event {
        Event::Redirected { hint: Some(leader) } => say::log_redirects(leader),
        Event::Redirected { hint: None } => say::log_redirects_nowhere(),
        Event::ReadDecided { index, verdict } => match verdict {
            Verdict::Allow => say::log_reads(index),
            Verdict::Refuse(rule) => say::log_read_waits(rule, section(rule)),
            Verdict::Waive(rules) => say::log_reads_without_rule(index, rules),
        },
        Event::ChangeDecided { verdict } => match verdict {
            Verdict::Allow => say::log_changes_members(),
            Verdict::Refuse(Rule::OneChangeAtATime) => say::log_refuses_change_another(),
            Verdict::Refuse(Rule::OwnTermBeforeChange) => say::log_refuses_change_own_term(),
            Verdict::Refuse(Rule::JointConsensus) => say::log_refuses_change_no_voter(),
            Verdict::Refuse(rule) => say::log_refuses_change_by_rule(rule, section(rule)),
            Verdict::Waive(rules) => say::log_changes_members_without_rule(rules),
        },
        Event::MembershipCreated { ref membership } if *membership != *of.state.membership => {
            say::log_membership_waits()
        }
        Event::MembershipCreated { ref membership } => {
            let voters = membership.voters.iter().copied();
            if membership.is_joint() {
                say::log_voters_joint(voters, membership.outgoing.iter().copied())
            } else {
                say::log_voters(voters)
            }
        }
        _ => return None,
    })
}
