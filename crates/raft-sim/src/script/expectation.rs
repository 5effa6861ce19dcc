//! Expectations about a run, and how they are written.

use core::fmt;

use raft_core::{LogIndex, Rule, Term};

use super::literals::text;
use crate::address::{Address, ClientId};
use crate::checks::Property;
use crate::kv::Operation;
use crate::notation::names;

/// A condition that holds or does not hold at an instant. If it lists nodes, it must hold for each
/// of them; if the list is empty, for all running nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// There is a leader: one of these nodes, if the list is not empty; in this term, or else in
    /// the newest.
    Leader(Vec<Address>, Option<Term>),
    /// No node leads: in this term, or else in any.
    NoLeader(Option<Term>),
    /// Exactly one node leads in this term.
    OneLeader(Term),
    /// These nodes are in this state.
    State(State, Vec<Address>),
    /// The entry of an operation has this state at these nodes.
    Entry(EntryState, Operation, Vec<Address>),
    /// The state machines of these nodes have this value for the key; `None` means no value.
    Value(String, Option<String>, Vec<Address>),
    /// A client knows this about its operation.
    Operation(ClientId, u64, ExpectedStatus),
    /// These nodes are in this term.
    Term(Term, Vec<Address>),
    /// These nodes voted for this node in their term, or for no node.
    Vote(Option<Address>, Vec<Address>),
    /// The logs of these nodes, including stopped ones, contain entries of these terms; after a
    /// snapshot, the entries that follow it.
    Log(Vec<Term>, Vec<Address>),
    /// These nodes have this commit index.
    CommitIndex(LogIndex, Vec<Address>),
    /// The logs of these nodes start with a snapshot (§7).
    Snapshot(Vec<Address>),
    /// According to the listed nodes, these are the voters, and the learners if given, and no
    /// change is in progress (§6).
    Members(Vec<Address>, Option<Vec<Address>>, Vec<Address>),
    /// According to these nodes, a membership change is in progress (§6).
    Joint(Vec<Address>),
    /// The logs of these nodes, including stopped ones, contain the same entries, as far back as
    /// all of them go; or their state machines contain the same values.
    Same(Sameness, Vec<Address>),
    /// This node refused the last request of an administrator, because of this rule if one is
    /// given.
    Refused(Address, Option<Rule>),
    /// One of these holds. None of them is itself such a choice.
    Either(Vec<Expectation>),
    /// This property is violated.
    Violation(Property),
    /// This property is not violated; `None` means no property is.
    NoViolation(Option<Property>),
}

/// The state of a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is a follower.
    Follower,
    /// It runs a pre-vote.
    PreCandidate,
    /// It is a candidate.
    Candidate,
    /// It runs, in any role.
    Running,
    /// It is frozen.
    Frozen,
    /// It is stopped.
    Stopped,
}

/// The state of an operation's entry at a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryState {
    /// The node knows it to be committed.
    Committed,
    /// It is in the node's log, and the node does not know it to be committed.
    Uncommitted,
    /// It is not in the node's log.
    Absent,
}

/// What several nodes have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sameness {
    /// Their logs.
    Log,
    /// Their state machines.
    State,
}

/// What a client knows about an operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExpectedStatus {
    /// It waits for an answer.
    Waiting,
    /// It took effect.
    Done,
    /// It never took effect and never will.
    Failed,
    /// It may have taken effect.
    Unknown,
    /// It read this value; `None` means no value.
    Read(Option<String>),
}

/// The names of the states.
pub(super) const STATES: [(&str, State); 7] = [
    ("follower", State::Follower),
    ("pre-candidate", State::PreCandidate),
    ("candidate", State::Candidate),
    ("running", State::Running),
    ("frozen", State::Frozen),
    // The spelling of an earlier version.
    ("paused", State::Frozen),
    ("stopped", State::Stopped),
];

/// The names of the states of an entry.
pub(super) const ENTRY_STATES: [(&str, EntryState); 3] = [
    ("committed", EntryState::Committed),
    ("uncommitted", EntryState::Uncommitted),
    ("absent", EntryState::Absent),
];

/// The name of a state.
pub(super) fn state_word(state: State) -> &'static str {
    STATES.iter().find(|(_, other)| *other == state).map_or("", |(word, _)| word)
}

