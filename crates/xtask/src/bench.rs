//! `bench`: measures the speed of the page, the simulator and the core on this machine.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Subcommand, ValueEnum};

use crate::complete;
use crate::tools::{self, Tool, browser};
use crate::workspace::{Workspace, run as run_command};

const WASM: &str = "wasm32-unknown-unknown";

#[derive(Subcommand)]
pub(crate) enum Subject {
    /// Measure the first visit on a slow phone, the time of a frame, ten embedded players, and the
    /// memory.
    Page(PageOptions),
    /// Measure how fast simulated time passes, natively and in JavaScript.
    Sim,
    /// Measure the time of a commit, compared with another implementation.
    Core,
}

#[derive(clap::Args)]
pub(crate) struct PageOptions {
    /// Another built page, such as yesterday's `dist/`; the first visits of both alternate.
    #[arg(long, value_name = "FOLDER")]
    against: Option<PathBuf>,
    /// Measure only this part.
    #[arg(long, value_name = "PART")]
    only: Option<PagePart>,
}

#[derive(Clone, Copy, ValueEnum)]
enum PagePart {
    /// The first visit, until the cluster moves.
    Start,
    /// The frames and the memory.
    Frames,
    /// The frames of ten embedded players on one page.
    Players,
}

pub(crate) fn run(workspace: &Workspace, subject: &Subject) -> Result<()> {
    match subject {
        Subject::Page(options) => page(workspace, options),
        Subject::Sim => sim(workspace),
        Subject::Core => core(workspace),
    }
}

fn page(workspace: &Workspace, options: &PageOptions) -> Result<()> {
    let against = options.against.as_ref().map(fs::canonicalize).transpose();
    let against = against.context("finding the other built page")?;
    complete::dist(workspace)?;
    tools::ensure(workspace, &[Tool::Browser])?;
    // `cargo test` and not `cargo bench`: the measured page is already optimised, and the tests
    // share this build.
    let mut cargo = workspace.cargo_native("test");
    cargo.args(["--bench", "page"]);
    if let Some(part) = options.only {
        cargo.arg("--").args(part.to_possible_value().map(|value| value.get_name().to_owned()));
    }
    cargo.env("RAFT_DIST", complete::dist_folder(workspace));
    if let Some(against) = against {
        cargo.env("RAFT_AGAINST", against);
    }
    run_command(cargo.env("CHROMEDRIVER", browser::find(workspace).context("no chromedriver")?))
}

fn sim(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Node])?;
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--release", "--target", WASM, "--package", "raft-js"]);
    run_command(&mut cargo)?;
    let target = workspace.root().join("target");
    let package = target.join("bench").join("raft-js");
    let mut wasm_bindgen = workspace.command("wasm-bindgen");
    wasm_bindgen.args(["--target", "nodejs", "--out-dir"]).arg(&package);
    run_command(wasm_bindgen.arg(target.join(WASM).join("release").join("raft_js.wasm")))?;
    let mut cargo = workspace.cargo();
    cargo.args(["bench", "--package", "tests", "--bench", "sim"]);
    run_command(cargo.env("RAFT_JS", package))
}

fn core(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["bench", "--package", "tests", "--features", "raft-rs"]);
    run_command(cargo.args(["--bench", "core", "--bench", "allocations"]))
}
