//! What makes a script a story: stops with a name, questions, and what they point at.

use core::fmt;

use raft_core::{LogIndex, Micros};

use super::command_kind::CommandKind;
use super::expectation::Expectation;
use super::{Act, Line, ScriptAction};
use crate::address::Address;
use crate::message_kind::MessageKind;

/// A stop of a story, after the acts of its step. The story continues when the reader wants it to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Beat {
    /// Its line.
    pub line: Line,
    /// Its name, in lower-case letters, digits and hyphens; unique in the script.
    pub name: String,
    /// What it says and expects: no commands, and at least one text.
    pub acts: Vec<Act>,
    /// What its text speaks of.
    pub points: Vec<PointTarget>,
    /// What the reader is encouraged to try here.
    pub invites: Vec<CommandKind>,
    /// What it asks.
    pub question: Option<Question>,
}

/// A question to the reader about what happens next.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Question {
    /// Its line.
    pub line: Line,
    /// The question.
    pub text: String,
    /// The possible answers: two to four. Exactly one is true in the story's own run.
    pub choices: Vec<Choice>,
    /// Why the true answer is true.
    pub because: String,
}

/// A possible answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The answer.
    pub label: ChoiceLabel,
    /// When it is true; if `None`, never.
    pub when: Option<Condition>,
}

/// How a possible answer is shown.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChoiceLabel {
    /// A text.
    Text(String),
    /// A node, to be chosen on the stage.
    Node(Address),
}

/// What must hold in the story's own run, from a beat on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    /// The expectation.
    pub expectation: Expectation,
    /// Whether the expectation must hold at no instant of the span.
    pub is_never: bool,
    /// The span after the beat, both ends included; if `None`, only the beat's own instant counts.
    pub within: Option<Micros>,
}

impl Condition {
    /// Whether it must be so during the whole span: it says `never`, or expects that there is no
    /// such thing. Otherwise one instant is enough.
    pub fn must_last(&self) -> bool {
        self.is_never || self.expectation.is_absence()
    }
}

/// What a text can point at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointTarget {
    /// A node or a client.
    End(Address),
    /// The text beside a node.
    Label(Address),
    /// The log of a node.
    Log(Address),
    /// An entry in the log of a node.
    Entry(LogIndex, Address),
    /// The election timer of a node.
    Timer(Address),
    /// The link between two ends.
    Link(Address, Address),
    /// The oldest message of a kind in transit from one end to another.
    Message(MessageKind, Address, Address),
    /// The drawn line of a partition.
    Partition,
    /// The time bar.
    TimeBar,
    /// The clock.
    Clock,
    /// The speed.
    Speed,
    /// The inspector.
    Inspector,
}

impl fmt::Display for PointTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::End(end) => write!(f, "{end}"),
            Self::Label(node) => write!(f, "label {node}"),
            Self::Log(node) => write!(f, "log {node}"),
            Self::Entry(index, node) => write!(f, "entry {} {node}", index.0),
            Self::Timer(node) => write!(f, "timer {node}"),
            Self::Link(from, to) => write!(f, "link {from}-{to}"),
            Self::Message(kind, from, to) => write!(f, "message {} {from}->{to}", kind.name()),
            Self::Partition => f.write_str("partition"),
            Self::TimeBar => f.write_str("time-bar"),
            Self::Clock => f.write_str("clock"),
            Self::Speed => f.write_str("speed"),
            Self::Inspector => f.write_str("inspector"),
        }
    }
}

impl Beat {
    /// What it says; several texts become one, with a space between them.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for act in &self.acts {
            if let ScriptAction::Say(sentence) = &act.action {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(sentence);
            }
        }
        text
    }
}
