//! Mistakes as JavaScript expects them: an `Error` with a `code` that stays the same.

use core::fmt::Display;

use wasm_bindgen::JsValue;

/// What kind of mistake it was.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Code {
    /// Options of another form.
    Options,
    /// A run that cannot be.
    Run,
    /// A command of another form, or one that this cluster cannot carry out.
    Command,
    /// A time that is no number or out of range.
    Time,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::Options => "bad-options",
            Self::Run => "bad-run",
            Self::Command => "bad-command",
            Self::Time => "bad-time",
        }
    }
}

/// The `Error` to throw.
pub(crate) fn failure(code: Code, sentence: &impl Display) -> JsValue {
    let error = js_sys::Error::new(&sentence.to_string());
    // Setting a property of a fresh, extensible object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.name().into());
    error.into()
}
