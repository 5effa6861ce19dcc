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
const BUDGET_GZIPPED_KB: usize = 150;

/// A kilobyte as in "the page has 120 KB": what people and browsers' tools show.
const BYTES_PER_KB: usize = 1000;

/// What `index.html` must ask of Trunk, or the page would be built well and large.
const LINK_ATTRIBUTES: [&str; 2] = [r#"data-cargo-profile-release="page""#, r#"data-wasm-opt="z""#];

/// What a build for publication needs.
pub(crate) const TOOLS: [Tool; 5] =
    [Tool::WasmTarget, Tool::Node, Tool::WasmOpt, Tool::WasmBindgen, Tool::Trunk];

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
    run_command(
        trunk.args(["build", "--release", "--quiet"]).arg("--dist").arg(folder(workspace)),
    )?;
    println!("Built dist/ in {}.", readable(began.elapsed()));
    Ok(())
}

fn weigh(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
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

fn collect(root: &Path, folder: &Path, files: &mut Vec<Weighed>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        files.push(Weighed {
            name: path.strip_prefix(root).unwrap_or(&path).display().to_string(),
            raw: content.len(),
            gzipped: gzipped_size(&content)?,
        });
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
