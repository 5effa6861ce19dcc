//! Something that is said, as data.

use std::rc::Rc;

use super::argument::Argument;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Something that is said: a message of the catalogues and its arguments. Cheap to make, to clone
/// and to compare; [`say`](super::say) makes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    message: u16,
    arguments: Option<Rc<[Argument]>>,
}

impl Sentence {
    /// A message without arguments.
    pub(super) const fn plain(message: u16) -> Self {
        Self { message, arguments: None }
    }

    /// A message with its arguments, in the order of the table.
    pub(super) fn new<const N: usize>(message: u16, arguments: [Argument; N]) -> Self {
        Self { message, arguments: Some(Rc::new(arguments)) }
    }

    /// The name of the message in the catalogues.
    pub fn id(&self) -> &'static str {
        MESSAGES[usize::from(self.message)].0
    }

    /// The arguments by name.
    pub(super) fn arguments(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        let names = MESSAGES[usize::from(self.message)].1.iter().copied();
        names.zip(self.arguments.iter().flat_map(|arguments| arguments.iter()))
    }
}

/// Every message of the catalogues with the names of its arguments.
#[cfg(test)]
pub(super) fn messages() -> &'static [(&'static str, &'static [&'static str])] {
    &MESSAGES
}
