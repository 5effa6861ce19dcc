//! The packages of the published crates: what is in them, and that cargo can make them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::workspace::{Workspace, output};

/// The published crates, each after those that it uses.
pub(super) const PUBLISHED: [&str; 4] = ["raft-core", "raft-sim", "raft-search", "raft-lab"];

/// Files beside the sources that a package must have.
const NEEDED: [&str; 4] = ["Cargo.toml", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Files that cargo adds, and folders and documents that a package may have.
const ALLOWED: [&str; 8] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml.orig",
    "MUTANTS.md",
    "TRACE.md",
    "src",
    "examples",
    "build.rs",
];

fn listed(workspace: &Workspace, krate: &str) -> BTreeSet<String> {
    let mut cargo = workspace.cargo();
    cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", krate]);
    output(&mut cargo).unwrap().lines().map(|line| line.replace('\\', "/")).collect()
}

#[test]
fn a_package_has_its_licences_and_nothing_that_a_user_does_not_need() {
    let workspace = Workspace::find().unwrap();
    for krate in PUBLISHED {
        let files = listed(&workspace, krate);
        for needed in NEEDED {
            assert!(files.contains(needed), "{krate} lacks {needed}");
        }
        for file in &files {
            let first = file.split('/').next().unwrap();
            assert!(NEEDED.contains(&first) || ALLOWED.contains(&first), "{krate}: {file}");
        }
    }
}

#[test]
fn cargo_packages_the_published_crates_together() {
    let workspace = Workspace::find().unwrap();
    let mut cargo = workspace.cargo();
    // Compiling the packages takes minutes; the other tests compile the same sources.
    cargo.args(["package", "--no-verify", "--allow-dirty", "--offline", "--quiet"]);
    // A folder of its own, since the tests run in the usual one.
    let target = workspace.root().join("target/packages");
    cargo.arg("--target-dir").arg(&target);
    cargo.args(PUBLISHED.iter().flat_map(|krate| ["--package", krate]));
    output(&mut cargo).unwrap();
    let is_there =
        |krate: &&str| Path::new(&target).join(format!("package/{krate}-0.1.0.crate")).is_file();
    assert!(PUBLISHED.iter().all(is_there));
}

/// A crate that a published crate uses is published, too.
#[test]
fn no_published_crate_uses_an_unpublished_one() {
    let metadata = crate::metadata::Metadata::of(&Workspace::find().unwrap()).unwrap();
    for krate in PUBLISHED {
        let member = metadata.member(krate).unwrap();
        for dependency in member.dependencies.iter().filter(|used| !used.is_for_tests) {
            let name = dependency.name.as_str();
            assert!(
                metadata.member(name).is_none() || PUBLISHED.contains(&name),
                "{krate}: {name}"
            );
        }
    }
}
