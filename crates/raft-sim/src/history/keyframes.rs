//! Where replaying can begin: the world at some moments, fewer of them the more there are.

use crate::simulation::Simulation;
use crate::time::Time;

/// How many events lie between two keyframes, as long as there is room. Replaying as many takes a
/// few milliseconds even in a browser.
pub(super) const GAP: u64 = 2048;
/// How many keyframes are kept at most, in all branches together.
pub(super) const MOST: usize = 1024;
/// How many bytes they may have by estimate, in all branches together.
pub(super) const MOST_BYTES: usize = 48 << 20;

/// The world at a moment.
#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    /// How many events and commands there had been.
    pub(super) events: u64,
    /// The time of the last of them.
    pub(super) at: Time,
    /// About how many bytes it shares with no other.
    pub(super) bytes: usize,
    /// Everything but the run's commands, which belong to the branch.
    pub(super) simulation: Simulation,
}

/// The keyframes of one branch.
#[derive(Clone, Debug, Default)]
pub(super) struct Keyframes(Vec<Keyframe>);

impl Keyframes {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.iter().map(|keyframe| keyframe.bytes).sum()
    }

    pub(super) fn add(&mut self, keyframe: Keyframe) {
        self.0.push(keyframe);
    }

    pub(super) fn first(&self) -> Option<&Keyframe> {
        self.0.first()
    }

    /// The last one that comes after no more than so many events and at no later time.
    pub(super) fn last_until(&self, events: u64, at: Time) -> Option<&Keyframe> {
        let fits = |keyframe: &Keyframe| keyframe.events <= events && keyframe.at <= at;
        self.0.partition_point(fits).checked_sub(1).map(|place| &self.0[place])
    }

    /// The one that would be missed least, and how long the gap would be without it, in events.
    /// The first of a run is never given up; `begins` and `ends` are the branch's own.
    pub(super) fn least_missed(&self, begins: u64, ends: u64) -> Option<(u64, usize)> {
        let events = |place: usize| self.0.get(place).map(|keyframe| keyframe.events);
        let gap = |place: usize| {
            let before = place.checked_sub(1).and_then(events).unwrap_or(begins);
            events(place + 1).unwrap_or(ends).saturating_sub(before)
        };
        let given_up = (0..self.0.len()).filter(|place| self.0[*place].events > 0);
        given_up.map(|place| (gap(place), place)).min()
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.0.remove(place);
    }

    /// Takes over from the branch before it what lies up to its beginning.
    pub(super) fn take_over(&mut self, mut before: Self, events: u64) {
        before.0.retain(|keyframe| keyframe.events <= events);
        before.0.append(&mut self.0);
        *self = before;
    }
}

/// About how many bytes a simulation shares with no other, once it has gone on from a clone.
pub(super) fn bytes(simulation: &Simulation) -> usize {
    size_of_val(simulation)
}
