//! Less time: quiet spans become short, and instants round numbers.

use raft_sim::{Run, Time};

use super::Search;

impl Search {
    /// Each span between two commands becomes nothing, or at least shorter.
    pub(super) fn cut_time(&mut self) {
        for place in 0..self.best.commands.len() {
            for left in [0, 50, 250, 500] {
                let Some(span) = self.span_before(place) else { break };
                // A little time is worth no attempt.
                let shorter = span * left / 1000;
                if span - shorter < 20_000 || self.is_over() {
                    continue;
                }
                let mut candidate = self.best.clone();
                for timed in &mut candidate.commands[place..] {
                    timed.at = Time(timed.at.0 - (span - shorter));
                }
                if self.attempt(&candidate, 2) {
                    break;
                }
            }
        }
    }

    fn span_before(&self, place: usize) -> Option<u64> {
        let commands = &self.best.commands;
        let at = commands.get(place)?.at;
        let before = place.checked_sub(1).map_or(0, |before| commands[before].at.0);
        Some(at.0 - before)
    }

    /// Nobody likes to read 13742.817 ms.
    pub(super) fn round_times(&mut self) {
        for unit in [100_000, 10_000, 1000] {
            let mut candidate = self.best.clone();
            for timed in &mut candidate.commands {
                timed.at = rounded(timed.at, unit);
            }
            if candidate == self.best || self.attempt(&candidate, 4) {
                return;
            }
        }
        for place in 0..self.best.commands.len() {
            for unit in [10_000, 1000] {
                let Some(timed) = self.best.commands.get(place) else { return };
                let mut candidate: Run = self.best.clone();
                candidate.commands[place].at = rounded(timed.at, unit);
                candidate.commands.sort_by_key(|timed| timed.at);
                if candidate != self.best && self.attempt(&candidate, 0) {
                    break;
                }
            }
        }
    }
}

fn rounded(at: Time, unit: u64) -> Time {
    Time((at.0 + unit / 2) / unit * unit)
}
