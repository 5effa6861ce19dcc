//! Shortens the time between commands, and rounds their instants.

use raft_sim::{Run, Time};

use super::pass::{Pass, Proposal};

/// The remaining share of a span, in permille, the shortest first.
const SHARES: [u64; 4] = [0, 50, 250, 500];
/// The smallest reduction of a span that is worth an attempt, in microseconds.
const LEAST_SAVED: u64 = 20_000;

/// Each command with each of several choices, until a choice is kept for that command.
#[derive(Debug, Default)]
struct EachCommand {
    /// The position of the command.
    place: usize,
    /// The position of the next choice.
    choice: usize,
    /// How many commands there were at the beginning.
    places: Option<usize>,
}

impl EachCommand {
    /// The next command and choice.
    fn next(&mut self, best: &Run, choices: &[u64]) -> Option<(usize, u64)> {
        let places = *self.places.get_or_insert(best.commands.len());
        if self.choice == choices.len() {
            self.skip();
        }
        let choice = *choices.get(self.choice).filter(|_| self.place < places)?;
        self.choice += 1;
        Some((self.place, choice))
    }

    /// Goes on with the next command.
    fn skip(&mut self) {
        self.place += 1;
        self.choice = 0;
    }
}

/// Removes or shortens each span between two commands.
#[derive(Debug, Default)]
pub(super) struct ShrinkTime {
    /// The command after the span, and its share.
    spans: EachCommand,
}

impl Pass for ShrinkTime {
    fn propose(&mut self, best: &Run) -> Option<Proposal> {
        while let Some((place, share)) = self.spans.next(best, &SHARES) {
            let Some(span) = span_before(best, place) else { continue };
            let saved = span - span * share / 1000;
            if saved >= LEAST_SAVED {
                let mut run = best.clone();
                for timed in &mut run.commands[place..] {
                    timed.at = Time(timed.at.0 - saved);
                }
                return Some(Proposal { run, other_seeds: 2 });
            }
        }
        None
    }

    fn learn(&mut self, is_kept: bool) {
        if is_kept {
            self.spans.skip();
        }
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

/// Rounds the instants of commands, because 13742.817 ms is hard to read: all together, or else one
/// by one.
#[derive(Debug, Default)]
pub(super) struct RoundTimes {
    /// The position of the next unit in [`UNITS`].
    unit: usize,
    /// Whether no rounding is left.
    is_done: bool,
    /// The single instant, and its unit; `None` while all are rounded together.
    single: Option<EachCommand>,
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
            self.is_done = run == *best;
            return (!self.is_done).then_some(Proposal { run, other_seeds: 4 });
        }
        let single = self.single.get_or_insert_default();
        while let Some((place, unit)) = single.next(best, &SINGLE_UNITS) {
            let at = best.commands.get(place)?.at;
            let mut run = best.clone();
            run.commands[place].at = rounded(at, unit);
            run.commands.sort_by_key(|timed| timed.at);
            if run != *best {
                return Some(Proposal { run, other_seeds: 0 });
            }
        }
        None
    }

    fn learn(&mut self, is_kept: bool) {
        match &mut self.single {
            _ if !is_kept => {}
            Some(single) => single.skip(),
            None => self.is_done = true,
        }
    }
}

fn rounded(at: Time, unit: u64) -> Time {
    Time(at.0.saturating_add(unit / 2) / unit * unit)
}
