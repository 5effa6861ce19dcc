//! A run with a past: a caller can go back to any time in it and give commands there.
//!
//! A [`History`] is a [`Simulation`] with a past. It keeps copies of the simulation, its keyframes,
//! and reaches any time by a replay from the nearest one. A run repeats exactly, so the replay
//! gives exactly the original states.
//!
//! # What it costs
//! There is a keyframe every 2048 events, which is eleven seconds for an idle cluster of five. At
//! most 1024 are kept in all branches together, and only while the whole history needs at most 52
//! MiB by estimate. Beyond that, the keyframe whose neighbours are closest in time is evicted, so
//! that replays become longer evenly. Clones of a simulation share what has not changed. The run
//! itself grows in any case, with its commands and the newest state: about 1200 bytes for each
//! request. If that leaves less than 8 MiB, keyframes may still use 8 MiB.
//!
//! ```
//! use raft_sim::raft_core::NodeId;
//! use raft_sim::{Command, History, Run, Time};
//!
//! let mut history = History::new(Run { seed: 7, ..Run::default() })?;
//! history.advance(Time::from_millis(2000));
//! history.seek(Time::from_millis(1000));
//! history.act(Command::Crash(NodeId(0).into()))?; // the old future stays, as branch 0
//! history.advance(Time::from_millis(3000));
//! assert_eq!(history.branches().count(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod branch;
mod keyframes;
mod marks;
mod memory;
mod travel;

use std::sync::Arc;

use crate::command::Command;
use crate::record::Record;
use crate::run::{BadCommand, BadRun};
use crate::run::{Run, TimedCommand};
use crate::simulation::Simulation;
use crate::time::Time;

pub use branch::{Branch, BranchId, MAX_BRANCHES, NoSuchBranch, Position};
use branch::{Timeline, Tree, in_order};
use keyframes::{GAP, Keyframe, LEAST_BYTES, MOST, MOST_BYTES};
pub use marks::{MAX_MARKS, Mark, MarkKind};
pub use travel::{RECENT, ReplayObserver};

/// A run, all its branches, and a position in one of them: the cursor.
#[derive(Clone, Debug)]
pub struct History {
    /// The original commands of the run.
    script: Vec<TimedCommand>,
    /// The run without commands, for keyframes.
    bare: Arc<Run>,
    /// The simulation at the cursor.
    simulation: Simulation,
    /// The records that the caller has not taken.
    records: Vec<Record>,
    tree: Tree,
    current: BranchId,
}

impl History {
    /// Starts a run at time zero.
    ///
    /// # Errors
    /// The first invalid part of the run.
    pub fn new(run: Run) -> Result<Self, BadRun> {
        let simulation = Simulation::new(run)?;
        let run = simulation.run();
        let mut history = Self {
            script: run.commands.clone(),
            bare: Arc::new(Run { commands: Vec::new(), ..run.clone() }),
            records: Vec::new(),
            tree: Tree::new(Timeline::default()),
            current: BranchId::default(),
            simulation,
        };
        // This also keeps the records of the nodes' start, which a replay would not repeat.
        history.add_keyframe();
        history.observe();
        Ok(history)
    }

    /// The simulation at the cursor. Its run contains all commands of this branch, also those after
    /// the cursor.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// The position of the cursor in this branch.
    pub fn position(&self) -> Position {
        Position { events: self.simulation.events(), at: self.simulation.now() }
    }

    /// The end of the known part of this branch.
    pub fn end(&self) -> Time {
        self.timeline().end.at
    }

    /// Whether the cursor is at the end of the known part: a command there starts no branch.
    pub fn is_at_end(&self) -> bool {
        self.simulation.events() >= self.timeline().end.events
    }

    /// Plays up to and including a time: first the known part, then new events. A time in the past
    /// has no effect.
    pub fn advance(&mut self, until: Time) {
        while self.simulation.next_at().is_some_and(|next| next <= until) {
            self.play_one();
        }
        self.simulation.run_until(until);
        self.observe();
    }

    /// Plays the next event or command. Returns false if there is none.
    pub fn step(&mut self) -> bool {
        let stepped = self.play_one();
        self.observe();
        stepped
    }

    /// Executes a command at the cursor, after all other events of that time. If the cursor is not
    /// at the end of the known part, this starts a branch, which contains the later commands of the
    /// original run but not later commands given by hand.
    ///
    /// # Errors
    /// If the cluster lacks what the command names; then nothing changes.
    pub fn act(&mut self, command: Command) -> Result<(), BadCommand> {
        self.simulation.check(&command)?;
        if !self.is_at_end() {
            self.fork();
        }
        self.simulation.act(command.clone())?;
        let at = self.simulation.now();
        self.timeline_mut().acts.push(TimedCommand { at, command });
        self.observe();
        Ok(())
    }

    /// Takes the records that the cursor has passed since the last call.
    ///
    /// Playing and giving commands add records, whether new or known. Moving elsewhere
    /// ([`History::seek`], [`History::step_back`], [`History::switch`]) replaces them with the
    /// records of the last [`RECENT`] before the cursor. Records are kept until they are taken, so
    /// a caller that advances by hours should take them now and then.
    pub fn take_records(&mut self) -> Vec<Record> {
        core::mem::take(&mut self.records)
    }

