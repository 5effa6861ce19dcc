//! From sentences to words.

use std::borrow::Cow;

use raft_sim::Address;
use raft_sim::raft_core::Micros;

use super::language::{Direction, Language};
use super::message::Message;
use super::sentence::{Argument, Join, Sentence};
use super::words::Words;

/// An argument as a catalogue gets it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// A text that stands where the message says.
    Text(Cow<'a, str>),
    /// A number, which also chooses between forms such as `1 vote` and `2 votes`. It is written
    /// with the digits 0 to 9 and without separators.
    Number(u64),
}

/// The words of a language.
pub trait Catalog {
    /// Which language it is.
    fn language(&self) -> Language;

    /// The words of one message with these arguments, in the alphabetical order of their names; its
    /// name if the catalogue does not have it.
    fn message(&self, message: Message, arguments: &[Value]) -> String;

    /// The words of a sentence.
    fn render(&self, sentence: &Sentence) -> String
    where
        Self: Sized,
    {
        render(self, sentence)
    }

    /// What is written in one place of a panel.
    fn write(&self, words: &Words) -> String
    where
        Self: Sized,
    {
        match words {
            Words::Data(data) => data.to_string(),
            Words::Number(number) => number.to_string(),
            Words::Time(at) => seconds(self, at.0),
            Words::Sentence(sentence) => render(self, sentence),
        }
    }
}

/// Puts what differs in direction from the text around it apart (Unicode's FSI and PDI).
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// The words of a sentence in the language of a catalogue.
fn render(catalog: &dyn Catalog, sentence: &Sentence) -> String {
    let arguments: Vec<_> =
        sentence.arguments().iter().map(|argument| value(catalog, argument)).collect();
    catalog.message(sentence.message(), &arguments)
}

fn value(catalog: &dyn Catalog, argument: &Argument) -> Value<'static> {
    Value::Text(Cow::Owned(match argument {
        Argument::Number(number) => return Value::Number(*number),
        Argument::Sentence(sentence) => render(catalog, sentence),
        Argument::Address(address) => apart(catalog, &address.to_string()),
        Argument::Text(text) => apart(catalog, text),
        Argument::Time(time) => seconds(catalog, time.0),
        Argument::WholeSeconds(seconds) => {
            with_unit(catalog, Message::TIME_SECONDS, seconds.to_string())
        }
        Argument::Span(Micros(micros @ 1_000_000..))
        | Argument::Due(Micros(micros @ 1_000_000..)) => seconds(catalog, *micros),
        Argument::Span(Micros(micros)) if *micros >= 10_000 || micros % 1000 == 0 => {
            with_unit(catalog, Message::SPAN_MILLISECONDS, (micros / 1000).to_string())
        }
        Argument::Span(Micros(micros)) | Argument::Due(Micros(micros)) => {
            let tenths = format!("{}.{}", micros / 1000, micros / 100 % 10);
            with_unit(catalog, Message::SPAN_MILLISECONDS, tenths)
        }
        Argument::Share(permille) => {
            let amount = match permille % 10 {
                0 => (permille / 10).to_string(),
                tenth => format!("{}.{tenth}", permille / 10),
            };
            with_unit(catalog, Message::SHARE_PERCENT, amount)
        }
        Argument::Addresses(Join::Comma, addresses) => {
            list(catalog, Join::Comma, &ranges(catalog, addresses))
        }
        Argument::Addresses(join, addresses) => {
            let names = addresses.iter().map(|address| apart(catalog, &address.to_string()));
            list(catalog, *join, &names.collect::<Vec<_>>())
        }
        Argument::Texts(join, texts) => {
            let texts = texts.iter().map(|text| apart(catalog, text));
            list(catalog, *join, &texts.collect::<Vec<_>>())
        }
    }))
}

/// In a text from right to left everything that is not its own stands apart. In one from left to
/// right only what people wrote in letters that may run the other way does.
fn apart(catalog: &dyn Catalog, text: &str) -> String {
    if catalog.language().direction() == Direction::LeftToRight && text.is_ascii() {
        return text.to_owned();
    }
    isolated(text)
}

/// A text whose direction is its own, within any other.
pub(crate) fn isolated(text: &str) -> String {
    let (start, end) = ISOLATE;
    format!("{start}{text}{end}")
}

fn seconds(catalog: &dyn Catalog, micros: u64) -> String {
    let amount = format!("{}.{:03}", micros / 1_000_000, micros / 1000 % 1000);
    with_unit(catalog, Message::TIME_SECONDS, amount)
}

fn with_unit(catalog: &dyn Catalog, message: Message, amount: String) -> String {
    catalog.message(message, &[Value::Text(amount.into())])
}

/// `A, B and C`; empty if there is nothing.
fn list(catalog: &dyn Catalog, join: Join, items: &[String]) -> String {
    let Some((first, rest)) = items.split_first() else { return String::new() };
    let mut list = first.clone();
    for (place, item) in rest.iter().enumerate() {
        let message = match join {
            Join::And if place + 1 == rest.len() => Message::LIST_AND,
            Join::Or if place + 1 == rest.len() => Message::LIST_OR,
            _ => Message::LIST_COMMA,
        };
        let text = |text: &str| Value::Text(text.to_owned().into());
        list = catalog.message(message, &[text(item), text(&list)]);
    }
    list
}

/// Names, of which three or more that follow each other are one: `A–C`, `E`.
fn ranges(catalog: &dyn Catalog, addresses: &[Address]) -> Vec<String> {
    let name = |address: &Address| apart(catalog, &address.to_string());
    let follows = |one: &Address, next: &Address| {
        one.node().zip(next.node()).is_some_and(|(one, next)| one.0 + 1 == next.0)
    };
    let mut ranges = Vec::new();
    for run in addresses.chunk_by(follows) {
        match run {
            [first, _, .., last] => {
                let text = |address: &Address| Value::Text(name(address).into());
                ranges.push(catalog.message(Message::LIST_RANGE, &[text(first), text(last)]));
            }
            few => ranges.extend(few.iter().map(name)),
        }
    }
    ranges
}
