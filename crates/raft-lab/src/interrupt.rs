//! Ctrl-C ends a long command early, and the command reports its results so far; a second Ctrl-C
//! ends it at once. Either way the exit code is 130.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;

static STOP: AtomicBool = AtomicBool::new(false);

/// From now on [`is_requested`] says whether the user has pressed Ctrl-C.
pub(crate) fn listen() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            process::exit(130);
        }
    })
    .context("preparing to stop on Ctrl-C")
}

/// From now on Ctrl-C ends the program at once, with a message: for commands that have no results
/// before they are done.
pub(crate) fn end_at_once() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        eprintln!("raft-lab: interrupted before there were results");
        process::exit(130);
    })
    .context("preparing to stop on Ctrl-C")
}

/// Whether the user has pressed Ctrl-C.
pub(crate) fn is_requested() -> bool {
    STOP.load(Ordering::Relaxed)
}
