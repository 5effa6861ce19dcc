//! Which constants only the second file of the program needs.
//!
//! The linker keeps constants apart (`web/build.rs`), so each is a segment of its own. Whatever the
//! first file knows of is referred to by its address, which is a number in the code or in another
//! constant. Not every such number is an address, and so some constants stay that could go; none
//! goes that is referred to.

use std::fmt::Write;

use anyhow::{Context, Result};

/// A table may be indexed from 1, and then be referred to by the place of what would be its
/// element 0.
const BIAS: u32 = 16;

/// Constants closer together than this are written as one: a segment has a head.
const GAP: usize = 64;

/// Constants that stand together, and where.
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

    fn end(&self) -> usize {
        self.at as usize + self.bytes.len()
    }

    /// The numbers in it that stand where an address could.
    fn words(&self) -> impl Iterator<Item = u32> {
        let skipped = self.at.next_multiple_of(4) - self.at;
        let aligned = self.bytes.get(skipped as usize..).unwrap_or_default();
        // What ends in zeros is written without them.
        aligned.chunks(4).map(|chunk| {
            let mut word = [0; 4];
            word[..chunk.len()].copy_from_slice(chunk);
            u32::from_le_bytes(word)
        })
    }
}

/// The segments of the first and of the second file, as text, given those of the whole program and
/// the code of the first file.
pub(super) fn divide(forms: &[&str], code: &str) -> Result<(String, String)> {
    let segments = forms.iter().map(|form| Segment::read(form)).collect::<Result<Vec<_>>>()?;
    let known = |address: u32| segments.partition_point(|segment| segment.at <= address);
    let ends = segments.last().map_or(0, Segment::end);
    let is_address = |word: &u32| known(*word) > 0 && (*word as usize) < ends;
    let points: Vec<bool> =
        segments.iter().map(|segment| segment.words().any(|word| is_address(&word))).collect();

    let mut kept = vec![false; segments.len()];
    let mut left: Vec<u32> = ["(i32.const ", "offset="]
        .into_iter()
        .flat_map(|lead| code.split(lead).skip(1))
        .filter_map(|rest| rest.split([')', ' ', '\n']).next()?.parse().ok())
        .collect();
    while let Some(address) = left.pop() {
        // What it is in, and the tables that may be meant.
        let place = known(address);
        let tables = (place..segments.len())
            .take_while(|place| segments[*place].at <= address.saturating_add(BIAS))
            .filter(|place| points[*place]);
        let inside =
            place.checked_sub(1).filter(|place| (address as usize) < segments[*place].end());
        for place in inside.into_iter().chain(tables).collect::<Vec<_>>() {
            if !std::mem::replace(&mut kept[place], true) {
                left.extend(segments[place].words().filter(is_address));
            }
        }
    }
    let part = |of_first: bool| {
        let of_part = segments.iter().zip(&kept).filter(|(_, kept)| **kept == of_first);
        written(of_part.map(|(segment, _)| segment))
    };
    Ok((part(true), part(false)))
}

/// Segments as text, those that are close together as one.
fn written<'a>(segments: impl Iterator<Item = &'a Segment>) -> String {
    let mut text = String::new();
    let mut end = None;
    for segment in segments {
        match end.map(|end: usize| segment.at as usize - end) {
            Some(gap) if gap <= GAP => (0..gap).for_each(|_| text.push_str("\\00")),
            _ => {
                let close = if end.is_some() { "\")\n" } else { "" };
                // Writing to a string cannot fail.
                let _ = write!(text, "{close} (data (i32.const {}) \"", segment.at);
            }
        }
        for byte in &segment.bytes {
            let _ = write!(text, "\\{byte:02x}");
        }
        end = Some(segment.end());
    }
    if end.is_some() {
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
    fn what_the_first_file_does_not_refer_to_goes() {
        let forms = [
            r#"$0 (i32.const 1024) "said at once")"#,
            r#"$1 (i32.const 1036) "said later")"#,
            r#"$2 (i32.const 1056) "\58\04\00\00\05")"#,
            r#"$3 (i32.const 1112) "\"in\t\01 a table")"#,
            r#"$4 (i32.const 2048) "far away")"#,
        ];
        let code = "(func $f\n (call $say\n (i32.const 1024)\n (i32.const 12)\n )\n \
                    (i32.load offset=1052\n (local.get $0)\n )\n)";
        let (first, later) = divide(&forms, code).unwrap();
        let segments = |text: &str| {
            let forms = text.lines().filter_map(|line| line.strip_prefix(" (data "));
            let read = |form| Segment::read(form).unwrap();
            forms.map(read).map(|segment| (segment.at, segment.bytes)).collect::<Vec<_>>()
        };
        let mut whole = b"said at once".to_vec();
        whole.resize(32, 0);
        whole.extend(b"\x58\x04\0\0\x05");
        whole.resize(88, 0);
        whole.extend(b"\"in\t\x01 a table");
        assert_eq!(segments(&first), [(1024, whole)]);
        assert_eq!(
            segments(&later),
            [(1036, b"said later".to_vec()), (2048, b"far away".to_vec())]
        );
    }
}
