//! A node's clock, which its driver reads for it.

use crate::types::LocalTime;

/// The node's local time: it follows the driver's readings, but never decreases.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct LocalClock {
    reading: LocalTime,
    now: LocalTime,
}

impl LocalClock {
    pub(crate) fn new(reading: LocalTime) -> Self {
        Self { reading, now: reading }
    }

    /// Handles a reading. Returns the local time, and whether the reading is lower than the last
    /// one, in which case the time that passed since then is unknown.
    pub(crate) fn read(&mut self, reading: LocalTime) -> (LocalTime, bool) {
        let has_fallen = reading < self.reading;
        let passed = reading.since(self.reading);
        self.reading = reading;
        self.now = LocalTime(self.now.0.saturating_add(passed.0));
        (self.now, has_fallen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_continues_when_a_reading_falls() {
        let mut clock = LocalClock::new(LocalTime(100));
        let readings = [100, 130, 20, 20, 25, 200].map(|reading| clock.read(LocalTime(reading)));
        let expected = [100, 130, 130, 130, 135, 310].map(LocalTime);
        assert_eq!(readings.map(|(now, _)| now), expected);
        assert_eq!(
            readings.map(|(_, has_fallen)| has_fallen),
            [false, false, true, false, false, false]
        );
    }
}
