//! The progress of a campaign: one line that is overwritten in a terminal, or a new line now and
//! then.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use raft_search::Tally;
use raft_sim::raft_core::Micros;

/// Shows the progress of a campaign on standard error.
pub(crate) struct ProgressBar {
    name: String,
    whole: u64,
    began: Instant,
    shown: Option<Instant>,
    is_terminal: bool,
}

const WIDTH: u64 = 24;

impl ProgressBar {
    /// Starts the progress of a task with this many seeds.
    pub(crate) fn new(name: impl Into<String>, whole: u64) -> Self {
        let is_terminal = io::stderr().is_terminal();
        Self { name: name.into(), whole, began: Instant::now(), shown: None, is_terminal }
    }

    /// Shows the progress so far.
    pub(crate) fn show(&mut self, tally: Tally) {
        let pause = Duration::from_millis(if self.is_terminal { 100 } else { 10_000 });
        let last = self.shown.unwrap_or(self.began);
        if last.elapsed() < pause {
            return;
        }
        self.shown = Some(Instant::now());
        let line = self.line(tally.runs, tally.simulated);
        // A failure to write progress does not matter.
        let mut out = io::stderr().lock();
        let _ = if self.is_terminal {
            write!(out, "\r\x1b[2K{line}").and_then(|()| out.flush())
        } else {
            writeln!(out, "{line}")
        };
    }

    /// Clears the line, and returns a sentence about the speed.
    pub(crate) fn end(self, tally: Tally) -> String {
        if self.is_terminal && self.shown.is_some() {
            let _ = write!(io::stderr().lock(), "\r\x1b[2K");
        }
        self.rates(tally.runs, tally.simulated)
    }

    fn line(&self, done: u64, simulated: Micros) -> String {
        let filled = done * WIDTH / self.whole.max(1);
        let bar: String = (0..WIDTH).map(|at| if at < filled { '█' } else { '░' }).collect();
        let mut line = format!("{} {bar} {done} of {} seeds, ", self.name, self.whole);
        line.push_str(&self.rates(done, simulated));
        if let Some(whole) = self.began.elapsed().checked_mul(count(self.whole))
            && let Some(needed) = whole.checked_div(count(done))
        {
            let left = needed.saturating_sub(self.began.elapsed());
            // Writing to a string cannot fail.
            let _ = write!(line, ", {} left", span(left));
        }
        line
    }

    fn rates(&self, done: u64, simulated: Micros) -> String {
        let seconds = self.began.elapsed().as_secs_f64().max(0.001);
        let seeds = Duration::from_secs(done).as_secs_f64() / seconds;
        let speed = Duration::from_micros(simulated.0).as_secs_f64() / seconds;
        format!("{seeds:.0} seeds/s, {speed:.0} simulated s/s")
    }
}

fn count(seeds: u64) -> u32 {
    u32::try_from(seeds).unwrap_or(u32::MAX)
}

fn span(span: Duration) -> String {
    match span.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds @ 60..3600 => format!("{} min", seconds / 60),
        seconds => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}
