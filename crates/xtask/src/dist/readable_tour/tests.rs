//! The pages as they are published: complete, in order, and readable without anything else.

use std::path::{Path, PathBuf};

use raft_sim::Script;

use super::*;
use crate::dist::{BYTES_PER_KB, gzipped};
use crate::html::Escaped;

/// A page that is larger takes long on a slow connection.
const MOST_GZIPPED_KB: usize = 120;

/// Elements without an end tag.
const EMPTY: [&str; 1] = ["!doctype"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read_scripts() -> Vec<(String, Script)> {
    let folder = root().join(STORIES).join(TOUR);
    let script = |name: String| {
        let text = fs::read_to_string(folder.join(format!("{name}.raft"))).unwrap();
        (name, text.parse().unwrap())
    };
    names(&folder, ".raft").unwrap().into_iter().map(script).collect()
}

/// What stands between two marks, wherever they are.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split_once(end).map(|(found, _)| found))
}

/// Checks that tags are closed in order, and that attributes stand in quotation marks.
fn check_elements(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let (_, body) = page.split_once("</style>").unwrap();
    let (head, _) = page.split_once("<style>").unwrap();
    for tag in between(head, "<", ">").chain(["style", "/style"]).chain(between(body, "<", ">")) {
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!attributes.contains("NaN") && !attributes.contains("inf"), "<{tag}>");
        let quotes = attributes.matches('"').count();
        assert_eq!(quotes % 2, 0, "<{tag}>");
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
        } else if !tag.ends_with('/') && !EMPTY.contains(&name) {
            open.push(name);
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn each_page_has_every_beat_and_task_in_order_with_a_picture() {
    let mut expected = Vec::new();
    for (name, script) in read_scripts() {
        let beats = script.steps.iter().flat_map(|step| &step.beats).map(|beat| &beat.name);
        expected.extend(beats.map(|beat| format!("{name}.{beat}")));
        expected.extend(script.task.map(|_| format!("{name}.task")));
    }
    assert!(expected.len() > 100, "{expected:?}");
    for (file, page) in pages(&root()).unwrap() {
        let articles: Vec<&str> = between(&page, "<article ", "</article>").collect();
        assert_eq!(articles.len(), expected.len(), "{file}");
        for (article, expected) in articles.iter().zip(&expected) {
            assert!(article.contains(&format!("id=\"{expected}\"")), "{file}: {expected}");
            let picture = between(article, "<svg ", "</svg>").next().unwrap();
            let nodes = picture.matches("class=\"node ").count();
            assert_eq!(nodes, 5, "{file}: {expected}");
            let words = between(article, "<ul class=\"in-words\">", "</ul>").next().unwrap();
            assert!(words.matches("<li>").count() >= 2 * nodes, "{file}: {expected}");
            let (chapter, beat) = expected.split_once('.').unwrap();
            let link = format!("./?scenario=stories/tour/{chapter}.raft&amp;beat={beat}");
            assert!(article.contains(&link), "{file}: {link}");
        }
    }
}

#[test]
fn each_page_is_well_formed_and_loads_nothing_else() {
    for (file, page) in pages(&root()).unwrap() {
        check_elements(&page);
        for forbidden in
            ["<script", "<img", "<link", "<iframe", " style=", "src=", "@import", "http:", "https:"]
        {
            assert!(!page.contains(forbidden), "{file}: {forbidden}");
        }
        for address in between(&page, "url(", ")") {
            assert_eq!(address, "#hatch", "{file}");
        }
        for address in between(&page, "href=\"", "\"") {
            let id = address.strip_prefix('#').map(|id| format!("id=\"{id}\""));
            let is_there = id.is_none_or(|id| page.contains(&id));
            let is_known = address.starts_with('#')
                || address.starts_with("./?scenario=stories/tour/")
                || address.starts_with("tour.");
            assert!(is_there && is_known, "{file}: {address}");
        }
    }
}

#[test]
fn each_page_is_small_and_the_same_whenever_it_is_made() {
    let pages = pages(&root()).unwrap();
    assert_eq!(pages, super::pages(&root()).unwrap());
    for (file, page) in pages {
        let gzipped = gzipped(page.as_bytes()).unwrap().len();
        println!("{file}: {} bytes, {gzipped} gzipped", page.len());
        assert!(gzipped <= MOST_GZIPPED_KB * BYTES_PER_KB, "{file}: {gzipped}");
    }
}

#[test]
fn the_english_page_says_what_its_chapters_say() {
    let pages = pages(&root()).unwrap();
    let (file, page) = &pages[0];
    assert_eq!(file, "tour.html");
    for (name, script) in read_scripts() {
        for (key, text) in script.texts() {
            let text = Escaped(&text).to_string();
            assert!(page.contains(&text), "{name}: {key}: {text}");
        }
    }
    // A question of the third chapter, with the true answer and a solution.
    let asked = page.split_once("Which node will lead next?").unwrap().1;
    let answer = between(asked, "<details>", "</details>").next().unwrap();
    assert!(answer.contains("<b>C</b>") && answer.contains("arc closes first"), "{answer}");
    assert!(page.contains("restart C\n"), "a solution is in the words of a script");
    assert!(page.contains("<li>Node D, leader, term 1, no value</li>"));
    assert!(page.contains("<p>Rule off: read-after-round</p>"), "the badge is in the notes");
}

#[test]
fn a_missing_translation_is_english_and_says_so() {
    let story = "title \"One\"\nseed 7\nat 0ms: time out A\nbeat first:\n  say \"A <begins>.\"\n";
    let chapters = [chapter("1-one".to_owned(), story).unwrap()];
    let translated = translation("title = Uno").unwrap();
    let texts = BTreeMap::from([("1-one".to_owned(), translated)]);
    let catalog = NativeCatalog::new(Language::RightToLeft);
    let words = Words { tag: "xx", catalog, texts: &texts };
    let page = page::Page { words, tags: &["en", "xx"], chapters: &chapters };
    let page = page.to_string();
    check_elements(&page);
    assert!(page.contains("<html lang=\"xx\" dir=\"rtl\""), "{page}");
    assert!(page.contains("<h2>Uno</h2>"), "{page}");
    assert!(page.contains("<span lang=\"en\" dir=\"ltr\">A &lt;begins&gt;.</span>"), "{page}");
    assert!(page.contains("&amp;beat=first&amp;lang=xx"), "{page}");
}
