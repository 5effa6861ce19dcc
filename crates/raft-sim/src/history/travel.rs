//! Going elsewhere in time: the nearest keyframe, then replay.

use std::sync::Arc;

use raft_core::Micros;

use crate::record::Record;
use crate::scenario::Run;
use crate::simulation::Simulation;
use crate::time::Time;

use super::{BranchId, History, NoSuchBranch};

/// How much of the past is told again after going to another moment.
pub const RECENT: Micros = Micros::from_millis(2000);

impl History {
    /// Goes to an instant of this branch, after all that happened at it: to its end, if it is not
    /// known that far.
    pub fn seek(&mut self, to: Time) {
        let to = to.min(self.end());
        self.arrive(self.replay(u64::MAX, to, true));
    }

    /// Takes the last event or command back; time goes back to the one before it. False at the
    /// run's beginning.
    pub fn step_back(&mut self) -> bool {
        let Some(events) = self.simulation.events().checked_sub(1) else { return false };
        let mut start = self.begin(events, self.simulation.now());
        start.mute(true);
        while start.events() < events && start.step() {}
        self.arrive(self.replay(events, start.now(), false));
        true
    }

    /// Goes over to another branch, to the same time or its end, whichever is earlier.
    ///
    /// # Errors
    /// If there is no such branch.
    pub fn switch(&mut self, to: BranchId) -> Result<(), NoSuchBranch> {
        if !self.tree.has(to) {
            return Err(NoSuchBranch(to));
        }
        if to != self.current {
            self.current = to;
            self.simulation.run = self.run_with(&self.tree.acts(to));
            let at = self.simulation.now().min(self.end());
            self.arrive(self.replay(u64::MAX, at, false));
        }
        Ok(())
    }

    /// The records of a span of this branch, both ends included, as far as it is known. The cursor
    /// stays. It costs as much as playing that span.
    pub fn records_between(&self, from: Time, to: Time) -> Vec<Record> {
        let to = to.min(self.end());
        let mut simulation = self.begin(u64::MAX, Time(from.0.saturating_sub(1)));
        play(&mut simulation, u64::MAX, from, to);
        let mut records = simulation.take_records();
        records.retain(|record| record.at >= from);
        records
    }

    /// The world at an earlier or later place, with the records of the time before it: after
    /// everything until an instant, but after no more than so many events.
    fn replay(&self, events: u64, at: Time, cursor_serves: bool) -> Simulation {
        let told_from = Time(at.0.saturating_sub(RECENT.0));
        let before = Time(told_from.0.saturating_sub(1));
        let mut there = self.begin(events, before);
        let cursor = &self.simulation;
        if cursor_serves && cursor.now() <= before && cursor.events() > there.events() {
            there = cursor.clone();
        }
        play(&mut there, events, told_from, at);
        there
    }

    /// The world at the last keyframe until some place of this branch.
    fn begin(&self, events: u64, at: Time) -> Simulation {
        let keyframe = self.tree.keyframe(self.current, events, at);
        // A copy tells nothing of before, but the nodes' first start belongs to what is told.
        let anew = (keyframe.events == 0).then(|| Simulation::new(Run::clone(&self.bare)).ok());
        let mut simulation = anew.flatten().unwrap_or_else(|| keyframe.simulation.clone());
        simulation.run = Arc::clone(&self.simulation.run);
        simulation
    }

    fn arrive(&mut self, mut there: Simulation) {
        let told_from = Time(there.now().0.saturating_sub(RECENT.0));
        self.records = there.take_records();
        self.records.retain(|record| record.at >= told_from);
        self.simulation = there;
    }
}

/// Plays until an instant, but no more than so many events, and keeps the records from another on.
fn play(simulation: &mut Simulation, events: u64, told_from: Time, until: Time) {
    let due = |simulation: &Simulation, until: Time| {
        simulation.events() < events && simulation.next_at().is_some_and(|next| next <= until)
    };
    simulation.mute(true);
    if let Some(untold) = told_from.0.checked_sub(1) {
        while due(simulation, Time(untold)) {
            simulation.step();
        }
    }
    simulation.mute(false);
    while due(simulation, until) {
        simulation.step();
    }
    simulation.now = simulation.now.max(until);
}
