//! What the page says about an event of the core, one file for each topic: the sentence under the
//! stage, the question that asks for the reason, the reason, and the line of the transcript.

mod commits;
mod elections;
mod leadership;
mod logs;
mod messages;
mod node_event;
mod requests;
mod votes;

use raft_sim::raft_core::{Event, NodeId, RuleSet, Verdict};

use super::reason::Reason;
use crate::significance::{Topic, topic};
use crate::text::{Sentence, say};

pub(super) use commits::{if_safe, may_be_lost};
pub(super) use node_event::NodeEvent;

/// A sentence about an event; none if there is nothing to say.
pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    match topic(of.event) {
        Topic::Elections => elections::sentence(of),
        Topic::Leadership => leadership::sentence(of),
        Topic::Votes => votes::sentence(of),
        Topic::Logs => logs::sentence(of),
        Topic::Commits => commits::sentence(of),
        Topic::Messages => None,
        Topic::Requests => requests::sentence(of),
    }
}

/// The question why an event happened; none if its line of the transcript says it well enough.
pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    match topic(event) {
        Topic::Elections => elections::question(event, node),
        Topic::Leadership => leadership::question(event, node),
        Topic::Votes => votes::question(event, node),
        Topic::Logs => logs::question(event, node),
        Topic::Commits => commits::question(event, node),
        Topic::Messages | Topic::Requests => None,
    }
}

/// Why an event happened, with the values that were compared.
pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    match topic(of.event) {
        Topic::Elections => elections::reason(of),
        Topic::Leadership => leadership::reason(of),
        Topic::Votes => votes::reason(of),
        Topic::Logs => logs::reason(of),
        Topic::Commits => commits::reason(of),
        Topic::Messages => messages::reason(of),
        Topic::Requests => requests::reason(of),
    }
}

/// The line of the transcript about an event.
pub(super) fn line(of: &NodeEvent) -> Sentence {
    let line = match topic(of.event) {
        Topic::Elections => elections::line(of),
        Topic::Leadership => leadership::line(of.event),
        Topic::Votes => votes::line(of),
        Topic::Logs => logs::line(of.event),
        Topic::Commits => commits::line(of.event),
        Topic::Messages => messages::line(of.event),
        Topic::Requests => requests::line(of),
    };
    line.unwrap_or_else(say::here_nothing)
}

/// The rules that would have refused what a node did if they were on.
fn waived(verdict: Verdict) -> RuleSet {
    match verdict {
        Verdict::Waive(rules) => rules,
        Verdict::Allow | Verdict::Refuse(_) => RuleSet::EMPTY,
    }
}
