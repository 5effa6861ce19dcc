//! Going through time: on with the wall clock, by events that can be seen, to any moment, from the
//! start again.

use std::rc::Rc;

use raft_sim::history::{Position, RECENT};
use raft_sim::{ClientId, History, Record, Run, Scenario, Time};

use super::Session;
use super::recent;
use super::recent::Recent;
use super::settings::Draft;
use super::story::Story;
use crate::narrator::Narrator;

/// How many events one step may pass over that change nothing one can see.
const MOST_UNSEEN: usize = 1000;

/// How many steps one can take back to exactly where each began.
const MOST_STEPS: usize = 256;

/// How far back one looks first for the last event that can be seen.
const SHORT_WHILE_US: u64 = 100_000;

/// What is known about going through time from one act to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Travel {
    /// The user looks for a moment, and time stands still meanwhile.
    pub(super) scrubbing: bool,
    /// Where each of the last steps by events began, and what was said there.
    pub(super) steps: Vec<(Position, Narrator)>,
    /// Wall time that was too short for a microsecond of simulated time.
    left_over_us: u64,
    /// How many runs there were before this one.
    runs: u64,
}

impl Session {
    /// Lets `wall_us` microseconds of wall time pass. Nothing happens while paused, or while the
    /// user looks for a moment.
    pub fn advance(&mut self, wall_us: u64) {
        self.narrator.pass(wall_us);
        self.let_stand(wall_us);
        if !self.playing || self.travel.scrubbing {
            return;
        }
        let wall_us = wall_us + self.travel.left_over_us;
        let slowdown = u64::from(self.speed.slowdown());
        self.travel.left_over_us = wall_us % slowdown;
        let end = Time(self.simulation().now().0 + wall_us / slowdown);
        self.travel.steps.clear();
        while self.simulation().next_at().is_some_and(|next| next <= end) {
            self.history.step();
            self.absorb();
            if !self.playing {
                return;
            }
        }
        self.history.advance(end);
        self.absorb();
    }

    /// Plays on to the next event that can be seen, for those who want no motion. Nothing happens
    /// while paused, or while the user looks for a moment.
    pub fn advance_to_event(&mut self) {
        if self.playing && !self.travel.scrubbing {
            self.narrator.make_way();
            self.let_stand(u64::MAX);
            self.travel.steps.clear();
            self.pass_one_event();
        }
    }

    /// Goes to the next event that can be seen, and pauses there.
    pub(super) fn step(&mut self) {
        self.playing = false;
        if self.travel.steps.len() == MOST_STEPS {
            self.travel.steps.remove(0);
        }
        self.travel.steps.push((self.history.position(), self.narrator.clone()));
        self.narrator.make_way();
        self.pass_one_event();
    }

    fn pass_one_event(&mut self) {
        for _ in 0..MOST_UNSEEN {
            if !self.history.step() || self.absorb() {
                return;
            }
        }
    }

    /// Goes back to the event before this one that can be seen, or to where the last step began if
    /// that is nearer, and pauses there. So a step on and a step back is where one was, and what
    /// was said there is said again.
    pub(super) fn step_back(&mut self) {
        self.playing = false;
        let here = self.history.position();
        let seen = self.seen_before(here);
        self.travel.steps.retain(|(from, _)| *from < here);
        match self.travel.steps.pop_if(|(from, _)| seen <= *from) {
            Some((from, narrator)) => {
                self.go_to(from);
                self.narrator = narrator;
            }
            None => self.go_to(seen),
        }
    }

    /// The last place before another where something has just happened that can be seen: the
    /// beginning if there is none.
    fn seen_before(&self, here: Position) -> Position {
        let mut span_us = SHORT_WHILE_US;
        loop {
            let from = Time(here.at.0.saturating_sub(span_us));
            let mut found = (from.0 == 0).then(Position::default);
            self.history.watch(from, here, &mut |world, records| {
                let place = Position { events: world.events(), at: world.now() };
                if place < here && records.iter().any(recent::is_visible) {
                    found = Some(place);
                }
            });
            if let Some(found) = found {
                return found;
            }
            span_us *= 8;
        }
    }

