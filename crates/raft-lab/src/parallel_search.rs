//! Drives searches and shrinking, on several threads, with progress, until Ctrl-C.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use raft_search::{Attempt, Outcome, Progress, Search, Shrinker, Shrunk};
use raft_sim::{Property, Run, Time};

use crate::interrupt;
use crate::progress_bar::ProgressBar;

/// The maximum number of runs for shrinking what a search has found.
const MAX_RUNS: u64 = 6000;

/// Tries runs on this many threads until the search finds something, has tried all runs, or the
/// user presses Ctrl-C. Returns whether the user interrupted it.
pub(crate) fn search(search: &mut Search, jobs: usize, bar: &mut ProgressBar) -> bool {
    let shared = Mutex::new(&mut *search);
    let (outcomes, inbox) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (shared, outcomes) = (&shared, outcomes.clone());
            scope.spawn(move || work(shared, &outcomes));
        }
        drop(outcomes);
        loop {
            let tally = match inbox.recv_timeout(Duration::from_millis(200)) {
                Ok(outcome) => {
                    let mut search = lock(&shared);
                    search.settle(outcome);
                    search.tally()
                }
                Err(RecvTimeoutError::Timeout) => lock(&shared).tally(),
                Err(RecvTimeoutError::Disconnected) => break,
            };
            bar.show(tally);
        }
    });
    search.progress() == Progress::Running
}

fn work(search: &Mutex<&mut Search>, outcomes: &Sender<Outcome>) {
    while !interrupt::is_requested() {
        let Some(attempt) = lock(search).next_attempt() else { return };
        if outcomes.send(perform(&attempt)).is_err() {
            return;
        }
    }
}

/// Performs an attempt. A panic becomes the attempt's outcome.
fn perform(attempt: &Attempt) -> Outcome {
    let performed = panic::catch_unwind(AssertUnwindSafe(|| attempt.perform()));
    performed.unwrap_or_else(|panic| attempt.panicked(panic_message(panic.as_ref())))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// A panic cannot leave the search inconsistent: the threads only perform attempts.
fn lock<'a, 'b>(search: &'a Mutex<&'b mut Search>) -> MutexGuard<'a, &'b mut Search> {
    search.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shrinks a run to the end, or until the user presses Ctrl-C. Returns whether the user interrupted
/// it.
pub(crate) fn shrink(shrinker: &mut Shrinker) -> bool {
    while shrinker.advance(1) == Progress::Running {
        if interrupt::is_requested() {
            return true;
        }
    }
    false
}

/// Shrinks what a search has found. Returns the shrunk run, if it can be shrunk, and whether the
/// user interrupted it.
pub(crate) fn shrink_finding(run: &Run, property: Property, until: Time) -> (Option<Shrunk>, bool) {
    let Ok(mut shrinker) = Shrinker::new(run, property, until, MAX_RUNS) else {
        return (None, false);
    };
    let interrupted = shrink(&mut shrinker);
    (Some(shrinker.into_best()), interrupted)
}
