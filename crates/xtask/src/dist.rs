//! `dist`: the optimised static page, and what it weighs.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::tools::{self, Tool};
use crate::workspace::{Workspace, readable, run as run_command};

/// What all files together may weigh as a server sends them. It buys a first picture within a
/// second on a phone's connection; raising it is a decision, not a repair.
const BUDGET_GZIPPED_KB: usize = 250;

/// A kilobyte as in "the page has 120 KB": what people and browsers' tools show.
const BYTES_PER_KB: usize = 1000;

/// What `index.html` must ask of Trunk, or the page would be built well and large.
const LINK_ATTRIBUTES: [&str; 4] = [
    r#"data-cargo-profile-release="page""#,
    r#"data-wasm-opt="z""#,
    // What compresses best is not what is shortest: code put in place of its one call resembles
    // its neighbours less. Measured on this page: 5 % less gzipped.
    "--one-caller-inline-max-function-size=30",
    // Copies of a generic function have one name and much the same code: side by side they compress
    // better. 1 % less.
    "--reorder-functions-by-name",
];

/// What a build for publication needs.
pub(crate) const TOOLS: [Tool; 6] =
    [Tool::WasmTarget, Tool::Node, Tool::WasmOpt, Tool::Esbuild, Tool::WasmBindgen, Tool::Trunk];

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, &TOOLS)?;
    build(workspace)?;
    weigh(&folder(workspace))
}

/// Where the page is built to.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("dist")
}

fn build(workspace: &Workspace) -> Result<()> {
    let index =
        fs::read_to_string(workspace.root().join("index.html")).context("reading index.html")?;
    for attribute in LINK_ATTRIBUTES {
        ensure!(
            index.contains(attribute),
            "index.html: the link with rel=\"rust\" lacks {attribute}, which makes the page small"
        );
    }
    let began = Instant::now();
    println!("Building the optimised page (linking it as one takes a minute or so) ...");
    let mut trunk = tools::trunk(workspace);
    trunk.args(["build", "--release"]).arg("--dist").arg(folder(workspace));
    run_command(&mut trunk)?;
    minify(workspace)?;
    println!("Built dist/ in {}.", readable(began.elapsed()));
    Ok(())
}

/// Replaces each script by a shorter one that does the same.
fn minify(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    for file in files.iter().filter(|path| path.extension().is_some_and(|end| end == "js")) {
        let mut esbuild = workspace.command("esbuild");
        esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
        run_command(esbuild.arg(file).arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

fn weigh(folder: &Path) -> Result<()> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut files =
        paths.iter().map(|path| Weighed::new(folder, path)).collect::<Result<Vec<_>>>()?;
    files.sort_by_key(|file| std::cmp::Reverse(file.gzipped));
    println!("\n{:>12} {:>12}  file", "raw", "gzipped");
    for file in &files {
        println!("{:>12} {:>12}  {}", kilobytes(file.raw), kilobytes(file.gzipped), file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let gzipped: usize = files.iter().map(|file| file.gzipped).sum();
    println!(
        "{:>12} {:>12}  in all; the budget is {BUDGET_GZIPPED_KB} KB gzipped",
        kilobytes(raw),
        kilobytes(gzipped)
    );
    within_budget(gzipped)
}

fn within_budget(gzipped: usize) -> Result<()> {
    ensure!(
        gzipped <= BUDGET_GZIPPED_KB * BYTES_PER_KB,
        "the page weighs {} gzipped, over its budget of {BUDGET_GZIPPED_KB} KB",
        kilobytes(gzipped)
    );
    Ok(())
}

struct Weighed {
    name: String,
    raw: usize,
    gzipped: usize,
}

impl Weighed {
    fn new(root: &Path, path: &Path) -> Result<Self> {
        let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
        Ok(Self { name, raw: content.len(), gzipped: gzipped_size(&content)? })
    }
}

/// The files in a folder and below.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn gzipped_size(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / BYTES_PER_KB, bytes % BYTES_PER_KB / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_over_its_budget_is_refused() {
        assert!(within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB).is_ok());
        let error = within_budget(BUDGET_GZIPPED_KB * BYTES_PER_KB + 1).unwrap_err();
        assert!(error.to_string().contains("over its budget"), "{error}");
    }

    #[test]
    fn what_repeats_weighs_less_gzipped() {
        assert!(gzipped_size(&[b'a'; 10_000]).unwrap() < 100);
    }

    #[test]
    fn sizes_keep_one_decimal() {
        assert_eq!(kilobytes(1_234), "1.2 KB");
        assert_eq!(kilobytes(99), "0.0 KB");
    }
}
