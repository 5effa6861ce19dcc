//! Going through time, and starting again.

use raft_sim::history::Position;
use raft_sim::{History, Run, Scenario, Time};

use super::Session;
use super::undo::Left;
use crate::intent::Playback;
use crate::state::{Selected, Selection};
use crate::text::say;

impl Session {
    pub(super) fn handle_playback(&mut self, intent: Playback) {
        let hold = self.playback.hold();
        match intent {
            Playback::Play => self.play(true),
            Playback::Pause => self.play(false),
            Playback::Toggle => self.play(!self.playback.is_playing),
            Playback::Step => {
                self.play(false);
                let until = self.next_line_at();
                self.lane_mut().step(until);
                self.arrive();
            }
            Playback::StepBack => {
                self.play(false);
                self.lane_mut().step_back();
                self.arrive();
            }
            Playback::Seek { to_us } => self.seek(Time(to_us)),
            Playback::SeekMark { forward } => {
                self.lane_mut().seek_mark(forward, hold);
                self.arrive();
            }
            Playback::Scrub(is_scrubbing) => self.playback.is_scrubbing = is_scrubbing,
            Playback::SwitchBranch(branch) => {
                self.lane_mut().switch(branch, hold);
                self.arrive();
            }
            Playback::ToggleBreakpoint(breakpoint) => self.playback.breakpoints.toggle(breakpoint),
            Playback::SetSpeed(speed) => self.playback.speed = speed,
            Playback::Reset { seed: None } => self.replace(say::undo_reset(), &mut Self::reset),
            Playback::Reset { seed: Some(seed) } => {
                self.replace(say::undo_new_seed(), &mut |session| session.begin_with_seed(seed));
            }
            Playback::Undo => self.undo(),
            Playback::ReducedMotion(is_reduced) => self.playback.is_motion_reduced = is_reduced,
        }
    }

    /// Stops time while an answer is open, and resumes it when the answer is closed. If the user
    /// plays or pauses meanwhile, that holds.
    pub(super) fn stop_while_reading(&mut self) {
        let Selection { open_question, resumes_after_answer, .. } = &mut self.selection;
        if open_question.is_some() {
            *resumes_after_answer |= std::mem::take(&mut self.playback.is_playing);
        } else {
            self.playback.is_playing |= std::mem::take(resumes_after_answer);
        }
    }

    /// Plays or pauses, whatever the selected message or the open answer would restore.
    fn play(&mut self, is_playing: bool) {
        self.playback.is_playing = is_playing;
        self.selection.resumes_after_answer = false;
        if let Selected::Message(selected) = &mut self.selection.selected {
            selected.was_playing = false;
        }
    }

    /// Goes to a moment of this branch.
    pub(super) fn seek(&mut self, to: Time) {
        let hold = self.playback.hold();
        self.lane_mut().seek(to, hold);
        self.arrive();
    }

    pub(super) fn go_to(&mut self, to: Position) {
        let hold = self.playback.hold();
        self.lane_mut().go_to(to, hold);
        self.arrive();
        self.settle();
    }

    /// Starts again with the same seed: the story, if the run is one.
    fn reset(&mut self) -> Option<Left> {
        let seed = self.lane().simulation().run().seed;
        self.restart_story().or_else(|| self.begin_with_seed(seed))
    }

    /// Starts again with a seed.
    fn begin_with_seed(&mut self, seed: u64) -> Option<Left> {
        // A story's cluster is made for that story.
        let scenario = if self.provenance.is_story {
            Scenario::default()
        } else {
            self.lane().simulation().run().scenario.clone()
        };
        // The scenario has run before, so it can run again.
        let run = Run { scenario, seed, commands: Vec::new() };
        let history = History::new(run).ok()?;
        // The settings for the next run stay.
        let draft = std::mem::take(&mut self.settings);
        let left = self.begin(history);
        self.settings = draft;
        Some(left)
    }

    /// Goes back to the beginning of the story, if the run is one.
    fn restart_story(&mut self) -> Option<Left> {
        let here = self.here();
        let can_restart = self.provenance.is_story && self.lane_mut().switch_to_first();
        can_restart.then(|| {
            self.seek(Time::default());
            here
        })
    }
}
