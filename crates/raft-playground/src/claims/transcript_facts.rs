//! What the checks of the transcript have in common.

use std::rc::Rc;

use raft_sim::raft_core::{Body, Leader, Node, NodeId, Term};
use raft_sim::{Address, Host, NodeState, Record};

use super::transcript_parts::{rule_named, section_is};
use super::{Checked, Moment, claim};
use crate::text::Sentence;

/// The node that a record is about, and its host now.
pub(super) fn host<'a>(record: &Record, moment: &Moment<'a>) -> Option<&'a Host> {
    Some(moment.simulation.host(record.subject.and_then(Address::node)?))
}

/// The node does not lead, and knows this leader.
pub(super) fn redirects(
    moment: &Moment,
    record: &Record,
    node: NodeId,
    leader: Option<Address>,
) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let leads = state.role == raft_sim::RoleName::Leader;
    if leads || moved_on(record, moment) {
        return claim(!leads, || format!("{node:?} leads"));
    }
    let known = &moment.simulation.host(node).process.as_ref()?.node;
    let hint = known.leader().map(Address::Node);
    claim(hint == leader, || format!("it knows {hint:?}"))
}

/// Whether what caused a record is a message from this node that belongs to this term: an answer to
/// that of its request.
pub(super) fn belongs_to(from: Address, term: Term, record: &Record, moment: &Moment) -> bool {
    let Some((sender, sent_in, body)) = moment.truth.message(record) else { return false };
    let of = match body {
        Body::RequestVoteReply { election, .. } => *election,
        _ => sent_in,
    };
    (Address::Node(sender), of) == (from, term)
}

/// Every rule that the page names is off.
pub(super) fn all_off(names: &[Rc<str>], moment: &Moment) -> Checked {
    let off = moment.simulation.waived();
    let is_off = |name: &Rc<str>| rule_named(name).is_some_and(|rule| off.contains(rule));
    if !names.is_empty() && names.iter().all(is_off) {
        Ok(())
    } else {
        Err(format!("{off:?} are off"))
    }
}

/// The state of a node before what caused a record; none if it began with it.
pub(super) fn before<'a>(record: &Record, moment: &Moment<'a>) -> Option<&'a NodeState> {
    let mut earlier =
        moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    let is_before = |other: &&Record| {
        Some(other.seq) == record.cause || (other.cause.is_none() || other.cause != record.cause)
    };
    earlier.find(is_before)?.state.as_ref()
}

/// The rule that the page names is on, and stated where the page says.
pub(super) fn is_on(name: &str, section: &Sentence, moment: &Moment) -> Checked {
    let Some(rule) = rule_named(name) else { return Err("there is no such rule".into()) };
    if section_is(section, rule) && !moment.simulation.waived().contains(rule) {
        Ok(())
    } else {
        Err(format!("this rule is off, or is stated in {}", rule.section()))
    }
}

/// Whether the same instant brought more to the node, so that it is no longer as it was then.
pub(super) fn moved_on(record: &Record, moment: &Moment) -> bool {
    let from = usize::try_from(record.seq).map_or(usize::MAX, |seq| seq + 1);
    let later = moment.truth.records.get(from..).unwrap_or_default();
    later.iter().any(|other| other.subject == record.subject && other.cause != record.cause)
}

/// The node that a record is about, if it is still as it was then.
pub(super) fn node<'a>(record: &Record, moment: &Moment<'a>) -> Option<&'a Node> {
    let process = host(record, moment)?.process.as_ref()?;
    (!moved_on(record, moment)).then_some(&process.node)
}

pub(super) fn leader<'a>(record: &Record, moment: &Moment<'a>) -> Option<&'a Leader> {
    node(record, moment)?.as_leader()
}