    /// Goes to a moment of this branch, after all that happened then; at time zero before that, or
    /// nobody could go back to before what was done first.
    pub(super) fn seek(&mut self, to: Time) {
        self.travel.steps.clear();
        self.go_to(if to == Time::default() { Position::default() } else { Position::by(to) });
    }

    /// Goes to the next or the previous mark of the time bar; beyond them, to the end of what is
    /// known or to the beginning.
    pub(super) fn seek_mark(&mut self, forward: bool) {
        let now = self.simulation().now().0;
        let Some(scene) = &self.scene else { return };
        let mut marks = scene.timeline.marks.iter().map(|mark| mark.at_us);
        let to = if forward {
            marks.find(|&at_us| at_us > now).unwrap_or(u64::MAX)
        } else {
            marks.rfind(|&at_us| at_us < now).unwrap_or(0)
        };
        self.seek(Time(to));
    }

    /// Begins again.
    pub(super) fn reset(&mut self, seed: u64) {
        if seed == self.simulation().run().seed && self.tell_again() {
            return;
        }
        // What a story's cluster is made for is that story.
        let scenario = if self.story.is_told() {
            Scenario::default()
        } else {
            self.simulation().run().scenario.clone()
        };
        let run = Run { scenario, seed, commands: Vec::new() };
        // The scenario has run before, so it can run again.
        let Ok(history) = History::new(run) else { return };
        // What was meant for the next run still is.
        let draft = core::mem::take(&mut self.draft);
        self.begin(history);
        self.draft = draft;
    }

    /// Leaves this run for another one.
    pub(super) fn begin(&mut self, history: History) {
        self.history = history;
        self.travel.runs += 1;
        self.story = Story::default();
        self.selected = None;
        self.asked = None;
        self.complaint = None;
        self.draft = Draft::default();
        let clients = self.simulation().clients();
        if clients.iter().all(|client| client.id != self.sender) {
            self.sender = ClientId(0);
        }
        self.lay_out(self.layout.stage);
        self.strokes.clear();
        self.seek(Time::default());
    }

    /// How many runs there were before this one.
    pub(crate) fn runs_begun(&self) -> u64 {
        self.travel.runs
    }

    /// Goes to a place of this branch. What had just happened there is told as if one had stepped
    /// there.
    pub(super) fn go_to(&mut self, to: Position) {
        let now = to.at.min(self.history.end());
        let mut narrator = Narrator::at(now.since(Time::default()) > RECENT);
        let mut recent = Recent::default();
        self.history.go_to(to, &mut |world, records| {
            let records = shared(records);
            narrator.make_way();
            narrator.hear(&records, world);
            recent.add(records, world.now());
        });
        recent.add(Vec::new(), now);
        (self.narrator, self.recent) = (narrator, recent);
        self.travel.left_over_us = 0;
        self.stale = true;
        self.let_stand(u64::MAX);
    }

    /// What the user wants holds, whatever is selected.
    pub(super) fn play(&mut self, playing: bool) {
        self.playing = playing;
        if let Some(held) = &mut self.held {
            held.was_playing = false;
        }
    }

    /// Takes in what happened; says whether any of it can be seen. Pauses if somebody wanted that.
    pub(super) fn absorb(&mut self) -> bool {
        let records = shared(self.history.take_records());
        let simulation = self.history.simulation();
        if let Some(kind) = self.pauses.first(&records).filter(|_| self.playing) {
            self.playing = false;
            self.narrator.make_way();
            self.narrator.remark(kind.sentence());
        }
        self.narrator.hear(&records, simulation);
        self.stale |= !records.is_empty();
        let now = simulation.now();
        self.let_go_of_what_arrived();
        self.recent.add(records, now)
    }
}

/// Records that the transcript and an answer can both keep.
fn shared(records: Vec<Record>) -> Vec<Rc<Record>> {
    records.into_iter().map(Rc::new).collect()
}
