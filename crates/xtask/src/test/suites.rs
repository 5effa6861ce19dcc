//! The native test suites, and those that `--quick` leaves out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The suites that `--quick` leaves out. Each tries thousands of runs; together they take most of
/// the time.
const LONG: [&str; 5] = ["history", "process_crashes", "shrinking", "state_space", "swarm"];

/// The names of the suites that take little time.
pub(super) fn short(root: &Path) -> Result<BTreeSet<String>> {
    let mut suites = all(root)?;
    suites.retain(|name| !LONG.contains(&name.as_str()));
    Ok(suites)
}

/// The names of all suites: one for each file in a folder where cargo looks for tests.
fn all(root: &Path) -> Result<BTreeSet<String>> {
    let mut folders = vec![root.join("tests")];
    for entry in fs::read_dir(root.join("crates")).context("listing crates/")? {
        let entry = entry.context("listing crates/")?;
        // The suites of raft-js are compiled for JavaScript engines.
        if entry.file_name() != "raft-js" {
            folders.push(entry.path().join("tests"));
        }
    }
    let mut suites = BTreeSet::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(folder).context("listing tests")? {
            let path = entry.context("listing tests")?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                suites.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
            }
        }
    }
    // The library that the crate `tests` shares.
    suites.remove("lib");
    Ok(suites)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_skips_only_existing_long_suites() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let (all, short) = (all(&root).unwrap(), short(&root).unwrap());
        for name in LONG {
            assert!(all.contains(name) && !short.contains(name), "{name}");
        }
        for name in ["elections", "session", "scenarios"] {
            assert!(short.contains(name), "{name} is not in {short:?}");
        }
        for name in ["lib", "node", "browser", "page"] {
            assert!(!all.contains(name), "{name}");
        }
    }
}
