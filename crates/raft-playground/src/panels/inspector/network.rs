//! The links, the messages in transit and the next events.

use raft_sim::{InFlightMessage, MessageId, MessageKind};

use super::{links, upcoming_events};
use crate::intent::{Fault, Intent, MessageAction, Panel, Question};
use crate::phrases::{self, packets};
use crate::query;
use crate::snapshot::Snapshot;
use crate::text::say;
use crate::view::{Picture, PieceKind, Writer};

/// How many messages are listed.
const MOST_MESSAGES: usize = 12;

/// How many upcoming events are listed.
const MOST_UPCOMING: usize = 12;

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    links::add(snapshot, page);
    page.add(PieceKind::Heading, say::messages_in_transit());
    page.open(PieceKind::List, "flights");
    let messages = || snapshot.simulation().network().messages();
    for message in messages().take(MOST_MESSAGES) {
        add_message(snapshot, message, page);
    }
    page.close();
    match messages().count() {
        0 => page.add(PieceKind::Paragraph, say::messages_none()).class = "quiet",
        1..=MOST_MESSAGES => {}
        count => {
            let more = say::messages_more(count - MOST_MESSAGES);
            page.add(PieceKind::Paragraph, more).class = "quiet";
        }
    }
    page.add(PieceKind::Heading, say::next_events());
    upcoming_events::add(snapshot, MOST_UPCOMING, page);
}

fn add_message(snapshot: &Snapshot, in_flight: &InFlightMessage, page: &mut Writer) {
    let &InFlightMessage { id, from, to, is_duplicate, .. } = in_flight;
    let kind = MessageKind::of(&in_flight.packet);
    page.open(PieceKind::Item, "").key = id.0 + 1;
    let refusal = query::is_refusal(&in_flight.packet);
    page.add_empty(PieceKind::Message { kind, refusal, is_duplicate });
    page.open(PieceKind::Paragraph, "");
    let way = page.add(PieceKind::Button, say::menu_message(from, to));
    way.intent(Panel::SelectMessage(id.0)).class("route");
    if let Some(fate) = phrases::fate(in_flight) {
        page.add(PieceKind::Text, fate).class("delivery");
    }
    if !in_flight.is_held_up() {
        let at = in_flight.death.map_or(in_flight.arrives_at, |death| death.at);
        let now = snapshot.simulation().now();
        page.add(PieceKind::Time, phrases::when(at, now, snapshot.playback.is_playing));
    }
    page.add(PieceKind::Text, packets::packet(&in_flight.packet).in_menu).class("content");
    page.close();
    let MessageId(message) = id;
    let act = |action| Intent::from(Fault::Message { message, action });
    let why = Panel::Ask(Some(Question::Message(message)));
    for (name, picture, intent) in [
        (say::message_why(message), Picture::Question, why.into()),
        (say::message_drop(message), Picture::Cross, act(MessageAction::Drop)),
        (say::message_duplicate(message), Picture::Twice, act(MessageAction::Duplicate)),
        (say::message_delay(message), Picture::Clock, act(MessageAction::Delay)),
    ] {
        page.add_picture_button(picture, "", name, intent);
    }
    page.close();
}
