//! Checks linearizability: whether the operations of the clients can be put in an order, each
//! between its start and its end, in which they give the observed outcomes (Herlihy and Wing 1990).
//!
//! Each key is checked separately, which is sufficient, and while the history grows. The search is
//! Wing and Gong's (1993), with operations ordered only when one of them ends, as in Lowe's
//! "Testing for linearizability" (2017). `search` documents which possibilities are kept.

mod possibility;
mod search;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::address::ClientId;
use crate::kv::{Operation, Outcome};
use crate::memory_use::MemoryUse;
use possibility::Possibility;
pub(crate) use search::SearchLimits;
use search::{Search, without_dominated};

/// Identifies an operation: its client and its number among that client's operations.
type Name = (ClientId, u64);

/// The histories of all keys. A clone shares the unchanged parts.
#[derive(Clone, Debug)]
pub(crate) struct Linearizability {
    limits: SearchLimits,
    /// In the order of the keys.
    keys: Vec<(Arc<str>, Arc<History>)>,
    /// The keys of the operations that have not ended, by name.
    open: Vec<(Name, Arc<str>)>,
}

/// No order of the operations on a key explains their outcomes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Contradiction {
    /// The operation whose end left no explanation.
    pub(crate) operation: (ClientId, u64),
    /// The operation on the same key that ended last before it.
    pub(crate) after: Option<(ClientId, u64)>,
}

impl Default for Linearizability {
    fn default() -> Self {
        Self { limits: SearchLimits::THOROUGH, keys: Vec::new(), open: Vec::new() }
    }
}

impl Linearizability {
    /// Sets the limits at which the check of a key stops.
    pub(crate) fn set_limits(&mut self, limits: SearchLimits) {
        self.limits = limits;
    }

    /// A client starts an operation. A name identifies one operation, so an operation in progress
    /// cannot start again.
    pub(crate) fn invoke(&mut self, who: (ClientId, u64), operation: &Operation) {
        let place = self.place(operation.key()).unwrap_or_else(|place| {
            self.keys.insert(place, (operation.key().into(), Arc::default()));
            place
        });
        let (key, history) = &mut self.keys[place];
        if let (false, Err(place)) = (history.is_over(), place_in(&self.open, who)) {
            Arc::make_mut(history).invoke(who, operation);
            self.open.insert(place, (who, Arc::clone(key)));
        }
    }

    /// The operation took effect, with this outcome, at some time between its start and now.
    ///
    /// Each key reports at most one contradiction, since anything follows from the first; later
    /// operations on the key are ignored. The end of an operation that never started is ignored,
    /// too.
    pub(crate) fn complete(
        &mut self,
        who: (ClientId, u64),
        outcome: &Outcome,
    ) -> Result<(), Contradiction> {
        let limits = self.limits;
        self.close(who).map_or(Ok(()), |history| history.complete(who, outcome, limits))
    }

    /// The operation never took effect and never will. This is a contradiction if every explanation
    /// of the history needed it.
    pub(crate) fn fail(&mut self, who: (ClientId, u64)) -> Result<(), Contradiction> {
        let limits = self.limits;
        self.close(who).map_or(Ok(()), |history| history.fail(who, limits))
    }

    /// The client no longer waits for the operation, which may take effect at any later time or
    /// never. [`Linearizability::complete`] and [`Linearizability::fail`] then ignore it. The check
    /// would be as correct without this call, but much slower.
    pub(crate) fn abandon(&mut self, who: (ClientId, u64)) {
        let limits = self.limits;
        if let Some(history) = self.close(who) {
            history.abandon(who, limits);
        }
    }

    /// The keys whose check stopped because there were too many possibilities, in order.
    pub(crate) fn undecided(&self) -> impl Iterator<Item = &str> {
        let keys = self.keys.iter().filter(|(_, history)| history.given_up);
        keys.map(|(key, _)| key.as_ref())
    }

    pub(super) fn measure_memory(&self, memory: &mut MemoryUse) {
        const KEY: usize = 200;
        memory.own += KEY * self.keys.len();
    }

    fn close(&mut self, who: Name) -> Option<&mut History> {
        let (_, key) = self.open.remove(place_in(&self.open, who).ok()?);
        let place = self.place(&key).ok()?;
        Some(&mut self.keys[place].1).filter(|history| !history.is_over()).map(Arc::make_mut)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.keys.binary_search_by(|(other, _)| (**other).cmp(key))
    }
}

