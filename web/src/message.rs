//! What happens to the page: the one type by which everything below the root tells it.

use raft_playground::share::OpenedRun;
use raft_playground::text::Words;
use raft_playground::{Address, Intent};
use web_sys::Event;
use yew::events::SubmitEvent;

/// What happens to the root.
pub(crate) enum Msg {
    /// An animation frame came, at this time in milliseconds.
    Tick(f64),
    /// The user asked for something.
    Do(Intent),
    /// A key was pressed that means something everywhere.
    Press(Act),
    /// A form with a value was submitted: to this node, or by the client that knows the leader.
    Submit(SubmitEvent, Option<Address>),
    /// A pointer or the focus did something anywhere.
    Point(Event),
    /// A run was opened.
    Opened(Box<OpenedRun>),
    /// What was to be opened cannot be.
    Refuse,
    /// The reader is to know this.
    Notify(Words),
    /// The notices were read.
    Dismiss,
    /// Everything has its words now, not only the stage.
    WordsLoaded,
    /// The stage may have a new size.
    Resized,
    /// The tab was hidden or shown.
    VisibilityChanged,
}

/// What a key asks for.
pub(crate) enum Act {
    /// Something that the session does.
    Do(Intent),
    /// The next faster rate.
    Faster,
    /// The next slower rate.
    Slower,
    /// Hide all but stage, sentence and transport, or show it again.
    Present,
    /// Open the help, or close it.
    Help,
    /// Give up what a pointer has begun.
    LetGo,
}
