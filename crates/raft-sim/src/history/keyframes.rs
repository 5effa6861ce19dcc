//! Where replaying can begin: the world at some moments, fewer of them the more there are.

use crate::memory_use::MemoryUse;
use crate::simulation::Simulation;
use crate::time::Time;

/// How many events lie between two keyframes, as long as there is room. Replaying as many takes a
/// few milliseconds even in a browser.
pub(super) const GAP: u64 = 2048;
/// How many keyframes are kept at most, in all branches together.
pub(super) const MOST: usize = 1024;
/// How many bytes a history may have by estimate, keyframes and all, as long as that leaves them
/// [`LEAST_BYTES`]: the run's commands and what became of them are never given up.
pub(super) const MOST_BYTES: usize = 52 << 20;
/// How many bytes keyframes may have for themselves in any case, in all branches together.
pub(super) const LEAST_BYTES: usize = 8 << 20;

/// The world at a moment.
#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    /// How many events and commands there had been.
    pub(super) events: u64,
    /// The time of the last of them.
    pub(super) at: Time,
    pub(super) memory: MemoryUse,
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

    /// How many bytes they share with no other.
    pub(super) fn own_bytes(&self) -> usize {
        self.0.iter().map(|keyframe| keyframe.memory.own).sum()
    }

    /// How many bytes they share with each other, as far as these came with the branch.
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

    /// The last one that comes after no more than so many events and at no later time.
    pub(super) fn last_until(&self, events: u64, at: Time) -> Option<&Keyframe> {
        let fits = |keyframe: &Keyframe| keyframe.events <= events && keyframe.at <= at;
        self.0.partition_point(fits).checked_sub(1).map(|place| &self.0[place])
    }

    /// The one that would be missed least, and how long the gap would be without it, in events.
    /// The first of a run is never given up, nor the last of a branch, which begins after so many
    /// events: the next one is laid at a distance from it.
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

    /// Takes over from the branch before it what lies up to its beginning.
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
