//! Errors in scripts, with their positions.

use core::fmt;

use super::bad_value::BadValue;
use crate::kv::NotAnOperation;

/// Why a text is not a valid script, with the position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptError {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: ParseErrorKind,
    /// A valid word that is close to the one in the script.
    pub suggestion: Option<String>,
    /// The whole line.
    pub source_line: String,
}

/// What is wrong with a script. [`Display`](fmt::Display) writes a sentence without a full stop.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ParseErrorKind {
    /// This setting has an invalid value.
    #[error("{name}: {error}")]
    Setting {
        /// The setting's name.
        name: &'static str,
        /// What is wrong with the value.
        error: BadValue,
    },
    /// An act has an invalid value, or the settings do not fit together.
    #[error(transparent)]
    Value(BadValue),
    /// A client would send something that is not an operation.
    #[error(transparent)]
    Operation(NotAnOperation),
    /// The script breaks the grammar, or the cluster cannot carry out a command.
    #[error("{0}")]
    Syntax(String),
}

/// The maximum number of characters shown before and after the position.
const SHOWN: (usize, usize) = (60, 40);

impl fmt::Display for ScriptError {
    /// Writes the position and the error, the line with a caret below the position, and the
    /// suggestion.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, kind, suggestion, source_line } = self;
        let before = column.saturating_sub(1);
        let skipped = before.saturating_sub(SHOWN.0);
        let shown = source_line.chars().skip(skipped).take(before - skipped + SHOWN.1);
        let excerpt: String = shown.map(visible).collect();
        // A tab stays a tab, so that the caret is below its position at any tab width.
        let lead = source_line.chars().skip(skipped).take(before - skipped);
        let lead: String = lead.map(|c| if c == '\t' { c } else { ' ' }).collect();
        writeln!(f, "line {line}, column {column}: {kind}")?;
        writeln!(f, "    {}", excerpt.trim_end())?;
        write!(f, "    {lead}^")?;
        match suggestion {
            Some(word) => write!(f, "\ndid you mean `{word}`?"),
            None => Ok(()),
        }
    }
}

impl ScriptError {
    /// The position and the error in one sentence without a full stop.
    pub fn sentence(&self) -> String {
        let Self { line, column, kind, suggestion, .. } = self;
        let meant = suggestion.as_ref().map(|word| format!("; did you mean `{word}`?"));
        format!("line {line}, column {column}: {kind}{}", meant.unwrap_or_default())
    }
}

fn visible(character: char) -> char {
    if character.is_control() && character != '\t' { '\u{fffd}' } else { character }
}

impl core::error::Error for ScriptError {}

/// The error while the line is being parsed. A pointer, because every function of the parser can
/// return it: passing on a larger value takes more code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ParseError(Box<Details>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Details {
    /// Its byte offset in the line.
    place: usize,
    kind: ParseErrorKind,
    suggestion: Option<String>,
}

impl ParseError {
    pub(super) fn new(place: usize, message: impl Into<String>) -> Self {
        Self::of(place, ParseErrorKind::Syntax(message.into()))
    }

    #[inline(never)]
    pub(super) fn of(place: usize, kind: ParseErrorKind) -> Self {
        Self(Box::new(Details { place, kind, suggestion: None }))
    }

    /// What is wrong.
    pub(super) fn kind(&self) -> &ParseErrorKind {
        &self.0.kind
    }

    /// Says something else.
    pub(super) fn with_message(mut self, message: String) -> Self {
        self.0.kind = ParseErrorKind::Syntax(message);
        self
    }

    /// Suggests this word, or none.
    pub(super) fn with_suggestion(mut self, word: Option<String>) -> Self {
        self.0.suggestion = word;
        self
    }

    /// Marks it as an error in the value of a setting.
    pub(super) fn in_setting(mut self, name: &'static str) -> Self {
        self.0.kind = match self.0.kind {
            ParseErrorKind::Value(error) => ParseErrorKind::Setting { name, error },
            kind => kind,
        };
        self
    }

    /// Suggests the valid word that is most similar to the one in the script.
    pub(super) fn suggest(mut self, word: &str, known: &[&str]) -> Self {
        let likely = known.iter().map(|known| (distance(word, known), *known)).min();
        self.0.suggestion = likely.and_then(|(distance, known)| {
            let close = distance <= 1 + known.len().min(word.len()) / 4 && distance < known.len();
            close.then(|| known.to_owned())
        });
        self
    }

    /// The error in a text that contains only a value.
    pub(super) fn into_value(self) -> BadValue {
        match self.0.kind {
            ParseErrorKind::Setting { error, .. } | ParseErrorKind::Value(error) => error,
            // Values are parsed without acts or operations, so this does not occur.
            ParseErrorKind::Operation(_) | ParseErrorKind::Syntax(_) => BadValue::Missing,
        }
    }

    pub(super) fn on(self, line: usize, source_line: &str) -> ScriptError {
        let Details { place, kind, suggestion } = *self.0;
        let before = source_line.char_indices().take_while(|(byte, _)| *byte < place).count();
        let source_line = source_line.into();
        ScriptError { line, column: before + 1, kind, suggestion, source_line }
    }
}

impl BadValue {
    /// The error at a byte offset of a line.
    pub(super) fn at(self, place: usize) -> ParseError {
        ParseError::of(place, ParseErrorKind::Value(self))
    }
}

/// The number of insertions, deletions, changes and swaps of neighbours between two words.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().take(40).collect();
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, wanted) in other.iter().enumerate() {
            let changed = row[j] + usize::from(letter != wanted);
            let mut least = changed.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *wanted {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = core::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_typing_error_has_distance_one() {
        for (slip, meant) in [("hael", "heal"), ("cras", "crash"), ("cutt", "cut"), ("rut", "cut")]
        {
            assert_eq!(distance(slip, meant), 1, "{slip}");
        }
        assert_eq!(distance("", "heal"), 4);
        assert_eq!(distance("heal", "heal"), 0);
    }
}