    /// The important events of this branch, from the beginning to its end, in order: at most
    /// [`MAX_MARKS`]. If there are many, one of each kind is kept in each time span.
    pub fn marks(&self) -> &[Mark] {
        self.timeline().marks.as_slice()
    }

    /// All branches, in the order in which they started. At most [`MAX_BRANCHES`] are kept; beyond
    /// that, the oldest branch without children is discarded.
    pub fn branches(&self) -> impl Iterator<Item = Branch<'_>> {
        self.tree.iter().map(|timeline| Branch {
            id: timeline.id,
            parent: timeline.parent,
            from: timeline.from.at,
            began_with: timeline.parent.and(timeline.acts.first()).map(|timed| &timed.command),
            acts: &timeline.acts,
            end: timeline.end.at,
        })
    }

    /// The branch of the cursor.
    pub fn current(&self) -> BranchId {
        self.current
    }

    /// The number of keyframes, and the estimated number of bytes that each shares with no other.
    pub fn keyframes(&self) -> (usize, usize) {
        self.tree
            .iter()
            .map(|timeline| &timeline.keyframes)
            .fold((0, 0), |(count, own), frames| (count + frames.len(), own + frames.own_bytes()))
    }

    fn timeline(&self) -> &Timeline {
        self.tree.at(self.current)
    }

    fn timeline_mut(&mut self) -> &mut Timeline {
        self.tree.at_mut(self.current)
    }
}

/// Playing.
impl History {
    /// Plays one event or command. Adds a keyframe if it is new and the last keyframe is far
    /// behind.
    fn play_one(&mut self) -> bool {
        let stepped = self.simulation.step();
        let events = self.simulation.events();
        let timeline = self.timeline();
        let last = timeline.keyframes.last().map_or(timeline.from.events, |last| last.events);
        if events / GAP > last / GAP && events > timeline.end.events {
            self.observe();
            self.add_keyframe();
            self.evict();
        }
        stepped
    }

    /// Collects the records of the events just played, and marks the new ones.
    fn observe(&mut self) {
        let records = self.simulation.take_records();
        let (position, next_seq) = (self.position(), self.simulation.journal.next_seq());
        let timeline = self.tree.at_mut(self.current);
        if next_seq > timeline.next_seq {
            let new = records.iter().filter(|record| record.seq >= timeline.next_seq);
            new.for_each(|record| timeline.marks.observe(record));
            timeline.next_seq = next_seq;
        }
        if position.events >= timeline.end.events {
            timeline.end = position.max(timeline.end);
        }
        if self.records.is_empty() {
            self.records = records;
        } else {
            self.records.extend(records);
        }
    }

    fn add_keyframe(&mut self) {
        self.simulation.share();
        let run = core::mem::replace(&mut self.simulation.run, Arc::clone(&self.bare));
        let simulation = self.simulation.clone();
        self.simulation.run = run;
        let Position { events, at } = self.position();
        let memory = memory::of_simulation(&simulation);
        self.timeline_mut().keyframes.add(Keyframe { events, at, memory, simulation });
    }

    /// Evicts keyframes until the rest fit the limits.
    fn evict(&mut self) {
        let room = MOST_BYTES.saturating_sub(self.lasting_bytes()).max(LEAST_BYTES);
        let (mut count, mut bytes) = self.keyframes();
        while count > MOST || bytes > room {
            let gaps = self.tree.iter_mut().filter_map(|timeline| {
                let (gap, place) = timeline.keyframes.least_missed(timeline.from.events)?;
                Some((gap, place, &mut timeline.keyframes))
            });
            let Some((_, place, frames)) = gaps.min_by_key(|(gap, ..)| *gap) else { return };
            frames.remove(place);
            (count, bytes) = self.keyframes();
        }
    }

    /// The estimated number of bytes in use apart from keyframes.
    fn lasting_bytes(&self) -> usize {
        const STRINGS: usize = 64;
        let timelines = self.tree.iter();
        let (shared, acts) = timelines.fold((0, 0), |(shared, acts), timeline| {
            (shared + timeline.keyframes.shared_bytes(), acts + timeline.acts.len())
        });
        let commands = self.simulation.run.commands.len() + self.script.len() + acts;
        shared + commands * (size_of::<TimedCommand>() + STRINGS)
    }

    /// Keeps the known future as a branch and starts another one at the cursor.
    fn fork(&mut self) {
        let position = self.position();
        let mut acts = self.tree.acts(self.current);
        let done = in_order(&self.script, &acts).take(self.simulation.commands_done);
        acts.truncate(done.filter(|(is_act, _)| *is_act).count());
        let next_seq = self.simulation.journal.next_seq();
        let fork = Timeline {
            parent: Some(self.tree.owner(self.current, position.events)),
            from: position,
            acts_before: acts.len(),
            end: position,
            next_seq,
            marks: self.timeline().marks.before(next_seq, &self.simulation),
            ..Timeline::default()
        };
        self.simulation.run = self.run_with(&acts);
        self.current = self.tree.add(fork);
    }

    fn run_with(&self, acts: &[TimedCommand]) -> Arc<Run> {
        let commands = in_order(&self.script, acts).map(|(_, timed)| timed.clone()).collect();
        Arc::new(Run { commands, ..Run::clone(&self.bare) })
    }
}
