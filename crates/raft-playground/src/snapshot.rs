//! The present state of a session, for the renderers.

use std::rc::Rc;

use raft_sim::Simulation;

use crate::lane::Lane;
use crate::layout::Layout;
use crate::state::{PanelState, PlaybackState, Provenance, Reading, Selection, SettingsDraft};
use crate::text::{Sentence, say};

/// An immutable view of a session.
#[derive(Clone, Copy)]
pub(crate) struct Snapshot<'a> {
    pub(crate) lane: &'a Lane,
    pub(crate) playback: &'a PlaybackState,
    pub(crate) selection: &'a Selection,
    pub(crate) panels: &'a PanelState,
    pub(crate) settings: &'a SettingsDraft,
    pub(crate) provenance: &'a Provenance,
    pub(crate) reading: &'a Reading,
    /// The label of the undo button.
    pub(crate) undo: Option<&'a Sentence>,
}

impl<'a> Snapshot<'a> {
    /// The world at the cursor.
    pub(crate) fn simulation(&self) -> &'a Simulation {
        self.lane.simulation()
    }

    /// The sentence below the stage: the story's, while it speaks.
    pub(crate) fn sentence(&self) -> Sentence {
        match self.story_text() {
            Some(text) => say::story_text(text),
            None => self.reading.sentence(&self.lane.narration, self.lane.now()),
        }
    }

    /// The caption below the sentence: the last text of a story that no longer speaks, or the
    /// title of the run.
    pub(crate) fn caption(&self) -> Option<Rc<str>> {
        match &self.provenance.story {
            Some(story) if story.is_at_task => None,
            Some(_) if self.story_text().is_some() => None,
            Some(story) if self.is_told() => story.beat().map(|beat| beat.text.as_str().into()),
            _ => self.provenance.title.clone(),
        }
    }

    /// Whether the story speaks: the reader has neither begun its task nor left it by acting.
    pub(crate) fn is_told(&self) -> bool {
        let story = self.provenance.story.as_ref();
        story.is_some_and(|story| !story.is_at_task) && self.lane.is_as_told()
    }

    /// Whether the run is the page's own, and the user has not acted in it.
    pub(crate) fn is_untouched(&self) -> bool {
        let Provenance { title, is_story, story } = self.provenance;
        title.is_none() && !is_story && story.is_none() && self.lane.is_as_told()
    }

    /// The text of the story: its title before the first beat, then the text of the latest beat.
    /// None once the run has passed the last beat, or the reader has acted.
    fn story_text(&self) -> Option<Rc<str>> {
        let story = self.provenance.story.as_ref().filter(|_| self.is_told())?;
        match story.beat() {
            None => self.provenance.title.clone(),
            Some(beat) if beat.at == self.lane.now() || story.next_beat().is_some() => {
                Some(beat.text.as_str().into())
            }
            Some(_) => None,
        }
    }

    /// The layout of the stage.
    pub(crate) fn layout(&self) -> &'a Layout {
        &self.lane.layout
    }
}
