//! The forbidden contents of Rust files: for each crate, and for all.

use std::path::Path;

use crate::metadata::{Member, Metadata};

use super::code::{has_fraction, has_word, only_code, tests_begin};
use super::{Problem, Source};

const MOST_LINES: usize = 500;
const MOST_COLUMNS: usize = 100;

/// Names that must not appear in a crate's code outside of tests, and the reason.
struct Rule {
    krate: &'static str,
    words: &'static [&'static [&'static str]],
    /// Whether fractional numbers such as `0.5` are forbidden too.
    no_fractions: bool,
    why: &'static str,
}

/// What differs from run to run, or from machine to machine.
const IMPURE: &[&str] = &[
    "HashMap",
    "HashSet",
    "Instant",
    "SystemTime",
    "f32",
    "f64",
    "getrandom",
    "rand",
    "std::time",
];

/// What serde demands of a serializer, even of one for values without floats.
const UNUSED_FLOATS: [&str; 2] =
    ["fn serialize_f32(self, _: f32)", "fn serialize_f64(self, _: f64)"];

const RULES: &[Rule] = &[
    Rule {
        krate: "raft-core",
        words: &[&["std"], IMPURE],
        no_fractions: true,
        why: "the core has no I/O, clock, randomness, float or hash map",
    },
    Rule {
        krate: "raft-sim",
        words: &[IMPURE],
        no_fractions: true,
        why: "a run must be the same on every machine",
    },
    Rule {
        krate: "raft-search",
        words: &[IMPURE, &["std::fs", "std::thread"]],
        no_fractions: true,
        why: "a search must give the same result on every machine, also in a page",
    },
    Rule {
        krate: "raft-playground",
        words: &[&["yew", "web_sys", "js_sys", "wasm_bindgen", "Instant", "SystemTime"]],
        no_fractions: false,
        why: "the playground must run without a browser and from a replay",
    },
    Rule {
        krate: "web",
        words: &[&["raft_core", "raft_sim"]],
        no_fractions: false,
        why: "the page reaches the protocol only through the playground",
    },
];

/// Code that marks unfinished work, which belongs on a branch.
const UNFINISHED_CODE: [&str; 3] = ["todo!", "unimplemented!", "#[ignore"];
/// Comments that mark unfinished work. Split, so that this file does not contain them.
const UNFINISHED_TEXT: [&str; 2] = [concat!("FIX", "ME"), concat!("XX", "X")];

pub(super) fn check(metadata: &Metadata, sources: &[Source]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for source in sources {
        let code = only_code(&source.text);
        problems.extend(check_lines(source, &code));
        problems.extend(check_size(source));
        if let Some(member) = owner(metadata, &source.path) {
            problems.extend(check_words(member, source, &code));
            if member.entry_files.contains(&source.path) {
                problems.extend(check_entry(member, source));
            }
        }
    }
    problems
}

fn owner<'a>(metadata: &'a Metadata, path: &Path) -> Option<&'a Member> {
    metadata.members.iter().find(|member| path.starts_with(&member.folder))
}

fn check_lines(source: &Source, code: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, (line, code)) in source.text.lines().zip(code.lines()).enumerate() {
        let columns = line.chars().count();
        if columns > MOST_COLUMNS {
            let message = format!("{columns} columns; the limit is {MOST_COLUMNS}");
            problems.push(Problem::new(&source.path, at + 1, message));
        }
        let in_code = UNFINISHED_CODE.iter().filter(|word| code.contains(*word));
        let in_text = UNFINISHED_TEXT.iter().filter(|word| has_word(line, word));
        for word in in_code.chain(in_text) {
            let message = format!("`{word}` marks unfinished work");
            problems.push(Problem::new(&source.path, at + 1, message));
        }
    }
    problems
}

fn check_size(source: &Source) -> Option<Problem> {
    let lines = source.text.lines().count();
    let is_exempt = is_for_tests(&source.path) || has_folder(&source.path, "data");
    (lines > MOST_LINES && !is_exempt).then(|| {
        let message = format!("{lines} lines; the limit is {MOST_LINES}, the goal 300");
        Problem::new(&source.path, 1, message)
    })
}

fn check_words(member: &Member, source: &Source, code: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(rule) = RULES.iter().find(|rule| rule.krate == member.name) else { return problems };
    if is_for_tests(&source.path) || !source.path.starts_with(member.folder.join("src")) {
        return problems;
    }
    let end = tests_begin(code).unwrap_or(usize::MAX);
    for (at, line) in code.lines().enumerate().take(end) {
        if UNUSED_FLOATS.iter().any(|unused| line.contains(unused)) {
            continue;
        }
        let mut found = rule.words.concat();
        found.retain(|word| has_word(line, word));
        if rule.no_fractions && has_fraction(line) {
            found.push("a fraction");
        }
        for word in found {
            let message = format!("`{word}` in {}: {}", rule.krate, rule.why);
            problems.push(Problem::new(&source.path, at + 1, message));
        }
    }
    problems
}

fn check_entry(member: &Member, source: &Source) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !source.text.starts_with("//!") {
        let message = "opens without `//!` docs that state the crate's role";
        problems.push(Problem::new(&source.path, 1, message));
    }
    if member.name == "raft-core" && !source.text.lines().any(|line| line == "#![no_std]") {
        problems.push(Problem::new(&source.path, 1, "the core must declare `#![no_std]`"));
    }
    problems
}

pub(super) fn is_for_tests(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    has_folder(path, "tests") || name == "tests.rs" || name.ends_with("_tests.rs")
}

fn has_folder(path: &Path, name: &str) -> bool {
    path.parent().is_some_and(|folder| folder.components().any(|part| part.as_os_str() == name))
}

#[cfg(test)]
mod tests;
