//! The origin of an opened run: its title, and its story.

use std::rc::Rc;

use raft_sim::History;
use raft_sim::history::Position;

use super::Story;
use crate::intent::Speed;
use crate::text::Sentence;

/// Where a run came from, if it was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Provenance {
    pub(crate) title: Option<Rc<str>>,
    /// Whether it began at its beginning, unlike a shared moment.
    pub(crate) is_story: bool,
    /// What it tells, if it tells anything.
    pub(crate) story: Option<Story>,
}

/// A run that can be shown.
#[derive(Debug)]
pub struct OpenedRun {
    pub(crate) history: History,
    pub(crate) moment: Position,
    pub(crate) title: Option<String>,
    pub(crate) story: Option<Story>,
    /// How fast it was shown; none for a story, which begins at its beginning.
    pub(crate) speed: Option<Speed>,
    /// A problem that the reader should know of, such as a failed expectation.
    pub complaint: Option<Sentence>,
}
