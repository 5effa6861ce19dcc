//! The origin of an opened run: its title, and its narration.

use std::rc::Rc;

use raft_sim::history::{BranchId, Position};
use raft_sim::script::NarrationLine;
use raft_sim::{History, Time};

use crate::intent::Speed;
use crate::text::Sentence;

/// Where a run came from, if it was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Provenance {
    pub(crate) title: Option<Rc<str>>,
    /// Its narration in order of time.
    said: Vec<(Time, Rc<str>)>,
    /// Whether it is a story, which begins at its beginning, unlike a shared moment.
    pub(crate) is_story: bool,
}

/// A run that can be shown.
#[derive(Debug)]
pub struct OpenedRun {
    pub(crate) history: History,
    pub(crate) moment: Position,
    pub(crate) title: Option<String>,
    pub(crate) said: Vec<NarrationLine>,
    /// How fast it was shown; none for a story, which begins at its beginning.
    pub(crate) speed: Option<Speed>,
    /// A problem that the reader should know of, such as a failed expectation.
    pub complaint: Option<Sentence>,
}

impl Provenance {
    /// The origin of a run that is about to be shown.
    pub(crate) fn of(opened: &mut OpenedRun) -> Self {
        let said = std::mem::take(&mut opened.said).into_iter();
        Self {
            title: opened.title.take().map(Into::into),
            said: said.map(|said| (said.at, said.text.into())).collect(),
            is_story: opened.speed.is_none(),
        }
    }

    /// The caption below the sentence: the story's last line, or else its title. Acting starts a
    /// branch, which leaves the story.
    pub(crate) fn caption(&self, branch: BranchId, now: Time) -> Option<Rc<str>> {
        let is_in_story = branch == BranchId::default();
        let last = self.said.iter().rev().find(|(at, _)| *at <= now).filter(|_| is_in_story);
        last.map(|(_, text)| text).or(self.title.as_ref()).map(Rc::clone)
    }
}
