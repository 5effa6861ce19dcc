//! A story as it is shown: where the reader is, what can be done, and what the text speaks of.

use std::rc::Rc;

use raft_sim::Address;

use crate::intent::Story;
use crate::layout::{Point, Rect, Segment};
use crate::table::table;
use crate::text::{Sentence, Words};

/// A story, at a beat or between two of them.
#[derive(Clone, PartialEq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether a button is shown")]
pub struct StoryView {
    /// Its title.
    pub title: Option<Rc<str>>,
    /// The names of its beats, for the address.
    pub beats: Vec<Rc<str>>,
    /// The shown beat; none before the first one and at the task.
    pub place: Option<usize>,
    /// Whether it is told now: the reader has not left it by acting.
    pub is_told: bool,
    /// How many properties are violated of which the story tells itself.
    pub told_violations: usize,
    /// Whether `Back` does something.
    pub has_back: bool,
    /// Whether `Continue` does something.
    pub has_more: bool,
    /// Whether it has a task.
    pub has_task: bool,
    /// The file of the next story, if this one is at its end.
    pub next: Option<Rc<str>>,
    /// How much was skipped since the beat before.
    pub later: Option<Sentence>,
    /// What the reader is encouraged to try.
    pub invitation: Option<Sentence>,
    /// What the text speaks of.
    pub spotlights: Vec<Spotlight>,
    /// The question of the beat.
    pub question: Option<QuestionView>,
    /// The task, if the reader is at it.
    pub task: Option<TaskView>,
}

/// Something that the text speaks of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Spotlight {
    /// A circle on the stage.
    Circle(Point, f64),
    /// A box on the stage.
    Box(Rect),
    /// A line on the stage.
    Line(Segment),
    /// A control of the page.
    Control(Control),
}

table! {
    /// A control of the page at which a story can point.
    pub enum Control {
        /// The time bar.
        TimeBar => "time-bar",
        /// The clock.
        Clock => "clock",
        /// The speed.
        Speed => "speed",
        /// The button of the inspector.
        Inspector => "inspector",
    }
    /// Its name for the style sheet.
    pub fn name(self) -> &'static str;
}

/// A question to the reader.
#[derive(Clone, PartialEq, Debug)]
pub struct QuestionView {
    /// The question.
    pub text: Rc<str>,
    /// The possible answers.
    pub choices: Vec<ChoiceView>,
    /// Why the true answer is true; none until the reader has chosen.
    pub because: Option<Rc<str>>,
}

/// A possible answer.
#[derive(Clone, PartialEq, Debug)]
pub struct ChoiceView {
    /// The answer.
    pub text: Words,
    /// The node that it is, if it is one.
    pub node: Option<Address>,
    /// What became of it.
    pub state: ChoiceState,
}

table! {
    /// What became of a possible answer.
    pub enum ChoiceState {
        /// The reader has not answered.
        Open => "open",
        /// It is true.
        Right => "right",
        /// The reader chose it, and it is not true.
        Wrong => "wrong",
        /// It is not true.
        Other => "other",
    }
    /// Its name for the style sheet.
    pub fn name(self) -> &'static str;
}

/// A task.
#[derive(Clone, PartialEq, Debug)]
pub struct TaskView {
    /// What the reader is to do.
    pub text: Rc<str>,
    /// Each goal, and whether it is reached.
    pub goals: Vec<(Sentence, bool)>,
    /// The hints that are shown.
    pub hints: Vec<Rc<str>>,
    /// The question whether to show the solution, if it is asked.
    pub question: Option<Sentence>,
    /// The state in a sentence: solved, something not allowed, or how many acts so far; none at the
    /// beginning.
    pub status: Option<Sentence>,
    /// How many acts solved it without the solution being shown; none until then.
    pub solved_with: Option<u32>,
    /// What the reader can do besides acting.
    pub actions: Vec<(Sentence, Story)>,
}
