//! A node's own clock: it may run fast or slow, and its pace may change.

use raft_core::{LocalTime, Micros};

use crate::time::Time;

/// A node's own clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// True and local time when the pace last changed.
    since: (Time, LocalTime),
    rate_permille: u16,
}

impl Default for Clock {
    /// A clock that shows true time.
    fn default() -> Self {
        Self { since: (Time(0), LocalTime(0)), rate_permille: 1000 }
    }
}

impl Clock {
    /// How fast it runs, in thousandths of true time.
    pub fn rate_permille(&self) -> u16 {
        self.rate_permille
    }

    /// What it shows.
    pub fn at(&self, now: Time) -> LocalTime {
        let (then, shown) = self.since;
        LocalTime(shown.0.saturating_add(self.local_span(now.since(then)).0))
    }

    /// How long a span by this clock truly takes.
    pub(crate) fn true_span(&self, local: Micros) -> Micros {
        scale(local, 1000, self.rate_permille)
    }

    /// What a true span is by this clock.
    pub(crate) fn local_span(&self, span: Micros) -> Micros {
        scale(span, self.rate_permille, 1000)
    }

    /// Lets it run at another pace from now on.
    pub(crate) fn set_rate(&mut self, rate_permille: u16, now: Time) {
        self.since = (now, self.at(now));
        self.rate_permille = rate_permille;
    }
}

fn scale(span: Micros, by: u16, of: u16) -> Micros {
    if by == of {
        return span; // as nearly always; dividing so wide a number takes long where it has no code
    }
    let (by, of) = (u64::from(by), u64::from(of.max(1)));
    // What is left over is less than `of`, so its product is small.
    let (whole, left) = (span.0 / of, span.0 % of);
    Micros(whole.saturating_mul(by).saturating_add(left * by / of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_clock_shows_more_and_its_spans_are_shorter() {
        let mut clock = Clock::default();
        assert_eq!(clock.at(Time(500)), LocalTime(500));
        clock.set_rate(2000, Time(1000));
        assert_eq!(clock.at(Time(1500)), LocalTime(2000));
        assert_eq!(clock.true_span(Micros(300)), Micros(150));
        clock.set_rate(500, Time(2000));
        assert_eq!(clock.at(Time(2100)), LocalTime(3050), "it never jumps");
    }
}
