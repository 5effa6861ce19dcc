//! Tests the package for JavaScript as its users get it: packed, installed with npm, and bundled.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::complete;
use crate::tools::{Tool, browser};
use crate::workspace::{Workspace, run as run_command};

/// The tests in Chromium.
pub(super) const SUITE: &str = "package";

pub(super) const TOOLS: [Tool; 8] = [
    Tool::WasmTarget,
    Tool::Node,
    Tool::WasmOpt,
    Tool::Esbuild,
    Tool::TypeScript,
    Tool::Bundlers,
    Tool::Browser,
    Tool::WasmBindgen,
];

pub(super) fn test(workspace: &Workspace) -> Result<()> {
    complete::npm(workspace)?;
    let folder = workspace.root().join("target/npm");
    let out = folder.join("consumer");
    let mut build = workspace.command("node");
    build.arg("tests/package/build.mjs").arg(archive(&folder)?).arg(&out);
    run_command(build.arg(workspace.tools_dir()))?;
    let mut node = workspace.command("node");
    run_command(node.arg("--test").current_dir(out.join("app")))?;
    let mut cargo = workspace.cargo_native("test");
    cargo.args(["--test", SUITE]).env("RAFT_PACKAGE", out.join("site"));
    run_command(cargo.env("CHROMEDRIVER", browser::find(workspace).context("no chromedriver")?))
}

/// The archive that `npm pack` has just written.
fn archive(folder: &Path) -> Result<PathBuf> {
    let mut newest = None;
    for entry in fs::read_dir(folder).context("listing target/npm")? {
        let path = entry.context("listing target/npm")?.path();
        if path.extension().is_some_and(|extension| extension == "tgz") {
            let written = fs::metadata(&path).and_then(|file| file.modified())?;
            newest = newest.max(Some((written, path)));
        }
    }
    Ok(newest.context("target/npm contains no archive")?.1)
}
