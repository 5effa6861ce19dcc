//! The words for one thing each: an entry, a position, a rule, a guarantee. Sentences are made of
//! them.

use raft_sim::raft_core::{Entry, LogIndex, LogPosition, Micros, NodeId, Payload};
use raft_sim::{Address, Damage, LinkConfig, Outcome, Property, Request};

use crate::query::{NodeRole, Quorum};
use crate::text::{Sentence, Words, say};

/// The content of an entry, as the client wrote it.
pub(crate) fn entry(entry: &Entry) -> Sentence {
    match &entry.payload {
        Payload::NoOp => say::entry_no_op(),
        Payload::Membership(_) => say::entry_membership(),
        Payload::Command(command) => match Request::decode(command) {
            Some(request) => say::entry_command(request.operation.to_string()),
            None => say::entry_unknown(),
        },
    }
}

/// A position in a log: `entry 4 (term 2)`.
pub(crate) fn position(at: LogPosition) -> Sentence {
    if at.index == LogIndex::ZERO {
        return say::log_position_none();
    }
    say::log_position(at.index, at.term)
}

/// How many voters are needed: `3 of 5 nodes`, or of both groups of a joint membership.
pub(crate) fn quorum(quorum: &Quorum) -> Sentence {
    let mut groups = quorum.groups();
    match (groups.next(), groups.next()) {
        (Some((old_needed, old)), Some((needed, new))) => {
            let (old, new) = (old.iter().copied(), new.iter().copied());
            say::quorum_joint(old_needed, old, needed, new)
        }
        (Some((needed, all)), None) => say::quorum_of_nodes(needed, all.len()),
        _ => say::quorum_of_nodes(0_usize, 0_usize),
    }
}

/// The size of the quorum: `3 of 5`. For a joint membership, the voters are named too.
pub(super) fn needed(quorum: &Quorum) -> Sentence {
    match quorum.groups().next() {
        Some((needed, all)) if !quorum.is_joint() => say::count_of_all(needed, all.len()),
        _ => self::quorum(quorum),
    }
}

/// For how many voters something holds, beside [`needed`].
pub(super) fn counted(quorum: &Quorum, holds: impl Fn(NodeId) -> bool) -> Sentence {
    let groups = quorum.groups().map(|(_, all)| {
        say::count_of_all(all.iter().filter(|&&node| holds(node)).count(), all.len())
    });
    groups.reduce(say::list_and).unwrap_or_else(say::here_none)
}

/// A node, if there is one.
pub(super) fn node_or_none(node: Option<NodeId>) -> Words {
    node.map_or_else(|| say::here_none().into(), |node| Address::Node(node).into())
}

/// Where a rule is stated, as `Rule::section` writes it: sections of the paper, figures, and after
/// `diss.` sections of the dissertation, separated by commas. None of an empty text.
pub(crate) fn section(sections: &'static str) -> Option<Sentence> {
    let each = sections.split(", ").filter(|section| !section.is_empty()).map(|section| {
        if let Some(number) = section.strip_prefix("diss. §") {
            return say::section_dissertation(number);
        }
        if let Some(number) = section.strip_prefix("Figure") {
            return say::section_figure(number.trim_start());
        }
        say::section_paper(section.trim_start_matches('§'))
    });
    each.reduce(say::list_comma)
}

/// The role of a node.
pub(crate) fn role(role: NodeRole) -> Sentence {
    match role {
        NodeRole::Follower => say::role_follower(),
        NodeRole::PreCandidate => say::role_pre_candidate(),
        NodeRole::Candidate => say::role_candidate(),
        NodeRole::Leader => say::role_leader(),
        NodeRole::Stopped => say::role_stopped(),
    }
}

/// Why a disk cannot be used.
pub(crate) fn damage(damage: Damage) -> Sentence {
    match damage {
        Damage::Erased => say::damage_erased(),
        Damage::Rotten(index) => say::damage_entry(index),
    }
}

/// What a network or a link does to messages.
pub(crate) fn quality(quality: &LinkConfig) -> Sentence {
    let LinkConfig { latency, jitter, tail, .. } = *quality;
    let mut parts = vec![match jitter {
        Micros(0) => say::quality_latency(latency),
        _ => say::quality_latency_range(latency, Micros(latency.0 + jitter.0)),
    }];
    if tail > Micros(0) {
        parts.push(say::quality_tail(tail));
    }
    for (share, part) in [
        (quality.loss_permille, say::quality_loss as fn(u16) -> Sentence),
        (quality.duplicate_permille, say::quality_duplicate),
        (quality.reorder_permille, say::quality_reorder),
    ] {
        if share > 0 {
            parts.push(part(share));
        }
    }
    parts.extend(quality.bandwidth.map(say::quality_bandwidth));
    parts.into_iter().reduce(say::list_comma).unwrap_or_else(|| say::quality_latency(latency))
}

/// What a request came to.
pub(crate) fn outcome(outcome: &Outcome) -> Sentence {
    match outcome {
        Outcome::Written => say::outcome_written(),
        Outcome::Read(Some(value)) => say::outcome_value(&**value),
        Outcome::Read(None) => say::outcome_unset(),
        Outcome::Differs(Some(value)) => say::outcome_differs(&**value),
        Outcome::Differs(None) => say::outcome_differs_unset(),
        Outcome::NotANumber => say::outcome_not_a_number(),
    }
}

/// A guarantee: its name, as the paper writes it, and what it means, with where it is stated.
pub(crate) struct GuaranteePhrases {
    pub(crate) name: Sentence,
    pub(crate) meaning: Sentence,
}

/// The name and the meaning of a guarantee.
pub(crate) fn guarantee(property: Property) -> GuaranteePhrases {
    let both = |name, meaning| GuaranteePhrases { name, meaning };
    match property {
        Property::ElectionSafety => {
            both(say::guarantee_election_safety(), say::meaning_election_safety())
        }
        Property::LeaderAppendOnly => {
            both(say::guarantee_leader_append_only(), say::meaning_leader_append_only())
        }
        Property::LogMatching => both(say::guarantee_log_matching(), say::meaning_log_matching()),
        Property::LeaderCompleteness => {
            both(say::guarantee_leader_completeness(), say::meaning_leader_completeness())
        }
        Property::StateMachineSafety => {
            both(say::guarantee_state_machine_safety(), say::meaning_state_machine_safety())
        }
        Property::DurableQuorum => {
            both(say::guarantee_durable_quorum(), say::meaning_durable_quorum())
        }
        Property::QuorumsMeet => both(say::guarantee_quorums_meet(), say::meaning_quorums_meet()),
        Property::AppliedInOrder => {
            both(say::guarantee_applied_in_order(), say::meaning_applied_in_order())
        }
        Property::Linearizability => {
            both(say::guarantee_linearizability(), say::meaning_linearizability())
        }
        Property::ExactlyOnce => both(say::guarantee_exactly_once(), say::meaning_exactly_once()),
        Property::StableLeadership => {
            both(say::guarantee_stable_leadership(), say::meaning_stable_leadership())
        }
        Property::Liveness => both(say::guarantee_liveness(), say::meaning_liveness()),
    }
}
