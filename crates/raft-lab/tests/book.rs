//! Every scenario and every command in the book, in the README and in the other documents is run.
//!
//! A block of code begins with its language and attributes:
//!
//! - `raft` is a scenario, which is performed: its expectations hold, and its task can be solved;
//!   with `fails` an expectation fails, and a `part` is no whole scenario.
//! - `file=NAME` saves the block for the later commands of its document.
//! - `sh` has commands of `raft-lab`; they end with code 0, or with the code of `exit=CODE`.
//! - `text output` is what the commands before it print. `UPDATE_EXPECT=1` writes it again.
//! - `html embed` is a page that embeds the playground; `tests/page/embedding/book.rs` opens it.
//! - `not-run: REASON` marks a block that is not run. [`NOT_RUN`] lists all of them.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod lab;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use lab::{folder, says};
use raft_sim::Script;
use raft_sim::Time;
use raft_sim::script::ScriptRun;

/// How many blocks are not run, by document and reason.
const NOT_RUN: &[(&str, &str, usize)] = &[
    ("CONTRIBUTING.md", "builds for minutes", 1),
    ("CONTRIBUTING.md", "compiles everything", 2),
    ("CONTRIBUTING.md", "measures for minutes", 1),
    ("README.md", "builds for minutes", 1),
    ("crates/raft-sim/MUTANTS.md", "takes hours", 1),
    ("crates/raft-sim/TRACE.md", "needs jq and a trace", 1),
    ("web/book/course-examples.md", "needs mdBook, MkDocs and Jupyter", 1),
    ("web/book/javascript.md", "needs the built package", 1),
    ("web/book/links.md", "it is for another site", 1),
    ("web/book/raft-lab.md", "compiles an optimised program", 1),
    ("web/book/rust.md", "compiles the core", 1),
    ("web/book/searching.md", "a job of a matrix sets SHARD", 1),
    ("web/book/your-copy.md", "builds for minutes", 2),
];

/// The languages of blocks that show data or grammar.
const DATA: [&str; 5] = ["", "text", "json", "toml", "yaml"];

/// The grammar's own tests parse its examples: some of them name every word of the language and
/// describe no run.
const GRAMMAR: &str = "crates/raft-sim/src/script/grammar.md";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The documents, relative to the root.
fn documents() -> Vec<String> {
    let mut documents: Vec<String> = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
        .into_iter()
        .chain(["CHANGELOG.md", "crates/raft-sim/MUTANTS.md", "crates/raft-sim/TRACE.md"])
        .map(str::to_owned)
        .collect();
    for entry in fs::read_dir(root().join("web/book")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            documents.push(format!("web/book/{}", entry.file_name().to_str().unwrap()));
        }
    }
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let name = entry.unwrap().file_name();
        let readme = format!("crates/{}/README.md", name.to_str().unwrap());
        // The tests of the JavaScript package run the examples of its README.
        if name != "raft-js" && root().join(&readme).is_file() {
            documents.push(readme);
        }
    }
    documents.sort();
    documents
}

/// A block of code in a document.
struct Block<'a> {
    info: &'a str,
    text: &'a str,
    /// Where the text stands in the document.
    place: std::ops::Range<usize>,
}

impl<'a> Block<'a> {
    fn language(&self) -> &'a str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    fn is(&self, attribute: &str) -> bool {
        self.info.split_whitespace().skip(1).any(|word| word == attribute)
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        self.info.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }

    fn not_run(&self) -> Option<&'a str> {
        self.info.split_once("not-run: ").map(|(_, reason)| reason)
    }
}

fn blocks(document: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in document.split_inclusive('\n') {
        let end = at + line.len();
        match (line.trim_end().strip_prefix("```"), open) {
            (Some(info), None) => open = Some((info, end)),
            (Some(_), Some((info, start))) => {
                blocks.push(Block { info, text: &document[start..at], place: start..at });
                open = None;
            }
            (None, _) => {}
        }
        at = end;
    }
    assert!(open.is_none(), "a block has no end");
    blocks
}

