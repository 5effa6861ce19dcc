//! The files allowed at the root, so that a newcomer sees there only what the project is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Problem;

/// Names that begin with a dot or with `LICENSE` are allowed too.
const ALLOWED_AT_ROOT: [&str; 13] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "Trunk.toml",
    "clippy.toml",
    "crates",
    "index.html",
    "rustfmt.toml",
    "tests",
    "web",
];

pub(super) fn check(paths: &[PathBuf]) -> Vec<Problem> {
    // One problem for each folder, reported at one of its files.
    let mut unknown: BTreeMap<String, &Path> = BTreeMap::new();
    for path in paths {
        let Some(first) = path.components().next() else { continue };
        let name = first.as_os_str().to_string_lossy().into_owned();
        let is_allowed = name.starts_with('.')
            || name.starts_with("LICENSE")
            || ALLOWED_AT_ROOT.contains(&name.as_str());
        if !is_allowed {
            unknown.entry(name).or_insert(path);
        }
    }
    let problem = |(name, path): (String, &Path)| {
        Problem::new(path, 1, format!("`{name}` is not allowed at the root"))
    };
    unknown.into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_names(names: &[&str]) -> Vec<Problem> {
        check(&names.iter().map(PathBuf::from).collect::<Vec<_>>())
    }

    #[test]
    fn known_folders_pass() {
        let known = ["Cargo.toml", ".ci/run", "LICENSE-MIT", "crates/x/src/lib.rs", "web/a.rs"];
        assert_eq!(check_names(&known), []);
    }

    #[test]
    fn an_unknown_folder_is_reported_once() {
        let problems = check_names(&["scratch/a", "scratch/b", "notes.txt"]);
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[1].file, Path::new("scratch/a"));
        assert!(problems[1].message.contains("`scratch`"));
    }
}
