//! The built program, and folders for its files.

#![allow(dead_code, reason = "no test needs all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder that is empty, for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program with arguments, to be run in a folder.
pub(crate) fn command(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raft-lab"));
    command.current_dir(folder).args(arguments.split_whitespace());
    command
}

/// Runs the program to its end.
pub(crate) fn lab(folder: &Path, arguments: &str) -> Output {
    command(folder, arguments).output().unwrap()
}

/// Runs it, demands an exit code, and gives what it printed.
pub(crate) fn says(folder: &Path, arguments: &str, code: i32) -> String {
    let output = lab(folder, arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments}\n{text}\n{errors}");
    text
}

/// Runs it on bad input and gives the complaint, of which there must be one.
pub(crate) fn complaint(folder: &Path, arguments: &str) -> String {
    let output = lab(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments}");
    assert_eq!(output.stdout, b"", "{arguments}");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.matches("raft-lab: ").count(), 1, "{errors}");
    errors
}

/// The only line that it printed, as JSON.
pub(crate) fn json(folder: &Path, arguments: &str, code: i32) -> Value {
    let text = says(folder, arguments, code);
    assert_eq!(text.lines().count(), 1, "{text}");
    serde_json::from_str(&text).unwrap()
}
