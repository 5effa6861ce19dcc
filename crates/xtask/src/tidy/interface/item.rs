//! Items in the tokens of a file: where one ends, and how it is written as one line.

use crate::tidy::code::Token;

/// An item: what stands before its body, and the body.
pub(super) struct Item<'a> {
    pub(super) is_public: bool,
    /// The attribute with the derived traits.
    pub(super) derives: String,
    pub(super) head: Vec<Token<'a>>,
    pub(super) body: Vec<Token<'a>>,
}

/// The first word of an item.
pub(super) fn name_of<'a>(item: &Item<'a>) -> &'a str {
    item.head.first().map_or("", |token| token.text)
}

const KEYWORDS: [&str; 13] = [
    "fn", "struct", "union", "enum", "trait", "impl", "mod", "use", "const", "static", "type",
    "extern", "!",
];

impl<'a> Item<'a> {
    /// The word that says what the item is. `const fn` is a function.
    pub(super) fn keyword(&self) -> &'a str {
        let mut words = self.head.iter().map(|token| token.text);
        let is_function = self.head.iter().take(6).any(|token| token.text == "fn");
        let found = words.find(|word| KEYWORDS.contains(word)).unwrap_or_default();
        if is_function && matches!(found, "const" | "extern") { "fn" } else { found }
    }

    pub(super) fn after(&self, keyword: &str) -> &'a str {
        let at = self.head.iter().position(|token| token.text == keyword);
        at.and_then(|at| self.head.get(at + 1)).map_or("", |token| token.text)
    }
}

/// The rest of a list of tokens.
pub(super) struct Cursor<'t, 'a>(pub(super) &'t [Token<'a>]);

impl<'a> Cursor<'_, 'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn starts_with(&self, text: &str) -> bool {
        self.0.first().is_some_and(|token| token.text == text)
    }

    /// Takes what stands between this bracket and the one that closes it.
    fn bracketed(&mut self) -> Vec<Token<'a>> {
        let mut depth = 0;
        let mut inner = Vec::new();
        while let Some(token) = self.next() {
            depth += change_of_depth(token.text);
            if depth == 0 {
                break;
            }
            inner.push(token);
        }
        if !inner.is_empty() {
            inner.remove(0);
        }
        inner
    }

    pub(super) fn item(&mut self) -> Option<Item<'a>> {
        let mut derives = String::new();
        while self.starts_with("#") {
            self.next();
            if self.starts_with("!") {
                self.next();
            }
            let attribute = self.bracketed();
            if attribute.first().is_some_and(|token| token.text == "derive") {
                derives = format!("#[{}] ", joined(&attribute));
            }
        }
        let mut is_public = false;
        if self.starts_with("pub") {
            self.next();
            is_public = !self.starts_with("(");
            if !is_public {
                self.bracketed();
            }
        }
        let mut item = Item { is_public, derives, head: Vec::new(), body: Vec::new() };
        let mut depth = 0;
        loop {
            let token = *self.0.first()?;
            if depth == 0 && token.text == "{" && item.keyword() != "use" {
                item.body = self.bracketed();
                // A macro may end with `;`, too.
                return Some(item);
            }
            self.next();
            depth += change_of_depth(token.text);
            if depth == 0 && token.text == ";" {
                return (!item.head.is_empty()).then_some(item).or_else(|| self.item());
            }
            // The value of a constant is no part of the interface.
            let is_value = token.text == "=" && matches!(item.keyword(), "const" | "static");
            if depth == 0 && is_value {
                self.skip_value();
                return Some(item);
            }
            item.head.push(token);
        }
    }

    /// Skips everything up to the semicolon that ends an item.
    fn skip_value(&mut self) {
        let mut depth = 0;
        while let Some(token) = self.next() {
            depth += change_of_depth(token.text);
            if depth == 0 && token.text == ";" {
                return;
            }
        }
    }
}

fn change_of_depth(text: &str) -> i32 {
    match text {
        "(" | "[" | "{" => 1,
        ")" | "]" | "}" => -1,
        _ => 0,
    }
}

/// The parts of a body that commas separate.
pub(super) fn pieces<'a>(body: &[Token<'a>]) -> Vec<Vec<Token<'a>>> {
    let mut pieces = vec![Vec::new()];
    // Angle brackets have commas inside them, too.
    let (mut depth, mut angles) = (0, 0);
    for token in body {
        depth += change_of_depth(token.text);
        angles += i32::from(token.text == "<") - i32::from(token.text == ">");
        if depth == 0 && angles <= 0 && token.text == "," {
            pieces.push(Vec::new());
            angles = 0;
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(*token);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

pub(super) fn without_attributes<'t, 'a>(piece: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut cursor = Cursor(piece);
    while cursor.starts_with("#") {
        cursor.next();
        cursor.bracketed();
    }
    cursor.0
}

/// The tokens as one line, as a person would write it.
pub(super) fn joined(tokens: &[Token]) -> String {
    let mut line = String::new();
    for token in tokens {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '\'';
        let (last, first) = (line.chars().next_back(), token.text.chars().next());
        let after = last.is_some_and(|last| is_word(last) || matches!(last, ',' | '=' | '|' | '+'));
        let colon = last == Some(':') && !line.ends_with("::") && token.text != ":";
        let arrow = matches!(token.text, "=" | "+" | "|") || line.ends_with("->");
        let before = first.is_some_and(is_word);
        let closes = last == Some(')') && (before || token.text == "-");
        if (after && (before || token.is_string()))
            || colon
            || arrow
            || closes
            || (last == Some('>') && before)
        {
            line.push(' ');
        }
        line.push_str(token.text);
    }
    line
}
