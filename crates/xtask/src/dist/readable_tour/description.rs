//! A picture in words, for people who do not see it.

use raft_playground::text::{Sentence, say};
use raft_playground::view::{LinkView, MessageView, NodeView, PropertyStatus, RowView};
use raft_playground::{Frame, LogIndex, Term};

use super::Moment;

/// What can be said beside a picture: the clients, the badge, and the broken guarantees.
pub(super) fn notes(Moment { frame, badge }: &Moment) -> Vec<Sentence> {
    let scene = &frame.scene;
    let mut notes = Vec::new();
    for client in &scene.clients {
        let status = client.status.clone();
        notes.extend(status.map(|status| say::client_description(client.address, status)));
    }
    notes.extend(badge.clone());
    for property in &scene.properties {
        if property.status == PropertyStatus::Violated {
            notes.extend([Some(property.name.clone()), property.why.clone()].into_iter().flatten());
        }
    }
    notes
}

/// What the picture shows: each node and its log, cut links, and messages in transit.
pub(super) fn sentences(frame: &Frame) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for node in &frame.scene.nodes {
        sentences.push(node.description.clone());
        sentences.push(log(node));
    }
    sentences.extend(frame.scene.links.iter().filter_map(link));
    let flying = frame.motion.messages.iter().filter(|message| message.dying.is_none());
    sentences.extend(flying.map(MessageView::description));
    sentences
}

/// The entries of a log that the picture shows.
fn log(node: &NodeView) -> Sentence {
    let mut shown: Option<(u64, Sentence)> = None;
    for row in &node.log.rows {
        let RowView::Entry { index, term, text, committed, .. } = row else { continue };
        let (text, term) = (text.clone(), Term(*term));
        let entry = if *committed {
            say::readable_entry(text, term)
        } else {
            say::readable_entry_open(text, term, say::entry_state_open())
        };
        shown = Some(match shown {
            Some((first, list)) => (first, say::list_comma(list, entry)),
            None => (*index, entry),
        });
    }
    match shown {
        Some((first, list)) => say::readable_log(node.address, LogIndex(first), list),
        None => say::readable_log_empty(node.address),
    }
}

/// A link that does not work.
fn link(link: &LinkView) -> Option<Sentence> {
    let &LinkView { first, second, forward_up, backward_up, .. } = link;
    match (forward_up, backward_up) {
        (true, true) => None,
        (false, false) => Some(say::link_cut_both(first, second)),
        (false, true) => Some(say::link_cut_one(first, second, first, second)),
        (true, false) => Some(say::link_cut_one(first, second, second, first)),
    }
}
