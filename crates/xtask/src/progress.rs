//! The progress of a cargo build, in ten lines instead of one line for each crate.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::workspace::{describe, readable};

/// How many times progress is printed.
const PARTS: usize = 10;

/// The words with which cargo begins a status line.
const STATUS: [&str; 11] = [
    "Adding",
    "Blocking",
    "Compiling",
    "Downloaded",
    "Downloading",
    "Finished",
    "Installed",
    "Installing",
    "Locking",
    "Replacing",
    "Updating",
];

/// A running cargo build. Dropping it stops the build.
pub(crate) struct Build {
    command: String,
    child: Child,
    /// Returns cargo's output without its status lines.
    reader: Option<JoinHandle<String>>,
}

impl Build {
    /// Starts a build of about this many crates; `label` names it in the progress lines.
    pub(crate) fn start(command: &mut Command, label: &str, about: usize) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let description = describe(command);
        let mut child = command.spawn().with_context(|| format!("starting `{description}`"))?;
        let output = child.stderr.take().context("the child has no piped output")?;
        let mut progress = Progress::new(label, about);
        let began = Instant::now();
        let reader = thread::spawn(move || {
            let mut rest = String::new();
            // Invalid UTF-8 must not end the loop: an unread pipe would block cargo.
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                match status_word(&line) {
                    None => rest.extend([line.as_ref(), "\n"]),
                    Some("Compiling") => {
                        if let Some(message) = progress.count_crate(began.elapsed()) {
                            println!("  {message}");
                        }
                    }
                    Some(_) => {}
                }
            }
            rest
        });
        Ok(Self { command: description, child, reader: Some(reader) })
    }

    /// Waits for the end. Fails if the build failed, with the output of cargo and the compiler.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status =
            self.child.wait().with_context(|| format!("waiting for `{}`", self.command))?;
        let errors = self.reader.take().and_then(|reader| reader.join().ok()).unwrap_or_default();
        ensure!(status.success(), "`{}` ended with {status}:\n{}", self.command, errors.trim_end());
        Ok(())
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        // Killing a build that has ended fails harmlessly.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The word with which cargo begins a status line; `None` for a warning, an error, or a part of
/// one.
fn status_word(line: &str) -> Option<&str> {
    let word = line.split_whitespace().next()?;
    // Cargo aligns these words to the right, and indents no other line that begins with one.
    (line.starts_with(' ') && STATUS.contains(&word)).then_some(word)
}

struct Progress {
    label: String,
    about: usize,
    begun: usize,
    printed: usize,
}

impl Progress {
    fn new(label: &str, about: usize) -> Self {
        Self { label: label.to_owned(), about: about.max(1), begun: 0, printed: 0 }
    }

    /// Counts a crate. Returns the line to print if it completes another tenth.
    fn count_crate(&mut self, elapsed: Duration) -> Option<String> {
        self.begun += 1;
        let part = self.begun * PARTS / self.about;
        if part <= self.printed || part >= PARTS {
            return None;
        }
        self.printed = part;
        let Self { label, about, begun, .. } = self;
        let elapsed = readable(elapsed);
        Some(format!("{label}: {begun} of about {about} crates after {elapsed}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(about: usize, crates: usize) -> Vec<String> {
        let mut progress = Progress::new("Trunk", about);
        (0..crates).filter_map(|_| progress.count_crate(Duration::from_secs(3))).collect()
    }

    #[test]
    fn progress_is_reported_once_for_each_tenth() {
        let messages = printed(200, 200);
        assert_eq!(messages.len(), 9);
        assert_eq!(messages[0], "Trunk: 20 of about 200 crates after 3.0 s");
        assert_eq!(messages[8], "Trunk: 180 of about 200 crates after 3.0 s");
    }

    #[test]
    fn progress_never_exceeds_the_total() {
        assert_eq!(printed(10, 50).len(), 9);
        assert_eq!(printed(0, 3), [""; 0]);
    }

    #[test]
    fn status_lines_are_distinguished_from_compiler_errors() {
        assert_eq!(status_word("   Compiling serde v1.0.0"), Some("Compiling"));
        assert_eq!(status_word("    Finished `dev` profile in 0.06s"), Some("Finished"));
        for line in ["error: failed to select a version", "  --> src/lib.rs:3:1", ""] {
            assert_eq!(status_word(line), None, "{line}");
        }
    }

    #[test]
    fn a_failed_build_reports_its_reason() {
        let mut command = Command::new("cargo");
        command.arg("no-such-command");
        let failure = Build::start(&mut command, "nothing", 1).unwrap().finish().unwrap_err();
        assert!(failure.to_string().contains("no such command"), "{failure}");
    }
}
