//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Everything a contributor or the continuous integration does goes through here, so that both do
//! the same: `serve` while working, `test` before sharing, `dist` to publish, `tidy` for the rules
//! that the compiler does not know. Whatever tool is missing is installed at a pinned version into
//! `.tools/`, never into the user's home.
//!
//! Invariants: no command needs a step done by hand first, and a second run does only cheap checks
//! that the tools are there.
//!
//! `serve` waits for this crate to compile, so that the feature `complete` holds whatever `serve`
//! does not need and takes long to compile; see [`complete`].
//!
//! Reading order: this file, [`workspace`], [`tools`], then the module named after the command.
//!
//! ```text
//! cargo xtask serve                  # the page at http://127.0.0.1:8080/, rebuilt on every save
//! cargo xtask test --only tidy       # one step of the whole check
//! ```
#![warn(missing_docs)]
#![allow(clippy::print_stdout, reason = "a command-line program talks on standard output")]

#[cfg(not(feature = "complete"))]
use std::env;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod workspace;

mod progress;

mod tools;

mod serve;

mod test;

mod bench;

mod complete;

#[cfg(feature = "complete")]
mod dist;

#[cfg(feature = "complete")]
mod tidy;

#[cfg(feature = "complete")]
mod metadata;

use workspace::Workspace;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page, serve it on this machine, and rebuild it whenever a source is saved.
    Serve(serve::Options),
    /// Check everything, from the layout of the sources to the page in a browser.
    Test(test::Options),
    /// Build the optimised static page into `dist/`, and print what it weighs.
    Dist(complete::DistOptions),
    /// Measure how fast the page or the simulator is on this machine.
    #[command(subcommand)]
    Bench(bench::Subject),
    /// Check the rules of the project that the compiler does not know.
    Tidy,
    /// Install what the other commands need and is not there yet; they do so themselves too.
    Setup,
}

/// Does what the command line asks for.
pub fn main() -> ExitCode {
    // Not returned from here: with `RUST_BACKTRACE` set, a failing test would end in a page of
    // our own stack.
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve(options) => serve::run(&workspace, options),
        Task::Test(options) => test::run(&workspace, options),
        Task::Bench(subject) => bench::run(&workspace, subject),
        #[cfg(feature = "complete")]
        Task::Dist(options) => dist::run(&workspace, options),
        #[cfg(feature = "complete")]
        Task::Tidy => tidy::run(&workspace),
        #[cfg(not(feature = "complete"))]
        Task::Dist(_) | Task::Tidy => complete::run(&workspace, env::args_os().skip(1)),
        Task::Setup => tools::ensure(&workspace, &tools::ALL),
    }
}
