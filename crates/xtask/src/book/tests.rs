//! The book is made from the repository, and the commands that it names exist.

use std::path::PathBuf;

use clap::Parser;

use super::*;
use crate::Arguments;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "html")
}

fn book() -> BTreeMap<String, String> {
    let help = Help(vec![(String::new(), "Usage: raft-lab".to_owned())]);
    let files = files(&root(), help).unwrap();
    let text = |content| String::from_utf8(content).ok();
    files.into_iter().filter_map(|(name, content)| Some((name, text(content)?))).collect()
}

#[test]
fn every_page_is_in_the_contents_of_every_page() {
    let book = book();
    let pages: Vec<_> = book.keys().filter(|name| is_page(name)).collect();
    assert!(pages.len() > 20, "{pages:?}");
    for page in &pages {
        for other in &pages {
            let html = &book[*page];
            assert!(html.contains(&format!("<li><a href=\"{other}\"")), "{page} lacks {other}");
        }
    }
}

#[test]
fn every_file_of_markdown_is_a_page() {
    let listed = fs::read_to_string(root().join(SOURCE).join("SUMMARY.md")).unwrap();
    for entry in fs::read_dir(root().join(SOURCE)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name == "SUMMARY.md" || name == "examples" || listed.contains(&format!("({name})")),
            "{name}"
        );
    }
}

/// A page that was opened from disk, or that a strict policy protects, runs no script of its own.
#[test]
fn no_page_has_an_inline_script_or_an_absolute_address() {
    for (name, html) in book().iter().filter(|(name, _)| is_page(name)) {
        assert_eq!(html.matches("<script").count(), 1, "{name}");
        assert!(html.contains("<script src=\"book.js\"></script>"), "{name}");
        assert!(!html.contains("=\"/") && !html.contains(" style="), "{name}");
    }
}

#[test]
fn links_into_the_page_open_stories_that_exist() {
    let book = book();
    let mut count = 0;
    for (name, html) in &book {
        for link in html.split("<a href=\"../index.html?scenario=").skip(1) {
            let link = link.split('"').next().unwrap();
            let (path, beat) = link.split_once("&amp;beat=").unwrap_or((link, ""));
            let text = match path.strip_prefix("book/") {
                Some(file) => book[file].clone(),
                None => fs::read_to_string(root().join("web").join(path)).unwrap(),
            };
            assert!(beat.is_empty() || text.contains(&format!("beat {beat}:")), "{name}: {link}");
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}

#[test]
fn the_reference_has_every_rule_guarantee_and_command() {
    let book = book();
    for rule in raft_sim::raft_core::Rule::ALL {
        assert!(book["rules.html"].contains(&format!("<code>{rule}</code>")), "{rule}");
    }
    for property in raft_sim::Property::ALL {
        assert!(book["rules.html"].contains(property.key()), "{property:?}");
    }
    assert!(book["commands.html"].contains("Usage: raft-lab"));
    assert!(book["javascript-types.html"].contains("Simulated microseconds"));
}

#[test]
fn the_search_finds_a_section_by_its_text() {
    let book = book();
    let index = book["search.js"].strip_prefix("var searchIndex = ").unwrap();
    let index: serde_json::Value = serde_json::from_str(index.trim_end_matches(";\n")).unwrap();
    let sections = index.as_array().unwrap();
    let has = |address: &str, text: &str| {
        sections
            .iter()
            .any(|section| section[0] == address && section[3].as_str().unwrap().contains(text))
    };
    assert!(has("first-minutes.html#watch-an-election", "election timer"));
    assert!(has("trace-format.html#records", "microseconds"));
}

#[test]
fn every_cargo_xtask_command_in_the_documents_exists() {
    let mut documents: Vec<PathBuf> =
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"]
            .map(PathBuf::from)
            .into();
    for entry in fs::read_dir(root().join(SOURCE)).unwrap() {
        documents.extend(Some(entry.unwrap().path()).filter(|path| path.is_file()));
    }
    let mut count = 0;
    for document in documents {
        let text = fs::read_to_string(root().join(&document)).unwrap();
        for piece in text.split("cargo xtask").skip(1) {
            // A command ends with its line, with the code that quotes it, or before a comment.
            let command = piece.split(['`', '\n', '#', '<']).next().unwrap();
            // In a sentence, the command is named without arguments.
            let arguments: Vec<&str> = command.split_whitespace().collect();
            let is_named_only = arguments.iter().any(|word| word.chars().all(char::is_uppercase));
            if arguments.is_empty() || is_named_only {
                continue;
            }
            let parsed = Arguments::try_parse_from(["xtask"].into_iter().chain(arguments));
            assert!(parsed.is_ok(), "{}: cargo xtask{command}", document.display());
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}
