//! What moves: messages along their lanes, and election timers.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Command, Flight, Host, Packet, Reply, Simulation, Time};

use crate::frame::{MessageKind, MessageView, TimerView};
use crate::session::Session;

/// How long a lost message can be seen dying, in simulated time.
pub(crate) const DYING: Micros = Micros::from_millis(12);

/// A message that was lost a moment ago.
#[derive(Clone, Debug)]
pub(crate) struct Dying {
    pub(crate) id: u64,
    pub(crate) kind: MessageKind,
    pub(crate) refusal: bool,
    pub(crate) ends: (Address, Address),
    /// How far it had come in thousandths; none if it is where its link is cut both ways.
    pub(crate) place_permille: Option<u16>,
    pub(crate) since: Time,
}

/// Whether a packet says no.
pub(crate) fn is_refusal(packet: &Packet) -> bool {
    match packet {
        Packet::Raft(message) => message.body.is_refusal(),
        Packet::Answer(answer) => !matches!(answer.reply, Reply::Done(_)),
        Packet::Request(_) => false,
    }
}

/// Every message on its way, oldest first, then those that die. Where they stand still, they are in
/// the middle of their way.
pub(crate) fn messages(session: &Session, still: bool) -> Vec<MessageView> {
    let layout = &session.layout;
    let now = session.simulation().now();
    let flights = session.simulation().network().flights();
    let mut messages = Vec::new();
    for flight in flights {
        let lane = layout.lane(flight.from, flight.to);
        messages.push(MessageView {
            id: flight.id.0,
            kind: MessageKind::of(&flight.packet),
            refusal: is_refusal(&flight.packet),
            from: flight.from,
            to: flight.to,
            at: lane.at(if still { 0.5 } else { progress(session, flight) }),
            heading: still.then(|| lane.direction()),
            dying: None,
        });
    }
    for dying in session.recent.dying() {
        let (from, to) = dying.ends;
        let place = match dying.place_permille {
            Some(permille) => f64::from(permille) / 1000.0,
            None => session.cut_at(from, to),
        };
        messages.push(MessageView {
            id: dying.id,
            kind: dying.kind,
            refusal: dying.refusal,
            from,
            to,
            at: layout.lane(from, to).at(place),
            heading: None,
            dying: Some(if still { 0.0 } else { part(now.since(dying.since), DYING) }),
        });
    }
    messages
}

/// How far a message has come, as it is drawn, 0 to 1.
pub(crate) fn progress(session: &Session, flight: &Flight) -> f64 {
    let now = session.simulation().now();
    let come = part(now.since(flight.sent_at), flight.arrives_at.since(flight.sent_at));
    session.drawn_progress(flight, come)
}

/// Each node's election timer.
pub(crate) fn timers(simulation: &Simulation) -> Vec<Option<TimerView>> {
    simulation.hosts().iter().map(|host| timer(simulation, host)).collect()
}

fn timer(simulation: &Simulation, host: &Host) -> Option<TimerView> {
    let process = host.process.as_ref()?;
    let Some(timer) = process.timer(Timer::Election) else {
        // It ran out while the node was held up, which will hear of it later.
        let missed = process.is_paused() && !process.node.is_leader();
        return missed.then_some(TimerView { part: 1.0, whole_us: 0 });
    };
    let whole = timer.fires_at().since(timer.set_at);
    let mut now = simulation.now();
    if process.is_paused() {
        // For a node that is held up no time passes.
        for timed in &simulation.run().commands {
            if timed.at <= simulation.now()
                && matches!(timed.command, Command::Pause(of) if of == host.id.into())
            {
                now = timed.at;
            }
        }
    }
    Some(TimerView { part: part(now.since(timer.set_at), whole), whole_us: whole.0 })
}

#[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
fn part(passed: Micros, whole: Micros) -> f64 {
    if whole.0 == 0 { 1.0 } else { (passed.0 as f64 / whole.0 as f64).clamp(0.0, 1.0) }
}
