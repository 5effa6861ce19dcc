//! The messages of the catalogues. The page knows each by its number: the catalogues, which it
//! loads in any case, contain the names of the messages and of their arguments.

#[cfg(not(target_family = "wasm"))]
use std::ops::Range;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
#[cfg(not(target_family = "wasm"))]
include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// A message, by its number: messages are counted from 0, in the order of the English catalogue and
/// of its files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Message(pub(super) u16);

impl Message {
    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }
}

#[cfg(not(target_family = "wasm"))]
impl Message {
    /// The name in the catalogues.
    pub fn id(self) -> &'static str {
        &IDS[part(&ID_ENDS, self.0)]
    }

    /// The names of the arguments, in the order of the alphabet.
    pub(super) fn argument_names(self) -> impl Iterator<Item = &'static str> {
        PLACES[part(&PLACE_ENDS, self.0)].iter().map(|&place| NAMES[usize::from(place)])
    }

    /// Every message.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..).take(ID_ENDS.len()).map(Self)
    }
}

/// A message's part of what is kept for all messages in a row.
#[cfg(not(target_family = "wasm"))]
fn part(ends: &[u16], message: u16) -> Range<usize> {
    let message = usize::from(message);
    let start = message.checked_sub(1).map_or(0, |before| ends[before]);
    start.into()..ends[message].into()
}
