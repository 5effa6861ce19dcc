//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Contributors and the continuous integration use the same commands: `serve` while working,
//! `test` before sharing, `dist` to publish, `tidy` for the rules that the compiler does not know.
//! A missing tool is installed at a pinned version into `.tools/`, never into the user's home.
//!
//! Invariants: no command needs a manual step first, and a second run only checks quickly that
//! the tools are there.
//!
//! `serve` waits for this crate to compile. So the feature `complete` holds everything that `serve`
//! does not need and that takes long to compile; see [`complete`].
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

mod claims;

mod catalogs;

mod complete;

#[cfg(feature = "complete")]
mod dist;

#[cfg(feature = "complete")]
mod book;

#[cfg(feature = "complete")]
mod npm;

#[cfg(feature = "complete")]
mod js_program;

#[cfg(feature = "complete")]
mod weight;

#[cfg(feature = "stories")]
mod stories;

#[cfg(feature = "complete")]
mod tidy;

#[cfg(feature = "complete")]
mod metadata;

#[cfg(feature = "complete")]
mod html;

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
    /// Build the page, serve it on this machine, and rebuild it whenever a source file is saved.
    Serve(serve::Options),
    /// Run all checks, from the format of the sources to the page in a browser.
    Test(test::Options),
    /// Build the optimised static page into `dist/`, and print its size.
    Dist(complete::DistOptions),
    /// Build the package for JavaScript into `target/npm/`, and print its size.
    Npm,
    /// Measure the speed of the page, the simulator or the core on this machine.
    #[command(subcommand)]
    Bench(bench::Subject),
    /// Check everything that the page would say in many runs, and print what is false.
    Claims(claims::Options),
    /// Write the book into `dist/book/`; `dist` does this, too.
    Book,
    /// Check the project's rules that the compiler does not know.
    Tidy,
    /// Complete the catalogues of a build of the page; Trunk runs this.
    #[command(hide = true)]
    Catalogs,
    /// Write the index of the stories into a build of the page; Trunk runs this.
    #[command(hide = true)]
    Stories,
    /// Install the missing tools; the other commands also do this themselves.
    Setup,
}

/// Runs the command on the command line.
pub fn main() -> ExitCode {
    // `main` does not return the error: with `RUST_BACKTRACE` set, a failing test would print a
    // page of xtask's own stack.
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
        Task::Claims(options) => claims::run(&workspace, options),
        #[cfg(feature = "complete")]
        Task::Dist(options) => dist::run(&workspace, options),
        #[cfg(feature = "complete")]
        Task::Npm => npm::run(&workspace),
        #[cfg(feature = "complete")]
        Task::Tidy => tidy::run(&workspace),
        #[cfg(feature = "complete")]
        Task::Book => book::run(&workspace),
        #[cfg(feature = "stories")]
        Task::Stories => stories::run(&workspace),
        #[cfg(not(feature = "complete"))]
        Task::Dist(_) | Task::Npm | Task::Tidy | Task::Book => {
            complete::run(&workspace, env::args_os().skip(1))
        }
        Task::Catalogs => catalogs::run(),
        #[cfg(not(feature = "stories"))]
        Task::Stories => complete::run(&workspace, env::args_os().skip(1)),
        Task::Setup => tools::ensure(&workspace, &tools::ALL),
    }
}
