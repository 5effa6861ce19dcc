//! Going through time, and starting again.

use raft_sim::history::Position;
use raft_sim::raft_core::Timer;
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
            Playback::Pause => self.play(false),
            Playback::Toggle if self.playback.is_playing => self.play(false),
            Playback::Play | Playback::Toggle => self.play_on(),
            Playback::Step => {
                self.play(false);
                match self.next_beat_at() {
                    Some(beat) if beat <= self.lane().now() => self.continue_story(),
                    until => {
                        self.lane_mut().step(until);
                        self.arrive();
                    }
                }
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

    /// Starts playback. In a story, continues to the next beat.
    fn play_on(&mut self) {
        if self.told_story().is_some_and(|story| story.next_beat().is_some()) {
            self.continue_story();
        } else {
            self.play(true);
        }
    }

    /// Plays or pauses, whatever the selected message or the open answer would restore.
    pub(super) fn play(&mut self, is_playing: bool) {
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

    /// Goes to a moment so shortly before the first election timeout that it comes after this much
    /// wall time.
    pub(crate) fn begin_soon(&mut self, wall_us: u64) {
        let processes = self.lane().simulation().hosts().iter().flat_map(|host| &host.process);
        let timers = processes.filter_map(|process| process.timer(Timer::Election));
        if let Some(first) = timers.map(|timer| timer.fires_at().0).min() {
            let by_us = wall_us / u64::from(self.playback.speed.slowdown());
            self.show(first.saturating_sub(by_us));
        }
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
            if let Some(story) = &mut self.provenance.story {
                story.rewind();
            }
            self.seek(Time::default());
            self.play(true);
            self.begin_story();
            here
        })
    }
}
