//! The catalogues as they are published.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{DIALOGS, collect};

/// The first catalogue that the page loads, as its address stands in the page.
pub(super) const FIRST: &str = "locales/en/stage.ftl";

/// Gives the catalogues a version in the page, so that the program never meets those of another
/// build in a browser's cache: it names messages by their numbers. The dialogs have the same one.
/// Returns the version.
pub(super) fn add_version(folder: &Path) -> Result<String> {
    let mut versioned = Vec::new();
    collect(&folder.join("locales"), &mut versioned)?;
    collect(&folder.join(DIALOGS), &mut versioned)?;
    versioned.sort();
    let mut hasher = DefaultHasher::new();
    for file in &versioned {
        fs::read(file).context("reading a catalogue or a dialog")?.hash(&mut hasher);
    }
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).context("reading the built page")?;
    ensure!(page.matches(FIRST).count() == 1, "the page must preload {FIRST}");
    let version = format!("{:x}", hasher.finish());
    let page = page.replace(FIRST, &format!("{FIRST}?{version}"));
    fs::write(&index, page).context("writing the built page")?;
    Ok(version)
}

/// Removes the comments from a Fluent file.
pub(super) fn without_comments(catalog: &str) -> String {
    let is_needed = |line: &&str| !line.is_empty() && !line.starts_with('#');
    catalog.lines().filter(is_needed).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_catalogue_has_its_messages_and_no_comments() {
        let messages = "menu =\n    { $count ->\n       *[other] # { $count }\n    }\n";
        let catalog = String::from("### Menus\n\n# Of a node.\n") + messages;
        assert_eq!(without_comments(&catalog), messages);
    }
}
