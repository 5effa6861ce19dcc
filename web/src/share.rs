//! The interface for the script `placeholder/share/share.js`, which handles links, files and
//! pictures in the browser and asks this module for their content.

use std::cell::RefCell;

use raft_playground::intent::Playback;
use raft_playground::share::{ImportJob, ImportProgress, ShareSnapshot, TraceExport, TraceFormat};
use wasm_bindgen::prelude::wasm_bindgen;
use yew::Callback;

use crate::message::Msg;
use crate::text::words;

thread_local! {
    /// The visible state.
    static SHOWN: RefCell<Option<ShareSnapshot>> = const { RefCell::new(None) };
    /// The callback for opened runs.
    static DISPATCH: RefCell<Option<Callback<Msg>>> = const { RefCell::new(None) };
    static IMPORT_JOB: RefCell<Option<ImportJob>> = const { RefCell::new(None) };
    static TRACE_EXPORT: RefCell<Option<TraceExport>> = const { RefCell::new(None) };
}

/// From now on, the callback receives opened runs.
pub(crate) fn install(dispatch: &Callback<Msg>) {
    DISPATCH.set(Some(dispatch.clone()));
}

/// Stores the visible state.
pub(crate) fn remember(shown: ShareSnapshot) {
    SHOWN.set(Some(shown));
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

/// Goes to a moment of the visible run, in simulated microseconds, and pauses.
#[wasm_bindgen]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from story_moment")]
pub fn show(at: f64) {
    hold();
    dispatch(Msg::Show { at_us: at as u64 });
}

/// Starts to open a script from a file of this name, or else from a link. Returns an error message
/// if that is impossible.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "scripts can pass no reference to an option")]
pub fn start_import(text: &str, file: Option<String>) -> Option<String> {
    match ImportJob::new(text, file.as_deref()) {
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

/// Starts to write the trace in a format: `ndjson`, `mermaid` or `shiviz`. Returns an error message
/// if that is impossible.
#[wasm_bindgen]
pub fn start_trace(form: &str) -> Option<String> {
    let form = match form {
        "mermaid" => TraceFormat::Mermaid,
        "shiviz" => TraceFormat::Shiviz,
        _ => TraceFormat::Ndjson,
    };
    let shown = SHOWN.with_borrow(Clone::clone)?;
    match TraceExport::new(&shown, form) {
        Ok(export) => {
            TRACE_EXPORT.set(Some(export));
            None
        }
        Err(sentence) => Some(words(&sentence).to_string()),
    }
}

/// The next piece of the trace; `None` after the last one.
#[wasm_bindgen]
pub fn next_trace_piece() -> Option<String> {
    let mut export = TRACE_EXPORT.take()?;
    let piece = export.next_piece();
    TRACE_EXPORT.set(Some(export));
    piece
}
