//! What the links do, which messages are in transit, and what happens next.

use raft_sim::{InFlightMessage, MessageId, MessageKind};

use super::{links, upcoming_events};
use crate::intent::{Fault, Intent, MessageAction, Panel, Question};
use crate::phrases::{self, packets};
use crate::query;
use crate::snapshot::Snapshot;
use crate::text::say;
use crate::view::{Picture, Shape, Writer};

/// How many messages are listed.
const MOST_FLIGHTS: usize = 12;

/// How many upcoming events are listed.
const MOST_UPCOMING: usize = 12;

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    links::add(snapshot, page);
    page.add(Shape::Heading, say::messages_in_transit());
    page.open(Shape::List, "flights");
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
        0 => page.add(Shape::Paragraph, say::messages_none()).look = "quiet",
        1..=MOST_FLIGHTS => {}
        _ => {
            let more = say::messages_more(count - MOST_FLIGHTS);
            page.add(Shape::Paragraph, more).look = "quiet";
        }
    }
    page.add(Shape::Heading, say::next_events());
    upcoming_events::add(snapshot, MOST_UPCOMING, page);
}

fn add_flight(snapshot: &Snapshot, flight: &InFlightMessage, page: &mut Writer) {
    let &InFlightMessage { id, from, to, .. } = flight;
    let kind = MessageKind::of(&flight.packet);
    page.open(Shape::Item, "").key = id.0 + 1;
    page.add_empty(Shape::Message { kind, refusal: query::is_refusal(&flight.packet) });
    page.open(Shape::Paragraph, "");
    let way = page.add(Shape::Button, say::menu_message(from, to));
    way.does(Panel::SelectMessage(id.0)).look("way");
    if let Some(fate) = phrases::fate(flight) {
        page.add(Shape::Text, fate).look("fate");
    }
    if !flight.is_held_up() {
        let at = flight.death.map_or(flight.arrives_at, |death| death.at);
        let now = snapshot.simulation().now();
        page.add(Shape::Time, phrases::when(at, now, snapshot.playback.is_playing));
    }
    page.add(Shape::Text, packets::say_packet(&flight.packet)).look("says");
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
        page.open(Shape::Button, "").call(name).does(intent);
        page.add_empty(Shape::Picture(picture));
        page.close();
    }
    page.close();
}
