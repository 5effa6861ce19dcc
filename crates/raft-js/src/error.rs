//! Errors as JavaScript expects them: an `Error` with a `code` that stays the same.

use core::fmt::Display;

use raft_sim::ScriptError;
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
    /// No such branch.
    Branch,
    /// A text that is no script.
    Script,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::Options => "bad-options",
            Self::Run => "bad-run",
            Self::Command => "bad-command",
            Self::Time => "bad-time",
            Self::Branch => "no-such-branch",
            Self::Script => "bad-script",
        }
    }
}

/// The `Error` to throw.
pub(crate) fn failure(code: Code, sentence: &impl Display) -> JsValue {
    let error = js_sys::Error::new(&sentence.to_string());
    set(&error, "code", code.name());
    error.into()
}

/// The `Error` to throw for a text that is no script, with `line` and `column`, both from 1, and
/// the word that was meant, if there is one like it.
pub(crate) fn bad_script(mistake: &ScriptError) -> JsValue {
    let error = failure(Code::Script, mistake);
    let ScriptError { line, column, suggestion, .. } = mistake;
    set(&error, "line", *line);
    set(&error, "column", *column);
    if let Some(word) = suggestion {
        set(&error, "suggestion", word.as_str());
    }
    error
}

fn set(error: &JsValue, key: &str, value: impl Into<JsValue>) {
    // Setting a property of a fresh, extensible object cannot fail.
    let _ = js_sys::Reflect::set(error, &key.into(), &value.into());
}
