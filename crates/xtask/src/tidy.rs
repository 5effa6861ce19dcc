//! `tidy`: checks the rules of the project that the compiler does not know.
//!
//! [`dependencies`] and [`sources`] check the section "What must never be" of ARCHITECTURE.md,
//! with `cargo metadata` and the source text. [`licences`] checks the licence and the source of
//! each dependency. [`sources`] also checks the style of every file, and [`layout`] checks the root
//! folder. Each rule takes plain data and returns [`Problem`]s, and has a test in which it fails.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::metadata::{Metadata, licensed};
use crate::workspace::{Workspace, output};

mod dependencies;
mod licences;
mod modules;
mod names;
mod sources;
mod wording;

mod code;
mod imports;
mod layout;

#[cfg(test)]
mod interface;
#[cfg(test)]
mod packages;

/// A violation of a rule at a place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Problem {
    /// Relative to the root.
    file: PathBuf,
    /// Counted from 1. A problem of a whole file is reported at its first line.
    line: usize,
    message: String,
}

impl Problem {
    fn new(file: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_path_buf(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

/// A text file of the project.
#[derive(Clone, Debug)]
struct Source {
    /// Relative to the root.
    path: PathBuf,
    text: String,
}

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let metadata = Metadata::of(workspace)?;
    let paths = listed_files(workspace)?;
    let manifests = read(workspace, paths.iter().filter(|path| path.ends_with("Cargo.toml")))?;
    let rust = read(workspace, paths.iter().filter(|path| is_rust(path)))?;

    let mut problems = dependencies::check(&metadata, &manifests);
    problems.extend(licences::check(&licensed(workspace)?));
    problems.extend(sources::check(&metadata, &rust));
    problems.extend(wording::check(&rust));
    problems.extend(names::check(&rust));
    problems.extend(layout::check(&paths));
    for member in &metadata.members {
        problems.extend(modules::check(&member.name, &member.folder.join("src"), &rust));
    }
    if problems.is_empty() {
        println!("Tidy: {} crates and {} Rust files.", metadata.members.len(), rust.len());
        return Ok(());
    }
    problems.sort();
    for problem in &problems {
        println!("{problem}");
    }
    bail!("tidy found {} problem(s), listed above", problems.len())
}

/// The files that git tracks, and the new files that it does not ignore.
fn listed_files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut git = workspace.command("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listing = output(&mut git).context("listing the project's files")?;
    let names = listing.split('\0').filter(|name| !name.is_empty());
    let mut paths: Vec<PathBuf> = names.map(PathBuf::from).collect();
    paths.sort();
    // git still lists a deleted file until the deletion is staged.
    paths.retain(|path| workspace.root().join(path).is_file());
    Ok(paths)
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn read<'a>(
    workspace: &Workspace,
    paths: impl Iterator<Item = &'a PathBuf>,
) -> Result<Vec<Source>> {
    let read_one = |path: &PathBuf| {
        let text = fs::read_to_string(workspace.root().join(path))
            .with_context(|| format!("reading {}", path.display()))?;
        Ok(Source { path: path.clone(), text })
    };
    paths.map(read_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_printed_with_file_and_line() {
        let problem = Problem::new(Path::new("web/src/lib.rs"), 3, "is wrong");
        assert_eq!(problem.to_string(), "web/src/lib.rs:3: is wrong");
    }
}
