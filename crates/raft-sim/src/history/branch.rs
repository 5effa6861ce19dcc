//! Branches: a command in the past starts another future and leaves the old one unchanged.

use crate::command::Command;
use crate::run::TimedCommand;
use crate::time::Time;

use super::keyframes::{Keyframe, Keyframes};
use super::marks::Marks;

/// The maximum number of branches that are kept.
pub const MAX_BRANCHES: usize = 64;

/// Identifies a branch. Branches are numbered in the order in which they start, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct BranchId(pub u32);

/// No branch has this number, or the branch was discarded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no branch {}", self.0.0)]
pub struct NoSuchBranch(pub BranchId);

/// One of the futures of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Branch<'a> {
    /// Its number.
    pub id: BranchId,
    /// The branch that it left; `None` for the first.
    pub parent: Option<BranchId>,
    /// When it left that branch.
    pub from: Time,
    /// The command with which it left that branch; `None` for the first.
    pub began_with: Option<&'a Command>,
    /// The commands given in it, in order, without those of its parents.
    pub acts: &'a [TimedCommand],
    /// The end of the known part.
    pub end: Time,
}

/// A position in a branch: a number of events and commands, and a time before the next one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// The number of events and commands so far.
    pub events: u64,
    /// The time.
    pub at: Time,
}

impl Position {
    /// The position after all events up to and including a time.
    pub fn by(at: Time) -> Self {
        Self { events: u64::MAX, at }
    }
}

/// The known part of one future, from where it left its parent.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    pub(super) id: BranchId,
    pub(super) parent: Option<BranchId>,
    /// Up to here it is identical to its parent.
    pub(super) from: Position,
    /// The number of commands before that.
    pub(super) acts_before: usize,
    /// The commands given in it, without those of its parents and of the original run.
    pub(super) acts: Vec<TimedCommand>,
    pub(super) end: Position,
    /// The number of the first unknown record.
    pub(super) next_seq: u64,
    pub(super) keyframes: Keyframes,
    /// The marks since the beginning of the run.
    pub(super) marks: Marks,
}

/// All branches, by number.
#[derive(Clone, Debug)]
pub(super) struct Tree(Vec<Timeline>);

impl Tree {
    pub(super) fn new(first: Timeline) -> Self {
        Self(vec![first])
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Timeline> {
        self.0.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Timeline> {
        self.0.iter_mut()
    }

    pub(super) fn has(&self, id: BranchId) -> bool {
        self.place(id).is_ok()
    }

    pub(super) fn at(&self, id: BranchId) -> &Timeline {
        &self.0[self.place(id).expect("only branches that are there are named")]
    }

    pub(super) fn at_mut(&mut self, id: BranchId) -> &mut Timeline {
        let place = self.place(id).expect("only branches that are there are named");
        &mut self.0[place]
    }

    fn place(&self, id: BranchId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |timeline| timeline.id)
    }

    /// Adds a branch and numbers it. If there are too many, discards the oldest branch that does
    /// not lead to it.
    pub(super) fn add(&mut self, mut timeline: Timeline) -> BranchId {
        let id = BranchId(self.0.last().map_or(0, |last| last.id.0 + 1));
        timeline.id = id;
        self.0.push(timeline);
        while self.0.len() > MAX_BRANCHES {
            let leads_nowhere = |timeline: &Timeline| {
                timeline.id != id && self.0.iter().all(|other| other.parent != Some(timeline.id))
            };
            match self.0.iter().position(leads_nowhere) {
                Some(place) => drop(self.0.remove(place)),
                None => self.join_first(),
            }
        }
        id
    }

    /// If every branch leads to the next, merges the second into the first and discards the rest of
    /// the first.
    fn join_first(&mut self) {
        let mut first = self.0.remove(0);
        let second = &mut self.0[0];
        first.acts.truncate(second.acts_before);
        first.acts.append(&mut second.acts);
        second.keyframes.take_over(first.keyframes, second.from.events);
        second.acts = first.acts;
        (second.parent, second.from, second.acts_before) = (None, first.from, 0);
    }

    /// Of this branch and its parents, the one that contains a position first.
    pub(super) fn owner(&self, id: BranchId, events: u64) -> BranchId {
        let timeline = self.at(id);
        match timeline.parent {
            Some(parent) if events <= timeline.from.events => self.owner(parent, events),
            _ => id,
        }
    }

    /// The commands given in a branch and its parents, in order.
    pub(super) fn acts(&self, id: BranchId) -> Vec<TimedCommand> {
        let timeline = self.at(id);
        let mut acts = timeline.parent.map_or_else(Vec::new, |parent| self.acts(parent));
        acts.truncate(timeline.acts_before);
        acts.extend_from_slice(&timeline.acts);
        acts
    }

    /// Where to start a replay of a branch: at most this many events, and not after this time.
    pub(super) fn keyframe(&self, id: BranchId, events: u64, at: Time) -> &Keyframe {
        let timeline = self.at(id);
        let own = timeline.keyframes.last_until(events, at);
        own.or_else(|| {
            let parent = timeline.parent?;
            Some(self.keyframe(parent, events.min(timeline.from.events), at))
        })
        .or(timeline.keyframes.first())
        .expect("a run's beginning is never given up")
    }
}

/// The commands of a branch in order of time, and which of them were given by hand: these come
/// after all events of the same time.
pub(super) fn in_order<'a>(
    script: &'a [TimedCommand],
    acts: &'a [TimedCommand],
) -> impl Iterator<Item = (bool, &'a TimedCommand)> {
    let (mut script, mut acts) = (script.iter().peekable(), acts.iter().peekable());
    core::iter::from_fn(move || {
        let act_at = acts.peek().map(|act| act.at);
        match script.next_if(|timed| act_at.is_none_or(|at| timed.at <= at)) {
            Some(timed) => Some((false, timed)),
            None => acts.next().map(|act| (true, act)),
        }
    })
}
