//! The present state of a session, for the renderers.

use std::rc::Rc;

use raft_sim::Simulation;

use crate::lane::Lane;
use crate::layout::Layout;
use crate::state::{PanelState, PlaybackState, Provenance, Reading, Selection, SettingsDraft};
use crate::text::Sentence;

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

    /// The sentence below the stage.
    pub(crate) fn sentence(&self) -> Sentence {
        self.reading.sentence(&self.lane.narration, self.lane.now())
    }

    /// The caption below the sentence.
    pub(crate) fn caption(&self) -> Option<Rc<str>> {
        self.provenance.caption(self.lane.history.current(), self.lane.now())
    }

    /// The layout of the stage.
    pub(crate) fn layout(&self) -> &'a Layout {
        &self.lane.layout
    }
}
