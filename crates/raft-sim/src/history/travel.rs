//! Going elsewhere in time: the nearest keyframe, then replay.

use std::sync::Arc;

use raft_core::Micros;

use crate::record::Record;
use crate::run::Run;
use crate::simulation::Simulation;
use crate::time::Time;

use super::{BranchId, History, NoSuchBranch, Position};

/// How much of the past is told again after going to another moment.
pub const RECENT: Micros = Micros::from_millis(2000);

/// Sees what is replayed: after each event or command, the world as it is then, and its records.
pub type ReplayObserver<'a> = dyn FnMut(&Simulation, Vec<Record>) + 'a;

impl History {
    /// Goes to an instant of this branch, after all that happened at it: to its end, if it is not
    /// known that far.
    pub fn seek(&mut self, to: Time) {
        let mut records = Vec::new();
        self.go_to(Position::by(to), &mut |_, new| records.extend(new));
        self.records = records;
    }

    /// Goes to a place of this branch, or to its end if it is not known that far. What happened
    /// within [`RECENT`] before it is shown to a observer, and there are no records to take.
    pub fn go_to(&mut self, to: Position, observer: &mut ReplayObserver<'_>) {
        let from = recent(to.at.min(self.end()));
        self.simulation = self.replay(from, to, observer);
        self.records.clear();
    }

    /// Takes the last event or command back; time goes back to the one before it. False at the
    /// run's beginning.
    pub fn step_back(&mut self) -> bool {
        let Some(events) = self.simulation.events().checked_sub(1) else { return false };
        let mut start = self.begin(events, self.simulation.now());
        start.mute(true);
        while start.events() < events && start.step() {}
        let mut records = Vec::new();
        let to = Position { events, at: start.now() };
        self.go_to(to, &mut |_, new| records.extend(new));
        self.records = records;
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
            let at = self.simulation.now();
            self.current = to;
            self.simulation.run = self.run_with(&self.tree.acts(to));
            self.simulation = self.begin(0, Time::default());
            self.seek(at);
        }
        Ok(())
    }

    /// The records of a span of this branch, both ends included, as far as it is known. The cursor
    /// stays. It costs as much as playing that span.
    pub fn records_between(&self, from: Time, to: Time) -> Vec<Record> {
        let mut records = Vec::new();
        self.watch(from, Position::by(to), &mut |_, new| records.extend(new));
        records
    }

    /// Shows a observer a span of this branch, from an instant to a place, as far as it is known.
    /// The cursor stays.
    pub fn watch(&self, from: Time, to: Position, observer: &mut ReplayObserver<'_>) {
        self.replay(from, to, observer);
    }

    /// The world at an earlier or later place. A observer sees what happened from an instant on.
    fn replay(&self, from: Time, to: Position, observer: &mut ReplayObserver<'_>) -> Simulation {
        let end = self.timeline().end;
        let to = Position { events: to.events.min(end.events), at: to.at.min(end.at) };
        let before = Time(from.0.saturating_sub(1));
        let mut there = self.begin(to.events, before);
        let here = self.position();
        if here.at < from && (there.events()..=to.events).contains(&here.events) {
            there = self.simulation.clone();
        }
        let due = |there: &Simulation, until: Time| {
            there.events() < to.events && there.next_at().is_some_and(|next| next <= until)
        };
        there.mute(true);
        while from > Time::default() && due(&there, before) {
            there.step();
        }
        there.mute(false);
        // Only the run's beginning, where nodes start before anything is due, has any.
        let mut records = there.take_records();
        if from == Time::default() && !records.is_empty() {
            observer(&there, records);
        }
        while due(&there, to.at) {
            there.step();
            records = there.take_records();
            observer(&there, records);
        }
        there.now = there.now.max(to.at);
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
}

/// From when on what happened before an instant is told.
fn recent(at: Time) -> Time {
    Time(at.0.saturating_sub(RECENT.0))
}
