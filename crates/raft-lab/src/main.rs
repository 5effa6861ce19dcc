//! `raft-lab`: runs, fuzzes, replays, shrinks and draws simulations of Raft from a terminal, and
//! judges solutions of tasks.
//!
//! # Reading order
//! `arguments` (the command line), `source` (turns a seed or a file into a run), `parallel_search`
//! (drives `raft-search` on many threads), then `commands`, one file each.

mod arguments;
mod commands;
mod exit;
mod interrupt;
mod parallel_search;
mod progress_bar;
mod source;

use std::io;
use std::process::ExitCode;

use arguments::{Action, Arguments};
use clap::Parser;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().action {
        Action::Run(options) => commands::run(&options),
        Action::Fuzz(options) => commands::fuzz(&options),
        Action::Replay(options) => commands::replay(&options),
        Action::Shrink(options) => commands::shrink(&options),
        Action::Export(options) => commands::export(&options),
        Action::Mutants(options) => commands::mutants(&options),
        Action::Check(options) => commands::check(&options),
        Action::Grade(options) => commands::grade(&options),
    };
    match outcome {
        Ok(exit) => exit.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("raft-lab: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whether the reader of the output closed the pipe.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.root_cause().downcast_ref::<io::Error>();
    io.is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
}
