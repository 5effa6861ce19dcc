//! A small writer of JSON: what somebody pastes into a report or another tool.

use std::fmt::Write;

/// Writes an object, member by member, each on a line of its own.
#[derive(Default)]
pub(super) struct Json {
    text: String,
    level: usize,
    has_members: bool,
}

impl Json {
    /// Begins an object.
    pub(super) fn new() -> Self {
        let mut json = Self::default();
        json.brace();
        json
    }

    /// The object, which ends here.
    pub(super) fn finish(mut self) -> String {
        self.close();
        self.text
    }

    /// Begins an object within the object.
    pub(super) fn open(&mut self, key: &str) {
        self.key(key);
        self.brace();
    }

    /// Ends what was begun last.
    pub(super) fn close(&mut self) {
        self.level -= 1;
        if self.has_members {
            self.new_line();
        }
        self.text.push('}');
        self.has_members = true;
    }

    /// A member that is a number.
    pub(super) fn number(&mut self, key: &str, value: u64) {
        self.key(key);
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// A member that is a text.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
    }

    /// Begins a list of texts within the object.
    pub(super) fn open_list(&mut self, key: &str) {
        self.key(key);
        self.text.push('[');
        self.has_members = false;
    }

    /// An item of a list.
    pub(super) fn item(&mut self, value: &str) {
        if self.has_members {
            self.text.push_str(", ");
        }
        self.has_members = true;
        self.quote(value);
    }

    /// Ends a list.
    pub(super) fn close_list(&mut self) {
        self.text.push(']');
        self.has_members = true;
    }

    fn brace(&mut self) {
        self.text.push('{');
        self.level += 1;
        self.has_members = false;
    }

    fn key(&mut self, key: &str) {
        if self.has_members {
            self.text.push(',');
        }
        self.has_members = true;
        self.new_line();
        self.quote(key);
        self.text.push_str(": ");
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.level {
            self.text.push_str("  ");
        }
    }

    /// A text between quotation marks: what could end it or is no character to look at is escaped
    /// (RFC 8259, 7).
    fn quote(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(character);
                }
                // The second kind ends a line in some readers.
                '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(character));
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hostile_people_send_stays_within_its_quotation_marks() {
        let hostile = "\"},\u{8}\\\n\0\u{2028}</script>é𝄞";
        let mut json = Json::new();
        json.text(hostile, hostile);
        json.open_list("list");
        json.item(hostile);
        json.item("");
        json.close_list();
        json.open_list("nothing");
        json.close_list();
        let json = json.finish();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read[hostile], hostile);
        assert_eq!(read["list"], serde_json::json!([hostile, ""]));
        assert_eq!(read["nothing"], serde_json::json!([]));
        assert_eq!(json.lines().count(), 5, "{json}");
    }

    #[test]
    fn objects_nest_and_may_be_empty() {
        let mut json = Json::new();
        json.number("one", 1);
        json.open("none");
        json.close();
        json.open("some");
        json.number("two", u64::MAX);
        json.close();
        let wanted = format!(
            "{{\n  \"one\": 1,\n  \"none\": {{}},\n  \"some\": {{\n    \"two\": {}\n  }}\n}}",
            u64::MAX
        );
        assert_eq!(json.finish(), wanted);
    }
}
