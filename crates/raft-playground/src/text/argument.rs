//! What a sentence speaks of.

use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::{Address, Time};

use super::sentence::Sentence;

/// What a sentence speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Argument {
    /// A node or a client by its name.
    Address(Address),
    /// A term, an index, how many of something.
    Number(u64),
    /// A moment of the run: `1.942 s`.
    Time(Time),
    /// A moment to the second: `12 s`.
    WholeSeconds(u64),
    /// How long something lasts: `42 ms`.
    Span(Micros),
    /// How long it is until something happens: `12.0 ms`.
    Due(Micros),
    /// A part of all, in thousandths: `90 %`.
    Share(u16),
    /// What somebody wrote. It is shown as it is.
    Text(Rc<str>),
    /// Another sentence, or a part of one.
    Sentence(Sentence),
    /// Nodes and clients.
    Addresses(Join, Rc<[Address]>),
    /// What somebody wrote in several places.
    Texts(Join, Rc<[Rc<str>]>),
}

/// How a list is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Join {
    /// `A, B and C`
    And,
    /// `A, B or C`
    Or,
    /// `A–C, E`
    Comma,
}

impl Argument {
    pub(super) fn addresses(join: Join, addresses: impl IntoIterator<Item: Into<Address>>) -> Self {
        Self::Addresses(join, addresses.into_iter().map(Into::into).collect())
    }

    pub(super) fn texts(join: Join, texts: impl IntoIterator<Item: Into<Rc<str>>>) -> Self {
        Self::Texts(join, texts.into_iter().map(Into::into).collect())
    }
}

/// What can be counted.
pub trait Count {
    /// How many.
    fn count(self) -> u64;
}

macro_rules! count {
    ($($number:ty),*) => {
        $(impl Count for $number {
            fn count(self) -> u64 {
                self as u64
            }
        })*
    };
}

count!(u16, u32, u64, usize);
