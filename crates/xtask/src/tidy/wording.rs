//! Finds English text in the sources of the page. The page's text belongs in catalogues, where it
//! can be translated and checked.

use super::code::tokens_outside_tests;
use super::sources::is_for_tests;
use super::{Problem, Source};

/// The source folders that must not contain text.
const SILENT: [&str; 2] = ["crates/raft-playground/src", "web/src"];
/// The checks of what the page says are no part of the page.
const CLAIMS: &str = "crates/raft-playground/src/claims";
/// Macros and functions with text for readers of a crash report, and attributes with a reason for
/// readers of the source.
const FOR_DEVELOPERS: [&str; 6] = ["expect", "panic", "unreachable", "assert", "reason", "error"];
/// Attributes of elements whose value the user reads or hears.
const ATTRIBUTES: [&str; 4] = ["label", "title", "placeholder", "valuetext"];
/// Words that no list of CSS classes contains.
const FUNCTION_WORDS: [&str; 16] = [
    "a", "an", "and", "at", "by", "for", "from", "has", "in", "is", "its", "no", "not", "of",
    "the", "to",
];

pub(super) fn check(sources: &[Source]) -> Vec<Problem> {
    let silent = |source: &&Source| SILENT.iter().any(|folder| source.path.starts_with(folder));
    sources
        .iter()
        .filter(silent)
        .filter(|source| !is_for_tests(&source.path) && !source.path.starts_with(CLAIMS))
        .flat_map(check_source)
        .collect()
}

fn check_source(source: &Source) -> Vec<Problem> {
    let tokens = tokens_outside_tests(&source.text);
    let text_at =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.text);
    let mut problems = Vec::new();
    for (at, literal) in tokens.iter().enumerate().filter(|(_, token)| token.is_string()) {
        let (opening, after) = (text_at(at.checked_sub(1)), text_at(Some(at + 1)));
        // The name before it, as in `expect("…")` or `panic!("…")`.
        let before = match text_at(at.checked_sub(2)) {
            "!" => text_at(at.checked_sub(3)),
            name => name,
        };
        let is_for_developers = FOR_DEVELOPERS.contains(&before) && "(=".contains(opening);
        let is_spoken = ATTRIBUTES.contains(&before) && opening == "=";
        let is_alone =
            (opening, after) == ("{", "}") && literal.text[1..].starts_with(char::is_uppercase);
        if !is_for_developers
            && (is_sentence(literal.text) || (is_spoken || is_alone) && is_word(literal.text))
        {
            let message = format!("{} is English: move it into a catalogue", literal.text);
            problems.push(Problem::new(&source.path, literal.line, message));
        }
    }
    problems
}

/// Whether a literal reads as a sentence, or as the beginning of one.
fn is_sentence(literal: &str) -> bool {
    let text = without_placeholders(literal.trim_matches('"'));
    let words: Vec<&str> = text.split_whitespace().filter(|word| is_word(word)).collect();
    let begins = text.trim_start().starts_with(char::is_uppercase);
    match words.len() {
        0 => false,
        1 => begins && text.ends_with(' '),
        _ => begins || words.iter().any(|word| FUNCTION_WORDS.contains(word)),
    }
}

/// Whether the text is a natural-language word, perhaps with a punctuation mark.
fn is_word(text: &str) -> bool {
    let text = text.trim_matches('"').trim().trim_end_matches(['.', ',', ':', ';', '?', '!']);
    text.chars().count() > 1
        && text.chars().all(|letter| letter.is_alphabetic() || "’'".contains(letter))
        || text == "a"
}

fn without_placeholders(text: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn problems(text: &str) -> Vec<usize> {
        let source = Source { path: PathBuf::from("web/src/a.rs"), text: text.to_owned() };
        check(&[source]).into_iter().map(|problem| problem.line).collect()
    }

    #[test]
    fn english_in_a_literal_an_attribute_or_an_element_is_refused() {
        let text = "f(\"Nobody leads yet.\");\nformat!(\"{name} is stopped\");\nhtml! { <p \
                    aria-label=\"Cluster\" /> };\nhtml! { <b>{ \"Heal\" }</b> };\nf(\"Node \");\n";
        assert_eq!(problems(text), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn data_and_texts_for_developers_are_not() {
        let text = "f(\"ib play\");\nx.expect(\"a page has a body\"); panic!(\"It is so.\");\n\
                    #![expect(dead, reason = \"it is used\")]\nf(\"Escape\");\n\
                    // \"It is so.\"\nf(\"{x} {y}\");\n\
                    #[cfg(test)]\nmod tests {\n    f(\"It is so.\");\n}\n";
        assert!(problems(text).is_empty(), "{:?}", problems(text));
    }
}
