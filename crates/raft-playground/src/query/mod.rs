//! Pure questions about a simulation: who leads, who belongs to the cluster, how many are needed,
//! who can talk to whom. The answers come from the core's own arithmetic.

mod links;
mod nodes;
mod operations;
mod quorum;
mod safety;
mod timers;
mod visible_log;

pub(crate) use links::{
    clock_rates, common_quality, hear_each_other, links_changed_now, passes, reach, usual_quality,
};
pub use nodes::{MemberKind, NodeRole};
pub(crate) use nodes::{
    can_be_replaced, entries_on_disk, entry_of, hands_over, holds, holds_on_disk, is_frozen,
    is_known_member, is_log_in_order, member, role, running, running_node, situation,
    transfer_targets, votes_for,
};
pub use operations::OutcomeKind;
pub(crate) use operations::{contradicting_operations, is_refusal, outcome};
pub(crate) use quorum::{Quorum, counted_by, needed_by, quorum, quorum_of};
pub(crate) use safety::{
    ReadWeakness, Trust, Weakness, commands_until, read_weakness, rules_off, trust_in_commits,
    trust_in_elections, votes_may_be_forgotten, weakness,
};
pub(crate) use timers::{asked_first, has_fixed_timer, heartbeats_suffice};
pub(crate) use visible_log::{VisibleLog, longest_log};
