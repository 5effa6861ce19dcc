//! The commands that need large crates: their options, and how to run them.
//!
//! `cargo xtask` starts a program without these crates, which compiles in seconds. For `tidy`,
//! `dist` and `npm` it builds the program with the feature `complete` and passes the command on.

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

/// The tools that the package for JavaScript needs.
#[cfg(feature = "complete")]
pub(crate) const NPM_TOOLS: [Tool; 6] = [
    Tool::WasmTarget,
    Tool::Node,
    Tool::WasmOpt,
    Tool::Esbuild,
    Tool::TypeScript,
    Tool::WasmBindgen,
];

/// The options of `dist`.
#[derive(clap::Args)]
pub(crate) struct DistOptions {
    /// The address where the page will be published. Sites that preview a link need it.
    #[arg(long)]
    pub(crate) address: Option<String>,
}

/// The folder into which `dist` writes the page.
pub(crate) fn dist_folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("dist")
}

/// Builds the page for publication.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    run(workspace, ["dist".into()])
}

/// Builds the package for JavaScript.
pub(crate) fn npm(workspace: &Workspace) -> Result<()> {
    run(workspace, ["npm".into()])
}

/// Checks the rules that the compiler does not know.
pub(crate) fn tidy(workspace: &Workspace) -> Result<()> {
    run(workspace, ["tidy".into()])
}

/// Builds the complete program if needed, and runs it with these arguments.
pub(crate) fn run(
    workspace: &Workspace,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<()> {
    run_command(workspace.cargo_native("build").args(["--quiet", "--bin", PROGRAM]))?;
    // Cargo puts both programs into the same folder.
    let this = env::current_exe().context("finding this program")?;
    let program = this.with_file_name(format!("{PROGRAM}{}", env::consts::EXE_SUFFIX));
    run_command(workspace.command(program).args(arguments))
}
