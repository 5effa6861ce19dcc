//! Keyframes: copies of the simulation from which a replay can start.

use crate::memory_use::MemoryUse;
use crate::simulation::Simulation;
use crate::time::Time;

/// The number of events between two keyframes, while there is room. Replaying them takes a few
/// milliseconds even in a browser.
pub(super) const GAP: u64 = 2048;
/// The maximum number of keyframes, in all branches together.
pub(super) const MOST: usize = 1024;
/// The maximum estimated size of a history in bytes, including keyframes, but keyframes always get
/// [`LEAST_BYTES`]: commands and their results are never evicted.
pub(super) const MOST_BYTES: usize = 52 << 20;
/// The bytes that keyframes may always use, in all branches together.
pub(super) const LEAST_BYTES: usize = 8 << 20;

/// A copy of the simulation.
#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    /// The number of events and commands before it.
    pub(super) events: u64,
    /// The time of the last of them.
    pub(super) at: Time,
    pub(super) memory: MemoryUse,
    /// Everything except the run's commands, which belong to the branch.
    pub(super) simulation: Simulation,
}

/// The keyframes of one branch.
#[derive(Clone, Debug, Default)]
pub(super) struct Keyframes(Vec<Keyframe>);

impl Keyframes {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The number of bytes that they share with no other keyframe.
    pub(super) fn own_bytes(&self) -> usize {
        self.0.iter().map(|keyframe| keyframe.memory.own).sum()
    }

    /// The number of bytes that they share with each other.
    pub(super) fn shared_bytes(&self) -> usize {
        let shared = |keyframe: Option<&Keyframe>| keyframe.map_or(0, |one| one.memory.shared);
        shared(self.last()).saturating_sub(shared(self.first()))
    }

    pub(super) fn add(&mut self, keyframe: Keyframe) {
        self.0.push(keyframe);
    }

    pub(super) fn first(&self) -> Option<&Keyframe> {
        self.0.first()
    }

    pub(super) fn last(&self) -> Option<&Keyframe> {
        self.0.last()
    }

    /// The last keyframe after at most this many events, and not after this time.
    pub(super) fn last_until(&self, events: u64, at: Time) -> Option<&Keyframe> {
        let fits = |keyframe: &Keyframe| keyframe.events <= events && keyframe.at <= at;
        self.0.partition_point(fits).checked_sub(1).map(|place| &self.0[place])
    }

    /// The keyframe whose loss leaves the smallest gap, and that gap in events. Never the first of
    /// a run, nor the last of a branch that starts after `begins` events: the position of the next
    /// keyframe depends on it.
    pub(super) fn least_missed(&self, begins: u64) -> Option<(u64, usize)> {
        let events = |place: usize| self.0.get(place).map(|keyframe| keyframe.events);
        let gap = |place: usize| {
            let before = place.checked_sub(1).and_then(events).unwrap_or(begins);
            Some((events(place + 1)?.saturating_sub(before), place))
        };
        (0..self.0.len()).filter(|place| self.0[*place].events > 0).filter_map(gap).min()
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.0.remove(place);
    }

    /// Takes the keyframes before a branch's beginning from its parent.
    pub(super) fn take_over(&mut self, mut before: Self, events: u64) {
        before.0.retain(|keyframe| keyframe.events <= events);
        before.0.append(&mut self.0);
        *self = before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Run;

    #[test]
    fn eviction_leaves_even_gaps_and_the_first_keyframe() {
        let mut frames = Keyframes::default();
        let simulation = Simulation::new(Run::default()).unwrap();
        for events in 0..1000 {
            let at = Time(events * 10);
            frames.add(Keyframe {
                events,
                at,
                memory: MemoryUse::default(),
                simulation: simulation.clone(),
            });
            if frames.len() > 100 {
                let (_, place) = frames.least_missed(0).unwrap();
                frames.remove(place);
            }
        }
        let kept: Vec<u64> = frames.0.iter().map(|keyframe| keyframe.events).collect();
        assert_eq!((kept.len(), kept[0], kept[99]), (100, 0, 999));
        let longest = kept.windows(2).map(|pair| pair[1] - pair[0]).max();
        assert!(longest.is_some_and(|gap| gap <= 32), "{kept:?}");
        assert_eq!(frames.last_until(u64::MAX, Time(0)).map(|frame| frame.events), Some(0));
        assert_eq!(frames.last_until(0, Time(9999)).map(|frame| frame.events), Some(0));
    }
}
