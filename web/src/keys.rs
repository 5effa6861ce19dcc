//! Keys that work wherever the focus is, as long as nobody types.

use raft_playground::Intent;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// What a key means.
pub(crate) enum Act {
    /// Something that the session does.
    Do(Intent),
    /// The next faster rate.
    Faster,
    /// The next slower rate.
    Slower,
    /// Open the help, or close it.
    Help,
}

/// What the key means, if it means something here. Then nobody else shall act on it.
pub(crate) fn act(event: &Event) -> Option<Act> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let taken = key.default_prevented() || key.ctrl_key() || key.meta_key() || key.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let at = |selector: &str| {
        target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some())
    };
    if taken || at("textarea, input:not([type=range])") {
        return None;
    }
    let act = match key.key().as_str() {
        " " if !at("button, [role=button], a") => Act::Do(Intent::TogglePlay),
        "ArrowRight" if !at("input") => Act::Do(Intent::Step),
        "r" | "R" => Act::Do(Intent::Reset),
        "+" | "=" => Act::Faster,
        "-" => Act::Slower,
        "?" => Act::Help,
        _ => return None,
    };
    event.prevent_default();
    Some(act)
}
