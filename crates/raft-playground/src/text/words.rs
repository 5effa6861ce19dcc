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

/// Whether a line, as the page writes it, contains a text, in upper or lower case.
pub type Contains = fn(line: &[Words], wanted: &str) -> bool;

impl Words {
    /// Data as it writes itself.
    pub(crate) fn data(data: &impl Display) -> Self {
        Self::Data(data.to_string().into())
    }
}

/// Makes what is written usable where [`Words`] are.
macro_rules! words {
    ($($from:ty: $pattern:pat => $words:expr;)*) => {
        $(impl From<$from> for Words {
            fn from($pattern: $from) -> Self {
                $words
            }
        })*
    };
}

words! {
    Rc<str>: data => Self::Data(data);
    &str: data => Self::Data(data.into());
    String: data => Self::Data(data.into());
    Address: address => Self::data(&address);
    u64: number => Self::Number(number);
    usize: number => Self::Number(number as u64);
    Term: Term(term) => Self::Number(term);
    LogIndex: LogIndex(index) => Self::Number(index);
    Time: at => Self::Time(at);
    Sentence: sentence => Self::Sentence(sentence);
}
