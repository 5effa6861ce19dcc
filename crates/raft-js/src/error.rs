//! Errors for JavaScript: an `Error` with a stable `code`.

use core::fmt::Display;

use raft_sim::ScriptError;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

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
    /// The script has no task, or does not reach its beginning.
    Task,
    /// The text is not a solution of the task.
    Solution,
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
            Self::Task => "bad-task",
            Self::Solution => "bad-solution",
        }
    }
}

/// What an `Error` has besides its sentence.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
}

/// The `Error` to throw.
pub(crate) fn failure(code: Code, sentence: &impl Display) -> JsValue {
    detailed(sentence, &Details { code: code.name(), line: None, column: None, suggestion: None })
}

/// The `Error` to throw for an invalid script, with `line` and `column`, both from 1, and the
/// closest valid word, if there is one.
pub(crate) fn bad_script(mistake: &ScriptError) -> JsValue {
    script_failure(Code::Script, mistake)
}

/// The same with another code.
pub(crate) fn script_failure(code: Code, mistake: &ScriptError) -> JsValue {
    let ScriptError { line, column, suggestion, .. } = mistake;
    let suggestion = suggestion.as_ref().map(AsRef::as_ref);
    let (line, column) = (Some(*line), Some(*column));
    detailed(mistake, &Details { code: code.name(), line, column, suggestion })
}

fn detailed(sentence: &impl Display, details: &Details<'_>) -> JsValue {
    let error = js_sys::Error::new(&sentence.to_string());
    // Numbers and texts can always become values of JavaScript.
    if let Ok(details) = serde_wasm_bindgen::to_value(details) {
        js_sys::Object::assign(&error, details.unchecked_ref());
    }
    error.into()
}
