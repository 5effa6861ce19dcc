//! What can be expected of a run: how it is written.

use core::fmt;

use raft_core::{LogIndex, Term};

use super::print::{Names, Text};
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

/// The words of the states.
pub(super) const STATES: [(&str, State); 6] = [
    ("follower", State::Follower),
    ("pre-candidate", State::PreCandidate),
    ("candidate", State::Candidate),
    ("running", State::Running),
    ("paused", State::Paused),
    ("stopped", State::Stopped),
];

/// The words of the standings.
pub(super) const STANDINGS: [(&str, Standing); 3] = [
    ("committed", Standing::Committed),
    ("uncommitted", Standing::Uncommitted),
    ("absent", Standing::Absent),
];

/// The word of a state.
pub(super) fn state_word(state: State) -> &'static str {
    STATES.iter().find(|(_, other)| *other == state).map_or("", |(word, _)| word)
}

impl Expectation {
    /// The nodes that it names after `on` or a state; none, if it is about something else.
    pub(super) fn nodes(&self) -> &[Address] {
        match self {
            Self::State(_, nodes)
            | Self::Entry(_, _, nodes)
            | Self::Value(_, _, nodes)
            | Self::Term(_, nodes)
            | Self::Vote(_, nodes)
            | Self::Log(_, nodes)
            | Self::CommitIndex(_, nodes)
            | Self::Snapshot(nodes)
            | Self::Members(_, nodes)
            | Self::Joint(nodes) => nodes,
            Self::Leader(..)
            | Self::NoLeader
            | Self::OneLeader(_)
            | Self::Operation(..)
            | Self::Violation(_)
            | Self::NoViolation(_) => &[],
        }
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leader(nodes, term) => {
                f.write_str("leader")?;
                match &nodes[..] {
                    [] => {}
                    [node] => write!(f, " {node}")?,
                    nodes => write!(f, " in {}", Names(nodes))?,
                }
                term.map_or(Ok(()), |term| write!(f, " in term {}", term.0))
            }
            Self::NoLeader => f.write_str("no leader"),
            Self::OneLeader(term) => write!(f, "one leader in term {}", term.0),
            Self::State(state, nodes) => write!(f, "{} {}", state_word(*state), Names(nodes)),
            Self::Operation(client, serial, fate) => {
                write!(f, "{}'s operation {serial} {fate}", Address::Client(*client))
            }
            Self::Violation(property) => write!(f, "violation {}", property.key()),
            Self::NoViolation(None) => f.write_str("no violation"),
            Self::NoViolation(Some(property)) => write!(f, "no violation {}", property.key()),
            _ => {
                self.write_of_nodes(f)?;
                match self.nodes() {
                    [] => Ok(()),
                    nodes => write!(f, " on {}", Names(nodes)),
                }
            }
        }
    }
}

impl Expectation {
    /// What is so on nodes, without them.
    fn write_of_nodes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(standing, operation, _) => {
                let word = STANDINGS.iter().find(|(_, other)| other == standing);
                let word = word.map_or("", |(word, _)| word);
                write!(f, "{word} {}", Text(&operation.to_string()))
            }
            Self::Value(key, Some(value), _) => {
                write!(f, "value {}", Text(&format!("{key}={value}")))
            }
            Self::Value(key, None, _) => write!(f, "no value {key}"),
            Self::Term(term, _) => write!(f, "term {}", term.0),
            Self::Vote(Some(node), _) => write!(f, "vote for {node}"),
            Self::Vote(None, _) => f.write_str("no vote"),
            Self::Log(terms, _) if terms.is_empty() => f.write_str("log empty"),
            Self::Log(terms, _) => {
                f.write_str("log")?;
                terms.iter().try_for_each(|term| write!(f, " {}", term.0))
            }
            Self::CommitIndex(index, _) => write!(f, "commit-index {}", index.0),
            Self::Members(voters, _) => write!(f, "members {}", Names(voters)),
            Self::Joint(_) => f.write_str("joint members"),
            _ => f.write_str("snapshot"),
        }
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
