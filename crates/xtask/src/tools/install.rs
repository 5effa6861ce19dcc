//! How each kind of tool is installed: by rustup, from crates.io, from npm, or by the system's
//! package manager.

use std::env;
use std::fs;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::progress::Build;
use crate::workspace::{Workspace, describe, output, run};

const WASM: &str = "wasm32-unknown-unknown";
/// Where Debian and its relatives keep the certificates that the system trusts.
const SYSTEM_AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// Asks the compiler instead of rustup, so that other installations of Rust work too.
pub(super) fn has_wasm_target(workspace: &Workspace) -> Result<bool> {
    let mut rustc = workspace.command("rustc");
    let folder = output(rustc.args(["--print", "target-libdir", "--target", WASM]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

pub(super) fn wasm_target(workspace: &Workspace) -> Result<()> {
    rustup(workspace, &["target", "add", WASM])
}

pub(super) fn component(workspace: &Workspace, name: &str) -> Result<()> {
    rustup(workspace, &["component", "add", name])
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let wanted = arguments.join(" ");
    if workspace.which("rustup").is_none() {
        bail!(
            "`rustup {wanted}` cannot run, because rustup is not installed: install it from \
             https://rustup.rs, or add the component with the tool that installed Rust. Then run \
             this command again."
        );
    }
    run(workspace.command("rustup").args(arguments))
}

/// A program on crates.io.
pub(super) struct Program<'a> {
    pub(super) package: &'a str,
    pub(super) version: &'a str,
    /// About how many crates it consists of; only the progress lines depend on it.
    pub(super) crates: usize,
}

/// A way to install a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// A prebuilt binary.
    Prebuilt,
    /// Compiled here, with the dependencies in its lock file.
    Locked,
    /// Compiled here, with the newest dependencies: a registry mirror may lack a locked one.
    Unlocked,
}

impl Way {
    /// The ways to try, in this order: the first takes seconds, the others minutes. A missing
    /// locked release is noticed within a second.
    fn all(has_binstall: bool) -> Vec<Self> {
        let ways = [Self::Prebuilt, Self::Locked, Self::Unlocked];
        ways.into_iter().filter(|way| has_binstall || *way != Self::Prebuilt).collect()
    }
}

/// Installs a program from crates.io into `.tools/bin`: prebuilt if `cargo binstall` is available,
/// otherwise compiled.
pub(super) fn from_crates_io(workspace: &Workspace, program: &Program<'_>) -> Result<()> {
    let has_binstall = workspace.which("cargo-binstall").is_some();
    first_that_works(&Way::all(has_binstall), |way| match way {
        Way::Prebuilt => prebuilt(workspace, program),
        Way::Locked => compile(workspace, program, &["--locked"]),
        Way::Unlocked => compile(workspace, program, &[]),
    })
}

/// Tries each way in turn, and prints why one failed before it tries the next.
fn first_that_works(ways: &[Way], mut attempt: impl FnMut(Way) -> Result<()>) -> Result<()> {
    let (last, others) = ways.split_last().context("there is no way to install it")?;
    for way in others {
        match attempt(*way) {
            Ok(()) => return Ok(()),
            Err(error) => println!("{error:#}\nTrying another way."),
        }
    }
    attempt(*last)
}

fn prebuilt(workspace: &Workspace, program: &Program<'_>) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile"]);
    cargo.arg("--root").arg(workspace.tools_dir());
    run(cargo.arg(format!("{}@={}", program.package, program.version)))
}

/// Without default features, which check for updates and speak TLS.
fn compile(workspace: &Workspace, program: &Program<'_>, lock: &[&str]) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["install", program.package, "--version", &format!("={}", program.version)]);
    cargo.args(["--force", "--no-default-features"]).args(lock);
    cargo.arg("--root").arg(workspace.tools_dir());
    // The programs share a target folder and a profile, since they have many dependencies in
    // common. Optimising would save tenths of a second at run time and cost minutes here.
    cargo
        .env("CARGO_TARGET_DIR", build_dir(workspace))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_PANIC", "unwind")
        .env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo");
    Build::start(&mut cargo, program.package, program.crates)?.finish()
}

/// Removes the leftovers of the builds. A failure costs only disk space.
pub(super) fn clean_up(workspace: &Workspace) {
    let _ = fs::remove_dir_all(build_dir(workspace));
}

fn build_dir(workspace: &Workspace) -> PathBuf {
    workspace.tools_dir().join("build")
}

/// Whether `.tools/` has the npm package at this version; `None` if it lacks the package.
///
/// This reads the manifest because running npm's `wasm-opt` is slow: it is compiled to
/// WebAssembly. npm writes each key on a line of its own.
pub(super) fn npm_has(workspace: &Workspace, package: &str, version: &str) -> Option<bool> {
    let folder = workspace.tools_dir().join("node_modules").join(package);
    let manifest = fs::read_to_string(folder.join("package.json")).ok()?;
    let wanted = format!("\"version\": \"{version}\"");
    Some(manifest.lines().any(|line| line.trim().trim_end_matches(',') == wanted))
}

/// npm records the packages in `.tools/package.json`; otherwise it would remove them at the next
/// install.
pub(super) fn from_npm(workspace: &Workspace, packages: &[(&str, &str)]) -> Result<()> {
    let mut npm = workspace.command("npm");
    npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--loglevel=error"]);
    // By default, npm retries silently for a minute before it reports that it cannot reach the
    // registry.
    npm.args(["--fetch-retries=2", "--fetch-retry-mintimeout=1000"]);
    // Node has its own list of certificate authorities; a network may have one that only the system
    // knows.
    if env::var_os("NODE_EXTRA_CA_CERTS").is_none() && Path::new(SYSTEM_AUTHORITIES).is_file() {
        npm.env("NODE_EXTRA_CA_CERTS", SYSTEM_AUTHORITIES);
    }
    npm.arg("--prefix").arg(workspace.tools_dir());
    npm.args(packages.iter().map(|(package, version)| format!("{package}@{version}")));
    run(&mut npm)
}

/// Installs Debian packages if permitted; otherwise prints what to do.
pub(super) fn from_system(workspace: &Workspace, packages: &[&str], advice: &str) -> Result<()> {
    let apt_get = |arguments: &[&str]| -> Option<Command> {
        workspace.which("apt-get")?;
        let mut command = if is_root(workspace) {
            workspace.command("apt-get")
        } else {
            workspace.which("sudo")?;
            let mut sudo = workspace.command("sudo");
            if !stdin().is_terminal() {
                sudo.arg("--non-interactive");
            }
            sudo.arg("apt-get");
            sudo
        };
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        Some(command)
    };
    let install: Vec<&str> = ["install", "--yes", "--no-install-recommends"]
        .into_iter()
        .chain(packages.to_vec())
        .collect();
    let (Some(mut update), Some(mut install)) =
        (apt_get(&["update", "--quiet"]), apt_get(&install))
    else {
        bail!("{advice}");
    };
    println!("Running `{}` and `{}`.", describe(&update), describe(&install));
    // An unreachable package source need not be the one that has these packages.
    if let Err(error) = run(&mut update) {
        println!("{error:#}; continuing with the existing package lists.");
    }
    run(&mut install).context(advice.to_owned())
}

fn is_root(workspace: &Workspace) -> bool {
    output(workspace.command("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ways that are tried if these fail.
    fn tried(failing: &[Way], has_binstall: bool) -> (Vec<Way>, bool) {
        let mut tried = Vec::new();
        let outcome = first_that_works(&Way::all(has_binstall), |way| {
            tried.push(way);
            anyhow::ensure!(!failing.contains(&way), "it does not work");
            Ok(())
        });
        (tried, outcome.is_ok())
    }

    #[test]
    fn a_tool_is_compiled_only_without_a_prebuilt_binary() {
        assert_eq!(tried(&[], true), (vec![Way::Prebuilt], true));
        let (tried, works) = tried(&[Way::Prebuilt], true);
        assert_eq!((tried, works), (vec![Way::Prebuilt, Way::Locked], true));
    }

    #[test]
    fn without_binstall_the_locked_dependencies_are_tried_first() {
        assert_eq!(tried(&[], false), (vec![Way::Locked], true));
        assert_eq!(tried(&[Way::Locked], false), (vec![Way::Locked, Way::Unlocked], true));
    }

    #[test]
    fn when_every_installation_fails_the_last_error_is_reported() {
        let everything = [Way::Prebuilt, Way::Locked, Way::Unlocked];
        assert_eq!(tried(&everything, true), (everything.to_vec(), false));
    }
}