/// Runs the blocks of a document, and returns it with the present outputs.
fn run(document: &str, text: &str, skipped: &mut BTreeMap<(String, String), usize>) -> String {
    let folder = folder(&format!("book-{}", document.replace(['/', '.'], "-")));
    let blocks = blocks(text);
    // A reader saves the files first, wherever they stand.
    for block in &blocks {
        if let Some(file) = block.attribute("file") {
            fs::write(folder.join(file), block.text).unwrap();
        }
    }
    let mut output = String::new();
    let mut updated = text.to_owned();
    // From the last one, so that the places of the others stay valid.
    let mut replacements = Vec::new();
    for block in &blocks {
        if let Some(reason) = block.not_run() {
            *skipped.entry((document.to_owned(), reason.to_owned())).or_default() += 1;
            continue;
        }
        match block.language() {
            "raft" if block.is("part") => {}
            // A page of another site, which `tests/page/embedding` opens.
            "html" if block.is("embed") => {}
            "raft" => perform(document, block),
            "sh" => output = run_commands(document, &folder, block),
            "text" if block.is("output") => {
                replacements.push((block.place.clone(), output.clone()));
            }
            language => assert!(DATA.contains(&language), "{document}: `{language}` is not run"),
        }
    }
    for (place, output) in replacements.into_iter().rev() {
        updated.replace_range(place, &output);
    }
    updated
}

fn perform(document: &str, block: &Block) {
    let text = block.text;
    let script: Script = text.parse().unwrap_or_else(|error| panic!("{document}: {error}"));
    let mut run = ScriptRun::new(script).unwrap();
    run.advance(Time::NEVER);
    assert_eq!(run.failures().is_empty(), !block.is("fails"), "{document}: {:?}", run.failures());
    if let Some(task) = run.task_beginning() {
        assert_eq!(task.check(), [], "{document}: {text}");
    }
}

/// Runs the commands of a block, and returns what they print.
fn run_commands(document: &str, folder: &Path, block: &Block) -> String {
    let code = block.attribute("exit").map_or(0, |code| code.parse().unwrap());
    let mut output = String::new();
    for line in block.text.lines() {
        let command = line.split(" #").next().unwrap_or_default().trim();
        let arguments = command.strip_prefix("raft-lab ");
        let arguments = arguments.unwrap_or_else(|| panic!("{document}: cannot run `{line}`"));
        write!(output, "{}", says(folder, arguments, code)).unwrap();
    }
    output
}

#[test]
fn every_block_of_the_book_is_run_or_listed() {
    let mut skipped = BTreeMap::new();
    let mut outdated = Vec::new();
    for document in documents() {
        let path = root().join(&document);
        let text = fs::read_to_string(&path).unwrap();
        let updated = run(&document, &text, &mut skipped);
        if updated != text {
            if env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&path, &updated).unwrap();
            }
            let differs = text.lines().zip(updated.lines()).find(|(old, new)| old != new);
            outdated.push(format!("{document}: {differs:?}"));
        }
    }
    let listed: Vec<(&str, &str, usize)> = skipped
        .iter()
        .map(|((document, reason), count)| (document.as_str(), reason.as_str(), *count))
        .collect();
    assert_eq!(listed, NOT_RUN, "a block that is not run must be listed");
    assert!(outdated.is_empty(), "run this test with UPDATE_EXPECT=1: {outdated:#?}");
}

#[test]
fn the_grammar_has_only_examples_that_its_tests_parse() {
    let grammar = fs::read_to_string(root().join(GRAMMAR)).unwrap();
    let languages: Vec<&str> = blocks(&grammar).iter().map(Block::language).collect();
    assert_eq!(languages.iter().filter(|language| **language == "raft").count(), 6);
    // The last block is Rust, an example of the module's documentation.
    assert!(languages.iter().all(|language| ["raft", "text", ""].contains(language)));
}
