//! Each translation of a story has every text of it and no other; the tour and the best-known
//! stories are translated into every language.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, PatternElement};
use fluent_syntax::parser;
use raft_sim::Script;

/// The stories that every language has, besides the tour.
const TRANSLATED: [&str; 8] = [
    "split-vote",
    "partition",
    "figure-7",
    "figure-8-d",
    "figure-8-without-rule",
    "snapshot-catch-up",
    "membership",
    "stale-read",
];

fn stories() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/stories")
}

/// The files with this ending in a folder and below, by their path there without the ending.
fn files(folder: &Path, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                let path = path.strip_prefix(folder).unwrap().with_extension("");
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The texts of a translation. Their braces and indented lines would mean something to Fluent.
fn texts(catalog: &str) -> Result<BTreeMap<String, String>, String> {
    let resource = parser::parse(catalog).map_err(|(_, errors)| errors[0].to_string())?;
    let mut texts = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        let elements = message.value.as_ref().map_or(&[][..], |value| &value.elements);
        let [PatternElement::TextElement { value }] = elements else {
            return Err(format!("{name} is not one line of text"));
        };
        if texts.insert(name.to_owned(), (*value).to_owned()).is_some() {
            return Err(format!("{name} stands twice"));
        }
    }
    Ok(texts)
}

/// What is wrong with the translation of a story.
fn differences(story: &str, catalog: &str) -> Vec<String> {
    let script: Script = story.parse().unwrap();
    let mut own = match texts(catalog) {
        Ok(own) => own,
        Err(error) => return vec![error],
    };
    let keys = script.texts().into_iter().filter(|(_, text)| !text.is_empty());
    let gaps = keys.filter(|(key, _)| own.remove(key).is_none());
    let mut wrong: Vec<String> = gaps.map(|(key, _)| format!("{key} is missing")).collect();
    wrong.extend(own.keys().map(|key| format!("the story has no {key}")));
    wrong
}

#[test]
fn a_translation_with_gaps_leftovers_or_marks_of_fluent_is_refused() {
    let story = "title \"One\"\nuntil leader:\n  say \"Two.\"\n";
    let wrong = |catalog: &str| differences(story, catalog).join("; ");
    assert_eq!(wrong("title = Uno\nsay-1 = Dos."), "");
    assert_eq!(wrong("title = Uno"), "say-1 is missing");
    assert_eq!(wrong("title = Uno\nsay-1 = Dos.\nsay-2 = Tres."), "the story has no say-2");
    assert_eq!(wrong("title = Uno\nsay-1 = { $x }"), "say-1 is not one line of text");
    assert_eq!(wrong("title = Uno\nsay-1 = Dos\n  y tres"), "say-1 is not one line of text");
    assert_eq!(wrong("title = Uno\ntitle = Uno\nsay-1 = Dos"), "title stands twice");
    assert!(!wrong("title = Uno\nsay 1 = Dos").is_empty());
}

#[test]
fn the_tour_and_eight_stories_are_translated_into_every_language_without_a_gap() {
    let stories = stories();
    let tour = files(&stories.join("tour"), "raft").into_iter().map(|name| format!("tour/{name}"));
    let expected: Vec<String> = tour.chain(TRANSLATED.map(str::to_owned)).collect();
    assert!(expected.iter().any(|name| name == "tour/5-partitions"), "{expected:?}");
    let mut wrong = String::new();
    let Ok(languages) = fs::read_dir(stories.join("locales")) else { return };
    for language in languages.map(|language| language.unwrap().path()) {
        let tag = language.file_name().unwrap().to_string_lossy().into_owned();
        let translated = files(&language, "ftl");
        for name in expected.iter().filter(|name| !translated.contains(name)) {
            let _ = writeln!(wrong, "{tag}: {name} is not translated");
        }
        for name in &translated {
            let Ok(story) = fs::read_to_string(stories.join(format!("{name}.raft"))) else {
                let _ = writeln!(wrong, "{tag}: there is no story {name}");
                continue;
            };
            let catalog = fs::read_to_string(language.join(format!("{name}.ftl"))).unwrap();
            for difference in differences(&story, &catalog) {
                let _ = writeln!(wrong, "{tag}/{name}: {difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
