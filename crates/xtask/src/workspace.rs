//! The location of the project on this machine, and how to run a program in it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// The packages built natively, always together. Cargo unifies the features of the chosen crates'
/// dependencies, so another choice would rebuild most dependencies.
const NATIVE: [&str; 7] = [
    "--workspace",
    "--exclude",
    "web",
    "--exclude",
    "raft-js",
    "--features",
    "tests/browser,xtask/complete,raft-playground/claims",
];
/// The same for the crates that run only inside a JavaScript engine.
const FOR_JAVASCRIPT: [&str; 6] =
    ["--target", "wasm32-unknown-unknown", "--package", "web", "--package", "raft-js"];

/// The checkout that this program works on.
pub(crate) struct Workspace {
    root: PathBuf,
    /// `PATH` for every child: the project's own tools first; `~/.cargo/bin` last, since a fresh
    /// shell may lack it.
    search_path: OsString,
}

impl Workspace {
    /// Finds the checkout from the variable that `cargo run` sets, so that a moved or copied
    /// checkout works without a rebuild.
    pub(crate) fn find() -> Result<Self> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir
            .ancestors()
            .nth(2)
            .context("xtask must be two folders below the workspace's root")?
            .to_path_buf();
        let search_path = search_path(&root)?;
        Ok(Self { root, search_path })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The ignored folder of the installed tools, which survives `cargo clean`.
    pub(crate) fn tools_dir(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// A command that runs at the root with the project's tools on its `PATH`.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        // Resolved here, because operating systems differ in whether they search the parent's
        // `PATH` or the child's.
        let program = program.as_ref();
        let resolved = program.to_str().and_then(|name| self.which(name));
        let mut command = Command::new(resolved.as_deref().map_or(program, Path::as_os_str));
        command.current_dir(&self.root).env("PATH", &self.search_path);
        command
    }

    /// The cargo that built this program.
    pub(crate) fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// A cargo command for all crates that are built natively.
    pub(crate) fn cargo_native(&self, subcommand: &str) -> Command {
        let mut cargo = self.cargo();
        cargo.arg(subcommand).args(NATIVE);
        cargo
    }

    /// A cargo command for the crates that run only inside a JavaScript engine.
    pub(crate) fn cargo_for_javascript(&self, subcommand: &str) -> Command {
        let mut cargo = self.cargo();
        cargo.arg(subcommand).args(FOR_JAVASCRIPT);
        cargo
    }

    /// The first program of this name on the children's `PATH`.
    pub(crate) fn which(&self, program: &str) -> Option<PathBuf> {
        let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
        env::split_paths(&self.search_path)
            .flat_map(|folder| {
                endings.iter().map(move |ending| folder.join(format!("{program}{ending}")))
            })
            .find(|path| path.is_file())
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let lock =
            fs::read_to_string(self.root.join("Cargo.lock")).context("reading Cargo.lock")?;
        version_in_lock(&lock, package)
            .with_context(|| format!("Cargo.lock does not contain the package {package}"))
    }
}

fn search_path(root: &Path) -> Result<OsString> {
    let tools = root.join(".tools");
    let mut folders = vec![tools.join("bin"), tools.join("node_modules").join(".bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    folders.extend(cargo_home.map(|home| home.join("bin")));
    env::join_paths(folders).context("a folder on PATH has an invalid name")
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name_line = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name_line);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// Runs a program with inherited output. Fails if the program fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("starting `{}`", describe(command)))?;
    ensure!(status.success(), "`{}` ended with {status}", describe(command));
    Ok(())
}

/// Runs a program, prints its output, and passes each line of it to `look`. Fails if the program
/// fails.
pub(crate) fn run_watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("starting `{}`", describe(command)))?;
    let output = child.stdout.take().context("the child has no piped output")?;
    for line in BufReader::new(output).lines() {
        let line = line.context("reading a program's output")?;
        println!("{line}");
        look(&line);
    }
    let status = child.wait().with_context(|| format!("waiting for `{}`", describe(command)))?;
    ensure!(status.success(), "`{}` ended with {status}", describe(command));
    Ok(())
}

/// Runs a program and returns its output. Fails if the program fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("starting `{}`", describe(command)))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        bail!("`{}` ended with {}: {errors}", describe(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("the output of `{}` is not UTF-8", describe(command)))
}

/// The command as a user would type it, without the program's folder.
pub(crate) fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

/// A duration for people: `0.4 s`, `12 s`, `3 min 56 s`.
pub(crate) fn readable(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_lock_file_is_searched_for_the_exact_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }

    #[test]
    fn durations_are_printed_as_minutes_and_seconds() {
        assert_eq!(readable(Duration::from_millis(420)), "0.4 s");
        assert_eq!(readable(Duration::from_secs(59)), "59 s");
        assert_eq!(readable(Duration::from_secs(236)), "3 min 56 s");
    }
}
