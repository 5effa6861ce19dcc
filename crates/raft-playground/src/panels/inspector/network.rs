//! What the links do, which messages are in transit, and what happens next.

use raft_sim::{InFlightMessage, MessageId, MessageKind};

use super::{links, upcoming_events};
use crate::intent::{Fault, Intent, MessageAction, Panel, Question};
use crate::phrases::{self, packets};
use crate::query;
use crate::snapshot::Snapshot;
use crate::text::say;
use crate::view::{Picture, PieceKind, Writer};

/// How many messages are listed.
const MOST_FLIGHTS: usize = 12;

/// How many upcoming events are listed.
const MOST_UPCOMING: usize = 12;

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    links::add(snapshot, page);
    page.add(PieceKind::Heading, say::messages_in_transit());
    page.open(PieceKind::List, "flights");
    let flights = snapshot.simulation().network().messages();
    let mut count = 0;
    for flight in flights {
        count += 1;
        if count <= MOST_FLIGHTS {
            add_flight(snapshot, flight, page);
        }
    }
    page.close();
    match count {
        0 => page.add(PieceKind::Paragraph, say::messages_none()).class = "quiet",
        1..=MOST_FLIGHTS => {}
        _ => {
            let more = say::messages_more(count - MOST_FLIGHTS);
            page.add(PieceKind::Paragraph, more).class = "quiet";
        }
    }
    page.add(PieceKind::Heading, say::next_events());
    upcoming_events::add(snapshot, MOST_UPCOMING, page);
}

fn add_flight(snapshot: &Snapshot, flight: &InFlightMessage, page: &mut Writer) {
    let &InFlightMessage { id, from, to, .. } = flight;
    let kind = MessageKind::of(&flight.packet);
    page.open(PieceKind::Item, "").key = id.0 + 1;
    page.add_empty(PieceKind::Message { kind, refusal: query::is_refusal(&flight.packet) });
    page.open(PieceKind::Paragraph, "");
    let way = page.add(PieceKind::Button, say::menu_message(from, to));
    way.intent(Panel::SelectMessage(id.0)).class("way");
    if let Some(fate) = phrases::fate(flight) {
        page.add(PieceKind::Text, fate).class("fate");
    }
    if !flight.is_held_up() {
        let at = flight.death.map_or(flight.arrives_at, |death| death.at);
        let now = snapshot.simulation().now();
        page.add(PieceKind::Time, phrases::when(at, now, snapshot.playback.is_playing));
    }
    page.add(PieceKind::Text, packets::packet(&flight.packet).in_menu).class("says");
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
        page.open(PieceKind::Button, "").call(name).intent(intent);
        page.add_empty(PieceKind::Picture(picture));
        page.close();
    }
    page.close();
}
