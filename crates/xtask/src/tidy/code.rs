//! Separates the code of a Rust source from comments and strings.
//!
//! A rule about names must not match a comment that explains the rule. The compiler's own lexer
//! distinguishes comments, strings and characters from code.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, is_id_continue, tokenize};

/// The same lines, with comments and the contents of strings and characters blanked out.
pub(super) fn only_code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    for (kind, text) in tokens(source) {
        if is_text(kind) {
            code.extend(text.chars().map(|character| if character == '\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(text);
        }
    }
    code
}

fn tokens(source: &str) -> impl Iterator<Item = (TokenKind, &str)> {
    let mut at = 0;
    tokenize(source, FrontmatterAllowed::No).map(move |token| {
        let begin = at;
        at += token.len as usize;
        (token.kind, &source[begin..at])
    })
}

/// A string literal in the code.
pub(super) struct Literal<'a> {
    /// Counted from 1.
    pub(super) line: usize,
    /// With its quotation marks.
    pub(super) text: &'a str,
    /// The name and the token before it, as in `expect(` or `panic!(`.
    pub(super) before: [&'a str; 2],
    /// The token after it.
    pub(super) after: &'a str,
}

/// The string literals in the code.
pub(super) fn literals(source: &str) -> Vec<Literal<'_>> {
    let mut line = 1;
    let mut tokens_of_code = Vec::new();
    for (kind, text) in tokens(source) {
        let is_code = !matches!(
            kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if is_code {
            tokens_of_code.push((line, kind, text));
        }
        line += text.matches('\n').count();
    }
    let text_at =
        |at: Option<usize>| at.and_then(|at| tokens_of_code.get(at)).map_or("", |of| of.2);
    let name_before = |at: usize| match text_at(at.checked_sub(2)) {
        "!" => text_at(at.checked_sub(3)),
        name => name,
    };
    let strings = tokens_of_code.iter().enumerate().filter(|(_, (_, kind, _))| {
        let TokenKind::Literal { kind, .. } = kind else { return false };
        matches!(kind, LiteralKind::Str { .. } | LiteralKind::RawStr { .. })
    });
    let literal = |(at, &(line, _, text)): (usize, &(usize, TokenKind, _))| Literal {
        line,
        text,
        before: [name_before(at), text_at(at.checked_sub(1))],
        after: text_at(Some(at + 1)),
    };
    strings.map(literal).collect()
}

/// Whether a token is a comment, a string or a character.
fn is_text(kind: TokenKind) -> bool {
    match kind {
        TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => true,
        TokenKind::Literal { kind, .. } => {
            !matches!(kind, LiteralKind::Int { .. } | LiteralKind::Float { .. })
        }
        _ => false,
    }
}

/// The line where the test code begins: an inline `#[cfg(test)] mod`, counted from 0. Clippy
/// requires such a module to be the last item.
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

/// Whether the line contains this path as whole words: `operand` does not contain `rand`.
pub(super) fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_id_continue) && !after.is_some_and(is_id_continue)
    })
}

/// Whether the line contains a number like `1.5`; neither `pair.0.1` nor `1..5` is one.
pub(super) fn has_fraction(line: &str) -> bool {
    let mut previous = TokenKind::Whitespace;
    tokens(line).any(|(kind, _)| {
        let is_field = std::mem::replace(&mut previous, kind) == TokenKind::Dot;
        matches!(kind, TokenKind::Literal { kind: LiteralKind::Float { .. }, .. }) && !is_field
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
    fn character_literals_are_distinguished_from_lifetimes() {
        let code = only_code(r"fn f<'a>(x: &'a str) { g('f', '\'', '\u{7f}', '/') } // f64");
        assert!(code.starts_with("fn f<'a>(x: &'a str) { g("), "{code}");
        assert!(code.contains(") }") && !code.contains("f64"), "{code}");
    }

    #[test]
    fn a_raw_identifier_is_code() {
        assert_eq!(only_code("bar(\"x\") r#type"), "bar(   ) r#type");
    }

    #[test]
    fn only_whole_words_match() {
        assert!(has_word("use rand::Rng;", "rand"));
        assert!(!has_word("let operand = rand_core();", "rand"));
        assert!(has_word("x: std::time::Duration", "std::time"));
    }

    #[test]
    fn float_literals_are_distinguished_from_fields_and_ranges() {
        assert!(has_fraction("let x = 1.5;"));
        assert!(has_fraction("(0.25)") && has_fraction("1e3") && has_fraction("2."));
        assert!(!has_fraction("pair.0.1 + 1..5 + x1.0 + 2.max(3)"));
    }

    #[test]
    fn the_module_of_tests_is_found() {
        let code = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n}\n";
        assert_eq!(tests_begin(code), Some(1));
        assert_eq!(tests_begin("#[cfg(test)]\nmod tests;\nfn a() {}\n"), None);
    }
}
