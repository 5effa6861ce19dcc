//! What the links do, which messages are in transit, and what happens next.

use raft_sim::{Flight, MessageId, MessageKind, export};

use super::{links, upcoming_events};
use crate::intent::{Fault, Intent, MessageAction, Panel, Question};
use crate::phrases;
use crate::query;
use crate::snapshot::Snapshot;
use crate::view::{Picture, Shape, Writer};

/// How many messages are listed.
const MOST_FLIGHTS: usize = 12;

/// How many upcoming events are listed.
const MOST_UPCOMING: usize = 12;

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    links::add(snapshot, page);
    page.add(Shape::Heading, &"On their way");
    page.open(Shape::List, "flights");
    let flights = snapshot.simulation().network().flights();
    let mut count = 0;
    for flight in flights {
        count += 1;
        if count <= MOST_FLIGHTS {
            add_flight(snapshot, flight, page);
        }
    }
    page.close();
    match count {
        0 => page.add(Shape::Paragraph, &"nothing").look = "quiet",
        1..=MOST_FLIGHTS => {}
        _ => {
            let more = count - MOST_FLIGHTS;
            page.add(Shape::Paragraph, &format_args!("and {more} more")).look = "quiet";
        }
    }
    page.add(Shape::Heading, &"What happens next");
    upcoming_events::add(snapshot, MOST_UPCOMING, page);
}

fn add_flight(snapshot: &Snapshot, flight: &Flight, page: &mut Writer) {
    let &Flight { id, from, to, .. } = flight;
    let kind = MessageKind::of(&flight.packet);
    page.open(Shape::Item, "").key = id.0 + 1;
    page.add(Shape::Message { kind, refusal: query::is_refusal(&flight.packet) }, &"");
    page.open(Shape::Paragraph, "");
    let way = page.add(Shape::Button, &phrases::message_title(from, to));
    way.does(Panel::SelectMessage(id.0)).look = "way";
    let (fate, at) = match flight.death {
        _ if flight.is_held_up() => ("held up", None),
        Some(death) => (phrases::loss(death.loss), Some(death.at)),
        None => ("", Some(flight.arrives_at)),
    };
    page.add(Shape::Text, &fate).look = "fate";
    if let Some(at) = at {
        let now = snapshot.simulation().now();
        page.add(Shape::Time, &phrases::when(at, now, snapshot.playback.is_playing));
    }
    page.add(Shape::Text, &export::words::packet(&flight.packet)).look = "says";
    page.close();
    let MessageId(message) = id;
    let why = Panel::Ask(Some(Question::Message(message)));
    let act = |action: MessageAction, picture| {
        (action.row().label, picture, Intent::from(Fault::Message { message, action }))
    };
    for (name, picture, intent) in [
        ("Why", Picture::Question, why.into()),
        act(MessageAction::Drop, Picture::Cross),
        act(MessageAction::Duplicate, Picture::Twice),
        act(MessageAction::Delay, Picture::Clock),
    ] {
        page.open(Shape::Button, "").call(&format_args!("{name} #{message}")).does(intent);
        page.add(Shape::Picture(picture), &"");
        page.close();
    }
    page.close();
}
