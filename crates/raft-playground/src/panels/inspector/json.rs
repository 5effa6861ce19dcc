//! Writes JSON on several lines, for people.

use std::fmt::Write;

/// A text of JSON that is being written. A value follows a name in an object, or the value before
/// it in a list.
#[derive(Default)]
pub(super) struct Json {
    text: String,
    depth: usize,
    /// Whether the next value is the first of an object or a list.
    is_first: bool,
    is_named: bool,
}

impl Json {
    /// The name of the next value.
    #[inline(never)]
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.text.push_str(": ");
        self.is_named = true;
        self
    }

    /// Begins an object (`{`) or a list (`[`).
    #[inline(never)]
    pub(super) fn open(&mut self, bracket: char) {
        self.begin();
        self.text.push(bracket);
        self.depth += 1;
        self.is_first = true;
    }

    /// Ends an object (`}`) or a list (`]`).
    #[inline(never)]
    pub(super) fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.is_first {
            self.new_line();
        }
        self.is_first = false;
        self.text.push(bracket);
    }

    #[inline(never)]
    pub(super) fn number(&mut self, number: u64) {
        self.begin();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{number}");
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        self.begin();
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\0'..' ' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(letter));
                }
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    /// `null`, `true` or `false`.
    #[inline(never)]
    pub(super) fn word(&mut self, word: &str) {
        self.begin();
        self.text.push_str(word);
    }

    /// A number, or `null`.
    pub(super) fn number_or_null(&mut self, number: Option<u64>) {
        match number {
            Some(number) => self.number(number),
            None => self.word("null"),
        }
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Begins a value.
    fn begin(&mut self) {
        if self.depth > 0 && !self.is_named {
            if !self.is_first {
                self.text.push(',');
            }
            self.new_line();
        }
        self.is_first = false;
        self.is_named = false;
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_what_serde_json_calls_pretty() {
        let mut json = Json::default();
        json.open('{');
        json.name("text").text("a \"b\\\u{1}é");
        json.name("empty").open('{');
        json.close('}');
        json.name("list").open('[');
        json.number(u64::MAX);
        json.open('[');
        json.close(']');
        json.word("true");
        json.number_or_null(None);
        json.close(']');
        json.close('}');
        let text = json.finish();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let expected = serde_json::json!({
            "text": "a \"b\\\u{1}é",
            "empty": {},
            "list": [u64::MAX, [], true, null],
        });
        assert_eq!(value, expected);
        // serde_json sorts the keys of a value.
        let mut sorted: Vec<&str> = text.lines().collect();
        sorted.sort_unstable();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(sorted.len(), pretty.lines().count(), "{text}");
        assert!(
            text.contains("  \"empty\": {},\n  \"list\": [\n    18446744073709551615,\n    [],")
        );
    }
}
