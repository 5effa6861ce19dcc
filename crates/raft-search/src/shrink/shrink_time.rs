//! Shortens the time between commands, and rounds their instants.

use raft_sim::{Run, Time};

use super::pass::{Pass, Proposal};

/// The remaining share of a span, in permille, the shortest first.
const SHARES: [u64; 4] = [0, 50, 250, 500];
/// The smallest reduction of a span that is worth an attempt, in microseconds.
const LEAST_SAVED: u64 = 20_000;

/// Removes or shortens each span between two commands.
#[derive(Debug, Default)]
pub(super) struct ShrinkTime {
    /// The position of the command after the span.
    place: usize,
    /// The position of the next share in [`SHARES`].
    share: usize,
    /// How many commands there were at the beginning.
    places: Option<usize>,
}

impl Pass for ShrinkTime {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        let places = *self.places.get_or_insert(best.commands.len());
        while self.place < places {
            let share = SHARES.get(self.share).copied();
            let (Some(share), Some(span)) = (share, span_before(best, self.place)) else {
                self.next_place();
                continue;
            };
            self.share += 1;
            let saved = span - span * share / 1000;
            if saved >= LEAST_SAVED {
                let mut run = best.clone();
                for timed in &mut run.commands[self.place..] {
                    timed.at = Time(timed.at.0 - saved);
                }
                return Some(Proposal { run, other_seeds: 2 });
            }
        }
        None
    }

    fn learn(&mut self, is_kept: bool) {
        if is_kept {
            self.next_place();
        }
    }
}

impl ShrinkTime {
    fn next_place(&mut self) {
        self.place += 1;
        self.share = 0;
    }
}

/// The time between a command and the one before it, in microseconds.
fn span_before(run: &Run, place: usize) -> Option<u64> {
    let at = run.commands.get(place)?.at;
    let before = place.checked_sub(1).map_or(0, |before| run.commands[before].at.0);
    Some(at.0 - before)
}

/// The units to which all instants are rounded, in microseconds; the first that works is kept.
const UNITS: [u64; 3] = [100_000, 10_000, 1000];
/// The units to which single instants are rounded, if rounding all does not work.
const SINGLE_UNITS: [u64; 2] = [10_000, 1000];

/// Rounds the instants of commands, because 13742.817 ms is hard to read.
#[derive(Debug, Default)]
pub(super) struct RoundTimes {
    /// The position of the next unit in [`UNITS`].
    unit: usize,
    /// Whether no rounding is left.
    is_done: bool,
    /// Whether instants are rounded one by one.
    is_single: bool,
    place: usize,
    /// The position of the next unit in [`SINGLE_UNITS`].
    single_unit: usize,
    /// How many commands there were when the first single instant was rounded.
    places: Option<usize>,
}

impl Pass for RoundTimes {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        if self.is_done {
            return None;
        }
        if let Some(&unit) = UNITS.get(self.unit) {
            self.unit += 1;
            let mut run = best.clone();
            for timed in &mut run.commands {
                timed.at = rounded(timed.at, unit);
            }
            if run != *best {
                return Some(Proposal { run, other_seeds: 4 });
            }
            self.is_done = true;
            return None;
        }
        self.is_single = true;
        let places = *self.places.get_or_insert(best.commands.len());
        while self.place < places {
            let timed = best.commands.get(self.place)?;
            let Some(&unit) = SINGLE_UNITS.get(self.single_unit) else {
                self.next_place();
                continue;
            };
            self.single_unit += 1;
            let mut run = best.clone();
            run.commands[self.place].at = rounded(timed.at, unit);
            run.commands.sort_by_key(|timed| timed.at);
            if run != *best {
                return Some(Proposal { run, other_seeds: 0 });
            }
        }
        None
    }

    fn learn(&mut self, is_kept: bool) {
        match (is_kept, self.is_single) {
            (true, false) => self.is_done = true,
            (true, true) => self.next_place(),
            (false, _) => {}
        }
    }
}

impl RoundTimes {
    fn next_place(&mut self) {
        self.place += 1;
        self.single_unit = 0;
    }
}

fn rounded(at: Time, unit: u64) -> Time {
    Time(at.0.saturating_add(unit / 2) / unit * unit)
}
