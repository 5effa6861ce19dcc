//! The replicated state machine: a key-value store that applies each client's operation once.

use core::fmt;
use core::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::address::{Address, ClientId};

/// The longest key, in bytes.
pub const MAX_KEY: usize = 16;
/// The longest value, in bytes.
pub const MAX_VALUE: usize = 1024;

/// An operation of a client on the store. Written as users type it: `x=8`, `x+=2`, `del x`, `x:
/// 5->7`, `get x`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Operation {
    /// `x=8`
    Set(String, String),
    /// `x+=2`
    Add(String, i64),
    /// `del x`
    Delete(String),
    /// `x: 5->7`: sets x to 7 if it is 5.
    CompareAndSet(String, String, String),
    /// `get x`, ordered by the log like any other operation, so it never reads a stale value.
    Get(String),
}

/// Why a text is not an operation.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotAnOperation {
    /// The text is empty.
    #[error("Write something to send, such as x=8.")]
    Empty,
    /// No operation has this form.
    #[error("Write x=8, 8, x+=2, del x, x: 5->7 or get x.")]
    Form,
    /// The key is not a name.
    #[error("A key is up to {MAX_KEY} letters, digits or _, beginning with a letter.")]
    Key,
    /// The value is empty, too long or not plain text.
    #[error("A value is up to {MAX_VALUE} plain characters.")]
    Value,
    /// The value to add is not a number.
    #[error("What is added must be a whole number, such as x+=2.")]
    Number,
}

impl Operation {
    /// The key of the operation.
    pub fn key(&self) -> &str {
        match self {
            Self::Set(key, _)
            | Self::Add(key, _)
            | Self::Delete(key)
            | Self::CompareAndSet(key, ..)
            | Self::Get(key) => key,
        }
    }

    /// Applies the operation to the value of its key and returns the outcome. Only
    /// [`Outcome::Written`] means a change.
    pub(crate) fn apply(&self, register: &mut Option<String>) -> Outcome {
        *register = match self {
            Self::Get(_) => return Outcome::Read(register.clone()),
            Self::Set(_, value) => Some(value.clone()),
            Self::Delete(_) => None,
            Self::Add(_, amount) => {
                let number = register.as_deref().unwrap_or("0").parse::<i64>().ok();
                match number.and_then(|number| number.checked_add(*amount)) {
                    Some(sum) => Some(sum.to_string()),
                    None => return Outcome::NotANumber,
                }
            }
            Self::CompareAndSet(_, expected, value) => {
                if register.as_ref() != Some(expected) {
                    return Outcome::Differs(register.clone());
                }
                Some(value.clone())
            }
        };
        Outcome::Written
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(key, value) => write!(f, "{key}={value}"),
            Self::Add(key, amount) => write!(f, "{key}+={amount}"),
            Self::Delete(key) => write!(f, "del {key}"),
            Self::CompareAndSet(key, old, new) => write!(f, "{key}: {old}->{new}"),
            Self::Get(key) => write!(f, "get {key}"),
        }
    }
}

impl FromStr for Operation {
    type Err = NotAnOperation;

    fn from_str(text: &str) -> Result<Self, NotAnOperation> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAnOperation::Empty);
        }
        if let Some(rest) = text.strip_prefix("get ") {
            return Ok(Self::Get(key(rest)?));
        }
        if let Some(rest) = text.strip_prefix("del ") {
            return Ok(Self::Delete(key(rest)?));
        }
        let Some(operator) = text.find([':', '+', '=']) else {
            return if text.contains(char::is_whitespace) {
                Err(NotAnOperation::Form)
            } else {
                Ok(Self::Set("x".into(), value(text)?))
            };
        };
        let (name, rest) = text.split_at(operator);
        if let Some(amount) = rest.strip_prefix("+=") {
            let amount = amount.trim().parse().map_err(|_| NotAnOperation::Number)?;
            return Ok(Self::Add(key(name)?, amount));
        }
        if let Some(new) = rest.strip_prefix('=') {
            return Ok(Self::Set(key(name)?, value(new)?));
        }
        match rest.strip_prefix(':').and_then(split_at_arrow) {
            Some((old, new)) => Ok(Self::CompareAndSet(key(name)?, value(old)?, value(new)?)),
            None => Err(NotAnOperation::Form),
        }
    }
}

