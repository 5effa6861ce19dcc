//! Going through time, and starting again.

use raft_sim::history::Position;
use raft_sim::{History, Run, Scenario, Time};

use super::Session;
use crate::intent::Playback;
use crate::state::Selected;

impl Session {
    pub(super) fn handle_playback(&mut self, intent: Playback) {
        let hold = self.playback.hold();
        match intent {
            Playback::Play => self.play(true),
            Playback::Pause => self.play(false),
            Playback::Toggle => self.play(!self.playback.is_playing),
            Playback::Step => {
                self.playback.is_playing = false;
                self.lane_mut().step();
            }
            Playback::StepBack => {
                self.playback.is_playing = false;
                self.lane_mut().step_back();
                self.playback.left_over_us = 0;
            }
            Playback::Seek { to_us } => self.seek(Time(to_us)),
            Playback::SeekMark { forward } => {
                self.lane_mut().seek_mark(forward, hold);
                self.playback.left_over_us = 0;
            }
            Playback::Scrub(is_scrubbing) => self.playback.is_scrubbing = is_scrubbing,
            Playback::SwitchBranch(branch) => {
                self.lane_mut().switch(branch, hold);
                self.playback.left_over_us = 0;
            }
            Playback::ToggleBreakpoint(breakpoint) => self.playback.breakpoints.toggle(breakpoint),
            Playback::SetSpeed(speed) => self.playback.speed = speed,
            Playback::Reset { seed } => self.reset(seed),
            Playback::ReducedMotion(is_reduced) => self.playback.is_motion_reduced = is_reduced,
        }
    }

    /// Plays or pauses, whatever the selected message would restore.
    fn play(&mut self, is_playing: bool) {
        self.playback.is_playing = is_playing;
        if let Selected::Message(selected) = &mut self.selection.selected {
            selected.was_playing = false;
        }
    }

    /// Goes to a moment of this branch.
    pub(super) fn seek(&mut self, to: Time) {
        let hold = self.playback.hold();
        self.lane_mut().seek(to, hold);
        self.playback.left_over_us = 0;
    }

    pub(super) fn go_to(&mut self, to: Position) {
        let hold = self.playback.hold();
        self.lane_mut().go_to(to, hold);
        self.playback.left_over_us = 0;
        self.settle();
    }

    /// Starts again, with another seed if one is given.
    fn reset(&mut self, seed: Option<u64>) {
        let run = self.lane().simulation().run();
        let seed = seed.unwrap_or(run.seed);
        if seed == run.seed && self.restart_story() {
            return;
        }
        // A story's cluster is made for that story.
        let scenario = if self.provenance.is_story {
            Scenario::default()
        } else {
            self.lane().simulation().run().scenario.clone()
        };
        // The scenario has run before, so it can run again.
        let run = Run { scenario, seed, commands: Vec::new() };
        let Ok(history) = History::new(run) else { return };
        // The settings for the next run stay.
        let draft = std::mem::take(&mut self.settings);
        self.begin(history);
        self.settings = draft;
    }

    /// Goes back to the beginning of the story, if the run is one.
    fn restart_story(&mut self) -> bool {
        let can_restart = self.provenance.is_story && self.lane_mut().switch_to_first();
        if can_restart {
            self.seek(Time::default());
        }
        can_restart
    }
}
