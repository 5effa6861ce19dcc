//! Adds the program that writes traces: the simulator for JavaScript. The page loads it when a user
//! saves a trace, so the page's own program needs no code for that.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::js_program;
use crate::workspace::{Workspace, run as run_command};

/// The folder with the program and its script.
pub(super) const FOLDER: &str = "trace/";

pub(super) fn add(workspace: &Workspace, dist: &Path) -> Result<()> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).context("creating a folder")?;
    let built = folder.join("raft_js.wasm");
    fs::write(&built, js_program::compile(workspace)?).context("writing the program for traces")?;
    let mut wasm_bindgen = workspace.command("wasm-bindgen");
    wasm_bindgen.args(["--target", "web", "--no-typescript", "--out-name", "trace", "--out-dir"]);
    run_command(wasm_bindgen.arg(&folder).arg(&built))?;
    fs::remove_file(built).context("removing the program without its script")?;
    let (optimized, larger) = (folder.join("smaller.wasm"), folder.join("trace_bg.wasm"));
    js_program::optimize(workspace, &larger, &optimized)?;
    fs::rename(optimized, larger).context("replacing the program for traces")
}
