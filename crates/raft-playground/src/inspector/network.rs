//! What is on its way, what the links do to it, and what is coming next.

use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::{Address, Command, Flight, Loss, MessageKind, Quality, Simulation, export};

use crate::coming::{self, ComingView};
use crate::intent::Intent;
use crate::motion;
use crate::session::Session;

/// How much longer a message takes that is delayed.
const LATER: Micros = Micros::from_millis(10);

/// How many messages are listed.
const MOST_FLIGHTS: usize = 12;

/// How much of what is coming is shown.
const MOST_COMING: usize = 12;

/// What is on its way, what the links do to it, and what is coming next.
#[derive(Clone, PartialEq, Debug)]
pub struct NetworkView {
    /// Whoever sends and receives: the nodes, then the clients.
    pub ends: Vec<Address>,
    /// From each of them in turn to each of them in turn; none where there is no link.
    pub lanes: Vec<Option<LaneView>>,
    /// Whether a press on a direction holds it up instead of cutting it.
    pub holds_up: bool,
    /// Messages on their way, the oldest first.
    pub flights: Vec<FlightView>,
    /// How many more there are.
    pub more: usize,
    /// What happens next, soonest first.
    pub coming: Vec<ComingView>,
}

/// One direction of a link.
#[derive(Clone, PartialEq, Debug)]
pub struct LaneView {
    /// What it does.
    pub state: LaneState,
    /// The same in words: `A to B, cut`.
    pub label: Rc<str>,
    /// Cuts it or holds it up, or lets it carry again.
    pub intent: Intent,
}

/// What one direction of a link does to messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LaneState {
    /// It carries them like every other.
    Up,
    /// It carries them, but not as the scenario has it.
    Otherwise,
    /// They wait.
    HeldUp,
    /// They are lost.
    Cut,
}

/// A message on its way.
#[derive(Clone, PartialEq, Debug)]
pub struct FlightView {
    /// Its number in the run: the key among siblings.
    pub id: u64,
    /// What it is.
    pub kind: MessageKind,
    /// Whether it says no.
    pub refusal: bool,
    /// `A to B`.
    pub way: Rc<str>,
    /// What it says.
    pub says: Rc<str>,
    /// When it arrives or is lost: `in 12.0 ms`, or a time of the run; empty while it is held up.
    pub when: Rc<str>,
    /// What becomes of it if not that it arrives: `lost by chance`, `held up`.
    pub fate: Option<&'static str>,
    /// Takes it off its way.
    pub drop: Intent,
    /// Sends it a second time.
    pub double: Intent,
    /// Lets it take longer.
    pub delay: Intent,
}

pub(super) fn draw(session: &Session) -> NetworkView {
    let simulation = session.simulation();
    let nodes = simulation.hosts().iter().map(|host| host.id.into());
    let clients = simulation.clients().iter().map(|client| client.id.into());
    let ends: Vec<Address> = nodes.chain(clients).collect();
    let usual = usual_quality(simulation);
    let mut lanes = Vec::new();
    for &from in &ends {
        lanes.extend(ends.iter().map(|&to| lane(session, usual, from, to)));
    }
    let flights = simulation.network().flights();
    NetworkView {
        ends,
        lanes,
        holds_up: session.inspected.holds_up,
        flights: flights.take(MOST_FLIGHTS).map(|of| flight(session, of)).collect(),
        more: simulation.network().flights().skip(MOST_FLIGHTS).count(),
        coming: coming::draw(session, MOST_COMING),
    }
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

fn lane(session: &Session, usual: Quality, from: Address, to: Address) -> Option<LaneView> {
    let network = session.simulation().network();
    let (up, clogged) = (network.is_up(from, to)?, network.is_clogged(from, to)?);
    let quality = network.quality(from, to)?;
    let (state, word) = match (up, clogged) {
        (false, _) => (LaneState::Cut, ", cut".into()),
        (true, true) => (LaneState::HeldUp, ", held up".into()),
        _ if quality != usual => (LaneState::Otherwise, format!(", {quality}")),
        _ => (LaneState::Up, String::new()),
    };
    let intent = match state {
        LaneState::HeldUp => Intent::Act(Command::Unclog { from, to }),
        LaneState::Up | LaneState::Otherwise if session.inspected.holds_up => {
            Intent::Act(Command::Clog { from, to })
        }
        _ => Intent::ToggleDirection { from, to },
    };
    Some(LaneView { state, label: format!("{from} to {to}{word}").into(), intent })
}

fn flight(session: &Session, flight: &Flight) -> FlightView {
    let (when, fate) = match flight.death {
        _ if flight.is_held_up() => (None, Some("held up")),
        Some(death) => (Some(death.at), Some(fate(death.loss))),
        None => (Some(flight.arrives_at), None),
    };
    let message = flight.id;
    FlightView {
        id: message.0,
        kind: MessageKind::of(&flight.packet),
        refusal: motion::is_refusal(&flight.packet),
        way: format!("{} to {}", flight.from, flight.to).into(),
        says: export::words::packet(&flight.packet).into(),
        when: when.map(|at| coming::when(session, at)).unwrap_or_default().into(),
        fate,
        drop: Intent::Act(Command::Drop(message)),
        double: Intent::Act(Command::Duplicate(message)),
        delay: Intent::Act(Command::Delay { message, by: LATER }),
    }
}

fn fate(loss: Loss) -> &'static str {
    match loss {
        Loss::Cut => "lost at the cut",
        Loss::Random => "lost by chance",
        Loss::Overflow => "lost: too much on the link",
        Loss::Dropped | Loss::Down => "lost",
    }
}