impl Expectation {
    /// The nodes that it lists; empty if it is about something else.
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
            | Self::Members(_, _, nodes)
            | Self::Same(_, nodes)
            | Self::Joint(nodes) => nodes,
            Self::Leader(..)
            | Self::NoLeader(_)
            | Self::OneLeader(_)
            | Self::Operation(..)
            | Self::Refused(..)
            | Self::Either(_)
            | Self::Violation(_)
            | Self::NoViolation(_) => &[],
        }
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Expectation {
    /// Whether it expects a violation.
    pub(super) fn wants_violation(&self) -> bool {
        match self {
            Self::Violation(_) => true,
            Self::Either(choices) => choices.iter().any(Self::wants_violation),
            _ => false,
        }
    }

    /// Whether it expects that there is no such thing: it begins with `no`.
    pub(super) fn is_absence(&self) -> bool {
        matches!(
            self,
            Self::NoLeader(_)
                | Self::NoViolation(_)
                | Self::Value(_, None, _)
                | Self::Vote(None, _)
        )
    }

    /// The expectation as scripts write it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Leader(nodes, term) => {
                let nodes = match &nodes[..] {
                    [] => String::new(),
                    [node] => format!(" {node}"),
                    nodes => format!(" in {}", names(nodes)),
                };
                let term = term.map(|term| format!(" in term {}", term.0));
                format!("leader{nodes}{}", term.unwrap_or_default())
            }
            Self::NoLeader(None) => "no leader".into(),
            Self::NoLeader(Some(term)) => format!("no leader in term {}", term.0),
            Self::OneLeader(term) => format!("one leader in term {}", term.0),
            Self::State(state, nodes) => format!("{} {}", state_word(*state), names(nodes)),
            Self::Operation(client, serial, expected) => {
                format!("{}'s operation {serial} {}", Address::Client(*client), expected.text())
            }
            Self::Refused(node, rule) => {
                let rule = rule.map(|rule| format!(" by {rule}"));
                format!("refused {node}{}", rule.unwrap_or_default())
            }
            Self::Either(choices) => {
                let choices: Vec<String> = choices.iter().map(Self::text).collect();
                format!("either {}", choices.join(" or "))
            }
            Self::Violation(property) => format!("violation {}", property.key()),
            Self::NoViolation(None) => "no violation".into(),
            Self::NoViolation(Some(property)) => format!("no violation {}", property.key()),
            _ => match self.nodes() {
                [] => self.text_of_nodes(),
                nodes => format!("{} on {}", self.text_of_nodes(), names(nodes)),
            },
        }
    }

    /// The part of the text before the nodes.
    fn text_of_nodes(&self) -> String {
        match self {
            Self::Entry(state, operation, _) => {
                let word = ENTRY_STATES.iter().find(|(_, other)| other == state);
                let word = word.map_or("", |(word, _)| word);
                format!("{word} {}", text(&operation.to_string()))
            }
            Self::Value(key, Some(value), _) => {
                format!("value {}", text(&format!("{key}={value}")))
            }
            Self::Value(key, None, _) => format!("no value {key}"),
            Self::Term(term, _) => format!("term {}", term.0),
            Self::Vote(Some(node), _) => format!("vote for {node}"),
            Self::Vote(None, _) => "no vote".into(),
            Self::Log(terms, _) if terms.is_empty() => "log empty".into(),
            Self::Log(terms, _) => {
                terms.iter().fold("log".into(), |log, term| format!("{log} {}", term.0))
            }
            Self::CommitIndex(index, _) => format!("commit-index {}", index.0),
            Self::Members(voters, learners, _) => {
                let learners = learners.as_ref().map(|learners| names(learners));
                let learners = learners.map(|learners| format!(" learners {learners}"));
                format!("members {}{}", names(voters), learners.unwrap_or_default())
            }
            Self::Same(Sameness::Log, _) => "same log".into(),
            Self::Same(Sameness::State, _) => "same state".into(),
            Self::Joint(_) => "joint members".into(),
            _ => "snapshot".into(),
        }
    }
}

impl ExpectedStatus {
    /// The status as scripts write it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Waiting => "waiting".into(),
            Self::Done => "done".into(),
            Self::Failed => "failed".into(),
            Self::Unknown => "unknown".into(),
            Self::Read(None) => "read nothing".into(),
            Self::Read(Some(value)) if value == "nothing" => "read \"nothing\"".into(),
            Self::Read(Some(value)) => format!("read {}", text(value)),
        }
    }
}
