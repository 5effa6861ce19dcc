//! A sentence read again: which message it is, with typed arguments. Only checks of what is said
//! read sentences; the page never does.

#![allow(dead_code, reason = "no check needs every argument of every message")]

use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Micros, Term};
use raft_sim::{Address, Time};

use super::sentence::{Argument, Sentence};

include!(concat!(env!("OUT_DIR"), "/statement.rs"));

impl Sentence {
    /// What it says.
    pub(crate) fn statement(&self) -> Statement<'_> {
        read(self.message().number(), self.arguments())
    }

    /// Visits every sentence in it.
    pub(crate) fn parts(&self, visit: &mut impl FnMut(&Self)) {
        for argument in self.arguments() {
            if let Argument::Sentence(part) = argument {
                visit(part);
                part.parts(visit);
            }
        }
    }
}

fn number(argument: &Argument) -> u64 {
    match *argument {
        Argument::Number(number) | Argument::WholeSeconds(number) => number,
        _ => unreachable!("{argument:?} is not a number"),
    }
}

fn term(argument: &Argument) -> Term {
    Term(number(argument))
}

fn index(argument: &Argument) -> LogIndex {
    LogIndex(number(argument))
}

fn address(argument: &Argument) -> Address {
    match *argument {
        Argument::Address(address) => address,
        _ => unreachable!("{argument:?} is not an address"),
    }
}

fn time(argument: &Argument) -> Time {
    match *argument {
        Argument::Time(at) => at,
        _ => unreachable!("{argument:?} is not a moment"),
    }
}

fn span(argument: &Argument) -> Micros {
    match *argument {
        Argument::Span(span) | Argument::Due(span) => span,
        _ => unreachable!("{argument:?} is not a span of time"),
    }
}

fn share(argument: &Argument) -> u16 {
    match *argument {
        Argument::Share(share) => share,
        _ => unreachable!("{argument:?} is not a share"),
    }
}

fn text(argument: &Argument) -> &str {
    match argument {
        Argument::Text(text) => text,
        _ => unreachable!("{argument:?} is not a text"),
    }
}

fn sentence(argument: &Argument) -> &Sentence {
    match argument {
        Argument::Sentence(sentence) => sentence,
        _ => unreachable!("{argument:?} is not a sentence"),
    }
}

fn addresses(argument: &Argument) -> &[Address] {
    match argument {
        Argument::Addresses(_, addresses) => addresses,
        _ => unreachable!("{argument:?} is not a list of addresses"),
    }
}

fn texts(argument: &Argument) -> &[Rc<str>] {
    match argument {
        Argument::Texts(_, texts) => texts,
        _ => unreachable!("{argument:?} is not a list of texts"),
    }
}

#[cfg(test)]
impl Sentence {
    /// The same message about something else: one argument is another node, another number or
    /// another text. As many sentences as there are such arguments.
    pub(crate) fn altered(&self) -> Vec<Self> {
        let arguments = self.arguments();
        let others = (0..arguments.len()).filter_map(|place| {
            let mut others = arguments.to_vec();
            others[place] = other(&arguments[place])?;
            Some(self.with_arguments(others))
        });
        others.collect()
    }
}

/// Something else of the same type; none where another one need not say something else.
#[cfg(test)]
fn other(argument: &Argument) -> Option<Argument> {
    use raft_sim::raft_core::NodeId;
    let next = |address: Address| match address {
        Address::Node(NodeId(0)) => Address::Node(NodeId(1)),
        Address::Node(_) => Address::Node(NodeId(0)),
        client @ Address::Client(_) => client,
    };
    Some(match argument {
        Argument::Address(address @ Address::Node(_)) => Argument::Address(next(*address)),
        Argument::Number(number) => Argument::Number(number + 1),
        Argument::Span(span) => Argument::Span(Micros(span.0 + 3_600_000_000)),
        Argument::Share(share) => Argument::Share(share + 1),
        Argument::Text(text) => Argument::Text(format!("{text}1").into()),
        Argument::Sentence(sentence) => Argument::Sentence(sentence.altered().pop()?),
        Argument::Addresses(join, addresses) => {
            Argument::Addresses(*join, addresses.iter().copied().map(next).collect())
        }
        _ => return None,
    })
}
