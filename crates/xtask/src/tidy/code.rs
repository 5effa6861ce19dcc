//! The code of a Rust source without what is only text in it.
//!
//! Rules about names must not trip over a comment that explains the rule. A parser would know
//! more and cost more; comments, strings and characters are all that has to be told apart.

use std::iter::Peekable;
use std::str::CharIndices;

type Characters<'text> = Peekable<CharIndices<'text>>;

/// The same lines, with comments and the contents of strings and characters blanked out.
pub(super) fn only_code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, character)) = rest.next() {
        let tail = &source[at..];
        let length = text_length(tail, previous);
        if length == 0 {
            code.push(character);
            previous = character;
            continue;
        }
        let end = at + length;
        blank(&source[at..end], &mut code);
        skip_to(&mut rest, end);
        previous = ' ';
    }
    code
}

/// Where the code that is only for tests begins: the line of an inline `#[cfg(test)] mod`, counted
/// from 0. Clippy sees to it that such a module is the last item.
pub(super) fn tests_begin(code: &str) -> Option<usize> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    (0..lines.len()).find(|&at| {
        lines[at] == "#[cfg(test)]"
            && lines[at + 1..]
                .iter()
                .find(|line| !line.starts_with("#["))
                .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    })
}

fn blank(text: &str, code: &mut String) {
    code.extend(text.chars().map(|character| if character == '\n' { '\n' } else { ' ' }));
}

fn skip_to(rest: &mut Characters<'_>, end: usize) {
    while rest.next_if(|(at, _)| *at < end).is_some() {}
}

/// The length in bytes of the comment or literal that `tail` begins with; 0 if it is code.
fn text_length(tail: &str, previous: char) -> usize {
    if tail.starts_with("//") {
        return tail.find('\n').unwrap_or(tail.len());
    }
    if tail.starts_with("/*") {
        return block_comment_length(tail);
    }
    if tail.starts_with('"') {
        return quoted_length(tail, '"');
    }
    if tail.starts_with('\'') {
        return character_length(tail);
    }
    // `r`, `br` and `cr` begin a raw string unless they end a name.
    if is_part_of_name(previous) { 0 } else { raw_string_length(tail) }
}

fn block_comment_length(tail: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < tail.len() {
        let step = match &tail.as_bytes()[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                2
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        at += step;
        if depth == 0 {
            return at;
        }
    }
    tail.len()
}

fn quoted_length(tail: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in tail.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    tail.len()
}

/// `'a'` and `'\n'` are characters; `'a` alone is a lifetime and therefore code.
fn character_length(tail: &str) -> usize {
    let mut characters = tail.chars().skip(1);
    let first = characters.next();
    let second = characters.next();
    if first == Some('\\') || second == Some('\'') { quoted_length(tail, '\'') } else { 0 }
}

fn raw_string_length(tail: &str) -> usize {
    let Some(after_r) = ["r", "br", "cr"].iter().find_map(|start| tail.strip_prefix(start)) else {
        return 0;
    };
    let from_quote = after_r.trim_start_matches('#');
    if !from_quote.starts_with('"') {
        return 0;
    }
    let hashes = after_r.len() - from_quote.len();
    let end = format!("\"{}", "#".repeat(hashes));
    let opening = tail.len() - from_quote.len() + 1;
    from_quote[1..].find(&end).map_or(tail.len(), |at| opening + at + end.len())
}

/// Whether the code has this path of names at this place as a whole: `rand` is not in `operand`.
pub(super) fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_part_of_name) && !after.is_some_and(is_part_of_name)
    })
}

fn is_part_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether the code has a number like `1.5`. `pair.0.1` is no such number, nor is `1..5`.
pub(super) fn has_fraction(line: &str) -> bool {
    line.match_indices('.').any(|(at, _)| {
        let whole = line[..at].trim_end_matches(|character: char| character.is_ascii_digit());
        let has_whole = whole.len() < at;
        let is_own_number = !whole.ends_with('.') && !whole.ends_with(is_part_of_name);
        let has_fraction = line[at + 1..].starts_with(|character: char| character.is_ascii_digit());
        has_whole && is_own_number && has_fraction
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanked_and_lines_kept() {
        let source = "a // HashMap\nb /* HashMap /* nested */\nHashMap */ c\n";
        let code = only_code(source);
        assert!(!code.contains("HashMap"), "{code}");
        assert_eq!(code.lines().count(), 3);
        assert!(code.ends_with(" c\n"), "{code}");
    }

    #[test]
    fn strings_are_blanked() {
        for text in [r#""f64 \" f64""#, r##"r#"f64 " f64"#"##, r#"b"f64""#, r#"br"f64""#] {
            let code = only_code(&format!("let x = {text}; kept()"));
            assert!(!code.contains("f64") && code.ends_with("; kept()"), "{text}: {code}");
        }
    }

    #[test]
    fn characters_are_not_mistaken_for_lifetimes() {
        let code = only_code(r"fn f<'a>(x: &'a str) { g('f', '\'', '\u{7f}', '/') } // f64");
        assert!(code.starts_with("fn f<'a>(x: &'a str) { g("), "{code}");
        assert!(code.contains(") }") && !code.contains("f64"), "{code}");
    }

    #[test]
    fn a_name_ending_in_r_starts_no_raw_string() {
        assert_eq!(only_code("bar\"x\" r#type"), "bar    r#type");
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("use rand::Rng;", "rand"));
        assert!(!has_word("let operand = rand_core();", "rand"));
        assert!(has_word("x: std::time::Duration", "std::time"));
    }

    #[test]
    fn fractions_are_told_from_fields_and_ranges() {
        assert!(has_fraction("let x = 1.5;"));
        assert!(has_fraction("(0.25)"));
        assert!(!has_fraction("pair.0.1 + 1..5 + x1.0 + 2.max(3)"));
    }

    #[test]
    fn the_module_of_tests_is_found() {
        let code = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n}\n";
        assert_eq!(tests_begin(code), Some(1));
        assert_eq!(tests_begin("#[cfg(test)]\nmod tests;\nfn a() {}\n"), None);
    }
}
