//! Parses expectations.

use raft_core::{LogIndex, Term};

use super::error::ParseError;
use super::expectation::{ENTRY_STATES, Expectation, ExpectedStatus, STATES, Sameness};
use super::settings::rule;
use super::words::{Parsed, Words, operation};
use crate::address::Address;
use crate::checks::Property;
use crate::kv::Operation;

const WORDS: [&str; 25] = [
    "leader",
    "no",
    "one",
    "value",
    "term",
    "vote",
    "log",
    "commit-index",
    "snapshot",
    "members",
    "joint",
    "violation",
    "same",
    "refused",
    "either",
    "follower",
    "pre-candidate",
    "candidate",
    "running",
    "frozen",
    "paused",
    "stopped",
    "committed",
    "uncommitted",
    "absent",
];

/// Parses one expectation, or a choice of several.
pub(super) fn read(words: &mut Words) -> Parsed<Expectation> {
    if !words.accept("either") {
        return read_one(words);
    }
    let mut choices = vec![read_one(words)?];
    words.expect("or")?;
    loop {
        choices.push(read_one(words)?);
        if !words.accept("or") {
            return Ok(Expectation::Either(choices));
        }
    }
}

fn read_one(words: &mut Words) -> Parsed<Expectation> {
    let first = words.peek();
    if first == "never" || first == "either" {
        let message = match first {
            "never" => "`never` must directly follow `expect`",
            _ => "a choice cannot contain another choice",
        };
        return Err(ParseError::new(words.place(), message));
    }
    if let Some((_, state)) = STATES.iter().find(|(word, _)| *word == first) {
        words.word();
        return Ok(Expectation::State(*state, words.nodes()?));
    }
    if let Some((_, state)) = ENTRY_STATES.iter().find(|(word, _)| *word == first) {
        words.word();
        let place = words.place();
        let operation = operation(&words.text()?, place)?;
        return Ok(Expectation::Entry(*state, operation, on(words)?));
    }
    if first.ends_with("'s") || matches!(first.parse(), Ok(Address::Client(_))) {
        return of_client(words);
    }
    Ok(match WORDS[words.one_of("expectation", &WORDS)?] {
        "leader" => leader(words)?,
        "no" => absence(words)?,
        "one" => {
            ["leader", "in", "term"].into_iter().try_for_each(|word| words.expect(word))?;
            Expectation::OneLeader(term(words)?)
        }
        "value" => value(words)?,
        "term" => Expectation::Term(term(words)?, on(words)?),
        "vote" => {
            words.expect("for")?;
            Expectation::Vote(Some(words.node()?), on(words)?)
        }
        "log" => Expectation::Log(terms(words)?, on(words)?),
        "commit-index" => {
            Expectation::CommitIndex(LogIndex(words.number(0, u64::MAX)?), on(words)?)
        }
        "snapshot" => Expectation::Snapshot(on(words)?),
        "members" => {
            let voters = words.nodes()?;
            let learners = if words.accept("learners") { Some(words.nodes()?) } else { None };
            Expectation::Members(voters, learners, on(words)?)
        }
        "same" => match words.one_of("item to compare", &["log", "state"])? {
            0 => Expectation::Same(Sameness::Log, on(words)?),
            _ => Expectation::Same(Sameness::State, on(words)?),
        },
        "refused" => {
            let node = words.node()?;
            let by = if words.accept("by") { Some(rule(words)?) } else { None };
            Expectation::Refused(node, by)
        }
        "joint" => {
            words.expect("members")?;
            Expectation::Joint(on(words)?)
        }
        _ => Expectation::Violation(property(words)?),
    })
}

fn value(words: &mut Words) -> Parsed<Expectation> {
    let place = words.place();
    let text = words.text()?;
    match operation(&text, place)? {
        Operation::Set(key, value) if text.contains('=') => {
            Ok(Expectation::Value(key, Some(value), on(words)?))
        }
        _ => Err(ParseError::new(place, "expected a key and a value such as x=8")),
    }
}

fn terms(words: &mut Words) -> Parsed<Vec<Term>> {
    let mut terms = Vec::new();
    if !words.accept("empty") {
        terms.push(term(words)?);
        while words.peek().starts_with(|first: char| first.is_ascii_digit()) {
            terms.push(term(words)?);
        }
    }
    Ok(terms)
}

fn on(words: &mut Words) -> Parsed<Vec<Address>> {
    if words.accept("on") { words.nodes() } else { Ok(Vec::new()) }
}

fn term(words: &mut Words) -> Parsed<Term> {
    Ok(Term(words.number(0, u64::MAX)?))
}

fn property(words: &mut Words) -> Parsed<Property> {
    let names = Property::ALL.map(Property::key);
    Ok(Property::ALL[words.one_of("property", &names)?])
}

fn leader(words: &mut Words) -> Parsed<Expectation> {
    let is_name =
        |words: &Words| words.peek().starts_with(|first: char| first.is_ascii_uppercase());
    let mut nodes = if is_name(words) { vec![words.node()?] } else { Vec::new() };
    while words.accept("in") {
        if words.accept("term") {
            return Ok(Expectation::Leader(nodes, Some(term(words)?)));
        }
        if !nodes.is_empty() {
            return Err(words.wanted("`term`"));
        }
        nodes = words.list(Words::node)?;
    }
    Ok(Expectation::Leader(nodes, None))
}

fn absence(words: &mut Words) -> Parsed<Expectation> {
    Ok(match words.one_of("expectation after `no`", &["leader", "violation", "value", "vote"])? {
        0 if words.accept("in") => {
            words.expect("term")?;
            Expectation::NoLeader(Some(term(words)?))
        }
        0 => Expectation::NoLeader(None),
        1 => {
            let ends = matches!(words.peek(), "" | "within" | "or");
            Expectation::NoViolation(if ends { None } else { Some(property(words)?) })
        }
        2 => {
            let place = words.place();
            match operation(&format!("get {}", words.text()?), place)? {
                Operation::Get(key) => Expectation::Value(key, None, on(words)?),
                _ => return Err(ParseError::new(place, "expected a key such as x")),
            }
        }
        _ => Expectation::Vote(None, on(words)?),
    })
}

/// `X's operation 1 done`
fn of_client(words: &mut Words) -> Parsed<Expectation> {
    let place = words.place();
    let Address::Client(client) = words.end()? else {
        return Err(ParseError::new(place, "only clients have operations"));
    };
    words.expect("'s")?;
    words.expect("operation")?;
    let serial = words.number(1, u64::MAX)?;
    let expected =
        match words.one_of("status", &["waiting", "done", "failed", "unknown", "read"])? {
            0 => ExpectedStatus::Waiting,
            1 => ExpectedStatus::Done,
            2 => ExpectedStatus::Failed,
            3 => ExpectedStatus::Unknown,
            _ if words.accept("nothing") => ExpectedStatus::Read(None),
            _ => ExpectedStatus::Read(Some(words.text()?)),
        };
    Ok(Expectation::Operation(client, serial, expected))
}
