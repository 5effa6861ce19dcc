//! Writes values as JSON, exactly as `serde_json` does. Only integers are numbers here.
//!
//! `serde_json` makes a copy of most of its code for each type that is written, and each copy
//! handles errors that cannot happen in memory. In a program that a page loads, that takes twice
//! the room. For the same reason the parts that every value shares are inlined natively only.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize, Serializer};

use compound::Compound;

mod compound;

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

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    fn serialize_bool(self, value: bool) -> Result<(), Never> {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Never> {
        if value < 0 {
            self.raw("-");
        }
        self.serialize_u64(value.unsigned_abs())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Never> {
        self.number(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Never> {
        unreachable!("no record has a floating-point number")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Never> {
        unreachable!("no record has a floating-point number")
    }

    fn serialize_char(self, value: char) -> Result<(), Never> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Never> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        let compound = self.open(Some(variant), "", "}");
        value.serialize(&mut *compound.writer)?;
        compound.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, Never> {
        Ok(self.open(None, "[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Never> {
        Ok(self.open(Some(variant), "[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, Never> {
        Ok(self.open(None, "{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Never> {
        Ok(self.open(Some(variant), "{", "}}"))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.text(&value.to_string());
        Ok(())
    }
}
