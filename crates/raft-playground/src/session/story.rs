//! What was opened: what it is called, and what it tells at which moments.

use std::rc::Rc;

use raft_sim::Time;
use raft_sim::history::BranchId;

use super::Session;
use crate::share::{Opened, Shown};

/// Where a run came from, if it was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Story {
    title: Option<Rc<str>>,
    /// When it says what, in order.
    said: Vec<(Time, Rc<str>)>,
    /// Whether it begins at its beginning; a moment that was shared does not.
    is_told: bool,
}

impl Story {
    pub(super) fn is_told(&self) -> bool {
        self.is_told
    }
}

impl Session {
    /// Shows what was opened, in the place of the run before: a moment that was shared stands
    /// still, a story begins.
    pub fn open(&mut self, opened: Opened) {
        let Opened { history, moment, title, said, speed, .. } = opened;
        let story = Story {
            title: title.map(Into::into),
            said: said.into_iter().map(|said| (said.at, said.text.into())).collect(),
            is_told: speed.is_none(),
        };
        self.playing = story.is_told;
        self.speed = speed.unwrap_or(self.speed);
        self.begin(history);
        self.story = story;
        self.go_to(moment);
    }

    /// Goes to a moment, beyond what is known if need be.
    pub fn show(&mut self, at_us: u64) {
        /// Of a longer time the records would fill the memory.
        const PIECE_US: u64 = 1_000_000;
        while self.history.end() < Time(at_us) {
            let end = self.history.end();
            self.history.seek(end);
            self.history.advance(Time(at_us.min(end.0 + PIECE_US)));
            self.history.take_records();
        }
        self.seek(Time(at_us));
    }

    /// What is on screen, to be shared.
    pub fn shown(&self) -> Shown {
        let simulation = self.simulation();
        Shown {
            run: simulation.shared_run(),
            title: self.story.title.clone(),
            moment: self.history.position(),
            end: self.history.end().max(simulation.now()),
            speed: self.speed,
        }
    }

    /// What stands below the sentence: what the story said last, or else what it is called. Who
    /// acts leaves the story, and what it says later.
    pub(crate) fn caption(&self) -> Option<Rc<str>> {
        let Story { title, said, .. } = &self.story;
        let now = self.simulation().now();
        let in_story = self.history.current() == BranchId::default();
        let last = said.iter().rev().find(|(at, _)| *at <= now).filter(|_| in_story);
        last.map(|(_, text)| text).or(title.as_ref()).map(Rc::clone)
    }

    /// Goes back to the beginning of the story, if one is told.
    pub(super) fn tell_again(&mut self) -> bool {
        let is_told = self.story.is_told && self.history.switch(BranchId::default()).is_ok();
        if is_told {
            self.seek(Time::default());
        }
        is_told
    }
}
