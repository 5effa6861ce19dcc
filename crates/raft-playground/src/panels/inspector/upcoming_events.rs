//! The scheduled events, in the order in which they will happen.

use crate::phrases;
use crate::snapshot::Snapshot;
use crate::view::{PieceKind, Writer};

/// Lists the next events, soonest first, at most this many.
pub(super) fn add(snapshot: &Snapshot, most: usize, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let mut commands = simulation.upcoming_commands().iter().peekable();
    let mut events = simulation.event_queue().iter().peekable();
    page.open(PieceKind::List, "upcoming");
    let mut count = 0;
    while count < most {
        let event_at = events.peek().map(|(at, _)| *at);
        // Commands come after the events of their instant.
        let command = commands.next_if(|timed| event_at.is_none_or(|event| timed.at < event));
        let (at, what) = match command {
            Some(timed) => {
                let by_script = snapshot.lane.script.contains(timed);
                (timed.at, Some(phrases::upcoming_command(&timed.command, by_script)))
            }
            None => match events.next() {
                Some((at, due)) => (at, phrases::upcoming_event(simulation, due)),
                None => break,
            },
        };
        if let Some(what) = what {
            count += 1;
            page.open(PieceKind::Item, "");
            let when = phrases::when(at, simulation.now(), snapshot.playback.is_playing);
            page.add(PieceKind::Time, when);
            page.add(PieceKind::Text, what);
            page.close();
        }
    }
    page.close();
}