fn place_in(open: &[(Name, Arc<str>)], who: Name) -> Result<usize, usize> {
    open.binary_search_by_key(&who, |(name, _)| *name)
}

/// An operation that has started and not ended.
#[derive(Clone, Debug)]
struct Pending {
    name: Name,
    operation: Operation,
}

/// The history of one key.
#[derive(Clone, Debug)]
struct History {
    /// The operations that have not ended, by name.
    awaited: Vec<Pending>,
    /// The operations that their clients abandoned; equal operations are adjacent.
    abandoned: Vec<Pending>,
    /// The possible states; empty after a contradiction, or when there were too many.
    possibilities: Vec<Possibility>,
    completed_last: Option<Name>,
    given_up: bool,
}

impl Default for History {
    /// A key without a value.
    fn default() -> Self {
        Self {
            awaited: Vec::new(),
            abandoned: Vec::new(),
            possibilities: vec![Possibility::default()],
            completed_last: None,
            given_up: false,
        }
    }
}

impl History {
    fn is_over(&self) -> bool {
        self.possibilities.is_empty()
    }

    fn place(&self, name: Name) -> Result<usize, usize> {
        self.awaited.binary_search_by_key(&name, |pending| pending.name)
    }

    fn invoke(&mut self, name: Name, operation: &Operation) {
        let place = self.place(name).unwrap_or_else(|place| place);
        self.awaited.insert(place, Pending { name, operation: operation.clone() });
    }

    /// Removes an operation that has not ended.
    fn take(&mut self, name: Name) -> Pending {
        let place = self.place(name).expect("an operation is awaited as long as it is open");
        self.awaited.remove(place)
    }

    fn complete(
        &mut self,
        name: Name,
        outcome: &Outcome,
        limits: SearchLimits,
    ) -> Result<(), Contradiction> {
        let ending = &self.take(name);
        let before = core::mem::take(&mut self.possibilities);
        let (awaited, abandoned) = (&self.awaited, &self.abandoned);
        let search = Search { awaited, abandoned, ending, outcome, limits };
        let Some(left) = search.run(before) else {
            self.end();
            self.given_up = true;
            return Ok(());
        };
        self.possibilities = left;
        let after = self.completed_last.replace(name);
        self.conclude(name, after)
    }

    fn fail(&mut self, name: Name, limits: SearchLimits) -> Result<(), Contradiction> {
        self.take(name);
        self.possibilities.retain(|possibility| possibility.outcome(name).is_none());
        self.possibilities.iter_mut().for_each(|possibility| possibility.forget(name));
        self.drop_dominated(limits);
        self.conclude(name, self.completed_last)
    }

    fn abandon(&mut self, name: Name, limits: SearchLimits) {
        let pending = self.take(name);
        if let Operation::Get(_) = pending.operation {
            self.possibilities.iter_mut().for_each(|possibility| possibility.forget(name));
        } else {
            self.possibilities.iter_mut().for_each(|possibility| possibility.abandon(name));
            let equal = |other: &Pending| other.operation == pending.operation;
            let place = self.abandoned.iter().rposition(equal).map(|place| place + 1);
            self.abandoned.insert(place.unwrap_or(self.abandoned.len()), pending);
        }
        self.drop_dominated(limits);
        self.drop_settled();
    }

    /// Checks whether an explanation is left after the end of an operation.
    fn conclude(&mut self, operation: Name, after: Option<Name>) -> Result<(), Contradiction> {
        if self.possibilities.is_empty() {
            self.end();
            return Err(Contradiction { operation, after });
        }
        self.drop_settled();
        Ok(())
    }

    /// Removes the possibilities that another one dominates.
    fn drop_dominated(&mut self, limits: SearchLimits) {
        let possibilities = core::mem::take(&mut self.possibilities);
        self.possibilities = without_dominated(possibilities, &self.awaited, limits);
    }

    /// Removes the abandoned operations that have happened in every possibility.
    fn drop_settled(&mut self) {
        let possibilities = &mut self.possibilities;
        if possibilities.iter().any(Possibility::has_nothing_pending_happened) {
            return;
        }
        self.abandoned.retain(|Pending { name, .. }| {
            let pending = possibilities.iter().any(|one| one.outcome(*name).is_none());
            if !pending {
                for possibility in possibilities.iter_mut() {
                    possibility.forget(*name);
                }
            }
            pending
        });
    }

    /// Stops the check of this key.
    fn end(&mut self) {
        *self = Self { possibilities: Vec::new(), ..Self::default() };
    }
}
