//! What is written in one place of a panel.

use std::fmt::Display;
use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Term};
use raft_sim::{Address, Time};

use super::sentence::Sentence;

/// What is written in one place: data, which is the same in every language, or a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Words {
    /// What a person, a script or the simulation has written, and signs that mean the same
    /// everywhere.
    Data(Rc<str>),
    /// A term, an index, how many of something.
    Number(u64),
    /// A moment of the run: `1.942 s`.
    Time(Time),
    /// What a catalogue says.
    Sentence(Sentence),
}

impl Words {
    /// Data as it writes itself.
    pub(crate) fn data(data: &impl Display) -> Self {
        Self::Data(data.to_string().into())
    }
}

impl From<Rc<str>> for Words {
    fn from(data: Rc<str>) -> Self {
        Self::Data(data)
    }
}

impl From<&str> for Words {
    fn from(data: &str) -> Self {
        Self::Data(data.into())
    }
}

impl From<String> for Words {
    fn from(data: String) -> Self {
        Self::Data(data.into())
    }
}

impl From<Address> for Words {
    fn from(address: Address) -> Self {
        Self::data(&address)
    }
}

impl From<u64> for Words {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Words {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Term> for Words {
    fn from(Term(term): Term) -> Self {
        Self::Number(term)
    }
}

impl From<LogIndex> for Words {
    fn from(LogIndex(index): LogIndex) -> Self {
        Self::Number(index)
    }
}

impl From<Time> for Words {
    fn from(at: Time) -> Self {
        Self::Time(at)
    }
}

impl From<Sentence> for Words {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}
