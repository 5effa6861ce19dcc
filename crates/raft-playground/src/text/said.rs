//! A sentence read again: which message it is, with typed arguments. Only checks of what is said
//! read sentences; the page never does.

#![allow(dead_code, reason = "no check needs every argument of every message")]

use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Micros, Term};
use raft_sim::{Address, Time};

use super::sentence::{Argument, Sentence};

include!(concat!(env!("OUT_DIR"), "/said.rs"));

impl Sentence {
    /// What it says.
    pub(crate) fn said(&self) -> Said<'_> {
        read(self.number(), self.argument_list())
    }

    /// Visits every sentence in it.
    pub(crate) fn parts(&self, visit: &mut impl FnMut(&Self)) {
        for argument in self.argument_list() {
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
