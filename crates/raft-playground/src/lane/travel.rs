//! Going through time: on with the clock, by visible events, to any moment.

use raft_sim::Time;
use raft_sim::history::Position;
use raft_sim::raft_core::Micros;

use super::{AdvanceOutcome, Lane, marks, shared};
use crate::intent::Breakpoints;
use crate::phrases::Past;
use crate::significance;
use crate::state::{Narration, RecentEvents};

/// How many events one step may pass over that change nothing visible.
const MOST_UNSEEN: usize = 1000;

/// How many steps can be taken back to exactly where each began.
const MOST_STEPS: usize = 256;

/// How far back the search for the last visible event begins.
const SHORT_WHILE_US: u64 = 100_000;

/// The records of a longer time at once would fill the memory.
const PIECE_US: u64 = 1_000_000;

impl Lane {
    /// Lets simulated time pass, up to the first event at which playback pauses.
    pub(crate) fn advance(
        &mut self,
        by: Micros,
        breakpoints: Breakpoints,
        hold: Micros,
    ) -> AdvanceOutcome {
        self.steps.clear();
        let end = self.now() + by;
        let mut any = false;
        while self.simulation().next_at().is_some_and(|next| next <= end) {
            self.history.step();
            let outcome = self.ingest_records(Some(breakpoints), hold);
            any |= outcome.any;
            if outcome.pauses {
                return AdvanceOutcome { any, ..outcome };
            }
        }
        self.history.advance(end);
        let outcome = self.ingest_records(Some(breakpoints), hold);
        AdvanceOutcome { any: any | outcome.any, ..outcome }
    }

    /// Goes to the next visible event.
    pub(crate) fn advance_to_event(&mut self, breakpoints: Option<Breakpoints>) -> AdvanceOutcome {
        self.narration.allow_replacement();
        let mut outcome = AdvanceOutcome::default();
        for _ in 0..MOST_UNSEEN {
            if outcome.visible || outcome.pauses || !self.history.step() {
                break;
            }
            outcome = self.ingest_records(breakpoints, Micros(0));
        }
        outcome
    }

    /// Goes to the next visible event, and remembers from where.
    pub(crate) fn step(&mut self) {
        if self.steps.len() == MOST_STEPS {
            self.steps.remove(0);
        }
        self.steps.push((self.history.position(), self.narration.clone()));
        self.advance_to_event(None);
    }

    /// Forgets the steps that were taken.
    pub(crate) fn forget_steps(&mut self) {
        self.steps.clear();
    }

    /// Goes back to the last visible event before this one, or to where the last step began if that
    /// is nearer. So after a step on, a step back restores the moment and its sentence.
    pub(crate) fn step_back(&mut self) {
        let here = self.history.position();
        let seen = self.seen_before(here);
        self.steps.retain(|(from, _)| *from < here);
        match self.steps.pop_if(|(from, _)| seen <= *from) {
            Some((from, narration)) => {
                self.go_to(from, Micros(0));
                self.narration = narration;
            }
            None => self.go_to(seen, Micros(0)),
        }
    }

    /// The last place before another where something visible has just happened; the beginning if
    /// there is none.
    fn seen_before(&self, here: Position) -> Position {
        let mut span_us = SHORT_WHILE_US;
        loop {
            let from = Time(here.at.0.saturating_sub(span_us));
            let mut found = (from.0 == 0).then(Position::default);
            self.history.watch(from, here, &mut |world, records| {
                let place = Position { events: world.events(), at: world.now() };
                if place < here && records.iter().any(significance::is_visible) {
                    found = Some(place);
                }
            });
            if let Some(found) = found {
                return found;
            }
            span_us *= 8;
        }
    }

    /// Goes to a moment of this branch, after all events of that moment. Time zero is before them,
    /// or the user could not go back to before the first command.
    pub(crate) fn seek(&mut self, to: Time, hold: Micros) {
        self.steps.clear();
        self.go_to(
            if to == Time::default() { Position::default() } else { Position::by(to) },
            hold,
        );
    }

    /// Goes to a moment. If the run is not known that far, it is played on.
    pub(crate) fn show(&mut self, at: Time, hold: Micros) {
        while self.history.end() < at {
            let end = self.history.end();
            self.history.seek(end);
            self.history.advance(at.min(end + Micros(PIECE_US)));
            self.history.take_records();
        }
        self.seek(at, hold);
    }

    /// Goes to the next or the previous mark of the time bar; beyond them, to the end of what is
    /// known or to the beginning.
    pub(crate) fn seek_mark(&mut self, forward: bool, hold: Micros) {
        let now_us = self.now().0;
        let marks = marks(self);
        let mut marks = marks.iter().map(|mark| mark.at_us);
        let to = if forward {
            marks.find(|&at_us| at_us > now_us).unwrap_or(u64::MAX)
        } else {
            marks.rfind(|&at_us| at_us < now_us).unwrap_or(0)
        };
        self.seek(Time(to), hold);
    }

    /// Goes to a place of this branch. The last two seconds are replayed, so recent events appear
    /// as if the user had played up to it, with sentences standing for as long as said.
    pub(crate) fn go_to(&mut self, to: Position, hold: Micros) {
        let mut narration = Narration::default();
        let mut recent = RecentEvents::default();
        self.history.go_to(to, &mut |world, records| {
            let records = shared(records);
            let past = Past { simulation: world, script: &self.script, records: [&[], &records] };
            narration.consider(&past, hold);
            recent.add(records, world.now());
        });
        recent.add(Vec::new(), self.now());
        (self.narration, self.recent) = (narration, recent);
    }
}
