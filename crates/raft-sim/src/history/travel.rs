//! Moving in time: the nearest keyframe, then a replay.

use std::sync::Arc;

use raft_core::Micros;

use crate::record::Record;
use crate::run::Run;
use crate::simulation::Simulation;
use crate::time::Time;

use super::{BranchId, History, NoSuchBranch, Position};

/// How much of the past is replayed as recent after moving to another time.
pub const RECENT: Micros = Micros::from_millis(2000);

/// Observes a replay: after each event or command, it receives the simulation and the new records.
pub type ReplayObserver<'a> = dyn FnMut(&Simulation, Vec<Record>) + 'a;

impl History {
    /// Moves to the position in this branch after all events of a time, or to the end of the known
    /// part.
    pub fn seek(&mut self, to: Time) {
        let mut records = Vec::new();
        self.go_to(Position::by(to), &mut |_, new| records.extend(new));
        self.records = records;
    }

    /// Moves to a position in this branch, or to the end of the known part. The observer receives
    /// what happened within [`RECENT`] before it, and there are no records to take.
    pub fn go_to(&mut self, to: Position, observer: &mut ReplayObserver<'_>) {
        let from = recent(to.at.min(self.end()));
        self.simulation = self.replay(from, to, observer);
        self.records.clear();
    }

    /// Undoes the last event or command and goes back to the time of the one before. Returns false
    /// at the beginning of the run.
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

    /// Switches to another branch, at the same time or at its end, whichever is earlier.
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

    /// The records of a time span of this branch, both ends included, as far as it is known. The
    /// cursor does not move. This costs as much as playing that span.
    pub fn records_between(&self, from: Time, to: Time) -> Vec<Record> {
        let mut records = Vec::new();
        self.watch(from, Position::by(to), &mut |_, new| records.extend(new));
        records
    }

    /// Shows an observer a part of this branch, from a time to a position, as far as it is known.
    /// The cursor does not move.
    pub fn watch(&self, from: Time, to: Position, observer: &mut ReplayObserver<'_>) {
        self.replay(from, to, observer);
    }

    /// The simulation at an earlier or later position. The observer receives what happened from a
    /// time on.
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
        // Only the beginning of the run, where nodes start before any event, has records.
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

    /// The simulation at the last keyframe before a position of this branch.
    fn begin(&self, events: u64, at: Time) -> Simulation {
        let keyframe = self.tree.keyframe(self.current, events, at);
        // A keyframe has no records, but the nodes' first start must be among the replayed ones.
        let anew = (keyframe.events == 0).then(|| Simulation::new(Run::clone(&self.bare)).ok());
        let mut simulation = anew.flatten().unwrap_or_else(|| keyframe.simulation.clone());
        simulation.run = Arc::clone(&self.simulation.run);
        simulation
    }
}

/// The start of the recent past of a time.
fn recent(at: Time) -> Time {
    Time(at.0.saturating_sub(RECENT.0))
}
