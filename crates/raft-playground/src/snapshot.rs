//! The present state of a session, for the renderers.

use raft_sim::Simulation;

use crate::lane::Lane;
use crate::layout::Layout;
use crate::state::{PanelState, PlaybackState, Provenance, Selection, SettingsDraft};

/// An immutable view of a session.
#[derive(Clone, Copy)]
pub(crate) struct Snapshot<'a> {
    pub(crate) lane: &'a Lane,
    pub(crate) playback: &'a PlaybackState,
    pub(crate) selection: &'a Selection,
    pub(crate) panels: &'a PanelState,
    pub(crate) settings: &'a SettingsDraft,
    pub(crate) provenance: &'a Provenance,
}

impl<'a> Snapshot<'a> {
    /// The world at the cursor.
    pub(crate) fn simulation(&self) -> &'a Simulation {
        self.lane.simulation()
    }

    /// The layout of the stage.
    pub(crate) fn layout(&self) -> &'a Layout {
        &self.lane.layout
    }
}
