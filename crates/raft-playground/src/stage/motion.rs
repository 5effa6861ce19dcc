//! Everything that moves: messages along their lanes, and election timers.

use raft_sim::raft_core::Timer;
use raft_sim::{Command, Host, MessageKind, Simulation, Time};

use crate::lane::part;
use crate::query::is_refusal;
use crate::snapshot::Snapshot;
use crate::state::DYING;
use crate::view::{MessageView, Motion, TimerView};

/// Everything that moves, at this instant.
pub(crate) fn motion(snapshot: &Snapshot) -> Motion {
    let simulation = snapshot.simulation();
    Motion {
        now_us: simulation.now().0,
        messages: messages(snapshot),
        timers: simulation.hosts().iter().map(|host| timer(simulation, host)).collect(),
        flashes: snapshot.lane.recent.flashes.clone(),
    }
}

/// Every message in transit, oldest first, then the lost ones. With reduced motion they are in the
/// middle of their way.
fn messages(snapshot: &Snapshot) -> Vec<MessageView> {
    let (layout, lane, now) = (snapshot.layout(), snapshot.lane, snapshot.simulation().now());
    let still = snapshot.playback.is_motion_reduced;
    let mut messages = Vec::new();
    for in_flight in snapshot.simulation().network().messages() {
        let way = layout.lane(in_flight.from, in_flight.to);
        messages.push(MessageView {
            id: in_flight.id.0,
            kind: MessageKind::of(&in_flight.packet),
            refusal: is_refusal(&in_flight.packet),
            is_duplicate: in_flight.is_duplicate,
            from: in_flight.from,
            to: in_flight.to,
            at: way.at(if still { 0.5 } else { lane.drawn_progress(in_flight) }),
            heading: still.then(|| way.direction()),
            dying: None,
        });
    }
    for dying in &lane.recent.dying {
        let (from, to) = dying.ends;
        let place = match dying.place_permille {
            Some(permille) => f64::from(permille) / 1000.0,
            None => lane.cut_lines.cut_at(now, from, to),
        };
        messages.push(MessageView {
            id: dying.id,
            kind: dying.kind,
            refusal: dying.is_refusal,
            is_duplicate: false,
            from,
            to,
            at: layout.lane(from, to).at(place),
            heading: None,
            dying: Some(if still { 0.0 } else { part(now.since(dying.since), DYING) }),
        });
    }
    messages
}

fn timer(simulation: &Simulation, host: &Host) -> Option<TimerView> {
    let process = host.process.as_ref()?;
    let Some(timer) = process.timer(Timer::Election) else {
        // It ran out while the node was frozen, which will learn of it later.
        let missed = process.is_frozen() && !process.node.is_leader();
        return missed.then_some(TimerView { part: 1.0, whole_us: 0 });
    };
    if timer.fires_at() == Time::NEVER {
        return None; // while the node's clock stands still, no share of it passes
    }
    let whole = timer.fires_at().since(timer.set_at);
    let mut now = simulation.now();
    if process.is_frozen() {
        // For a frozen node no time passes.
        for timed in &simulation.run().commands {
            if timed.at <= simulation.now()
                && matches!(timed.command, Command::Freeze(of) if of == host.id.into())
            {
                now = timed.at;
            }
        }
    }
    Some(TimerView { part: part(now.since(timer.set_at), whole), whole_us: whole.0 })
}
