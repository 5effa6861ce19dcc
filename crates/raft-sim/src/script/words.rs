//! Splits a line into words, signs, names and quotes.

use raft_core::NodeId;

use super::bad_value::BadValue;
use super::error::{ParseError, ParseErrorKind};
use crate::address::{Address, ClientId};
use crate::kv::Operation;

pub(super) type Parsed<T> = Result<T, ParseError>;

/// A line and a position in it.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    line: &'a str,
    place: usize,
    hosts: u32,
    clients: u32,
}

/// Removes a comment, which starts with the first `#` outside quotes.
fn without_comment(line: &str) -> &str {
    let (mut quoted, mut escaped) = (false, false);
    for (place, letter) in line.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '#' if !quoted => return &line[..place],
            _ => {}
        }
    }
    line
}

impl<'a> Words<'a> {
    pub(super) fn new(line: &'a str, hosts: u32, clients: u32) -> Self {
        Self { line: without_comment(line).trim_end(), place: 0, hosts, clients }
    }

    /// The rest of the line, from the next word on.
    pub(super) fn rest(&mut self) -> &'a str {
        let rest = &self.line[self.place..];
        let trimmed = rest.trim_start();
        self.place += rest.len() - trimmed.len();
        trimmed
    }

    /// The byte offset of the next word.
    pub(super) fn place(&mut self) -> usize {
        self.rest();
        self.place
    }

    pub(super) fn is_done(&mut self) -> bool {
        self.rest().is_empty()
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        self.place += end;
        &rest[..end]
    }

    /// Takes the next word; empty at the end or before a sign.
    pub(super) fn word(&mut self) -> &'a str {
        self.take_while(is_of_word)
    }

    pub(super) fn peek(&self) -> &'a str {
        self.clone().word()
    }

    /// Takes the next word or sign if it is the given one.
    pub(super) fn accept(&mut self, wanted: &str) -> bool {
        let rest = self.rest();
        let is_next = if wanted.starts_with(is_of_word) && !wanted.starts_with('-') {
            self.peek() == wanted
        } else {
            rest.starts_with(wanted)
        };
        self.place += if is_next { wanted.len() } else { 0 };
        is_next
    }

    /// # Errors
    /// If the next word or sign is different.
    pub(super) fn expect(&mut self, wanted: &str) -> Parsed<()> {
        if self.accept(wanted) {
            return Ok(());
        }
        let word = self.peek();
        Err(self.wanted(&format!("`{wanted}`")).suggest(word, &[wanted]))
    }

    /// The error that something else was expected here.
    pub(super) fn wanted(&mut self, what: &str) -> ParseError {
        let place = self.place();
        let found = match (self.peek(), self.rest().chars().next()) {
            ("", None) => "the end of the line".to_owned(),
            ("", Some(sign)) => format!("`{sign}`"),
            (word, _) => format!("`{}`", short(word)),
        };
        ParseError::new(place, format!("expected {what}, found {found}"))
    }

    /// # Errors
    /// If the line is not finished.
    pub(super) fn end_of(&mut self, what: &str) -> Parsed<()> {
        if self.is_done() { Ok(()) } else { Err(self.wanted(what)) }
    }

    /// Takes one of several words and returns its index.
    pub(super) fn one_of(&mut self, what: &str, known: &[&str]) -> Parsed<usize> {
        let place = self.place();
        let word = self.word();
        if word.is_empty() {
            let article = if what.starts_with(['a', 'e']) { "an" } else { "a" };
            return Err(self.wanted(&format!("{article} {what}")));
        }
        known.iter().position(|known| *known == word).ok_or_else(|| {
            ParseError::new(place, format!("there is no {what} `{}`", short(word)))
                .suggest(word, known)
        })
    }

    /// Takes one of several names as a value and returns its index.
    pub(super) fn name_of(
        &mut self,
        known: &[&str],
        unknown: impl FnOnce(String) -> BadValue,
    ) -> Parsed<usize> {
        let place = self.place();
        match self.word() {
            "" => Err(BadValue::Missing.at(place)),
            word => {
                let chosen = known.iter().position(|known| *known == word);
                chosen.ok_or_else(|| unknown(short(word)).at(place).suggest(word, known))
            }
        }
    }

    /// A text in quotes.
    pub(super) fn quoted(&mut self) -> Parsed<String> {
        let place = self.place();
        let Some(rest) = self.rest().strip_prefix('"') else {
            return Err(self.wanted("a text in quotes"));
        };
        let mut text = String::new();
        let mut letters = rest.char_indices();
        while let Some((offset, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.place = place + 1 + offset + 1;
                    return Ok(text);
                }
                '\\' => match letters.next() {
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, other @ ('"' | '\\'))) => text.push(other),
                    _ => {
                        let message = "expected a quote, a backslash or n after the backslash";
                        return Err(ParseError::new(place + 1 + offset, message));
                    }
                },
                _ => text.push(letter),
            }
        }
        Err(ParseError::new(place, "this quote is not closed"))
    }

    /// A word, or a text in quotes.
    pub(super) fn text(&mut self) -> Parsed<String> {
        if self.rest().starts_with('"') {
            return self.quoted();
        }
        match self.word() {
            "" => Err(self.wanted("a word or a text in quotes")),
            word => Ok(word.into()),
        }
    }

    /// The rest of an act that ends in free text: up to `;`, unless it is in quotes.
    pub(super) fn remainder(&mut self) -> Parsed<String> {
        if self.rest().starts_with('"') {
            return self.quoted();
        }
        let start = self.place();
        let text = self.take_while(|letter| letter != ';' && letter != '"');
        if self.rest().starts_with('"') {
            return Err(ParseError::new(start, "write a text that contains a quote in quotes"));
        }
        Ok(text.trim_end().into())
    }

    /// A node or client of this cluster.
    pub(super) fn end(&mut self) -> Parsed<Address> {
        let place = self.place();
        // Other letters are part of an invalid name.
        let name = self.take_while(|letter| {
            letter.is_ascii_alphanumeric()
                || letter == '_'
                || !(letter.is_ascii() || letter.is_whitespace())
        });
        if name.is_empty() {
            return Err(self.wanted("a node or client"));
        }
        let (what, first, count) = match name.parse() {
            Ok(end @ Address::Node(NodeId(node))) if node < self.hosts => return Ok(end),
            Ok(end @ Address::Client(ClientId(client))) if client < self.clients => {
                return Ok(end);
            }
            Ok(Address::Client(_)) => ("client", b'X', self.clients),
            Ok(Address::Node(_)) | Err(_) => ("node", b'A', self.hosts),
        };
        let last = char::from(first.saturating_add(u8::try_from(count).unwrap_or(1).max(1) - 1));
        let known = match count {
            0 => format!("there are no {what}s"),
            1 => format!("the only {what} is {}", char::from(first)),
            _ => format!("the {what}s are {} to {last}", char::from(first)),
        };
        let message = format!("there is no {what} {}: {known}", short(name));
        let meant = match name.to_ascii_uppercase().parse() {
            Ok(Address::Node(node)) if node.0 < self.hosts => Some(Address::from(node).to_string()),
            _ => None,
        };
        Err(ParseError::new(place, message).with_suggestion(meant))
    }

    /// A node of this cluster.
    pub(super) fn node(&mut self) -> Parsed<Address> {
        let place = self.place();
        match self.end()? {
            node @ Address::Node(_) => Ok(node),
            client @ Address::Client(_) => {
                Err(ParseError::new(place, format!("{client} is a client, not a node")))
            }
        }
    }

    /// A list with commas, each item once.
    pub(super) fn list<T: PartialEq>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        loop {
            let place = self.place();
            let next = item(self)?;
            if items.contains(&next) {
                let name = self.line[place..].split([',', ' ']).next().unwrap_or_default();
                return Err(BadValue::Repeated(short(name)).at(place));
            }
            items.push(next);
            if !self.accept(",") {
                return Ok(items);
            }
        }
    }

    /// A list of nodes with commas; `nobody` means the empty list.
    pub(super) fn nodes(&mut self) -> Parsed<Vec<Address>> {
        if self.accept("nobody") { Ok(Vec::new()) } else { self.list(Self::node) }
    }
}

fn is_of_word(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, ';' | ':' | ',' | '|' | '"')
}

/// Shortens a text, so that an error message stays short.
pub(super) fn short(text: &str) -> String {
    let mut start: String = text.chars().take(24).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// An operation at a position in the script.
pub(super) fn operation(text: &str, place: usize) -> Parsed<Operation> {
    text.parse().map_err(|error| ParseError::of(place, ParseErrorKind::Operation(error)))
}
