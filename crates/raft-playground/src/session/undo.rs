//! Undoing a reset: the run that it replaced is kept until another run is opened or replaced.

use raft_sim::history::{BranchId, Position};

use super::Session;
use crate::lane::Lane;
use crate::state::{Provenance, SettingsDraft};
use crate::text::{Sentence, say};

/// How long the button is shown while the new run plays, in wall microseconds. The key always
/// works.
const SHOWN_US: u64 = 15_000_000;

/// What a reset leaves.
#[derive(Clone, Debug)]
pub(super) enum Left {
    /// A run.
    Run(Box<Lane>),
    /// A moment of a story, which is kept.
    Moment(BranchId, Position),
}

/// A run that was replaced.
#[derive(Clone, Debug)]
pub(super) struct ReplacedRun {
    left: Left,
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
    pub(super) fn replace(
        &mut self,
        label: Sentence,
        replace: &mut dyn FnMut(&mut Self) -> Option<Left>,
    ) {
        let (provenance, settings) = (self.provenance.clone(), self.settings.clone());
        let is_playing = self.playback.is_playing;
        let Some(left) = replace(self) else { return };
        let commands = self.lane().simulation().run().commands.len();
        let shown_us = 0;
        self.replaced =
            Some(ReplacedRun { left, provenance, settings, is_playing, label, commands, shown_us });
    }

    /// Brings back the run that was replaced. The present one is kept in its place.
    pub(super) fn undo(&mut self) {
        let Some(before) = self.replaced.take() else { return };
        let ReplacedRun { left, provenance, settings, is_playing, .. } = before;
        let (mut left, mut before) = (Some(left), Some((provenance, settings)));
        self.replace(say::redo(), &mut |session| {
            session.close_menu();
            let left = match left.take()? {
                Left::Run(lane) => Left::Run(Box::new(session.lane_mut().replace(*lane))),
                Left::Moment(branch, moment) => {
                    let here = session.here();
                    session.lane_mut().history.switch(branch).ok()?;
                    session.go_to(moment);
                    here
                }
            };
            (session.provenance, session.settings) = before.take()?;
            session.selection.open_question = None;
            session.selection.resumes_after_answer = false;
            session.selection.complaint = None;
            session.playback.is_playing = is_playing;
            session.arrive();
            Some(left)
        });
    }

    /// The present moment, for going back to it.
    pub(super) fn here(&self) -> Left {
        let history = &self.lane().history;
        Left::Moment(history.current(), history.position())
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
