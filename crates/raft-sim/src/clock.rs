//! A node's own clock: it may run fast or slow, and its rate may change.

use raft_core::{LocalTime, Micros};

use crate::time::Time;

/// A node's own clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// True and local time when the rate last changed.
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
    /// The rate in thousandths of true time; 0 if the clock has stopped.
    pub fn rate_permille(&self) -> u16 {
        self.rate_permille
    }

    /// The time that it shows.
    pub fn at(&self, now: Time) -> LocalTime {
        let (then, shown) = self.since;
        LocalTime(shown.0.saturating_add(self.local_span(now.since(then)).0))
    }

    /// Whether it has stopped.
    pub(crate) fn stands(&self) -> bool {
        self.rate_permille == 0
    }

    /// How long a duration by this clock takes in true time, if it ends at all.
    pub(crate) fn stretch(&self, local: Micros) -> Stretch {
        match self.rate_permille {
            0 => Stretch::Endless { left: local },
            rate => Stretch::Ends(scale(local, 1000, rate)),
        }
    }

    /// A duration of true time as this clock measures it.
    pub(crate) fn local_span(&self, span: Micros) -> Micros {
        scale(span, self.rate_permille, 1000)
    }

    /// Changes the rate.
    pub(crate) fn set_rate(&mut self, rate_permille: u16, now: Time) {
        self.since = (now, self.at(now));
        self.rate_permille = rate_permille;
    }

    /// Moves the clock forward.
    pub(crate) fn jump(&mut self, by: Micros, now: Time) {
        let LocalTime(shown) = self.at(now);
        self.since = (now, LocalTime(shown.saturating_add(by.0)));
    }
}

/// A duration by a node's clock, in true time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stretch {
    /// It takes this long.
    Ends(Micros),
    /// The clock has stopped before the duration ended.
    Endless {
        /// The remaining duration by the node's clock.
        left: Micros,
    },
}

fn scale(span: Micros, by: u16, of: u16) -> Micros {
    if by == of {
        // The usual case. Dividing such wide numbers is slow on targets without an instruction.
        return span;
    }
    let (by, of) = (u64::from(by), u64::from(of.max(1)));
    // The remainder is less than `of`, so its product is small.
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
