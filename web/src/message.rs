//! The messages to the root component.

use raft_playground::share::OpenedRun;
use raft_playground::text::Words;
use raft_playground::{Address, Intent};
use web_sys::Event;
use yew::events::SubmitEvent;

/// A message to the root component.
pub(crate) enum Msg {
    /// An animation frame, with its time in milliseconds.
    Tick(f64),
    /// An intent of the user.
    Do(Intent),
    /// A key with a global meaning.
    Press(KeyAction),
    /// A form with a value was submitted: to this node, or by the client that knows the leader.
    Submit(SubmitEvent, Option<Address>),
    /// An event of a pointer or of the focus.
    Point(Event),
    /// A run was opened.
    Opened(Box<OpenedRun>),
    /// A moment of the run is to be shown.
    Show { at_us: u64 },
    /// A beat of the story is to be shown, by its name.
    ShowBeat(String),
    /// A run could not be opened.
    Refuse,
    /// A notice for the user.
    Notify(Words),
    /// The user dismissed the notices.
    Dismiss,
    /// All catalogues are loaded, not only that of the stage.
    WordsLoaded,
    /// The stage may have a new size.
    Resized,
    /// The tab was hidden or shown.
    VisibilityChanged,
}

/// The meaning of a key.
pub(crate) enum KeyAction {
    /// An intent for the session.
    Do(Intent),
    /// The next faster rate.
    Faster,
    /// The next slower rate.
    Slower,
    /// Toggles presentation mode.
    Present,
    /// Toggles the help.
    Help,
    /// Cancels the gesture in progress.
    CancelGesture,
}
