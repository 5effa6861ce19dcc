//! Something that is said, as data, and what it speaks of.

use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::{Address, Time};

use super::message::Message;

/// Something that is said: a message of the catalogues and its arguments. Cheap to make, to clone
/// and to compare; [`say`](super::say) makes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    message: Message,
    arguments: Option<Rc<[Argument]>>,
}

impl Sentence {
    /// A message without arguments.
    pub(super) const fn plain(message: Message) -> Self {
        Self { message, arguments: None }
    }

    /// The message.
    pub fn message(&self) -> Message {
        self.message
    }

    /// The name of the message in the catalogues.
    #[cfg(any(test, feature = "claims"))]
    pub(crate) fn id(&self) -> &'static str {
        self.message.id()
    }

    /// The arguments in the alphabetical order of their names.
    pub(super) fn arguments(&self) -> &[Argument] {
        self.arguments.as_deref().unwrap_or_default()
    }

    /// The same message with other arguments.
    #[cfg(test)]
    pub(super) fn with_arguments(&self, arguments: Vec<Argument>) -> Self {
        Self { message: self.message, arguments: Some(arguments.into()) }
    }
}

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

/// A sentence whose arguments are added one by one, in the alphabetical order of their names. There
/// are about a thousand messages, so each method is called, never inlined, and the builder is one
/// pointer.
pub(super) struct SentenceBuilder(Box<Unfinished>);

struct Unfinished {
    message: Message,
    arguments: Vec<Argument>,
}

impl SentenceBuilder {
    #[inline(never)]
    pub(super) fn new(message: Message) -> Self {
        Self(Box::new(Unfinished { message, arguments: Vec::new() }))
    }

    #[inline(never)]
    pub(super) fn argument(mut self, argument: Argument) -> Self {
        self.0.arguments.push(argument);
        self
    }

    #[inline(never)]
    pub(super) fn addresses(self, join: Join, addresses: Vec<Address>) -> Self {
        self.argument(Argument::Addresses(join, addresses.into()))
    }

    #[inline(never)]
    pub(super) fn texts(self, join: Join, texts: Vec<Rc<str>>) -> Self {
        self.argument(Argument::Texts(join, texts.into()))
    }

    #[inline(never)]
    pub(super) fn build(self) -> Sentence {
        let Unfinished { message, arguments } = *self.0;
        Sentence { message, arguments: Some(arguments.into()) }
    }
}

/// Methods that add an argument of one kind.
macro_rules! arguments {
    ($($method:ident: $of:ty => $kind:ident;)*) => {
        impl SentenceBuilder {
            $(#[inline(never)]
            pub(super) fn $method(self, value: $of) -> Self {
                self.argument(Argument::$kind(value))
            })*
        }
    };
}

arguments! {
    address: Address => Address;
    number: u64 => Number;
    time: Time => Time;
    span: Micros => Span;
    text: Rc<str> => Text;
    sentence: Sentence => Sentence;
}

/// What can be counted.
pub trait Count {
    /// How many.
    fn count(self) -> u64;
}

impl Count for u32 {
    fn count(self) -> u64 {
        self.into()
    }
}

impl Count for u64 {
    fn count(self) -> u64 {
        self
    }
}

impl Count for usize {
    fn count(self) -> u64 {
        self as u64
    }
}
