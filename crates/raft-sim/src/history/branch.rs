//! Branches: acting in the past leaves what had come of it as it was, and begins another future.

use crate::command::Command;
use crate::run::TimedCommand;
use crate::time::Time;

use super::keyframes::{Keyframe, Keyframes};
use super::marks::Marks;

/// How many branches are kept.
pub const MAX_BRANCHES: usize = 64;

/// The name of a branch: they are numbered as they begin, the first one is 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct BranchId(pub u32);

/// No branch has this name, or no longer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no branch {}", self.0.0)]
pub struct NoSuchBranch(pub BranchId);

/// One of the futures that a run has had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Branch<'a> {
    /// Its name.
    pub id: BranchId,
    /// The branch that it left; none for the first.
    pub parent: Option<BranchId>,
    /// When it left that branch.
    pub from: Time,
    /// What was done then instead; none for the first.
    pub began_with: Option<&'a Command>,
    /// What was done in it, in order, without what had been done before it.
    pub acts: &'a [TimedCommand],
    /// How far it is known.
    pub end: Time,
}

/// A place in a branch: after so many events and commands, and at a time before the next one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// How many events and commands there have been.
    pub events: u64,
    /// When it is.
    pub at: Time,
}

impl Position {
    /// After all that happens until an instant, that instant included.
    pub fn by(at: Time) -> Self {
        Self { events: u64::MAX, at }
    }
}

/// What is known of one future, from where it left its parent.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    pub(super) id: BranchId,
    pub(super) parent: Option<BranchId>,
    /// Up to here it is its parent.
    pub(super) from: Position,
    /// How many acts there had been.
    pub(super) acts_before: usize,
    /// What was done in it, without what its parents had and what the run came with.
    pub(super) acts: Vec<TimedCommand>,
    pub(super) end: Position,
    /// The first record that is not known yet.
    pub(super) next_seq: u64,
    pub(super) keyframes: Keyframes,
    /// From the run's beginning on.
    pub(super) marks: Marks,
}

/// All branches, in order of their names.
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

    /// Adds a branch and names it. Beyond what is kept, the oldest that does not lead to it goes.
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

    /// Where every branch leads to the next, the second becomes the first, and what else became of
    /// that one is forgotten.
    fn join_first(&mut self) {
        let mut first = self.0.remove(0);
        let second = &mut self.0[0];
        first.acts.truncate(second.acts_before);
        first.acts.append(&mut second.acts);
        second.keyframes.take_over(first.keyframes, second.from.events);
        second.acts = first.acts;
        (second.parent, second.from, second.acts_before) = (None, first.from, 0);
    }

    /// The branch that has a place first, among this one and those that it came from.
    pub(super) fn owner(&self, id: BranchId, events: u64) -> BranchId {
        let timeline = self.at(id);
        match timeline.parent {
            Some(parent) if events <= timeline.from.events => self.owner(parent, events),
            _ => id,
        }
    }

    /// What was done in a branch and before it, in order.
    pub(super) fn acts(&self, id: BranchId) -> Vec<TimedCommand> {
        let timeline = self.at(id);
        let mut acts = timeline.parent.map_or_else(Vec::new, |parent| self.acts(parent));
        acts.truncate(timeline.acts_before);
        acts.extend_from_slice(&timeline.acts);
        acts
    }

    /// Where to begin to replay a branch: after no more than so many events, at no later time.
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

/// The commands of a branch in order of time, and which of them are acts: whoever acts does so
/// after all that is due at that instant.
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
