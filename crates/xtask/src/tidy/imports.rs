//! Finds the paths by which a module names others: in each `use`, and inside expressions.

use super::code::{Token, tokens_outside_tests};

/// A path in the code of a file.
pub(super) struct Import<'a> {
    /// The line where the path or its `use` begins, counted from 1.
    pub(super) line: usize,
    /// `["crate", "stage", "Scene"]`; never empty.
    pub(super) path: Vec<&'a str>,
    /// Whether a `use` brings the last name into the module.
    pub(super) is_use: bool,
}

/// The paths in the code of a file, without its tests: every path of a `use`, and the paths inside
/// expressions that begin with `crate`, `super` or `self`.
pub(super) fn imports(source: &str) -> Vec<Import<'_>> {
    let tokens = tokens_outside_tests(source);
    let mut reader = Reader { tokens: &tokens };
    let mut found = Vec::new();
    while let Some(&Token { text, line, .. }) = reader.tokens.first() {
        let is_use = reader.take("use");
        let paths = if is_use || matches!(text, "crate" | "super" | "self") {
            reader.read_tree(&[])
        } else {
            reader.next();
            continue;
        };
        // `self.field` and `pub(crate)` are not paths.
        let paths = paths.into_iter().filter(|path| !path.is_empty() && (is_use || path.len() > 1));
        found.extend(paths.map(|path| Import { line, path, is_use }));
    }
    found
}

struct Reader<'t, 'a> {
    tokens: &'t [Token<'a>],
}

impl<'a> Reader<'_, 'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*first)
    }

    /// Takes the next token if it is this one.
    fn take(&mut self, text: &str) -> bool {
        let is_next = self.tokens.first().is_some_and(|token| token.text == text);
        if is_next {
            self.next();
        }
        is_next
    }

    /// Reads a tree of paths: `a::{b, c::D}` becomes `a::b` and `a::c::D`.
    fn read_tree(&mut self, prefix: &[&'a str]) -> Vec<Vec<&'a str>> {
        if self.take("{") {
            let mut paths = Vec::new();
            while !self.tokens.is_empty() && !self.take("}") {
                paths.extend(self.read_tree(prefix));
                self.take(",");
            }
            return paths;
        }
        let Some(token) = self.next().filter(Token::is_name) else {
            return vec![prefix.to_vec()]; // `*`, or the `<` of a generic argument
        };
        let path = [prefix, &[token.text]].concat();
        if let [first, second, ..] = self.tokens
            && (first.text, second.text) == (":", ":")
        {
            self.tokens = &self.tokens[2..];
            return self.read_tree(&path);
        }
        if self.take("as") {
            self.next();
        }
        vec![path]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        imports(source).iter().map(|import| import.path.join("::")).collect()
    }

    #[test]
    fn use_trees_are_expanded() {
        let source = "pub use a::{b, c::{D, E as F}, g::*,};\nuse {h::i, j};";
        assert_eq!(paths(source), ["a::b", "a::c::D", "a::c::E", "a::g", "h::i", "j"]);
    }

    #[test]
    fn paths_in_expressions_are_found_with_their_line() {
        let source = "pub(crate) fn f(&self) {\n    super::g::<crate::a::B>(self.x, c::d())\n}\n";
        assert_eq!(paths(source), ["super::g", "crate::a::B"]);
        assert_eq!(imports(source)[1].line, 2);
    }

    #[test]
    fn tests_comments_and_strings_are_ignored() {
        let tests = "#[cfg(test)]\nmod tests {\n    use crate::b::B;\n}\n";
        assert_eq!(paths(&format!("// crate::a::A\nf(\"crate::a\");\n{tests}")), [""; 0]);
    }
}
