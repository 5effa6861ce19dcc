//! `bench`: how fast the page, the simulator and the core are on this machine.

use anyhow::{Context, Result};
use clap::Subcommand;

use crate::dist;
use crate::test::BROWSER_FEATURE;
use crate::tools::{self, Tool, browser};
use crate::workspace::{Workspace, run as run_command};

const WASM: &str = "wasm32-unknown-unknown";

#[derive(Subcommand)]
pub(crate) enum Subject {
    /// What a frame of the published page takes, how soon it lives, and what memory it needs.
    Page,
    /// How fast simulated time passes, natively and in JavaScript.
    Sim,
    /// What a commit takes, beside another implementation.
    Core,
}

pub(crate) fn run(workspace: &Workspace, subject: &Subject) -> Result<()> {
    match subject {
        Subject::Page => page(workspace),
        Subject::Sim => sim(workspace),
        Subject::Core => core(workspace),
    }
}

fn page(workspace: &Workspace) -> Result<()> {
    dist::run(workspace, &dist::Options::default())?;
    tools::ensure(workspace, &[Tool::Browser])?;
    let mut cargo = workspace.cargo();
    // Not `bench`: what is measured was built for publication already, and the tests share this.
    cargo.args(["test", "--package", "tests", "--features", BROWSER_FEATURE, "--bench", "page"]);
    cargo.env("RAFT_DIST", dist::folder(workspace));
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
