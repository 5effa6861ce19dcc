//! A run as text, which links, files and crash reports contain.
//!
//! The text is a script (`.raft`) whose first comment names the moment on screen. So `raft-lab`
//! reads it like any other script, and the page opens it at exactly that moment.
//!
//! An [`ImportJob`] reads such a text. The page writes a trace from it with raft-js.

mod commands;
mod import_job;
mod story_place;

use std::rc::Rc;
use std::sync::Arc;

use raft_sim::history::Position;
use raft_sim::script::Printed;
use raft_sim::{Run, Time};

use crate::intent::Speed;
use crate::snapshot::Snapshot;

pub use crate::state::OpenedRun;
pub use import_job::{ImportJob, ImportProgress, LARGEST, Translation};
pub use story_place::StoryPlace;

/// The start of the comment that names a moment. If its meaning changes, so does the number.
const MARK: &str = "# raft-playground 1:";

/// The moment on screen and its run: all that is needed to see it again. Cheap, as it shares the
/// run.
#[derive(Clone, Debug)]
pub struct ShareSnapshot {
    pub(crate) run: Arc<Run>,
    pub(crate) title: Option<Rc<str>>,
    /// What the story says, and when.
    said: Rc<[(Time, Rc<str>)]>,
    pub(crate) moment: Position,
    /// How far the run is known.
    pub(crate) end: Time,
    pub(crate) speed: Speed,
    /// Whether this is a story in which the user has not acted.
    is_story: bool,
    /// Where the user is in the story, if the run is one.
    pub(crate) place: Option<StoryPlace>,
}

impl ShareSnapshot {
    /// The moment on screen.
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let (history, simulation) = (&snapshot.lane.history, snapshot.simulation());
        Self {
            run: simulation.shared_run(),
            title: snapshot.provenance.title.clone(),
            said: said(snapshot),
            moment: history.position(),
            end: history.end().max(simulation.now()),
            speed: snapshot.playback.speed,
            is_story: snapshot.provenance.is_story && snapshot.lane.is_as_told(),
            place: StoryPlace::of(snapshot),
        }
    }

    /// Where the user is in the story; none between two beats, and if the run is no story.
    pub fn story_place(&self) -> Option<&StoryPlace> {
        self.place.as_ref()
    }

    /// The title, from the link or the script that it came from; empty if there is none.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    /// The moment, if this is a story in which the user has not acted: then the story and the
    /// moment say everything.
    pub fn story_moment(&self) -> Option<Time> {
        self.is_story.then_some(self.moment.at)
    }

    /// How many events happened before the moment.
    pub fn events(&self) -> u64 {
        self.moment.events
    }

    /// The seed of the run.
    pub fn seed(&self) -> u64 {
        self.run.seed
    }

    /// The text from which it can be opened again, under this title; without one if it is empty. In
    /// a story, another title than its own is what whoever shares it says at the moment shown.
    pub fn text(&self, title: &str) -> String {
        let Self { run, moment: Position { events, at }, end, speed, .. } = self;
        let mut said = self.said.to_vec();
        if !said.is_empty() && !title.is_empty() && title != self.title() {
            let place = said.partition_point(|(said_at, _)| said_at <= at);
            said.insert(place, (*at, title.into()));
        }
        let title = (!title.is_empty()).then_some(title);
        let printed = Printed { title, run, said: &said, end: *end };
        format!("{MARK} event {events}, {}us, 1/{}\n{printed}", at.0, speed.slowdown())
    }
}

/// What the story says, and when; nothing after the reader has left it by acting.
fn said(snapshot: &Snapshot) -> Rc<[(Time, Rc<str>)]> {
    let story = snapshot.provenance.story.as_ref().filter(|_| snapshot.lane.is_as_told());
    let beats = story.map_or(&[][..], |story| &story.content.beats);
    beats.iter().map(|beat| (beat.at, beat.text.as_str().into())).collect()
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
