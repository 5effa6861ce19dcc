//! Ctrl-C ends a long command early, and what was done is reported; a second one ends it at once.
//! Either way the exit code is 130.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;

static STOP: AtomicBool = AtomicBool::new(false);

/// From now on being told to stop is a wish that [`is_wanted`] tells.
pub(crate) fn listen() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            process::exit(130);
        }
    })
    .context("preparing to stop on Ctrl-C")
}

/// From now on being told to stop ends the program at once and says so: for commands that have
/// nothing to show before they are done.
pub(crate) fn end_at_once() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        eprintln!("raft-lab: interrupted, before there was anything to write");
        process::exit(130);
    })
    .context("preparing to stop on Ctrl-C")
}

/// Whether somebody wants us to stop.
pub(crate) fn is_wanted() -> bool {
    STOP.load(Ordering::Relaxed)
}
