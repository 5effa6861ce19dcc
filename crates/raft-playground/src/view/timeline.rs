//! The timeline of the time bar.

use raft_sim::history::BranchId;

use crate::significance::MarkShape;
use crate::text::Sentence;

/// The timeline of the time bar. Two timelines are equal if they have the same key.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The time that the whole width represents, in simulated microseconds.
    pub range_us: u64,
    /// How far this branch is known, if that is beyond the present moment.
    pub known_us: Option<u64>,
    /// The terms, in order, without those too short to be seen.
    pub terms: Vec<TermSpan>,
    /// The marks, in order. Events too close to be told apart share one.
    pub marks: Vec<MarkView>,
    /// When more was committed than ever before.
    pub commits: Vec<u64>,
    /// Every branch, in the order in which they began; none as long as there is only one.
    pub branches: Vec<BranchView>,
    /// Everything that it depends on.
    pub(crate) key: TimelineKey,
}

impl PartialEq for Timeline {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Timeline {}

/// A stretch of simulated time during which `term` was the newest term in the cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TermSpan {
    /// The term.
    pub term: u64,
    /// When it began, in simulated microseconds. It lasts until the next span begins.
    pub from_us: u64,
}

/// A mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkView {
    /// When, in simulated microseconds.
    pub at_us: u64,
    /// The most important thing at this place of the bar.
    pub shape: MarkShape,
    /// Its text: `B becomes leader`.
    pub text: Sentence,
    /// How many more things happened at this place.
    pub more: usize,
}

/// A branch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BranchView {
    /// Its number, for intents.
    pub id: BranchId,
    /// When it left, and with what: `At 1.200 s: stop C`.
    pub name: Sentence,
    /// Whether it is the one that is shown.
    pub shown: bool,
    /// Where it and the shown one part, in simulated microseconds.
    pub from_us: u64,
    /// How far it is known, in simulated microseconds.
    pub end_us: u64,
}

/// Everything that a timeline depends on: while the key is the same, so is the timeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TimelineKey {
    pub(crate) run: u64,
    pub(crate) shown: BranchId,
    pub(crate) branches: usize,
    pub(crate) newest: Option<BranchId>,
    pub(crate) marks: usize,
    pub(crate) last_mark: Option<u64>,
    pub(crate) range_us: u64,
    pub(crate) known_us: Option<u64>,
    pub(crate) slots: u64,
}
