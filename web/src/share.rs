//! What the script `still/share.js` calls: it does for links, files and pictures what only a
//! browser can, and asks here for what they say.

use std::cell::RefCell;

use raft_playground::intent::Playback;
use raft_playground::share::{Form, ImportJob, Progress, ShareSnapshot, TraceExport};
use wasm_bindgen::prelude::wasm_bindgen;
use yew::Callback;

use crate::message::Msg;
use crate::text::words;

thread_local! {
    /// What is on screen.
    static SHOWN: RefCell<Option<ShareSnapshot>> = const { RefCell::new(None) };
    /// Whom to tell what was opened.
    static TELL: RefCell<Option<Callback<Msg>>> = const { RefCell::new(None) };
    static OPENING: RefCell<Option<ImportJob>> = const { RefCell::new(None) };
    static TRACING: RefCell<Option<TraceExport>> = const { RefCell::new(None) };
}

/// From now on, what is opened is told to the application.
pub(crate) fn install(tell: &Callback<Msg>) {
    TELL.set(Some(tell.clone()));
}

/// Keeps what is on screen now.
pub(crate) fn remember(shown: ShareSnapshot) {
    SHOWN.set(Some(shown));
}

/// What is on screen as a script; empty if nothing is, or if that is what broke.
pub(crate) fn report() -> String {
    let shown = SHOWN.try_with(|shown| shown.try_borrow().ok()?.clone());
    shown.ok().flatten().map_or_else(String::new, |shown| shown.text(shown.title()))
}

/// Tells the application.
fn tell(message: Msg) {
    TELL.with_borrow(|tell| {
        if let Some(tell) = tell {
            tell.emit(message);
        }
    });
}

/// Lets time stand still, so that what is shared is what one sees.
#[wasm_bindgen]
pub fn hold() {
    tell(Msg::Do(Playback::Pause.into()));
}

/// Lets time go on.
#[wasm_bindgen]
pub fn play() {
    tell(Msg::Do(Playback::Play.into()));
}

/// Tells the reader something in one sentence, until something else is opened.
#[wasm_bindgen]
pub fn notify(sentence: String) {
    tell(Msg::Notify(sentence.into()));
}

/// Tells the reader why something was not done, in one sentence. What is on screen goes on.
#[wasm_bindgen]
pub fn refuse(sentence: String) {
    tell(Msg::Refuse);
    tell(Msg::Notify(sentence.into()));
}

/// The title of what is on screen.
#[wasm_bindgen]
pub fn title() -> String {
    SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.title().into())).unwrap_or_default()
}

/// What is on screen as a script under this title.
#[wasm_bindgen]
pub fn script(title: &str) -> String {
    SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.text(title))).unwrap_or_default()
}

/// Begins to open a script that came from a file of this name, or else from a link. Says why not,
/// if it cannot be.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "scripts can pass no reference to an option")]
pub fn start_import(text: &str, file: Option<String>) -> Option<String> {
    match ImportJob::new(text, file.as_deref()) {
        Ok(opening) => {
            OPENING.set(Some(opening));
            None
        }
        Err(sentence) => Some(words(&sentence).to_string()),
    }
}

/// Opens a little more; says whether there is more to do.
#[wasm_bindgen]
pub fn continue_import() -> bool {
    match OPENING.take().map(ImportJob::resume) {
        Some(Progress::Going(opening)) => OPENING.set(Some(opening)),
        Some(Progress::Done(opened)) => {
            tell(Msg::Opened(opened));
            return false;
        }
        None => return false,
    }
    true
}

/// Begins to write the trace in a form: `ndjson`, `mermaid` or `shiviz`. Says why not, if there can
/// be none.
#[wasm_bindgen]
pub fn start_trace(form: &str) -> Option<String> {
    let form = match form {
        "mermaid" => Form::Mermaid,
        "shiviz" => Form::Shiviz,
        _ => Form::Ndjson,
    };
    let shown = SHOWN.with_borrow(Clone::clone)?;
    match TraceExport::new(&shown, form) {
        Ok(tracing) => {
            TRACING.set(Some(tracing));
            None
        }
        Err(sentence) => Some(words(&sentence).to_string()),
    }
}

/// The next piece of the trace; none after the last one.
#[wasm_bindgen]
pub fn next_trace_piece() -> Option<String> {
    let mut tracing = TRACING.take()?;
    let piece = tracing.next_piece();
    TRACING.set(Some(tracing));
    piece
}
