//! What can be expected of a run: how it is written.

use core::fmt;

use raft_core::{LogIndex, Term};

use super::act::operation;
use super::error::Trouble;
use super::print::{Names, Text};
use super::words::{Parsed, Words};
use crate::address::{Address, ClientId};
use crate::checks::Property;
use crate::kv::Operation;

/// Something that is so or not at an instant. Where nodes are listed it must be so of each of
/// them; if the list is empty, of all that run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// There is a leader: one of these, if any are named; in this term, or else the newest one.
    Leader(Vec<Address>, Option<Term>),
    /// Nobody leads.
    NoLeader,
    /// Exactly one node leads in this term.
    OneLeader(Term),
    /// These nodes are in this state.
    State(State, Vec<Address>),
    /// This is how the entry of an operation stands with these nodes.
    Entry(Standing, Operation, Vec<Address>),
    /// The state machines of these nodes hold this value for the key, or none.
    Value(String, Option<String>, Vec<Address>),
    /// This is what a client knows of its operation.
    Operation(ClientId, u64, Fate),
    /// These nodes are in this term.
    Term(Term, Vec<Address>),
    /// These nodes gave their vote of this term to this node, or to nobody.
    Vote(Option<Address>, Vec<Address>),
    /// The logs of these nodes, stopped ones included, hold entries of these terms; after a
    /// snapshot, those that follow it.
    Log(Vec<Term>, Vec<Address>),
    /// These nodes know entries to be committed up to this one.
    CommitIndex(LogIndex, Vec<Address>),
    /// The logs of these nodes begin with a snapshot (§7).
    Snapshot(Vec<Address>),
    /// These are the voters, as far as those nodes know, and no change is under way (§6).
    Members(Vec<Address>, Vec<Address>),
    /// As far as these nodes know a change of membership is under way (§6).
    Joint(Vec<Address>),
    /// This property does not hold.
    Violation(Property),
    /// This property holds, or all of them do.
    NoViolation(Option<Property>),
}

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It follows.
    Follower,
    /// It asks whether it could win an election.
    PreCandidate,
    /// It stands for election.
    Candidate,
    /// It runs, whatever its role.
    Running,
    /// It is held up.
    Paused,
    /// It does not run.
    Stopped,
}

/// How the entry of an operation stands with a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// The node knows it to be committed.
    Committed,
    /// It is in the node's log, and the node does not know it to be committed.
    Uncommitted,
    /// It is not in the node's log.
    Absent,
}

/// What a client knows of an operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It waits for an answer.
    Waiting,
    /// It took effect.
    Done,
    /// It never took effect and never will.
    Failed,
    /// It may have taken effect.
    Unknown,
    /// It read this value, or that there is none.
    Read(Option<String>),
}

const STATES: [(&str, State); 6] = [
    ("follower", State::Follower),
    ("pre-candidate", State::PreCandidate),
    ("candidate", State::Candidate),
    ("running", State::Running),
    ("paused", State::Paused),
    ("stopped", State::Stopped),
];

const STANDINGS: [(&str, Standing); 3] = [
    ("committed", Standing::Committed),
    ("uncommitted", Standing::Uncommitted),
    ("absent", Standing::Absent),
];

const WORDS: [&str; 21] = [
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
    "follower",
    "pre-candidate",
    "candidate",
    "running",
    "paused",
    "stopped",
    "committed",
    "uncommitted",
    "absent",
];

/// The word of a state.
pub(super) fn state_word(state: State) -> &'static str {
    STATES.iter().find(|(_, other)| *other == state).map_or("", |(word, _)| word)
}

/// Reads one expectation.
pub(super) fn read(words: &mut Words) -> Parsed<Expectation> {
    let first = words.peek();
    if let Some((_, state)) = STATES.iter().find(|(word, _)| *word == first) {
        words.word();
        return Ok(Expectation::State(*state, words.nodes()?));
    }
    if let Some((_, standing)) = STANDINGS.iter().find(|(word, _)| *word == first) {
        words.word();
        let place = words.place();
        let operation = operation(&words.text()?, place)?;
        return Ok(Expectation::Entry(*standing, operation, on(words)?));
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
        "value" => {
            let place = words.place();
            let text = words.text()?;
            match operation(&text, place)? {
                Operation::Set(key, value) if text.contains('=') => {
                    Expectation::Value(key, Some(value), on(words)?)
                }
                _ => return Err(Trouble::new(place, "write key and value as in x=8")),
            }
        }
        "term" => Expectation::Term(term(words)?, on(words)?),
        "vote" => {
            words.expect("for")?;
            Expectation::Vote(Some(words.node()?), on(words)?)
        }
        "log" => {
            let mut terms = Vec::new();
            if !words.accept("empty") {
                terms.push(term(words)?);
                while words.peek().starts_with(|first: char| first.is_ascii_digit()) {
                    terms.push(term(words)?);
                }
            }
            Expectation::Log(terms, on(words)?)
        }
        "commit-index" => {
            Expectation::CommitIndex(LogIndex(words.number(0, u64::MAX)?), on(words)?)
        }
        "snapshot" => Expectation::Snapshot(on(words)?),
        "members" => Expectation::Members(words.nodes()?, on(words)?),
        "joint" => {
            words.expect("members")?;
            Expectation::Joint(on(words)?)
        }
        _ => Expectation::Violation(property(words)?),
    })
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
    let is_name = |words: &Words| words.peek().starts_with(|first: char| first.is_uppercase());
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
    Ok(match words.one_of("such absence", &["leader", "violation", "value", "vote"])? {
        0 => Expectation::NoLeader,
        1 => {
            let ends = matches!(words.peek(), "" | "within");
            Expectation::NoViolation(if ends { None } else { Some(property(words)?) })
        }
        2 => {
            let place = words.place();
            match operation(&format!("get {}", words.text()?), place)? {
                Operation::Get(key) => Expectation::Value(key, None, on(words)?),
                _ => return Err(Trouble::new(place, "write a key such as x")),
            }
        }
        _ => Expectation::Vote(None, on(words)?),
    })
}

