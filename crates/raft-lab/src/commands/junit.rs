//! Verdicts in the XML of `JUnit`, which most test servers read.

use core::fmt::Write;

/// A judged file.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) outcome: Outcome,
}

/// The result of a file, with a sentence.
pub(super) enum Outcome {
    Success(String),
    /// It does not solve the task.
    Failure(String),
    /// It could not be judged.
    Error(String),
}

/// A test suite with a test for each file.
pub(super) fn suite(name: &str, cases: &[Case]) -> String {
    let count =
        |is_it: fn(&Outcome) -> bool| cases.iter().filter(|case| is_it(&case.outcome)).count();
    let failures = count(|outcome| matches!(outcome, Outcome::Failure(_)));
    let errors = count(|outcome| matches!(outcome, Outcome::Error(_)));
    let counts = format!("tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\"", cases.len());
    let name = escaped(name);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a text cannot fail.
    let _ = writeln!(xml, "<testsuites name=\"raft-lab grade\" {counts}>");
    let _ = writeln!(xml, "  <testsuite name=\"{name}\" {counts}>");
    for Case { name: file, outcome } in cases {
        let _ = writeln!(xml, "    <testcase classname=\"{name}\" name=\"{}\">", escaped(file));
        let _ = match outcome {
            Outcome::Success(text) => {
                writeln!(xml, "      <system-out>{}</system-out>", escaped(text))
            }
            Outcome::Failure(text) => {
                writeln!(xml, "      <failure message=\"{}\"/>", escaped(text))
            }
            Outcome::Error(text) => writeln!(xml, "      <error message=\"{}\"/>", escaped(text)),
        };
        xml.push_str("    </testcase>\n");
    }
    xml.push_str("  </testsuite>\n</testsuites>\n");
    xml
}

/// A text in XML. What XML cannot contain becomes a replacement character.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
