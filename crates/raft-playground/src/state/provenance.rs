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
    /// Its lines in order of time, one for each moment.
    said: Rc<[(Time, Rc<str>)]>,
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
    /// The origin of a run that is about to be shown. Texts of the same moment become one line.
    pub(crate) fn of(opened: &mut OpenedRun) -> Self {
        let all = std::mem::take(&mut opened.said);
        let line = |said: &[NarrationLine]| {
            let texts: Vec<&str> = said.iter().map(|said| &*said.text).collect();
            (said[0].at, texts.join(" ").into())
        };
        Self {
            title: opened.title.take().map(Into::into),
            said: all.chunk_by(|one, other| one.at == other.at).map(line).collect(),
            is_story: opened.speed.is_none(),
        }
    }

    /// The caption below the sentence: the story's last line, or else its title.
    pub(crate) fn caption(&self, branch: BranchId, now: Time) -> Option<Rc<str>> {
        self.last_line(branch, now).or_else(|| self.title.clone())
    }

    /// The story's last line.
    pub(crate) fn last_line(&self, branch: BranchId, now: Time) -> Option<Rc<str>> {
        let said = self.said(branch);
        said.iter().rev().find(|(at, _)| *at <= now).map(|(_, text)| Rc::clone(text))
    }

    /// The moment of the next line of the story.
    pub(crate) fn next_line_at(&self, branch: BranchId, now: Time) -> Option<Time> {
        self.said(branch).iter().map(|(at, _)| *at).find(|at| *at > now)
    }

    /// The lines of a branch. Acting starts a branch, which leaves the story.
    pub(crate) fn said(&self, branch: BranchId) -> Rc<[(Time, Rc<str>)]> {
        if branch == BranchId::default() { Rc::clone(&self.said) } else { Rc::default() }
    }
}
