//! Where the user is in a story: what an address names, and what is remembered of the user's
//! progress.

use std::rc::Rc;

use crate::snapshot::Snapshot;
use crate::state::{StoryContent, TASK, TaskAttempt};

/// A beat of a story, or its task.
#[derive(Clone, Debug)]
pub struct StoryPlace {
    content: Rc<StoryContent>,
    /// The place of the beat; none at the task.
    beat: Option<usize>,
    is_end: bool,
    solved_with: Option<u32>,
}

impl StoryPlace {
    /// The shown beat, or the task.
    pub(super) fn of(snapshot: &Snapshot) -> Option<Self> {
        let story = snapshot.provenance.story.as_ref()?;
        if !story.is_at_task {
            let beat = story.beat().filter(|_| snapshot.is_told())?;
            if beat.at != snapshot.lane.now() {
                return None;
            }
        }
        let task = story.task.as_ref().filter(|_| story.is_at_task);
        Some(Self {
            content: Rc::clone(&story.content),
            beat: story.place(),
            is_end: story.is_at_end(),
            solved_with: task.and_then(TaskAttempt::solved_with),
        })
    }

    /// The name of the beat; `task` at the task.
    pub fn name(&self) -> &str {
        self.beat.map_or(TASK, |beat| &self.content.beats[beat].name)
    }

    /// The next story, if this is the end of the story: the path of its file in the folder of
    /// stories, without the ending. It is empty if the story names none.
    pub fn next(&self) -> Option<&str> {
        self.is_end.then(|| self.content.next.as_deref().unwrap_or_default())
    }

    /// How many acts solved the task without the solution being shown; none until then.
    pub fn solved_with(&self) -> Option<u32> {
        self.solved_with
    }
}

impl PartialEq for StoryPlace {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
            && (self.beat, self.is_end, self.solved_with)
                == (other.beat, other.is_end, other.solved_with)
    }
}
