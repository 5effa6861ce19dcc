//! Writes the service worker, which keeps the page for readers without a network.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::digest::digest;
use super::{DIALOGS, GLOSSARY, MODULES, collect, is_loaded_later};
use crate::workspace::{Workspace, run as run_command};

/// The file of the worker, which `share/offline.js` registers.
pub(super) const NAME: &str = "offline.js";
const WORKER: &str = include_str!("../../../../web/placeholder/offline/worker.js");

/// The folders of files that the page loads later, and that a reader without a network needs.
const KEPT_FOLDERS: [&str; 5] = [DIALOGS, GLOSSARY, "locales/", "stories/", "style/"];

/// Writes the worker with the list of the files that it keeps. Its content changes with each of
/// them, which is how a browser finds a new build.
pub(super) fn write(workspace: &Workspace, folder: &Path, version: &str) -> Result<()> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut files = BTreeMap::new();
    for path in paths {
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
        let name = name.replace('\\', "/");
        if is_kept(&name) {
            let content = fs::read(&path).with_context(|| format!("reading {name}"))?;
            files.insert(address(&name, version), digest(&content));
        }
    }
    let worker = folder.join(NAME);
    fs::write(&worker, script(&files)?).context("writing the service worker")?;
    let mut esbuild = workspace.command("esbuild");
    esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
    run_command(esbuild.arg(&worker).arg(format!("--outfile={}", worker.display())))
}

/// Whether a reader without a network needs this file.
fn is_kept(name: &str) -> bool {
    let is_needed = !is_loaded_later(name)
        || KEPT_FOLDERS.iter().any(|kept| name.starts_with(kept))
        || MODULES.contains(&name);
    is_needed && name != NAME
}

/// The address under which the page requests a file.
fn address(name: &str, version: &str) -> String {
    let is_versioned = [DIALOGS, "locales/"].iter().any(|folder| name.starts_with(folder));
    match name {
        "index.html" => "./".to_owned(),
        name if is_versioned => format!("{name}?{version}"),
        name => name.to_owned(),
    }
}

fn script(files: &BTreeMap<String, String>) -> Result<String> {
    let files = serde_json::to_string(files).context("writing the list of files")?;
    let build = digest(files.as_bytes());
    Ok(format!("const BUILD = \"{build}\", FILES = {files};\n{WORKER}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_its_stories_are_kept_but_not_the_book() {
        let kept = ["index.html", "web-1_bg.wasm", "stories/a.raft", "style/why.css", MODULES[1]];
        for name in kept.into_iter().chain(["locales/es/why.ftl", "dialogs/help.html"]) {
            assert!(is_kept(name), "{name}");
        }
        for name in ["offline.js", "book/index.html", "tour.html", "raft-playground.html"] {
            assert!(!is_kept(name), "{name}");
        }
        for name in ["card.png", "trace/trace.js", "content-security-policy.txt"] {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn addresses_are_those_that_the_page_requests() {
        assert_eq!(address("index.html", "1f"), "./");
        assert_eq!(address("locales/en/stage.ftl", "1f"), "locales/en/stage.ftl?1f");
        assert_eq!(address("style/why.css", "1f"), "style/why.css");
    }

    #[test]
    fn another_content_gives_another_build() {
        let of = |content: &[u8]| {
            let files = BTreeMap::from([("./".to_owned(), digest(content))]);
            script(&files).unwrap().lines().next().unwrap().to_owned()
        };
        let build = |line: &str| line.split('"').nth(1).unwrap().to_owned();
        assert_ne!(build(&of(b"a")), build(&of(b"b")));
        assert!(of(b"a").contains("FILES = {\"./\":\"sha256-"));
    }
}
