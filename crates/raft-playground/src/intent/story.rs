//! Going through a story, answering its questions, and solving its task.

/// What a reader can do with a story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Story {
    /// Play on to the next beat, or go there at once if the story is already playing to it. After
    /// the last beat, begin the task.
    Continue,
    /// Go back to the beat before. Between two beats, to the first of the two.
    Back,
    /// Go to a beat, from 0; to the task if there is no such beat.
    GoTo(usize),
    /// After acting, go back to the beat that was left.
    Return,
    /// Answer the question of the beat with one of its choices, from 0.
    Choose(usize),
    /// Begin the task again.
    StartOver,
    /// Take back the last act in the task.
    UndoAct,
    /// Show the next hint.
    Hint,
    /// Ask whether the solution is to be shown, or no longer ask.
    AskForSolution(bool),
    /// Show the solution. The task does not count as solved then.
    ShowSolution,
}
