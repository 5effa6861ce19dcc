//! Errors for JavaScript: an `Error` with a stable `code`.

use core::fmt::Display;

use raft_sim::ScriptError;
use wasm_bindgen::JsValue;

/// The kind of an error.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Code {
    /// The options have the wrong form.
    Options,
    /// The run is impossible.
    Run,
    /// The command has the wrong form, or this cluster cannot carry it out.
    Command,
    /// The time is not a number, or out of range.
    Time,
    /// The branch does not exist.
    Branch,
    /// The text is not a valid script.
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

/// The `Error` to throw for an invalid script, with `line` and `column`, both from 1, and the
/// closest valid word, if there is one.
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
