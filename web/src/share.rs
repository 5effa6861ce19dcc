//! The interface for the script `placeholder/share/share.js`, which handles links, files and
//! pictures in the browser and asks this module for their content.

use std::cell::RefCell;

use raft_playground::intent::Playback;
use raft_playground::share::{ImportJob, ImportProgress, ShareSnapshot, StoryPlace};
use wasm_bindgen::prelude::wasm_bindgen;
use yew::Callback;

use crate::message::Msg;
use crate::page;
use crate::text::words;

thread_local! {
    /// The visible state.
    static SHOWN: RefCell<Option<ShareSnapshot>> = const { RefCell::new(None) };
    /// The callback for opened runs.
    static DISPATCH: RefCell<Option<Callback<Msg>>> = const { RefCell::new(None) };
    static IMPORT_JOB: RefCell<Option<ImportJob>> = const { RefCell::new(None) };
}

/// From now on, the callback receives opened runs.
pub(crate) fn install(dispatch: &Callback<Msg>) {
    DISPATCH.set(Some(dispatch.clone()));
}

/// Stores the visible state, and reports it if the user has come to another place of a story.
pub(crate) fn remember(shown: ShareSnapshot) {
    let before = SHOWN.replace(None);
    let before = before.as_ref().and_then(ShareSnapshot::story_place);
    let is_reported = before == shown.story_place();
    SHOWN.set(Some(shown));
    if !is_reported {
        page::report("storychange");
    }
}

/// The visible state as a script; empty if there is none, or if it is being modified.
pub(crate) fn report() -> String {
    let shown = SHOWN.try_with(|shown| shown.try_borrow().ok()?.clone());
    shown.ok().flatten().map_or_else(String::new, |shown| shown.text(shown.title()))
}

/// Sends a message to the application.
fn dispatch(message: Msg) {
    DISPATCH.with_borrow(|dispatch| {
        if let Some(dispatch) = dispatch {
            dispatch.emit(message);
        }
    });
}

/// Pauses playback, so that the shared moment is the visible one.
#[wasm_bindgen]
pub fn hold() {
    dispatch(Msg::Do(Playback::Pause.into()));
}

/// Resumes playback.
#[wasm_bindgen]
pub fn play() {
    dispatch(Msg::Do(Playback::Play.into()));
}

/// Shows the user a sentence, until another run is opened.
#[wasm_bindgen]
pub fn notify(sentence: String) {
    dispatch(Msg::Notify(sentence.into()));
}

/// Shows the user why an action failed. The visible run continues.
#[wasm_bindgen]
pub fn refuse(sentence: String) {
    dispatch(Msg::Refuse);
    dispatch(Msg::Notify(sentence.into()));
}

/// The title of the visible run.
#[wasm_bindgen]
pub fn title() -> String {
    SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.title().into())).unwrap_or_default()
}

/// The visible run as a script with this title.
#[wasm_bindgen]
pub fn script(title: &str) -> String {
    SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.text(title))).unwrap_or_default()
}

/// The moment of the visible story in simulated microseconds; none if the run is no story, or if
/// the user has acted in it.
#[wasm_bindgen]
#[expect(clippy::cast_precision_loss, reason = "JavaScript has no other number")]
pub fn story_moment() -> Option<f64> {
    SHOWN.with_borrow(|shown| Some(shown.as_ref()?.story_moment()?.0 as f64))
}

/// The name of the shown beat of a story, `task` at its task; none between two beats.
#[wasm_bindgen]
pub fn story_beat() -> Option<String> {
    of_place(|place| Some(place.name().into()))
}

/// The path of the next story without its ending, at the end of a story; empty if there is none.
#[wasm_bindgen]
pub fn next_story() -> Option<String> {
    of_place(|place| place.next().map(Into::into))
}

/// How many acts solved the task of the story; none until then.
#[wasm_bindgen]
pub fn solved_with() -> Option<u32> {
    of_place(StoryPlace::solved_with)
}

fn of_place<T>(of: impl FnOnce(&StoryPlace) -> Option<T>) -> Option<T> {
    SHOWN.with_borrow(|shown| of(shown.as_ref()?.story_place()?))
}

/// Goes to a beat of the visible story, and pauses.
#[wasm_bindgen]
pub fn show_beat(name: String) {
    dispatch(Msg::ShowBeat(name));
}

/// Goes to a moment of the visible run, in simulated microseconds, and pauses.
#[wasm_bindgen]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from story_moment")]
pub fn show(at: f64) {
    hold();
    dispatch(Msg::Show { at_us: at as u64 });
}

/// Performs actions of the scenario language now. Returns an error message if the text has none.
#[wasm_bindgen]
pub fn command(actions: &str) -> Option<String> {
    let commands = SHOWN.with_borrow(|shown| Some(shown.as_ref()?.commands(actions)))?;
    match commands {
        Ok(commands) => {
            for command in commands {
                dispatch(Msg::Do(command.into()));
            }
            None
        }
        Err(sentence) => Some(words(&sentence).to_string()),
    }
}

/// Starts to open a script from a file of this name, or else from a link. A translation consists of
/// keys and texts: `key=text`, with a zero character between two of them. Returns an error message
/// if that is impossible.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "scripts can pass no reference to an option")]
pub fn start_import(
    text: &str,
    file: Option<String>,
    translation: Option<String>,
) -> Option<String> {
    let find = |key: &str| {
        let mut texts = translation.as_deref()?.split('\0');
        texts.find_map(|text| Some(text.strip_prefix(key)?.strip_prefix('=')?.to_owned()))
    };
    let find = translation.is_some().then_some(&find as _);
    match ImportJob::translated(text, file.as_deref(), find) {
        Ok(job) => {
            IMPORT_JOB.set(Some(job));
            None
        }
        Err(sentence) => Some(words(&sentence).to_string()),
    }
}

/// Continues to open a run; returns whether there is more to do.
#[wasm_bindgen]
pub fn continue_import() -> bool {
    match IMPORT_JOB.take().map(ImportJob::resume) {
        Some(ImportProgress::Going(job)) => IMPORT_JOB.set(Some(job)),
        Some(ImportProgress::Done(opened)) => {
            dispatch(Msg::Opened(opened));
            return false;
        }
        None => return false,
    }
    true
}

/// How many events happened before the visible moment.
#[wasm_bindgen]
#[expect(clippy::cast_precision_loss, reason = "JavaScript has no other number")]
pub fn events() -> f64 {
    SHOWN.with_borrow(|shown| shown.as_ref().map_or(0.0, |shown| shown.events() as f64))
}
