//! What the links do, what is on its way, and what is coming next.

use raft_sim::raft_core::Micros;
use raft_sim::{Address, Command, Flight, Loss, MessageKind, Quality, Simulation, export};

use super::piece::{Picture, Shape, Writer};
use crate::coming;
use crate::frame::Question;
use crate::intent::Intent;
use crate::motion;
use crate::session::Session;

/// How much longer a message takes that is delayed.
const LATER: Micros = Micros::from_millis(10);

/// How many messages are listed.
const MOST_FLIGHTS: usize = 12;

/// How much of what is coming is shown.
const MOST_COMING: usize = 12;

pub(super) fn draw(session: &Session, page: &mut Writer) {
    links(session, page);
    page.add(Shape::Heading, &"On their way");
    page.open(Shape::List, "flights");
    let flights = session.simulation().network().flights();
    let mut count = 0;
    for flight in flights {
        count += 1;
        if count <= MOST_FLIGHTS {
            add_flight(session, flight, page);
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
    coming::draw(session, MOST_COMING, page);
}

/// What each direction of each link does: from whom in rows, to whom in columns.
fn links(session: &Session, page: &mut Writer) {
    let simulation = session.simulation();
    let holds_up = session.inspected.holds_up;
    page.open(Shape::Heading, "");
    page.open(Shape::Text, "").text.push_str("Links ");
    page.add(Shape::Small, &"from row to column");
    page.close();
    page.open(Shape::Group, "chips").call(&"A press on a link");
    for (name, hold) in [("Cut", false), ("Hold up", true)] {
        let pressed = hold == holds_up;
        page.add(Shape::Choice { pressed }, &name).does(Intent::HoldUp(hold));
    }
    page.close();
    page.close();

    let nodes = simulation.hosts().iter().map(|host| Address::from(host.id));
    let ends = nodes.chain(simulation.clients().iter().map(|client| client.id.into()));
    let ends: Vec<Address> = ends.collect();
    let usual = usual_quality(simulation);
    page.open(Shape::Table, "lanes").call(&"Links, from row to column");
    page.open(Shape::Row, "");
    page.add(Shape::Cell, &"");
    for end in &ends {
        page.add(Shape::Head, end);
    }
    page.close();
    for &from in &ends {
        page.open(Shape::Row, "");
        page.add(Shape::Head, &from);
        for &to in &ends {
            page.open(Shape::Cell, "");
            add_lane(session, usual, (from, to), page);
            page.close();
        }
        page.close();
    }
    page.close();
}

/// How every link was last told to carry.
fn usual_quality(simulation: &Simulation) -> Quality {
    let run = simulation.run();
    let done = run.commands.iter().rev().filter(|timed| timed.at <= simulation.now());
    let mut told = done.filter_map(|timed| match timed.command {
        Command::Network(quality) => Some(quality),
        _ => None,
    });
    told.next().unwrap_or(run.scenario.network)
}

/// One direction of a link, if there is one: pressing it cuts it or holds it up, or lets it carry
/// again.
fn add_lane(session: &Session, usual: Quality, (from, to): (Address, Address), page: &mut Writer) {
    let network = session.simulation().network();
    let Some(quality) = network.quality(from, to) else { return };
    let is_up = network.is_up(from, to) == Some(true);
    let holds_up = session.inspected.holds_up;
    let toggle = Intent::ToggleDirection { from, to };
    let (look, mark, word, intent) = if !is_up {
        ("cut", "×", ", cut", toggle)
    } else if network.is_clogged(from, to) == Some(true) {
        ("held", "=", ", held up", Intent::Act(Command::Unclog { from, to }))
    } else {
        let hold = Intent::Act(Command::Clog { from, to });
        let intent = if holds_up { hold } else { toggle };
        if quality == usual { ("", "", "", intent) } else { ("otherwise", "~", ", with ", intent) }
    };
    let lane = page.add(Shape::Button, &mark).call(&format_args!("{from} to {to}{word}"));
    if look == "otherwise" {
        lane.call(&quality);
    }
    lane.does(intent).look = look;
}

fn add_flight(session: &Session, flight: &Flight, page: &mut Writer) {
    let &Flight { id, from, to, .. } = flight;
    let kind = MessageKind::of(&flight.packet);
    page.open(Shape::Item, "").key = id.0 + 1;
    page.add(Shape::Message { kind, refusal: motion::is_refusal(&flight.packet) }, &"");
    page.open(Shape::Paragraph, "");
    let way = page.add(Shape::Button, &format_args!("{from} to {to}"));
    way.does(Intent::SelectMessage(id.0)).look = "way";
    let (fate, at) = match flight.death {
        _ if flight.is_held_up() => ("held up", None),
        Some(death) => (fate(death.loss), Some(death.at)),
        None => ("", Some(flight.arrives_at)),
    };
    page.add(Shape::Text, &fate).look = "fate";
    if let Some(at) = at {
        page.add(Shape::Time, &coming::when(session, at));
    }
    page.add(Shape::Text, &export::words::packet(&flight.packet)).look = "says";
    page.close();
    for (name, picture, intent) in [
        ("Why", Picture::Question, Intent::Ask(Some(Question::Message(id.0)))),
        ("Drop", Picture::Cross, Intent::Act(Command::Drop(id))),
        ("Send twice", Picture::Twice, Intent::Act(Command::Duplicate(id))),
        ("10 ms later", Picture::Clock, Intent::Act(Command::Delay { message: id, by: LATER })),
    ] {
        page.open(Shape::Button, "").call(&format_args!("{name} #{}", id.0)).does(intent);
        page.add(Shape::Picture(picture), &"");
        page.close();
    }
    page.close();
}

fn fate(loss: Loss) -> &'static str {
    match loss {
        Loss::Cut => "lost at the cut",
        Loss::Random => "lost by chance",
        Loss::Overflow => "lost: too much on the link",
        Loss::Dropped | Loss::Down => "lost",
    }
}
