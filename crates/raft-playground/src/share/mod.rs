//! A run as text, which links, files and crash reports contain.
//!
//! The text is a script (`.raft`) whose first comment names the moment on screen. So `raft-lab`
//! reads it like any other script, and the page opens it at exactly that moment.
//!
//! An [`ImportJob`] reads such a text, and a [`TraceExport`] writes a trace for other tools.

mod import_job;
mod trace_export;

use std::rc::Rc;
use std::sync::Arc;

use raft_sim::history::Position;
use raft_sim::script::Printed;
use raft_sim::{Run, Time};

use crate::intent::Speed;
use crate::snapshot::Snapshot;

pub use crate::state::OpenedRun;
pub use import_job::{ImportJob, ImportProgress, LARGEST};
pub use trace_export::{TraceExport, TraceFormat};

/// The start of the comment that names a moment. If its meaning changes, so does the number.
const MARK: &str = "# raft-playground 1:";

/// The moment on screen and its run: all that is needed to see it again. Cheap, as it shares the
/// run.
#[derive(Clone, Debug)]
pub struct ShareSnapshot {
    pub(crate) run: Arc<Run>,
    pub(crate) title: Option<Rc<str>>,
    pub(crate) moment: Position,
    /// How far the run is known.
    pub(crate) end: Time,
    pub(crate) speed: Speed,
}

impl ShareSnapshot {
    /// The moment on screen.
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let (history, simulation) = (&snapshot.lane.history, snapshot.simulation());
        Self {
            run: simulation.shared_run(),
            title: snapshot.provenance.title.clone(),
            moment: history.position(),
            end: history.end().max(simulation.now()),
            speed: snapshot.playback.speed,
        }
    }

    /// The title, from the link or the script that it came from; empty if there is none.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    /// The seed of the run.
    pub fn seed(&self) -> u64 {
        self.run.seed
    }

    /// The text from which it can be opened again, under this title; without one if it is empty.
    pub fn text(&self, title: &str) -> String {
        let Self { run, moment: Position { events, at: Time(at_us) }, end, speed, .. } = self;
        let title = (!title.is_empty()).then_some(title);
        let printed = Printed { title, run, end: *end };
        format!("{MARK} event {events}, {at_us}us, 1/{}\n{printed}", speed.slowdown())
    }
}

/// The moment that a text names in the comments at its top, and the speed; none if it names none.
fn moment(text: &str) -> Option<(Position, Speed)> {
    let mut comments = text.lines().take_while(|line| line.starts_with('#'));
    let named = comments.find_map(|line| line.strip_prefix(MARK))?;
    let mut parts = named.split(',').map(str::trim);
    let events = parts.next()?.strip_prefix("event ")?.parse().ok()?;
    let at = Time(parts.next()?.strip_suffix("us")?.parse().ok()?);
    let speed = Speed::from_slowdown(parts.next()?.strip_prefix("1/")?.parse().ok()?)?;
    Some((Position { events, at }, speed))
}
