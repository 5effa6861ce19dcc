//! The licence and the source of each dependency.
//!
//! The permitted licences are those of `.github/deny.toml`, with which the release workflow asks
//! cargo-deny.

use std::path::Path;

use crate::metadata::Licensed;

use super::Problem;

const DENY: &str = include_str!("../../../../.github/deny.toml");
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub(super) fn check(packages: &[Licensed]) -> Vec<Problem> {
    let allowed = allowed(DENY);
    let mut problems = Vec::new();
    // What the workspace itself contains has no source.
    for package in packages {
        let Some(source) = &package.source else { continue };
        let Licensed { name, licence, .. } = package;
        let mut problem =
            |message| problems.push(Problem::new(Path::new("Cargo.lock"), 1, message));
        if !is_permitted(licence, &allowed) {
            problem(format!("`{name}` has the licence `{licence}`, which .github/deny.toml lacks"));
        }
        if source != CRATES_IO {
            problem(format!("`{name}` does not come from crates.io, but from {source}"));
        }
    }
    problems
}

/// The licences in the list `allow`.
fn allowed(deny: &str) -> Vec<&str> {
    let list = deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']'));
    list.map_or("", |(list, _)| list).split('"').skip(1).step_by(2).collect()
}

/// Whether these licences are enough for an expression such as `(MIT OR Apache-2.0) AND Zlib`.
fn is_permitted(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    // An old form of OR.
    let spaced = spaced.replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let permitted = any_of(&mut words, allowed);
    permitted && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any_of(words: &mut Words, allowed: &[&str]) -> bool {
    let mut permitted = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        permitted |= all_of(words, allowed);
    }
    permitted
}

fn all_of(words: &mut Words, allowed: &[&str]) -> bool {
    let mut permitted = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        permitted &= one(words, allowed);
    }
    permitted
}

fn one(words: &mut Words, allowed: &[&str]) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let permitted = any_of(words, allowed);
        return permitted && words.next() == Some(")");
    }
    let licence = words.next().unwrap_or_default();
    // An exception only permits more.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    allowed.contains(&licence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: [&str; 3] = ["MIT", "Apache-2.0", "Unicode-3.0"];

    #[test]
    fn one_permitted_licence_of_several_is_enough_unless_all_are_demanded() {
        for permitted in [
            "MIT",
            "MIT OR GPL-3.0-only",
            "Unlicense/MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        ] {
            assert!(is_permitted(permitted, &ALLOWED), "{permitted}");
        }
        for refused in
            ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT OR GPL-2.0-only", "MIT MIT"]
        {
            assert!(!is_permitted(refused, &ALLOWED), "{refused}");
        }
    }

    #[test]
    fn the_list_of_cargo_deny_is_read() {
        assert_eq!(allowed("[licenses]\nallow = [\"MIT\", \"Zlib\"]\n"), ["MIT", "Zlib"]);
        assert!(allowed(DENY).contains(&"MIT"));
    }

    #[test]
    fn a_foreign_licence_and_a_foreign_source_are_problems() {
        let package = |licence: &str, source: &str| {
            let source = Some(source.to_owned());
            check(&[Licensed { name: "x".to_owned(), licence: licence.to_owned(), source }]).len()
        };
        assert_eq!(package("MIT", CRATES_IO), 0);
        assert_eq!(package("GPL-3.0-only", CRATES_IO), 1);
        assert_eq!(package("MIT", "git+https://example.org/x"), 1);
    }
}
