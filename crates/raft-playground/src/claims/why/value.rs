//! The compared values of an answer as plain values.

use raft_sim::raft_core::{LogPosition, NodeId};

use crate::text::{Sentence, Statement, Words};

/// A comparison as plain values.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// A number, a term, an index.
    Number(u64),
    /// A place in a log; none before its first entry.
    Position(u64, u64),
    /// How many of how many, for each group of voters.
    Groups(Vec<(u64, u64)>),
    /// The name of a node.
    Name(String),
    /// Several nodes.
    Nodes(Vec<NodeId>),
    /// There is none.
    Nothing,
    /// A span in microseconds.
    Span(u64),
    /// Words that say no value.
    Words,
}

pub(super) fn value(words: &Words) -> Value {
    match words {
        Words::Number(number) => Value::Number(*number),
        Words::Data(name) => Value::Name(name.to_string()),
        Words::Sentence(sentence) => value_of(sentence),
        Words::Time(_) => Value::Words,
    }
}

fn value_of(sentence: &Sentence) -> Value {
    match sentence.statement() {
        Statement::CountOfAll { count, all } => Value::Groups(vec![(count, all)]),
        Statement::ListAnd { list, item } => match (value_of(list), value_of(item)) {
            (Value::Groups(mut groups), Value::Groups(more)) => {
                groups.extend(more);
                Value::Groups(groups)
            }
            _ => Value::Words,
        },
        Statement::QuorumJoint { needed, old_voters, other_needed, voters } => Value::Groups(vec![
            (needed, old_voters.len() as u64),
            (other_needed, voters.len() as u64),
        ]),
        Statement::LogPosition { index, term } => Value::Position(term.0, index.0),
        Statement::LogPositionNone {} => Value::Position(0, 0),
        Statement::HereNone {} | Statement::HereNothing {} | Statement::HereNoEntry {} => {
            Value::Nothing
        }
        Statement::HereEntryOfTerm { term } => Value::Number(term.0),
        Statement::HereSpan { span } => Value::Span(span.0),
        Statement::HereNodes { voters } => {
            Value::Nodes(voters.iter().filter_map(|voter| voter.node()).collect())
        }
        _ => Value::Words,
    }
}

/// The value that is needed.
pub(super) fn limit(words: &Words) -> Value {
    let Words::Sentence(sentence) = words else { return value(words) };
    match sentence.statement() {
        Statement::NeedAtLeast { number } => Value::Number(number),
        Statement::NeedAtMostCommit { commit_index } => Value::Number(commit_index.0),
        Statement::NeedAtLeastOwn { term, .. } | Statement::NeedTermAt { term, .. } => {
            Value::Number(term.0)
        }
        Statement::NeedNotBefore { position } => value_of(position),
        Statement::NeedAny {} => Value::Position(0, 0),
        Statement::NeedTimer { span } => Value::Span(span.0),
        _ => value_of(sentence),
    }
}

pub(super) fn number(value: &Value) -> u64 {
    match value {
        Value::Number(number) | Value::Span(number) => *number,
        _ => 0,
    }
}

pub(super) fn position(at: LogPosition) -> Value {
    Value::Position(at.term.0, at.index.0)
}

pub(super) fn name(node: Option<NodeId>) -> Value {
    node.map_or(Value::Nothing, |node| Value::Name(raft_sim::Address::Node(node).to_string()))
}
