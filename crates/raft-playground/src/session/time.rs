//! Going through time: on with the wall clock, by events, to any moment, from the start again.

use std::rc::Rc;

use raft_sim::{ClientId, History, Run, Time};

use super::Session;
use super::recent::Recent;
use super::settings::Draft;
use crate::narrator::Narrator;

/// How many events one step may pass over that change nothing one can see.
const MOST_UNSEEN: usize = 1000;

impl Session {
    /// Lets `wall_us` microseconds of wall time pass. Nothing happens while paused.
    pub fn advance(&mut self, wall_us: u64) {
        self.narrator.pass(wall_us);
        if !self.playing {
            return;
        }
        let wall_us = wall_us + self.left_over_us;
        let slowdown = u64::from(self.speed.slowdown());
        self.left_over_us = wall_us % slowdown;
        let end = Time(self.simulation().now().0 + wall_us / slowdown);
        self.history.advance(end);
        self.absorb();
    }

    /// Goes to the next event that can be seen, and pauses there.
    pub(super) fn step(&mut self) {
        self.playing = false;
        self.narrator.make_way();
        for _ in 0..MOST_UNSEEN {
            if !self.history.step() || self.absorb() {
                return;
            }
        }
    }

    /// Takes back the last event that can be seen, and pauses there.
    pub(super) fn step_back(&mut self) {
        self.playing = false;
        if self.history.step_back() {
            self.arrive();
        }
    }

    /// Goes to a moment of this branch.
    pub(super) fn seek(&mut self, to: Time) {
        self.history.seek(to);
        self.arrive();
    }

    /// Begins again.
    pub(super) fn reset(&mut self, seed: u64) {
        let run = Run { seed, commands: Vec::new(), ..self.simulation().run().clone() };
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
        self.complaint = None;
        self.draft = Draft::default();
        let clients = self.simulation().clients();
        if clients.iter().all(|client| client.id != self.sender) {
            self.sender = ClientId(0);
        }
        self.lay_out(self.layout.stage);
        self.arrive();
    }

    /// Takes in that the cursor is elsewhere: what had just happened there is what happened lately.
    fn arrive(&mut self) {
        self.narrator = Narrator::default();
        self.recent = Recent::default();
        self.left_over_us = 0;
        self.stale = true;
        self.absorb();
    }

    /// Takes in what happened; says whether any of it can be seen.
    pub(super) fn absorb(&mut self) -> bool {
        let records: Vec<_> = self.history.take_records().into_iter().map(Rc::new).collect();
        self.narrator.hear(&records, self.history.simulation());
        self.stale |= !records.is_empty();
        self.recent.add(records, self.history.simulation().now())
    }
}