/// `X's operation 1 done`
fn of_client(words: &mut Words) -> Parsed<Expectation> {
    let place = words.place();
    let Address::Client(client) = words.end()? else {
        return Err(Trouble::new(place, "only clients have operations"));
    };
    words.expect("'s")?;
    words.expect("operation")?;
    let serial = words.number(1, u64::MAX)?;
    let fate = match words.one_of("fate", &["waiting", "done", "failed", "unknown", "read"])? {
        0 => Fate::Waiting,
        1 => Fate::Done,
        2 => Fate::Failed,
        3 => Fate::Unknown,
        _ if words.accept("nothing") => Fate::Read(None),
        _ => Fate::Read(Some(words.text()?)),
    };
    Ok(Expectation::Operation(client, serial, fate))
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nodes = match self {
            Self::Leader(nodes, term) => {
                f.write_str("leader")?;
                match &nodes[..] {
                    [] => {}
                    [node] => write!(f, " {node}")?,
                    nodes => write!(f, " in {}", Names(nodes))?,
                }
                return term.map_or(Ok(()), |term| write!(f, " in term {}", term.0));
            }
            Self::NoLeader => return f.write_str("no leader"),
            Self::OneLeader(term) => return write!(f, "one leader in term {}", term.0),
            Self::State(state, nodes) => {
                return write!(f, "{} {}", state_word(*state), Names(nodes));
            }
            Self::Operation(client, serial, fate) => {
                return write!(f, "{}'s operation {serial} {fate}", Address::Client(*client));
            }
            Self::Violation(property) => return write!(f, "violation {}", property.key()),
            Self::NoViolation(None) => return f.write_str("no violation"),
            Self::NoViolation(Some(property)) => {
                return write!(f, "no violation {}", property.key());
            }
            Self::Entry(standing, operation, nodes) => {
                let word = STANDINGS.iter().find(|(_, other)| other == standing);
                let word = word.map_or("", |(word, _)| word);
                write!(f, "{word} {}", Text(&operation.to_string()))?;
                nodes
            }
            Self::Value(key, Some(value), nodes) => {
                write!(f, "value {}", Text(&format!("{key}={value}")))?;
                nodes
            }
            Self::Value(key, None, nodes) => {
                write!(f, "no value {key}")?;
                nodes
            }
            Self::Term(term, nodes) => {
                write!(f, "term {}", term.0)?;
                nodes
            }
            Self::Vote(Some(node), nodes) => {
                write!(f, "vote for {node}")?;
                nodes
            }
            Self::Vote(None, nodes) => {
                f.write_str("no vote")?;
                nodes
            }
            Self::Log(terms, nodes) => {
                f.write_str("log")?;
                if terms.is_empty() {
                    f.write_str(" empty")?;
                }
                terms.iter().try_for_each(|term| write!(f, " {}", term.0))?;
                nodes
            }
            Self::CommitIndex(index, nodes) => {
                write!(f, "commit-index {}", index.0)?;
                nodes
            }
            Self::Snapshot(nodes) => {
                f.write_str("snapshot")?;
                nodes
            }
            Self::Members(voters, nodes) => {
                write!(f, "members {}", Names(voters))?;
                nodes
            }
            Self::Joint(nodes) => {
                f.write_str("joint members")?;
                nodes
            }
        };
        if nodes.is_empty() { Ok(()) } else { write!(f, " on {}", Names(nodes)) }
    }
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting => f.write_str("waiting"),
            Self::Done => f.write_str("done"),
            Self::Failed => f.write_str("failed"),
            Self::Unknown => f.write_str("unknown"),
            Self::Read(None) => f.write_str("read nothing"),
            Self::Read(Some(value)) if value == "nothing" => f.write_str("read \"nothing\""),
            Self::Read(Some(value)) => write!(f, "read {}", Text(value)),
        }
    }
}
