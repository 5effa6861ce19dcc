//! Reads values from the JSON that `JSON.stringify` writes.
//!
//! It is the counterpart of `raft_sim::json`. `serde_json` also reads numbers with a fraction,
//! structs that are lists and identifiers that are bytes, and brings code for each of these cases
//! and each type. That would be a fifth of the whole program.

use std::fmt::{self, Display};

use serde::de::{DeserializeOwned, Deserializer, Error, Expected, Unexpected, Visitor};

use compound::{Items, Variant};

mod compound;

/// Reads a value.
///
/// # Errors
/// If the text is JSON of another form. A text that is not JSON may give any value or an error.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Mistake> {
    T::deserialize(&mut Reader { rest: text })
}

/// Why a value has the wrong form, as a sentence.
#[derive(Debug)]
pub(crate) struct Mistake(String);

impl Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Mistake {}

impl Error for Mistake {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "a boolean",
            Unexpected::Unsigned(_) => "a number",
            Unexpected::Signed(_) => "a negative number",
            Unexpected::Str(text) => text,
            Unexpected::Unit => "null",
            Unexpected::Seq => "a list",
            Unexpected::Map => "an object",
            Unexpected::Other(other) => other,
            _ => "another value",
        };
        Self(format!("invalid type: {found}, expected {expected}"))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Unsigned(number) => {
                Self(format!("invalid value: {number}, expected {expected}"))
            }
            other => Self::invalid_type(other, expected),
        }
    }
}

/// The text that is not read yet.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// The first byte of the next value, which says what kind of value it is.
    fn peek(&self) -> u8 {
        self.rest.bytes().next().unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Skips this character if it comes next.
    fn takes(&mut self, wanted: u8) -> bool {
        let is_next = self.peek() == wanted;
        if is_next {
            self.skip(1);
        }
        is_next
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        let mut text = String::new();
        let mut letters = self.rest.chars();
        letters.next();
        while let Some(letter) = letters.next() {
            let letter = match letter {
                '"' => break,
                '\\' => match letters.next() {
                    Some('b') => '\u{8}',
                    Some('f') => '\u{c}',
                    Some('n') => '\n',
                    Some('r') => '\r',
                    Some('t') => '\t',
                    Some('u') => {
                        let digits = (0..4).filter_map(|_| letters.next()?.to_digit(16));
                        let code = digits.fold(0, |code, digit| code * 16 + digit);
                        // Half of a pair is written so, but only if the other half is missing.
                        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                    }
                    other => other.unwrap_or_default(),
                },
                letter => letter,
            };
            text.push(letter);
        }
        self.rest = letters.as_str();
        text
    }

    /// A whole number, and whether it is negative.
    #[inline(never)]
    fn number(&mut self) -> Result<(u64, bool), Mistake> {
        let is_negative = self.takes(b'-');
        let is_part = |letter: char| letter.is_ascii_digit() || ".eE+-".contains(letter);
        let end = self.rest.find(|letter| !is_part(letter)).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        match digits.parse() {
            Ok(number) => Ok((number, is_negative)),
            Err(_) => Err(Mistake(format!("{digits} is not a whole number below 2^64"))),
        }
    }

    /// An error: the next value has another type than the visitor expects.
    #[inline(never)]
    fn unexpected(&mut self, expected: &dyn Expected) -> Mistake {
        let text;
        let found = match self.peek() {
            b'n' => Unexpected::Unit,
            b't' | b'f' => Unexpected::Other("a boolean"),
            b'"' => {
                text = format!("string \"{}\"", self.string());
                Unexpected::Other(&text)
            }
            b'[' => Unexpected::Seq,
            b'{' => Unexpected::Map,
            _ => Unexpected::Other("a number"),
        };
        Mistake::invalid_type(found, expected)
    }
}

/// The methods for values of one kind: the byte that begins them, and how to read them.
macro_rules! read {
    ($method:ident => $($first:literal)|* => |$reader:ident, $visitor:ident| $read:expr) => {
        fn $method<V: Visitor<'de>>($reader, $visitor: V) -> Result<V::Value, Mistake> {
            match $reader.peek() {
                $($first)|* => $read,
                _ => Err($reader.unexpected(&$visitor)),
            }
        }
    };
}

/// Methods that another one replaces.
macro_rules! same {
    ($as:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
            self.$as(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.peek() {
            b'n' => self.deserialize_unit(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'"' => self.deserialize_str(visitor),
            b'[' => self.deserialize_seq(visitor),
            b'{' => self.deserialize_map(visitor),
            _ => self.deserialize_u64(visitor),
        }
    }

    read! { deserialize_unit => b'n' => |self, visitor| {
        self.skip("null".len());
        visitor.visit_unit()
    }}

    read! { deserialize_bool => b't' | b'f' => |self, visitor| {
        let is_true = self.peek() == b't';
        self.skip(if is_true { "true".len() } else { "false".len() });
        visitor.visit_bool(is_true)
    }}

    read! { deserialize_str => b'"' => |self, visitor| visitor.visit_str(&self.string()) }

    read! { deserialize_seq => b'[' => |self, visitor| {
        self.skip(1);
        visitor.visit_seq(Items { reader: self, is_first: true })
    }}

    read! { deserialize_map => b'{' => |self, visitor| {
        self.skip(1);
        visitor.visit_map(Items { reader: self, is_first: true })
    }}

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if !matches!(self.peek(), b'-' | b'0'..=b'9') {
            return Err(self.unexpected(&visitor));
        }
        match self.number()? {
            (number, true) => visitor.visit_i64(0_i64.saturating_sub_unsigned(number)),
            (number, false) => visitor.visit_u64(number),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.peek() == b'n' {
            self.skip("null".len());
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        match self.peek() {
            b'"' => visitor.visit_enum(Variant { reader: self, has_content: false }),
            b'{' => {
                self.skip(1);
                visitor.visit_enum(Variant { reader: self, has_content: true })
            }
            _ => Err(self.unexpected(&visitor)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_seq(visitor)
    }

    serde::forward_to_deserialize_any! { bytes byte_buf ignored_any f32 f64 }

    same! { deserialize_str: deserialize_string deserialize_identifier deserialize_char }
    // The visitor checks the size.
    same! {
        deserialize_u64: deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    }
}
