//! The result of a script's run.

use core::fmt;

use serde::{Serialize, Serializer};

use super::command_kind::CommandKind;
use super::story::{Beat, ChoiceLabel, PointTarget};
use super::{Line, Question};
use crate::checks::Violation;
use crate::run::Run;
use crate::time::Time;

/// A sentence shown to the reader.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NarrationLine {
    /// The line in the script.
    pub line: Line,
    /// When it was shown.
    pub at: Time,
    /// The sentence.
    pub text: String,
}

/// An expectation that failed, or a question without exactly one true choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
    /// The line in the script.
    pub line: Line,
    /// When it failed.
    pub at: Time,
    /// The expectation, and what holds instead.
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line: Line(line), at, message } = self;
        write!(f, "line {line}: {message} (at {at})")
    }
}

/// The result of a script's run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Report {
    /// The narration, including that of beats.
    pub said: Vec<NarrationLine>,
    /// The beats that were reached, in order.
    pub beats: Vec<BeatReached>,
    /// The expectations that failed, and then the questions without exactly one true choice.
    pub failures: Vec<Failure>,
    /// All violations, oldest first.
    pub violations: Vec<Violation>,
    /// The run as scenario, seed and timed commands: played until `end`, it gives the same records.
    pub run: Run,
    /// When the script ended; its task begins then.
    pub end: Time,
}

/// A beat that was reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct BeatReached {
    /// The line in the script.
    pub line: Line,
    /// When it was reached.
    pub at: Time,
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// What its text speaks of, as scripts write it.
    #[serde(serialize_with = "as_texts")]
    pub points: Vec<PointTarget>,
    /// What the reader is encouraged to try here.
    #[serde(serialize_with = "as_texts")]
    pub invites: Vec<CommandKind>,
    /// What it asks.
    pub question: Option<AskedQuestion>,
}

/// A question, and which of its choices are true in the story's own run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AskedQuestion {
    /// The line in the script.
    pub line: Line,
    /// The question.
    pub text: String,
    /// The possible answers. If the script has no failure, exactly one is true.
    pub choices: Vec<AskedChoice>,
    /// Why the true answer is true.
    pub because: String,
}

/// A possible answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AskedChoice {
    /// The answer.
    pub label: ChoiceLabel,
    /// Whether it is true. During a run, as far as the run has come.
    pub is_true: bool,
}

impl BeatReached {
    /// A beat that is reached now. No choice of its question has been judged.
    pub(super) fn new(beat: &Beat, at: Time) -> Self {
        let Beat { line, name, points, invites, question, .. } = beat;
        Self {
            line: *line,
            at,
            name: name.clone(),
            text: beat.text(),
            points: points.clone(),
            invites: invites.clone(),
            question: question.as_ref().map(AskedQuestion::new),
        }
    }
}

impl AskedQuestion {
    fn new(question: &Question) -> Self {
        let Question { line, text, choices, because } = question;
        let asked = choices
            .iter()
            .map(|choice| AskedChoice { label: choice.label.clone(), is_true: false });
        Self { line: *line, text: text.clone(), choices: asked.collect(), because: because.clone() }
    }
}

/// Writes each item as scripts do.
fn as_texts<S: Serializer>(items: &[impl fmt::Display], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(items.iter().map(ToString::to_string))
}
