//! How texts and times are written.

use core::fmt;

use raft_core::Micros;

use crate::time::Time;

/// A text in quotes.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        write!(f, "\"{text}\"")
    }
}

/// A word, in quotes only if necessary.
pub(super) fn text(word: &str) -> String {
    let breaks = |letter: char| letter.is_whitespace() || ";:,|\"#".contains(letter);
    if word.is_empty() || word.contains(breaks) { Quoted(word).to_string() } else { word.into() }
}

/// A time or duration to the microsecond: `5s`, `300ms`, `412.125ms`.
pub(super) struct Moment(pub(super) Time);

pub(super) fn exactly(span: Micros) -> Moment {
    Moment(Time(span.0))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Time(micros) = self.0;
        let (millis, part) = (micros / 1000, micros % 1000);
        if micros > 0 && micros.is_multiple_of(1_000_000) {
            write!(f, "{}s", micros / 1_000_000)
        } else if part == 0 {
            write!(f, "{millis}ms")
        } else {
            write!(f, "{millis}.{}ms", format!("{part:03}").trim_end_matches('0'))
        }
    }
}
