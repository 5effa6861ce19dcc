//! The search through the possible states of one key when an operation ends.
//!
//! A [`Possibility`] is a value with the pending operations that led to it. Three ideas keep their
//! number small:
//! - An operation has an observable effect only when some operation ends. So the search extends
//!   possibilities only when an operation ends, and only up to its end.
//! - An operation without a lasting effect (it changes nothing, or its value is overwritten
//!   immediately) becomes a note in the possibility instead of another possibility.
//! - A possibility that allows every continuation of another dominates it, and the other is
//!   removed.

use core::cmp::Reverse;

use super::Pending;
use super::possibility::{Possibility, reads_nothing};
use crate::kv::{Operation, Outcome};

/// How much work the search does for a key before it gives up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct SearchLimits {
    /// The maximum number of possibilities for a key. While an operation ends, twice as many.
    pub(super) possibilities: usize,
    /// The maximum number of steps while an operation ends: operations tried, possibilities
    /// compared, and the size of these.
    steps: usize,
}

impl SearchLimits {
    /// For a run that a user watches: the search decides every history of a realistic size.
    pub(crate) const THOROUGH: Self = Self { possibilities: 2_000, steps: 1_000_000 };
    /// For a trial of a campaign, where more seeds find more bugs than a longer search. With the
    /// thorough limits a campaign takes more than twice as long, nearly all of it for a few
    /// histories. If the search gives a key up, the key counts as undecided and never as a
    /// violation, so there are no false reports.
    pub(crate) const CAMPAIGN: Self = Self { possibilities: 500, steps: 100_000 };
}

/// A set of possibilities of which none dominates a later one.
struct Pool<'a> {
    awaited: &'a [Pending],
    members: Vec<Possibility>,
    /// The members, ordered by value.
    by_value: Vec<usize>,
    steps: usize,
    limits: SearchLimits,
}

impl<'a> Pool<'a> {
    fn new(awaited: &'a [Pending], limits: SearchLimits) -> Self {
        Self { awaited, members: Vec::new(), by_value: Vec::new(), steps: 0, limits }
    }

    /// Whether there are too many possibilities or steps.
    fn exceeds_limits(&self) -> bool {
        self.members.len() > 2 * self.limits.possibilities || self.steps > self.limits.steps
    }

    /// Adds a possibility unless a member dominates it. Returns its index.
    fn add(&mut self, new: Possibility) -> Option<usize> {
        let members = &self.members;
        let begin = self.by_value.partition_point(|place| members[*place].value < new.value);
        let mut end = begin;
        for place in &self.by_value[begin..] {
            let member = &members[*place];
            if member.value != new.value || self.steps > self.limits.steps {
                break;
            }
            end += 1;
            self.steps += 1 + member.happened.len();
            if member.dominates(&new, self.awaited) {
                return None;
            }
        }
        let place = self.members.len();
        self.by_value.insert(end, place);
        self.members.push(new);
        Some(place)
    }
}

/// Removes the possibilities that another one dominates.
pub(super) fn without_dominated(
    mut possibilities: Vec<Possibility>,
    awaited: &[Pending],
    limits: SearchLimits,
) -> Vec<Possibility> {
    if possibilities.len() < 2 {
        return possibilities;
    }
    let mut pool = Pool::new(awaited, limits);
    // This order visits a possibility before those that it dominates. There are few different
    // sizes, and a sort would be more code.
    let size = |one: &Possibility| (one.happened.len(), Reverse(one.unseen.len()));
    while let Some(least) = possibilities.iter().map(size).min() {
        for possibility in possibilities.extract_if(.., |one| size(one) == least) {
            pool.add(possibility);
        }
    }
    pool.members
}

/// The search at the end of an operation.
pub(super) struct Search<'a> {
    /// The other operations that have not ended.
    pub(super) awaited: &'a [Pending],
    /// The operations that their clients abandoned; equal operations are adjacent.
    pub(super) abandoned: &'a [Pending],
    /// The operation that ends, and its outcome.
    pub(super) ending: &'a Pending,
    pub(super) outcome: &'a Outcome,
    pub(super) limits: SearchLimits,
}