/// The text before and after the first `->`. `str::split_once` with two characters would add 2 KB
/// of code to the page.
fn split_at_arrow(text: &str) -> Option<(&str, &str)> {
    let arrow = text.as_bytes().windows(2).position(|pair| pair == b"->")?;
    let (before, after) = text.split_at_checked(arrow)?;
    Some((before, after.strip_prefix("->")?))
}

fn key(text: &str) -> Result<String, NotAnOperation> {
    let text = text.trim();
    let begins_with_letter = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if begins_with_letter && is_name && text.len() <= MAX_KEY {
        Ok(text.into())
    } else {
        Err(NotAnOperation::Key)
    }
}

fn value(text: &str) -> Result<String, NotAnOperation> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_VALUE || text.contains(char::is_control) {
        Err(NotAnOperation::Value)
    } else {
        Ok(text.into())
    }
}

impl TryFrom<String> for Operation {
    type Error = NotAnOperation;

    fn try_from(text: String) -> Result<Self, NotAnOperation> {
        text.parse()
    }
}

impl From<Operation> for String {
    fn from(operation: Operation) -> Self {
        operation.to_string()
    }
}

/// A client's operation with its serial number: the contents of a log entry (§8). Written as `X3
/// x=8`, in the log as in traces; `X3:2 x=8` says that X's operations before the second are
/// settled.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Request {
    /// The client.
    pub client: ClientId,
    /// The number of the operation, from 1; a retry repeats it.
    pub serial: u64,
    /// Operations before this one are settled: the client will never ask about them again.
    pub settled: u64,
    /// The operation.
    pub operation: Operation,
}

impl Request {
    /// Encodes the request for a log entry.
    pub fn encode(&self) -> Arc<[u8]> {
        let Self { client, serial, settled, operation } = self;
        let client = Address::Client(*client);
        match settled {
            0 | 1 => format!("{client}{serial} {operation}"),
            _ => format!("{client}{serial}:{settled} {operation}"),
        }
        .into_bytes()
        .into()
    }

    /// Decodes a log entry; `None` if it is not a request.
    pub fn decode(command: &[u8]) -> Option<Self> {
        let text = core::str::from_utf8(command).ok()?;
        let (name, operation) = text.split_once(' ')?;
        let (client, serial) = name.split_at_checked(1)?;
        let Ok(Address::Client(client)) = client.parse() else { return None };
        let (serial, settled) = serial.split_once(':').unwrap_or((serial, "1"));
        let (serial, settled) = (serial.parse().ok()?, settled.parse().ok()?);
        Some(Self { client, serial, settled, operation: operation.parse().ok()? })
    }

    /// The operation in a log entry, as text.
    pub(crate) fn operation_text(command: &[u8]) -> Option<&[u8]> {
        let space = command.iter().position(|byte| *byte == b' ')?;
        command.get(space + 1..)
    }
}

/// The outcome of an applied operation.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It changed the store.
    Written,
    /// It read this value; `None` if the key is not set.
    Read(Option<String>),
    /// The comparison found this value instead.
    Differs(Option<String>),
    /// The value to add to is not a number.
    NotANumber,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_round_trip_through_text() {
        for text in ["x=8", "x+=-2", "del y", "x: 5->7", "get x", "x=a->b", "long_key9=ü"] {
            let operation: Operation = text.parse().unwrap();
            assert_eq!(operation.to_string(), text);
            let request = Request { client: ClientId(2), serial: 12, settled: 9, operation };
            assert_eq!(Request::decode(&request.encode()), Some(request));
        }
    }
}
