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
    /// How fast it runs, in thousandths of true time; 0 if it has stopped.
    pub fn rate_permille(&self) -> u16 {
        self.rate_permille
    }

    /// What it shows.
    pub fn at(&self, now: Time) -> LocalTime {
        let (then, shown) = self.since;
        LocalTime(shown.0.saturating_add(self.local_span(now.since(then)).0))
    }

    /// Whether it has stopped.
    pub(crate) fn stands(&self) -> bool {
        self.rate_permille == 0
    }

    /// How long a span by this clock truly takes, or that it never ends.
    pub(crate) fn stretch(&self, local: Micros) -> Stretch {
        match self.rate_permille {
            0 => Stretch::Endless { left: local },
            rate => Stretch::Ends(scale(local, 1000, rate)),
        }
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

    /// Lets it show so much more from now on.
    pub(crate) fn jump(&mut self, by: Micros, now: Time) {
        let LocalTime(shown) = self.at(now);
        self.since = (now, LocalTime(shown.saturating_add(by.0)));
    }
}

/// What a span by a node's own clock is by true time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stretch {
    /// It takes so long.
    Ends(Micros),
    /// The clock has stopped. This much is left by that clock.
    Endless {
        /// By the node's clock.
        left: Micros,
    },
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
    fn a_fast_clock_advances_faster_and_shortens_timers() {
        let mut clock = Clock::default();
        assert_eq!(clock.at(Time(500)), LocalTime(500));
        clock.set_rate(2000, Time(1000));
        assert_eq!(clock.at(Time(1500)), LocalTime(2000));
        assert_eq!(clock.stretch(Micros(300)), Stretch::Ends(Micros(150)));
        clock.set_rate(500, Time(2000));
        assert_eq!(clock.at(Time(2100)), LocalTime(3050), "another pace is no jump");
        clock.jump(Micros(1000), Time(2100));
        assert_eq!(
            (clock.at(Time(2100)), clock.at(Time(2200))),
            (LocalTime(4050), LocalTime(4100))
        );
        clock.set_rate(0, Time(2200));
        assert_eq!(clock.at(Time(9999)), LocalTime(4100), "it stands");
        assert_eq!(clock.stretch(Micros(300)), Stretch::Endless { left: Micros(300) });
    }
}
