//! What may have happened to one key, and what is left of it when an operation ends.
//!
//! A [`Possibility`] is a value with the pending operations that led to it. Three thoughts keep
//! them few:
//! - An operation need not happen before some operation ends; until then nothing shows it. So
//!   possibilities are followed only when an operation ends, and only as far as its end.
//! - What an operation could have given unseen (it changes nothing, or what it writes is written
//!   over at once) is noted beside the possibility and not made another one.
//! - Of two possibilities one may allow whatever the other allows; then the other is dropped.

use core::cmp::Reverse;

use super::Pending;
use super::possibility::{Possibility, reads_nothing};
use crate::kv::{Operation, Outcome};

/// How much is done for a key before its history is given up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct SearchLimits {
    /// More possibilities than this are not kept for a key, nor more than twice as many followed at
    /// the end of one operation.
    pub(super) possibilities: usize,
    /// Nor is more work done then: operations tried, possibilities compared, and what they hold.
    steps: usize,
}

impl SearchLimits {
    /// For a run that a user watches: the search decides every history of a realistic size.
    pub(crate) const THOROUGH: Self = Self { possibilities: 2_000, steps: 1_000_000 };
    /// For a trial of a campaign, where time is better spent on more seeds: with the thorough
    /// limits a campaign takes more than twice as long, nearly all of it for a few histories. A key
    /// that is given up is undecided, and never a violation, so nothing wrong is reported.
    pub(crate) const CAMPAIGN: Self = Self { possibilities: 500, steps: 100_000 };
}

/// Possibilities none of which allows as much as one that came later.
struct Pool<'a> {
    awaited: &'a [Pending],
    members: Vec<Possibility>,
    /// The members in order of their values.
    by_value: Vec<usize>,
    steps: usize,
    limits: SearchLimits,
}

impl<'a> Pool<'a> {
    fn new(awaited: &'a [Pending], limits: SearchLimits) -> Self {
        Self { awaited, members: Vec::new(), by_value: Vec::new(), steps: 0, limits }
    }

    /// Whether there are too many possibilities, or too much has been done.
    fn exceeds_limits(&self) -> bool {
        self.members.len() > 2 * self.limits.possibilities || self.steps > self.limits.steps
    }

    /// Adds a possibility unless a member allows as much. Gives its place.
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

/// Drops the possibilities beside which another one allows as much.
pub(super) fn without_dominated(
    mut possibilities: Vec<Possibility>,
    awaited: &[Pending],
    limits: SearchLimits,
) -> Vec<Possibility> {
    if possibilities.len() < 2 {
        return possibilities;
    }
    let mut pool = Pool::new(awaited, limits);
    // In this order whatever allows as much as another comes before it. There are few sizes, and
    // sorting is much code.
    let size = |one: &Possibility| (one.happened.len(), Reverse(one.unseen.len()));
    while let Some(least) = possibilities.iter().map(size).min() {
        for possibility in possibilities.extract_if(.., |one| size(one) == least) {
            pool.add(possibility);
        }
    }
    pool.members
}

/// The end of an operation.
pub(super) struct Search<'a> {
    /// The other operations whose end is awaited.
    pub(super) awaited: &'a [Pending],
    /// Those that nobody listens to any more; equal operations stand together.
    pub(super) abandoned: &'a [Pending],
    /// The operation that ends, and what it gave.
    pub(super) ending: &'a Pending,
    pub(super) outcome: &'a Outcome,
    pub(super) limits: SearchLimits,
}

/// How far a search has come.
struct SearchState<'a> {
    pool: Pool<'a>,
    /// Members of the pool from where to go on, and whether their value was just written and
    /// nobody has read it.
    open: Vec<(usize, bool)>,
    /// What is left when the operation has ended.
    after: Vec<Possibility>,
    /// Whether what may be read on the way is noted beside a possibility, or makes another one.
    /// The first is less when there are many readers, the second when there are many writers.
    notes_reads: bool,
}

impl Search<'_> {
    /// What is left of the possibilities after it; nothing at all if there are too many.
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
        // Two ways for each writer, against one for each reader and writer.
        writers < readers * (writers + 1).ilog2() as usize
    }

    /// Takes up a possibility unless another one allows as much.
    fn add_open(&self, possibility: Possibility, is_unread: bool, state: &mut SearchState<'_>) {
        state.pool.steps += possibility.size();
        if let Some(place) = state.pool.add(possibility)
            && self.complete_here(&state.pool.members[place], &mut state.after)
        {
            state.open.push((place, is_unread));
        }
    }

    /// Lets the operation end here, if it can. Says whether something else may come of letting
    /// others happen before.
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
            // If it changed nothing here, the others can as well happen later.
            return !fits && !unseen;
        }
        let reads_nothing = reads_nothing(operation);
        if fits {
            if reads_nothing {
                ended.note_overwritten(self.awaited);
            }
            after.push(ended);
        }
        // What is written over matters only to those who may have read it.
        !reads_nothing || possibility.has_readers(self.awaited)
    }

    /// Lets each of the other pending operations happen next.
    fn expand(&self, from: &Possibility, is_unread: bool, state: &mut SearchState<'_>) {
        let mut tried: Option<&Operation> = None;
        let abandoned = self.abandoned.iter().filter(|pending| {
            // Of equal operations that nobody awaits it is enough to try one.
            from.outcome(pending.name).is_none() && tried.replace(&pending.operation) != tried
        });
        let awaited = self.awaited.iter().filter(|one| from.outcome(one.name).is_none());
        for pending in abandoned.chain(awaited) {
            let reads_nothing = reads_nothing(&pending.operation);
            // What is written over unread need not have been written before.
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