/// The state of a search.
struct SearchState<'a> {
    pool: Pool<'a>,
    /// The members of the pool to extend, and whether their value was just written and not read.
    open: Vec<(usize, bool)>,
    /// The possibilities after the end of the operation.
    after: Vec<Possibility>,
    /// Whether pending reads become notes in a possibility or further possibilities. Notes are
    /// cheaper with many readers, possibilities with many writers.
    notes_reads: bool,
}

impl Search<'_> {
    /// Returns the possibilities after the operation; `None` if there are too many.
    pub(super) fn run(&self, before: Vec<Possibility>) -> Option<Vec<Possibility>> {
        let name = self.ending.name;
        let mut state = SearchState {
            pool: Pool::new(self.awaited, self.limits),
            open: Vec::new(),
            after: Vec::new(),
            notes_reads: self.has_many_readers(),
        };
        for mut possibility in before {
            state.pool.steps += possibility.size();
            match possibility.outcome(name) {
                Some(given) if given == self.outcome => {
                    possibility.forget(name);
                    state.after.push(possibility);
                }
                Some(_) => {}
                None => {
                    possibility.note_reads(self.awaited);
                    self.add_open(possibility, false, &mut state);
                }
            }
        }
        let mut next = 0;
        while let Some(&(place, is_unread)) = state.open.get(next) {
            let from = state.pool.members[place].clone();
            self.expand(&from, is_unread, &mut state);
            next += 1;
            if state.pool.exceeds_limits() {
                return None;
            }
        }
        let after = without_dominated(state.after, self.awaited, self.limits);
        (after.len() <= self.limits.possibilities).then_some(after)
    }

    fn has_many_readers(&self) -> bool {
        let readers = self.awaited.iter().filter(|one| !reads_nothing(&one.operation)).count();
        let writes = |one: &&Pending| !matches!(one.operation, Operation::Get(_));
        let writers = self.awaited.iter().chain(self.abandoned).filter(writes).count();
        // With notes there are up to 2^writers possibilities, without them (writers + 1)^readers.
        writers < readers * (writers + 1).ilog2() as usize
    }

    /// Adds a possibility to extend, unless another one dominates it.
    fn add_open(&self, possibility: Possibility, is_unread: bool, state: &mut SearchState<'_>) {
        state.pool.steps += possibility.size();
        if let Some(place) = state.pool.add(possibility)
            && self.complete_here(&state.pool.members[place], &mut state.after)
        {
            state.open.push((place, is_unread));
        }
    }

    /// Ends the operation in this possibility, if its outcome allows that. Returns whether other
    /// results are possible if other operations happen first.
    fn complete_here(&self, possibility: &Possibility, after: &mut Vec<Possibility>) -> bool {
        let Pending { name, operation } = self.ending;
        let mut ended = possibility.clone();
        ended.forget(*name);
        let unseen = possibility.may_have_given(*name, self.outcome);
        if unseen {
            after.push(ended.clone());
        }
        let fits = operation.apply(&mut ended.value) == *self.outcome;
        if *self.outcome != Outcome::Written {
            if fits && !unseen {
                after.push(ended);
            }
            // If the operation changes nothing here, the others can just as well happen later.
            return !fits && !unseen;
        }
        let reads_nothing = reads_nothing(operation);
        if fits {
            if reads_nothing {
                ended.note_overwritten(self.awaited);
            }
            after.push(ended);
        }
        // An overwritten value matters only to operations that may have read it.
        !reads_nothing || possibility.has_readers(self.awaited)
    }

    /// Extends a possibility by each of the other pending operations.
    fn expand(&self, from: &Possibility, is_unread: bool, state: &mut SearchState<'_>) {
        let mut tried: Option<&Operation> = None;
        let abandoned = self.abandoned.iter().filter(|pending| {
            // Of equal abandoned operations, one is enough.
            from.outcome(pending.name).is_none() && tried.replace(&pending.operation) != tried
        });
        let awaited = self.awaited.iter().filter(|one| from.outcome(one.name).is_none());
        for pending in abandoned.chain(awaited) {
            let reads_nothing = reads_nothing(&pending.operation);
            // A value that is overwritten without being read need not have been written.
            if reads_nothing && is_unread {
                continue;
            }
            let mut next = from.with(pending, self.awaited);
            let may_be_noted = state.notes_reads && next.has_readers(self.awaited);
            if may_be_noted {
                next.note_reads(self.awaited);
            }
            self.add_open(next, reads_nothing && !may_be_noted, state);
        }
    }
}
