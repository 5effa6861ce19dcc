//! Constants, each in the file of the program that needs it.

use std::fmt::Write;
use std::ops::Range;

use anyhow::{Context, Result};

/// Constants closer together than this are written as one, with zeros between them: a segment has
/// a head.
const GAP: u32 = 16;

/// Constants that stand together, and where.
#[derive(PartialEq, Eq, Debug)]
struct Segment {
    at: u32,
    bytes: Vec<u8>,
}

impl Segment {
    /// From `$name (i32.const 1048576) "…")`.
    fn read(form: &str) -> Result<Self> {
        let (head, text) = form.split_once('"').context("a segment without content")?;
        let at = head.split("(i32.const ").nth(1).and_then(|rest| rest.split(')').next());
        let at = at.context("a segment without a place")?.parse().context("a segment's place")?;
        let text = text.rsplit_once('"').context("a segment without an end")?.0;
        Ok(Self { at, bytes: bytes(text)? })
    }

    fn end(&self) -> Result<u32> {
        Ok(self.at + u32::try_from(self.bytes.len())?)
    }

    /// What stands before this address.
    fn cut(&mut self, end: u32) -> Self {
        let rest = self.bytes.split_off((end - self.at) as usize);
        let before = Self { at: self.at, bytes: std::mem::replace(&mut self.bytes, rest) };
        self.at = end;
        before
    }
}

/// The segments of the first and of the second file, as text, given those of the whole program and
/// the addresses that only the second file uses, in order.
pub(super) fn divide(forms: &[&str], later: &[Range<u32>]) -> Result<(String, String)> {
    let (mut at_once, mut afterwards) = (Vec::new(), Vec::new());
    for form in forms {
        let mut segment = Segment::read(form)?;
        let end = segment.end()?;
        while segment.at < end {
            let next = later.partition_point(|range| range.end <= segment.at);
            let (is_later, until) = match later.get(next) {
                Some(range) if range.start <= segment.at => (true, range.end),
                Some(range) => (false, range.start),
                None => (false, end),
            };
            let piece = segment.cut(until.min(end));
            if is_later {
                // What is between belongs to the first file, which may have changed it by then.
                add(piece, &mut afterwards, 0)?;
            } else {
                // What is between comes with the second file.
                add(piece, &mut at_once, GAP)?;
            }
        }
    }
    Ok((written(&at_once), written(&afterwards)))
}

/// Adds constants, to the last ones if they are that close.
fn add(piece: Segment, to: &mut Vec<Segment>, most: u32) -> Result<()> {
    match to.last_mut() {
        Some(last) if piece.at - last.end()? <= most => {
            last.bytes.resize((piece.at - last.at) as usize, 0);
            last.bytes.extend(piece.bytes);
        }
        _ => to.push(piece),
    }
    Ok(())
}

/// Segments as text.
fn written(segments: &[Segment]) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for Segment { at, bytes } in segments {
        let _ = write!(text, " (data (i32.const {at}) \"");
        for byte in bytes {
            let _ = write!(text, "\\{byte:02x}");
        }
        text.push_str("\")\n");
    }
    text
}

/// The bytes that a text stands for, with its escapes.
fn bytes(text: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        if *byte != b'\\' {
            bytes.push(*byte);
            continue;
        }
        let (escaped, after) = rest.split_first().context("an escape without an end")?;
        rest = after;
        bytes.push(match escaped {
            b't' => b'\t',
            b'n' => b'\n',
            b'r' => b'\r',
            b'"' | b'\'' | b'\\' => *escaped,
            high => {
                let (low, after) = rest.split_first().context("half a byte")?;
                rest = after;
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).context("an escape")?;
                u8::from_str_radix(digits, 16).with_context(|| format!("the escape {digits}"))?
            }
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_the_constants_that_it_needs() {
        let forms = [
            r#"$0 (i32.const 1024) "first, later; and \"a\\b\"\t\01")"#,
            r#"(i32.const 2048) "x")"#,
        ];
        let (first, later) = divide(&forms, &[1020..1024, 1031..1036, 2048..2050]).unwrap();
        let segments = |text: &str| {
            let forms = text.lines().filter_map(|line| line.strip_prefix(" (data "));
            forms.map(|form| Segment::read(form).unwrap()).collect::<Vec<_>>()
        };
        let whole = b"first, \0\0\0\0\0; and \"a\\b\"\t\x01".to_vec();
        assert_eq!(segments(&first), [Segment { at: 1024, bytes: whole }]);
        let [word, letter] = &segments(&later)[..] else { panic!("{later}") };
        assert_eq!(*word, Segment { at: 1031, bytes: b"later".to_vec() });
        assert_eq!(*letter, Segment { at: 2048, bytes: b"x".to_vec() });
    }
}
