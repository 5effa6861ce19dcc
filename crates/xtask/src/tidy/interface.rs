//! The public items of the published libraries, as lists in `tests/expected/interface/`.
//!
//! A change of a list is a change for the users of a crate, and belongs into CHANGELOG.md. The lint
//! `unreachable_pub` lets `pub` stand only at what other crates can reach, so the lists need no
//! types: they are the items with `pub`, the variants of public enumerations, the items of public
//! traits, and the traits that public types implement.

mod item;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::code::{Token, tokens_outside_tests};
use super::sources::is_for_tests;
use item::{Cursor, Item, joined, name_of, pieces, without_attributes};

const LIBRARIES: [&str; 3] = ["raft-core", "raft-sim", "raft-search"];
const EXPECTED: &str = "tests/expected/interface";

#[test]
fn the_public_interface_is_the_recorded_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut changed = Vec::new();
    for krate in LIBRARIES {
        let text = interface(&root.join("crates").join(krate).join("src"));
        let path = root.join(EXPECTED).join(format!("{krate}.txt"));
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if text != expected {
            if env::var_os("UPDATE_EXPECT").is_some() {
                fs::create_dir_all(root.join(EXPECTED)).unwrap();
                fs::write(&path, &text).unwrap();
            }
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
            let (before, now) = (lines(&expected), lines(&text));
            let gone = before.difference(&now).map(|line| format!("- {line}"));
            let new = now.difference(&before).map(|line| format!("+ {line}"));
            changed.extend(gone.chain(new));
        }
    }
    assert!(
        changed.is_empty(),
        "the public interface has changed: record it in CHANGELOG.md, and run this test with \
         UPDATE_EXPECT=1\n{}",
        changed.join("\n")
    );
}

/// The list of a crate: one line for each item, sorted.
fn interface(source: &Path) -> String {
    let mut files = Vec::new();
    collect(source, &mut files);
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let mut items = Items::default();
    for text in &texts {
        items.read(&mut Cursor(&tokens_outside_tests(text)), "", Owner::Module);
    }
    items.finish()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") && !is_for_tests(&path) {
            files.push(path);
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Module,
    /// What stands in a public trait needs no `pub`.
    Trait,
    Type,
}

#[derive(Default)]
struct Items {
    lines: BTreeSet<String>,
    /// The names of public types and traits.
    public: BTreeSet<String>,
    /// Implementations of traits: the name of the type, and the line.
    implementations: Vec<(String, String)>,
}

impl Items {
    /// Reads items up to the end.
    fn read(&mut self, cursor: &mut Cursor, prefix: &str, owner: Owner) {
        while let Some(item) = cursor.item() {
            let keyword = item.keyword();
            let name = item.after(keyword);
            let line = format!("{prefix}{}{}", item.derives, joined(&item.head));
            let is_public = item.is_public || owner == Owner::Trait;
            match keyword {
                "impl" => self.implementation(&item, line),
                "mod" => self.read(&mut Cursor(&item.body), prefix, Owner::Module),
                "struct" | "union" | "enum" | "trait" if is_public => {
                    self.public.insert(name.to_owned());
                    self.lines.insert(line);
                    self.members(keyword, &item.body, name);
                }
                // `rules! { … }` defines a type whose variants are its lines.
                "!" if owner == Owner::Module && name_of(&item) != "macro_rules" => {
                    let name = joined(&item.head);
                    for piece in pieces(&item.body) {
                        self.lines.insert(format!("{name} {}", joined(&piece)));
                    }
                }
                _ if is_public => {
                    self.lines.insert(line);
                }
                _ => {}
            }
        }
    }

    fn members(&mut self, keyword: &str, body: &[Token], name: &str) {
        match keyword {
            "trait" => self.read(&mut Cursor(body), &format!("{name}: "), Owner::Trait),
            _ => {
                for piece in pieces(body) {
                    let piece = without_attributes(&piece);
                    let is_field = keyword != "enum";
                    let is_open = piece.first().is_some_and(|token| token.text == "pub")
                        && piece.get(1).is_none_or(|token| token.text != "(");
                    if !piece.is_empty() && (!is_field || is_open) {
                        self.lines.insert(format!("{name}: {}", joined(piece)));
                    }
                }
            }
        }
    }

    fn implementation(&mut self, item: &Item, line: String) {
        let place = item.head.iter().position(|token| token.text == "for");
        // `for<'a>` quantifies over lifetimes.
        let place = place.filter(|at| item.head.get(at + 1).is_none_or(|next| next.text != "<"));
        if let Some(place) = place {
            let of = item.head[place + 1..].iter().find(|token| token.is_name());
            let of = of.map_or("", |token| token.text);
            self.implementations.push((of.to_owned(), line));
        } else {
            let of = joined(&item.head);
            let prefix = format!("{of}: ");
            self.read(&mut Cursor(&item.body), &prefix, Owner::Type);
        }
    }

    fn finish(mut self) -> String {
        for (of, line) in std::mem::take(&mut self.implementations) {
            if self.public.contains(&of) {
                self.lines.insert(line);
            }
        }
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(source: &str) -> Vec<String> {
        let mut items = Items::default();
        items.read(&mut Cursor(&tokens_outside_tests(source)), "", Owner::Module);
        items.finish().lines().map(str::to_owned).collect()
    }

    #[test]
    fn only_public_items_and_fields_are_listed() {
        let source = "pub struct A { pub b: u32, c: u32 }\nstruct D { pub e: u32 }\n\
                      pub(crate) fn f() {}\npub const G: [u8; 2] = [1, 2];\n\
                      pub fn h(a: &u8) -> B { i }";
        let expected = ["A: pub b: u32", "const G: [u8;2]", "fn h(a:&u8)-> B", "struct A"];
        assert_eq!(listed(source).len(), expected.len(), "{:?}", listed(source));
        for (line, expected) in listed(source).iter().zip(expected) {
            assert_eq!(line.replace(' ', ""), expected.replace(' ', ""));
        }
    }

    #[test]
    fn methods_variants_and_traits_of_public_types_are_listed() {
        let source = "pub enum A { B(u8), C }\nimpl A { pub fn d(&self) {} fn e() {} }\n\
                      impl Clone for A { fn clone(&self) {} }\nenum F { G }\nimpl Copy for F {}\n\
                      pub trait H { fn i(); }";
        let listed = listed(source).join("\n").replace(' ', "");
        for expected in ["A:B(u8)", "A:C", "implA:fnd(&self)", "implCloneforA", "H:fni()"] {
            assert!(listed.contains(expected), "{expected} is not in {listed}");
        }
        assert!(!listed.contains("Copy") && !listed.contains("fne"), "{listed}");
    }
}
