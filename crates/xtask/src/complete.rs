//! The commands that need larger crates than the rest: what they are asked, and how to run them.
//!
//! `cargo xtask` starts a program without these crates, which compiles in seconds. For `tidy` and
//! `dist` it builds the program that has them (the feature `complete`) and hands the command on.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::tools::Tool;
use crate::workspace::{Workspace, run as run_command};

const PROGRAM: &str = "xtask-complete";

/// The tools that a build for publication needs.
pub(crate) const DIST_TOOLS: [Tool; 6] =
    [Tool::WasmTarget, Tool::Node, Tool::WasmOpt, Tool::Esbuild, Tool::WasmBindgen, Tool::Trunk];

/// What `dist` can be told.
#[derive(clap::Args)]
pub(crate) struct DistOptions {
    /// Where the page will be. Only who shows a picture of it beside a link needs to be told.
    #[arg(long)]
    pub(crate) address: Option<String>,
}

/// Where `dist` writes the page.
pub(crate) fn dist_folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("dist")
}

/// Builds the page for publication.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    run(workspace, ["dist".into()])
}

/// Checks the rules that the compiler does not know.
pub(crate) fn tidy(workspace: &Workspace) -> Result<()> {
    run(workspace, ["tidy".into()])
}

/// Builds the complete program where needed, and runs it with these arguments.
pub(crate) fn run(
    workspace: &Workspace,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<()> {
    run_command(workspace.cargo_native("build").args(["--quiet", "--bin", PROGRAM]))?;
    // Cargo puts both programs into the same folder, wherever that is.
    let this = env::current_exe().context("finding this program")?;
    let program = this.with_file_name(format!("{PROGRAM}{}", env::consts::EXE_SUFFIX));
    run_command(workspace.command(program).args(arguments))
}
