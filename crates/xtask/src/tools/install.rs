//! How each kind of tool is installed: by rustup, from crates.io, from npm, or by the system.

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

/// Asks the compiler, not rustup, so that other installations of Rust work too.
pub(super) fn wasm_target_is_there(workspace: &Workspace) -> Result<bool> {
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
            "rustup is not there to do `rustup {wanted}`: install it from https://rustup.rs, or \
             install the same part with whatever Rust came from, and run this again."
        );
    }
    run(workspace.command("rustup").args(arguments))
}

/// A program that crates.io has.
pub(super) struct Program<'a> {
    pub(super) package: &'a str,
    pub(super) version: &'a str,
    /// About how many crates are compiled for it. Nothing depends on it but what is told.
    pub(super) crates: usize,
}

/// A way to get a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Compiled by somebody else.
    ReadyMade,
    /// Compiled here, with the dependencies that its authors tested.
    Locked,
    /// Compiled here, with the dependencies there are: a registry mirror may lack one of those.
    Unlocked,
}

impl Way {
    /// What there is to try, in this order: seconds, then minutes. To find out that a locked
    /// release is missing takes a second.
    fn all(has_binstall: bool) -> Vec<Self> {
        let ways = [Self::ReadyMade, Self::Locked, Self::Unlocked];
        ways.into_iter().filter(|way| has_binstall || *way != Self::ReadyMade).collect()
    }
}

/// Gets a program from crates.io into `.tools/bin`: ready-made where `cargo binstall` is there to
/// get it, compiled otherwise.
pub(super) fn from_crates_io(workspace: &Workspace, program: &Program<'_>) -> Result<()> {
    let has_binstall = workspace.which("cargo-binstall").is_some();
    first_that_works(&Way::all(has_binstall), |way| match way {
        Way::ReadyMade => ready_made(workspace, program),
        Way::Locked => compile(workspace, program, &["--locked"]),
        Way::Unlocked => compile(workspace, program, &[]),
    })
}

/// Tries one way after another, and says why one did not work before the next is tried.
fn first_that_works(ways: &[Way], mut attempt: impl FnMut(Way) -> Result<()>) -> Result<()> {
    let (last, others) = ways.split_last().context("there is no way to get it")?;
    for way in others {
        match attempt(*way) {
            Ok(()) => return Ok(()),
            Err(error) => println!("{error:#}\nTrying another way."),
        }
    }
    attempt(*last)
}

fn ready_made(workspace: &Workspace, program: &Program<'_>) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile"]);
    cargo.arg("--root").arg(workspace.tools_dir());
    run(cargo.arg(format!("{}@={}", program.package, program.version)))
}

/// None of the features are needed: with them, the programs look for updates and speak TLS.
fn compile(workspace: &Workspace, program: &Program<'_>, lock: &[&str]) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["install", program.package, "--version", &format!("={}", program.version)]);
    cargo.args(["--force", "--no-default-features"]).args(lock);
    cargo.arg("--root").arg(workspace.tools_dir());
    // The folder and the profile are shared, since the programs have many dependencies in common.
    // Optimising would make them run for tenths of a second less, after minutes of waiting for it.
    cargo
        .env("CARGO_TARGET_DIR", build_dir(workspace))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_PANIC", "unwind")
        .env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo");
    Build::start(&mut cargo, program.package, program.crates)?.finish()
}

/// Removes what building the tools left behind; a failure costs space and nothing else.
pub(super) fn clean_up(workspace: &Workspace) {
    let _ = fs::remove_dir_all(build_dir(workspace));
}

fn build_dir(workspace: &Workspace) -> PathBuf {
    workspace.tools_dir().join("build")
}

/// Whether `.tools/` has the npm package at this version; nothing if it does not have it at all.
///
/// Its manifest is read because asking costs: npm's `wasm-opt` is compiled to WebAssembly, and
/// slow to start. npm writes each key on a line of its own.
pub(super) fn npm_has(workspace: &Workspace, package: &str, version: &str) -> Option<bool> {
    let folder = workspace.tools_dir().join("node_modules").join(package);
    let manifest = fs::read_to_string(folder.join("package.json")).ok()?;
    let wanted = format!("\"version\": \"{version}\"");
    Some(manifest.lines().any(|line| line.trim().trim_end_matches(',') == wanted))
}

/// Saved in `.tools/package.json`, without which npm would remove the package before it.
pub(super) fn from_npm(workspace: &Workspace, package: &str, version: &str) -> Result<()> {
    let mut npm = workspace.command("npm");
    npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--loglevel=error"]);
    // By default it is silent for a minute before it says that it cannot reach anything.
    npm.args(["--fetch-retries=2", "--fetch-retry-mintimeout=1000"]);
    // Node brings its own list of authorities; a network may have one that only the system knows.
    if env::var_os("NODE_EXTRA_CA_CERTS").is_none() && Path::new(SYSTEM_AUTHORITIES).is_file() {
        npm.env("NODE_EXTRA_CA_CERTS", SYSTEM_AUTHORITIES);
    }
    npm.arg("--prefix").arg(workspace.tools_dir()).arg(format!("{package}@{version}"));
    run(&mut npm)
}

/// Installs Debian packages when we may; says in one sentence what to do when we may not.
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
    // One source of packages out of reach need not be the one that has these.
    if let Err(error) = run(&mut update) {
        println!("{error:#}; going on with the lists of packages that are there.");
    }
    run(&mut install).context(advice.to_owned())
}

fn is_root(workspace: &Workspace) -> bool {
    output(workspace.command("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ways that were tried when these fail.
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
        assert_eq!(tried(&[], true), (vec![Way::ReadyMade], true));
        let (tried, works) = tried(&[Way::ReadyMade], true);
        assert_eq!((tried, works), (vec![Way::ReadyMade, Way::Locked], true));
    }

    #[test]
    fn without_binstall_the_locked_dependencies_are_tried_first() {
        assert_eq!(tried(&[], false), (vec![Way::Locked], true));
        assert_eq!(tried(&[Way::Locked], false), (vec![Way::Locked, Way::Unlocked], true));
    }

    #[test]
    fn when_every_installation_fails_the_last_error_is_reported() {
        let everything = [Way::ReadyMade, Way::Locked, Way::Unlocked];
        assert_eq!(tried(&everything, true), (everything.to_vec(), false));
    }
}
