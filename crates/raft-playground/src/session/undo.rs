//! Undoing a reset: the run that it replaced is kept until another run is opened or replaced.

use super::Session;
use crate::lane::Lane;
use crate::state::{Provenance, SettingsDraft};
use crate::text::{Sentence, say};

/// How long the button is shown while the new run plays, in wall microseconds. The key always
/// works.
const SHOWN_US: u64 = 15_000_000;

/// A run that was replaced.
#[derive(Clone, Debug)]
pub(super) struct ReplacedRun {
    lane: Lane,
    provenance: Provenance,
    settings: SettingsDraft,
    is_playing: bool,
    /// The label of the button that brings it back.
    label: Sentence,
    /// The number of commands of the run that replaced it, at its beginning.
    commands: usize,
    /// How long the button has been shown.
    shown_us: u64,
}

impl Session {
    /// Replaces the run, so that the user can undo that.
    pub(super) fn replace(&mut self, label: Sentence, replace: impl FnOnce(&mut Self)) {
        let mut replaced = ReplacedRun {
            lane: self.lane().clone(),
            provenance: self.provenance.clone(),
            settings: self.settings.clone(),
            is_playing: self.playback.is_playing,
            label,
            commands: 0,
            shown_us: 0,
        };
        replace(self);
        replaced.commands = self.lane().simulation().run().commands.len();
        self.replaced = Some(Box::new(replaced));
    }

    /// Brings back the run that was replaced. The present one is kept in its place.
    pub(super) fn undo(&mut self) {
        let Some(before) = self.replaced.take() else { return };
        let ReplacedRun { lane, provenance, settings, is_playing, .. } = *before;
        self.replace(say::redo(), |session| {
            session.close_menu();
            session.lane_mut().bring_back(lane);
            session.provenance = provenance;
            session.settings = settings;
            session.selection.open_question = None;
            session.selection.complaint = None;
            session.playback.is_playing = is_playing;
            session.arrive();
        });
    }

    /// The label of the undo button; none if there is nothing to undo, or if the user has begun to
    /// use the new run.
    pub(super) fn undo_label(&self) -> Option<&Sentence> {
        let replaced = self.replaced.as_ref()?;
        let is_new = self.lane().simulation().run().commands.len() == replaced.commands;
        (is_new && replaced.shown_us < SHOWN_US).then_some(&replaced.label)
    }

    /// Counts wall time for the button.
    pub(super) fn age_undo(&mut self, wall_us: u64) {
        if let Some(replaced) = &mut self.replaced {
            replaced.shown_us = replaced.shown_us.saturating_add(wall_us);
        }
    }
}
