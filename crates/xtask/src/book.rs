//! `book`: writes the book, a folder of static pages about the playground.
//!
//! The text is Markdown in `web/book/`, and `SUMMARY.md` there lists the pages. A line such as
//! `{{include crates/raft-sim/TRACE.md}}` stands for something from the sources, so a reference
//! page cannot differ from what it describes; [`sources`] has these directives. A link to a file of
//! the repository becomes a link to the page that shows it; see [`links`].

mod summary;

mod sources;

mod links;

mod code;

mod markdown;

mod anchors;

mod page;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use links::Links;
use markdown::Rendered;
use sources::{Fragment, Help, Sources};
use summary::Summary;

use crate::complete::dist_folder;
use crate::workspace::{Workspace, run as run_command};

/// The folder of the book in a built page.
pub(crate) const FOLDER: &str = "book/";

/// The folder of the text in the repository.
const SOURCE: &str = "web/book";

/// The folder of the files that readers can open in the page, in the book.
const FILES: &str = "files";

/// The pictures: the name in the book, and the file in the repository.
const PICTURES: [(&str, &str); 1] = [("partition.png", ".github/partition.png")];

/// The colours of the page, and the look of the book.
const STYLES: [&str; 2] =
    [include_str!("../../../web/style/tokens.css"), include_str!("book/book.css")];
const SCRIPT: &str = include_str!("book/book.js");

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    write(workspace, &dist_folder(workspace))?;
    println!("Wrote dist/{FOLDER}index.html.");
    Ok(())
}

/// Writes the book into the folder of a built page.
pub(crate) fn write(workspace: &Workspace, dist: &Path) -> Result<()> {
    let help = help(workspace)?;
    let folder = dist.join(FOLDER);
    for (name, content) in files(workspace.root(), help)? {
        let path = folder.join(&name);
        let parent = path.parent().context("a page is in a folder")?;
        fs::create_dir_all(parent).context("making the book's folders")?;
        fs::write(path, content).with_context(|| format!("writing {name}"))?;
    }
    Ok(())
}

/// The help of `raft-lab` and of each of its commands.
fn help(workspace: &Workspace) -> Result<Help> {
    run_command(workspace.cargo_native("build").args(["--quiet", "--bin", "raft-lab"]))?;
    // Cargo puts all programs into the same folder.
    let this = env::current_exe().context("finding this program")?;
    Help::of(workspace, &this.with_file_name(format!("raft-lab{}", env::consts::EXE_SUFFIX)))
}

/// The names and the contents of the book's files.
fn files(root: &Path, help: Help) -> Result<BTreeMap<String, Vec<u8>>> {
    let summary = Summary::read(&root.join(SOURCE))?;
    let sources = Sources { root, help };
    let mut pages: Vec<(&str, Vec<Fragment>)> = Vec::new();
    for entry in summary.entries() {
        let path = format!("{SOURCE}/{}.md", entry.name);
        let text =
            fs::read_to_string(root.join(&path)).with_context(|| format!("reading {path}"))?;
        let fragments = sources.expand(&text).with_context(|| path)?;
        pages.push((&entry.name, fragments));
    }
    let links = Links::new(root, &pages);
    let mut files = BTreeMap::new();
    let mut rendered = Vec::new();
    for (name, fragments) in &pages {
        let page =
            markdown::render(fragments, &links).with_context(|| format!("{SOURCE}/{name}.md"))?;
        for (file, content) in &page.files {
            files.insert(format!("{FILES}/{file}"), content.clone().into_bytes());
        }
        rendered.push(page);
    }
    anchors::check_anchors(&pages, &rendered)?;
    for (place, page) in rendered.iter().enumerate() {
        let html = page::Page { summary: &summary, place, rendered: page };
        files.insert(format!("{}.html", pages[place].0), html.to_string().into_bytes());
    }
    files.insert("search.js".into(), search_index(&pages, &rendered).into_bytes());
    files.insert("book.css".into(), STYLES.concat().into_bytes());
    files.insert("book.js".into(), SCRIPT.into());
    for (name, source) in PICTURES {
        let picture = fs::read(root.join(source)).with_context(|| format!("reading {source}"))?;
        files.insert(name.to_owned(), picture);
    }
    Ok(files)
}

/// A script with each section of each page, which the search looks through. It is a script because
/// a page that was opened from disk cannot read other files.
fn search_index(pages: &[(&str, Vec<Fragment>)], rendered: &[Rendered]) -> String {
    let mut sections = Vec::new();
    for ((name, _), page) in pages.iter().zip(rendered) {
        for section in &page.sections {
            let anchor = section.anchor.as_ref().map_or(String::new(), |id| format!("#{id}"));
            let address = format!("{name}.html{anchor}");
            sections.push(serde_json::json!([address, page.title, section.title, section.text]));
        }
    }
    format!("var searchIndex = {};\n", serde_json::Value::Array(sections))
}
