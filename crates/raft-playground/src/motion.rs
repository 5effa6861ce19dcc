//! What moves: messages along their lanes, and election timers.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Packet, Reply, Simulation, Time};

use crate::frame::{MessageKind, MessageView};
use crate::layout::Layout;

/// How long a lost message can be seen dying, in simulated time.
pub(crate) const DYING: Micros = Micros::from_millis(12);

/// A message that was lost a moment ago.
#[derive(Clone, Debug)]
pub(crate) struct Dying {
    pub(crate) id: u64,
    pub(crate) kind: MessageKind,
    pub(crate) refusal: bool,
    pub(crate) ends: (Address, Address),
    /// How far it had come, 0 to 1.
    pub(crate) progress: f64,
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
pub(crate) fn messages(
    simulation: &Simulation,
    layout: &Layout,
    dying: &[Dying],
    still: bool,
) -> Vec<MessageView> {
    let now = simulation.now();
    let network = simulation.network();
    network
        .flights()
        .map(|flight| {
            let lane = layout.lane(flight.from, flight.to);
            let whole = flight.arrives_at.since(flight.sent_at);
            MessageView {
                id: flight.id.0,
                kind: MessageKind::of(&flight.packet),
                refusal: is_refusal(&flight.packet),
                from: flight.from,
                to: flight.to,
                at: lane.at(if still { 0.5 } else { part(now.since(flight.sent_at), whole) }),
                heading: still.then(|| lane.direction()),
                dying: None,
            }
        })
        .chain(dying.iter().map(|dying| MessageView {
            id: dying.id,
            kind: dying.kind,
            refusal: dying.refusal,
            from: dying.ends.0,
            to: dying.ends.1,
            at: layout.lane(dying.ends.0, dying.ends.1).at(dying.progress),
            heading: None,
            dying: Some(if still { 0.0 } else { part(now.since(dying.since), DYING) }),
        }))
        .collect()
}

/// For each node the part of its election timer that has run.
pub(crate) fn timers(simulation: &Simulation) -> Vec<Option<f64>> {
    let now = simulation.now();
    let hosts = simulation.hosts().iter();
    hosts
        .map(|host| {
            let running = host.process.as_ref()?.timer(Timer::Election)?;
            let whole = running.fires_at().since(running.set_at);
            Some(part(now.since(running.set_at), whole))
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
fn part(passed: Micros, whole: Micros) -> f64 {
    if whole.0 == 0 { 1.0 } else { (passed.0 as f64 / whole.0 as f64).clamp(0.0, 1.0) }
}
