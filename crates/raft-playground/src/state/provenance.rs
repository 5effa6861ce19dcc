//! What was opened: its title, and what it says at which moments.

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
    /// When it says what, in order.
    said: Rc<[(Time, Rc<str>)]>,
    /// Whether it is a story, which begins at its beginning; a moment that was shared does not.
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
    /// What the reader should know of it, such as an expectation that failed.
    pub complaint: Option<Sentence>,
}

impl Provenance {
    /// Where a run comes from that is about to be shown. What is said at one moment is one line.
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

    /// What stands below the sentence: what the story said last, or else its title.
    pub(crate) fn caption(&self, branch: BranchId, now: Time) -> Option<Rc<str>> {
        self.last_line(branch, now).or_else(|| self.title.clone())
    }

    /// What the story said last.
    pub(crate) fn last_line(&self, branch: BranchId, now: Time) -> Option<Rc<str>> {
        let said = self.said(branch);
        said.iter().rev().find(|(at, _)| *at <= now).map(|(_, text)| Rc::clone(text))
    }

    /// When the story says something next.
    pub(crate) fn next_line_at(&self, branch: BranchId, now: Time) -> Option<Time> {
        self.said(branch).iter().map(|(at, _)| *at).find(|at| *at > now)
    }

    /// What is said in a branch, and when. Acting starts a branch, which leaves the story.
    pub(crate) fn said(&self, branch: BranchId) -> Rc<[(Time, Rc<str>)]> {
        if branch == BranchId::default() { Rc::clone(&self.said) } else { Rc::default() }
    }
}
