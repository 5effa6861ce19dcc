//! Separates the code of a Rust source from comments and strings.
//!
//! A rule about names must not match a comment that explains the rule. The compiler's own lexer
//! distinguishes comments, strings and characters from code.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, is_id_continue, tokenize};

/// The same lines, with comments and the contents of strings and characters blanked out.
pub(super) fn only_code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    for token in tokens(source) {
        if token.is_comment() || token.is_text() {
            let blank = |character| if character == '\n' { '\n' } else { ' ' };
            code.extend(token.text.chars().map(blank));
        } else {
            code.push_str(token.text);
        }
    }
    code
}

/// A token of the compiler's lexer.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    /// Where it begins, counted from 1.
    pub(super) line: usize,
    pub(super) text: &'a str,
    kind: TokenKind,
}

impl Token<'_> {
    /// Whether it is an identifier or a keyword.
    pub(super) fn is_name(&self) -> bool {
        self.kind == TokenKind::Ident
    }

    pub(super) fn is_string(&self) -> bool {
        let TokenKind::Literal { kind, .. } = self.kind else { return false };
        matches!(kind, LiteralKind::Str { .. } | LiteralKind::RawStr { .. })
    }

    /// Whether it is a string or a character.
    fn is_text(&self) -> bool {
        let TokenKind::Literal { kind, .. } = self.kind else { return false };
        !matches!(kind, LiteralKind::Int { .. } | LiteralKind::Float { .. })
    }

    fn is_comment(&self) -> bool {
        matches!(self.kind, TokenKind::LineComment { .. } | TokenKind::BlockComment { .. })
    }
}

fn tokens(source: &str) -> impl Iterator<Item = Token<'_>> {
    let (mut at, mut line) = (0, 1);
    tokenize(source, FrontmatterAllowed::No).map(move |token| {
        let text = &source[at..at + token.len as usize];
        let token = Token { line, text, kind: token.kind };
        at += text.len();
        line += text.matches('\n').count();
        token
    })
}

/// The tokens of a file's code, without those of its tests.
pub(super) fn tokens_outside_tests(source: &str) -> Vec<Token<'_>> {
    let end = tests_begin(&only_code(source)).unwrap_or(usize::MAX);
    let is_code = |token: &Token| !token.is_comment() && token.kind != TokenKind::Whitespace;
    tokens(source).take_while(|token| token.line <= end).filter(is_code).collect()
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
    tokens(line).any(|token| {
        let is_field = std::mem::replace(&mut previous, token.kind) == TokenKind::Dot;
        matches!(token.kind, TokenKind::Literal { kind: LiteralKind::Float { .. }, .. })
            && !is_field
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
