//! Runs the built program in a folder for its files.

#![allow(dead_code, reason = "no test needs all of it")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// An empty folder for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program with arguments, in a folder.
pub(crate) fn command(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raft-lab"));
    command.current_dir(folder).args(arguments.split_whitespace());
    command
}

/// Runs the program to its end.
pub(crate) fn lab(folder: &Path, arguments: &str) -> Output {
    command(folder, arguments).output().unwrap()
}

/// Runs the program, checks its exit code, and returns its output.
pub(crate) fn says(folder: &Path, arguments: &str, code: i32) -> String {
    let output = lab(folder, arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments}\n{text}\n{errors}");
    text
}

/// Runs the program on invalid input, and returns its single error message.
pub(crate) fn error_of(folder: &Path, arguments: &str) -> String {
    let output = lab(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments}");
    assert_eq!(output.stdout, b"", "{arguments}");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.matches("raft-lab: ").count(), 1, "{errors}");
    errors
}

/// The only line of the output, as JSON.
pub(crate) fn json(folder: &Path, arguments: &str, code: i32) -> Value {
    let text = says(folder, arguments, code);
    assert_eq!(text.lines().count(), 1, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// Starts the program, presses Ctrl-C as soon as it prints `line` on standard error, and returns
/// its output and its later error output. Requires exit code 130.
#[cfg(unix)]
pub(crate) fn interrupt_at(folder: &Path, arguments: &str, line: &str) -> (String, String) {
    let mut child = piped(folder, arguments);
    let mut errors = BufReader::new(child.stderr.take().unwrap());
    let mut line_read = String::new();
    while !line_read.contains(line) {
        line_read.clear();
        assert_ne!(errors.read_line(&mut line_read).unwrap(), 0, "it never prints “{line}”");
    }
    press_ctrl_c(&child);
    let mut rest = String::new();
    errors.read_to_string(&mut rest).unwrap();
    (interrupted(child).0, rest)
}

/// Starts the program, presses Ctrl-C as soon as it handles the signal, and returns its output and
/// error output. Requires exit code 130.
#[cfg(target_os = "linux")]
pub(crate) fn interrupt_when_listening(folder: &Path, arguments: &str) -> (String, String) {
    const SIGINT: u64 = 1 << 1;
    let child = piped(folder, arguments);
    let status = format!("/proc/{}/status", child.id());
    let listens = || {
        let status = fs::read_to_string(&status).unwrap();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
        u64::from_str_radix(caught.trim(), 16).unwrap() & SIGINT != 0
    };
    while !listens() {
        std::thread::yield_now();
    }
    press_ctrl_c(&child);
    interrupted(child)
}

fn piped(folder: &Path, arguments: &str) -> Child {
    let mut command = command(folder, arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn press_ctrl_c(child: &Child) {
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
}

fn interrupted(child: Child) -> (String, String) {
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(130), "{text}");
    (text, String::from_utf8(output.stderr).unwrap())
}
