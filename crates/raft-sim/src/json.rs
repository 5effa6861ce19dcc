//! Writes values as JSON, exactly as `serde_json` does. Only integers are numbers here.
//!
//! `serde_json` makes a copy of most of its code for each type that is written, and each copy
//! handles errors that cannot happen in memory. In a program that a page loads, that takes twice
//! the room. For the same reason the parts that every value shares are inlined natively only.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

use compound::Compound;

mod compound;

mod serializer;

#[cfg(test)]
mod tests;

/// A value as JSON, without spaces.
///
/// # Panics
/// If there is a floating-point number in it, or a map with a key that is no string or number.
pub fn to_string(value: &(impl Serialize + ?Sized)) -> String {
    let mut writer = Writer::new();
    match value.serialize(&mut writer) {
        Ok(()) => writer.finish(),
    }
}

/// Most records fit in that many bytes.
const RECORD_BYTES: usize = 256;

/// The text that has been written, as UTF-8.
struct Writer(Vec<u8>);

/// There is no error, because memory is the only place that is written to.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        unreachable!("every value can be written as JSON")
    }
}

impl Writer {
    #[inline(never)]
    fn new() -> Self {
        Self(Vec::with_capacity(RECORD_BYTES))
    }

    #[inline(never)]
    fn finish(self) -> String {
        // `expect` would bring the code that prints such an error into the page.
        let Ok(text) = String::from_utf8(self.0) else {
            unreachable!("only texts and ASCII were written")
        };
        text
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn raw(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn number(&mut self, mut number: u64) {
        let mut digits = [0; 20];
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.0.extend_from_slice(&digits[first..]);
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn text(&mut self, text: &str) {
        self.0.push(b'"');
        if text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..32)) {
            self.escaped(text);
        } else {
            self.raw(text);
        }
        self.0.push(b'"');
    }

    #[inline(never)]
    fn escaped(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'"' => self.raw("\\\""),
                b'\\' => self.raw("\\\\"),
                b'\n' => self.raw("\\n"),
                b'\r' => self.raw("\\r"),
                b'\t' => self.raw("\\t"),
                8 => self.raw("\\b"),
                12 => self.raw("\\f"),
                0..32 => {
                    self.raw("\\u00");
                    self.raw(if byte < 16 { "0" } else { "1" });
                    self.0.push(b"0123456789abcdef"[usize::from(byte % 16)]);
                }
                _ => self.0.push(byte),
            }
        }
    }

    /// The name of a field or a variant, which needs no escaping.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn name(&mut self, name: &'static str) {
        self.0.push(b'"');
        self.raw(name);
        self.raw("\":");
    }

    /// Begins an object, a list, or one of them in an object under the name of a variant.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn open(
        &mut self,
        variant: Option<&'static str>,
        opening: &str,
        closing: &'static str,
    ) -> Compound<'_> {
        if let Some(variant) = variant {
            self.raw("{");
            self.name(variant);
        }
        self.raw(opening);
        Compound { writer: self, closing, is_first: true }
    }
}
