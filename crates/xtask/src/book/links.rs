//! Where a link of the text leads in the book.
//!
//! The text links to files of the repository, so that its links also work where the sources are
//! read. A file that a page of the book shows becomes a link to this page, a story a link that
//! opens it in the playground, and any other file plain text.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, ensure};

use crate::stories;

use super::sources::Fragment;
use super::{FILES, PICTURES, SOURCE};

/// The pages of the playground itself, which stand at the root of the repository in links.
const PUBLISHED: [&str; 3] = ["index.html", "raft-playground.html", "tour.html"];

pub(super) struct Links<'a> {
    root: &'a Path,
    /// The page that shows a file.
    pages: BTreeMap<PathBuf, &'a str>,
}

impl<'a> Links<'a> {
    pub(super) fn new(root: &'a Path, pages: &[(&'a str, Vec<Fragment>)]) -> Self {
        let mut shown = BTreeMap::new();
        for (name, fragments) in pages {
            shown.insert(Path::new(SOURCE).join(format!("{name}.md")), *name);
            for fragment in fragments.iter().filter(|fragment| !fragment.path.ends_with("-")) {
                shown.insert(fragment.path.clone(), *name);
            }
        }
        Self { root, pages: shown }
    }

    /// The address in the book of a link in this file; `None` for a file that is not published.
    pub(super) fn address(&self, from: &Path, link: &str) -> Result<Option<String>> {
        if link.starts_with('#') || link.starts_with("https://") {
            return Ok(Some(link.to_owned()));
        }
        let (rest, anchor) = split(link, '#');
        let (file, query) = split(rest, '?');
        let path = joined(from, file);
        if let Some(page) = self.pages.get(&path) {
            return Ok(Some(format!("{page}.html{anchor}")));
        }
        if let Some(page) = PUBLISHED.iter().find(|page| path == Path::new(page)) {
            return Ok(Some(format!("../{page}{query}{anchor}")));
        }
        if let Some((name, _)) = PICTURES.iter().find(|(_, source)| path == Path::new(source)) {
            return Ok(Some((*name).to_owned()));
        }
        if path.starts_with(Path::new(SOURCE).join(FILES)) {
            return Ok(Some(file.to_owned()));
        }
        ensure!(self.root.join(&path).exists(), "the link {link} leads to no file");
        if let Ok(story) = path.strip_prefix(stories::SOURCE) {
            let beat = anchor.replacen('#', "&beat=", 1);
            let story = story.display().to_string().replace('\\', "/");
            return Ok(Some(format!("../index.html?scenario=stories/{story}{beat}")));
        }
        Ok(None)
    }
}

/// The text before a letter, and the rest from this letter on.
fn split(text: &str, at: char) -> (&str, &str) {
    text.find(at).map_or((text, ""), |place| text.split_at(place))
}

/// The path of a link, relative to the root.
fn joined(from: &Path, link: &str) -> PathBuf {
    let mut path = from.parent().unwrap_or(Path::new("")).to_path_buf();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(link: &str) -> Option<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let fragment = Fragment {
            path: "crates/raft-sim/TRACE.md".into(),
            text: String::new(),
            lower_headings: 0,
        };
        let pages = [("index", Vec::new()), ("trace", vec![fragment])];
        Links::new(&root, &pages).address(Path::new("web/book/-"), link).unwrap()
    }

    #[test]
    fn a_link_leads_to_the_page_that_shows_a_file() {
        assert_eq!(address("index.md#top").as_deref(), Some("index.html#top"));
        assert_eq!(address("../../crates/raft-sim/TRACE.md").as_deref(), Some("trace.html"));
        assert_eq!(address("../../Cargo.toml"), None);
    }

    #[test]
    fn a_story_and_a_beat_open_in_the_playground() {
        let expected = "../index.html?scenario=stories/partition.raft&beat=split";
        assert_eq!(address("../stories/partition.raft#split").as_deref(), Some(expected));
        let expected = "../index.html?seed=7&paused";
        assert_eq!(address("../../index.html?seed=7&paused").as_deref(), Some(expected));
    }

    #[test]
    fn a_link_to_a_missing_file_is_refused() {
        let links = Links::new(Path::new(env!("CARGO_MANIFEST_DIR")), &[]);
        assert!(links.address(Path::new("web/book/-"), "missing.md").is_err());
    }
}
