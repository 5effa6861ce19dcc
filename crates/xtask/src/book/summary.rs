//! The list of the book's pages: `SUMMARY.md`, in the form that mdBook reads, too.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The parts of the book.
pub(super) struct Summary {
    pub(super) parts: Vec<Part>,
}

/// Pages for one kind of reader.
pub(super) struct Part {
    /// The pages before the first part have none.
    pub(super) title: Option<String>,
    pub(super) entries: Vec<Entry>,
}

/// A page.
pub(super) struct Entry {
    pub(super) title: String,
    /// The name of its file without the ending.
    pub(super) name: String,
}

impl Summary {
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let text = fs::read_to_string(folder.join("SUMMARY.md")).context("reading SUMMARY.md")?;
        Self::parse(&text).context("SUMMARY.md")
    }

    fn parse(text: &str) -> Result<Self> {
        let mut parts = vec![Part { title: None, entries: Vec::new() }];
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(title) = line.strip_prefix("# ") {
                if title != "Summary" {
                    parts.push(Part { title: Some(title.to_owned()), entries: Vec::new() });
                }
                continue;
            }
            let entry = entry(line).with_context(|| format!("`{line}` is no link to a page"))?;
            let part = parts.last_mut().context("there is always a part")?;
            part.entries.push(entry);
        }
        let summary = Self { parts };
        for entry in summary.entries() {
            let same = summary.entries().filter(|other| other.name == entry.name).count();
            ensure!(same == 1, "{}.md is listed {same} times", entry.name);
        }
        if summary.entries().next().is_none_or(|first| first.name != "index") {
            bail!("the first page must be index.md");
        }
        Ok(summary)
    }

    /// All pages, in their order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.parts.iter().flat_map(|part| &part.entries)
    }
}

/// `- [Title](name.md)`, or the same without `-`.
fn entry(line: &str) -> Option<Entry> {
    let link = line.trim().trim_start_matches("- ").strip_prefix('[')?;
    let (title, file) = link.strip_suffix(".md)")?.split_once("](")?;
    Some(Entry { title: title.to_owned(), name: file.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_pages_keep_their_order() {
        let text = "# Summary\n\n[The book](index.md)\n\n# One\n\n- [A](a.md)\n- [B](b.md)\n";
        let summary = Summary::parse(text).unwrap();
        let titles: Vec<_> = summary.parts.iter().map(|part| part.title.as_deref()).collect();
        assert_eq!(titles, [None, Some("One")]);
        let names: Vec<_> = summary.entries().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["index", "a", "b"]);
    }

    #[test]
    fn a_line_that_is_no_link_and_a_page_listed_twice_are_refused() {
        for text in
            ["[I](index.md)\nA\n", "[I](index.md)\n- [A](a.md)\n- [B](a.md)\n", "- [A](a.md)"]
        {
            assert!(Summary::parse(text).is_err(), "{text}");
        }
    }
}
