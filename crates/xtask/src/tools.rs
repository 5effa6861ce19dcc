//! The programs that the project builds and tests with, their versions, and whether they are
//! installed. [`install`] installs them; [`browser`] finds the browser.
//!
//! xtask accepts a tool of the right version in `.tools/` or on `PATH`, in this order, so a
//! prepared machine or a cache needs no install.

use std::fs::{self, File};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::workspace::{Workspace, output, readable};

pub(crate) mod browser;
mod install;

use install::Program;

/// Trunk builds and serves the page.
const TRUNK_VERSION: &str = "0.21.14";
/// Debian's version is too old for the features that the compiler now uses.
const BINARYEN_VERSION: &str = "132.0.0";
/// Trunk's own minifier fails on the current output of wasm-bindgen.
const ESBUILD_VERSION: &str = "0.28.2";
/// Checks the types in the page's scripts.
const TYPESCRIPT_VERSION: &str = "7.0.2";
/// The bundlers for the tests of the package for JavaScript; esbuild is another.
const BUNDLERS: [(&str, &str); 5] = [
    ("vite", "8.4.0"),
    ("webpack", "5.113.0"),
    ("rollup", "4.68.8"),
    ("@rollup/plugin-node-resolve", "16.0.3"),
    ("parcel", "2.16.4"),
];
/// axe-core audits the page for accessibility. The tests load its single file from `.tools/`.
const AXE_VERSION: &str = "4.14.1";

/// A deck of slides in the book is made with it. The tests load its files from `.tools/`.
const REVEAL_VERSION: &str = "6.0.2";

/// Shows Trunk's warnings, except that it cannot minify the JavaScript; `dist` minifies it.
const TRUNK_LOG: &str = "error,trunk=warn,trunk::processing::minify=error";

/// A tool that a command depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Rustfmt,
    Clippy,
    WasmTarget,
    WasmBindgen,
    Trunk,
    Node,
    WasmOpt,
    Esbuild,
    TypeScript,
    Axe,
    Reveal,
    Bundlers,
    Browser,
}

/// All tools in the order of installation: those that fail fast come first.
pub(crate) const ALL: [Tool; 13] = [
    Tool::Rustfmt,
    Tool::Clippy,
    Tool::WasmTarget,
    Tool::Node,
    Tool::WasmOpt,
    Tool::Esbuild,
    Tool::TypeScript,
    Tool::Axe,
    Tool::Reveal,
    Tool::Bundlers,
    Tool::Browser,
    Tool::WasmBindgen,
    Tool::Trunk,
];

impl Tool {
    /// The name and, if pinned, the version.
    fn label(self, workspace: &Workspace) -> Result<String> {
        Ok(match self {
            Self::Rustfmt => "rustfmt".to_owned(),
            Self::Clippy => "clippy".to_owned(),
            Self::WasmTarget => "Rust's wasm32-unknown-unknown target".to_owned(),
            Self::WasmBindgen => format!("wasm-bindgen {}", wasm_bindgen_version(workspace)?),
            Self::Trunk => format!("Trunk {TRUNK_VERSION}"),
            Self::Node => "Node.js with npm".to_owned(),
            Self::WasmOpt => format!("wasm-opt {BINARYEN_VERSION}"),
            Self::Esbuild => format!("esbuild {ESBUILD_VERSION}"),
            Self::TypeScript => format!("TypeScript {TYPESCRIPT_VERSION}"),
            Self::Axe => format!("axe-core {AXE_VERSION}"),
            Self::Reveal => format!("Reveal.js {REVEAL_VERSION}"),
            Self::Bundlers => "Vite, webpack, Rollup and Parcel".to_owned(),
            Self::Browser => "Chromium with chromedriver".to_owned(),
        })
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Rustfmt => "checks the format of the sources",
            Self::Clippy => "checks the sources for likely mistakes",
            Self::WasmTarget => "lets the compiler produce WebAssembly",
            Self::WasmBindgen => "connects WebAssembly with JavaScript, and runs tests there",
            Self::Trunk => "builds and serves the page",
            Self::Node => "runs JavaScript outside the browser, and installs npm packages",
            Self::WasmOpt => "makes the published page's WebAssembly smaller",
            Self::Esbuild => "makes the published page's JavaScript smaller",
            Self::TypeScript => "checks the types in the page's scripts",
            Self::Axe => "audits the accessibility of the page",
            Self::Reveal => "shows the slides among the examples of the book",
            Self::Bundlers => "bundle the package for JavaScript, to test it",
            Self::Browser => "runs the tests that need a browser",
        }
    }

    /// A note on the installation time, if it is long.
    fn usual_wait(self) -> &'static str {
        match self {
            Self::WasmBindgen => " (compiled in 1 to 2 minutes)",
            Self::Trunk => " (compiled in 2 to 4 minutes)",
            Self::Bundlers | Self::Browser => " (downloaded in a minute)",
            _ => "",
        }
    }

    fn is_installed(self, workspace: &Workspace) -> Result<bool> {
        Ok(match self {
            Self::Rustfmt => output(workspace.cargo().args(["fmt", "--version"])).is_ok(),
            Self::Clippy => output(workspace.cargo().args(["clippy", "--version"])).is_ok(),
            Self::WasmTarget => install::has_wasm_target(workspace)?,
            Self::WasmBindgen => {
                let version = wasm_bindgen_version(workspace)?;
                has_version(workspace, "wasm-bindgen", &version)
                    && has_version(workspace, "wasm-bindgen-test-runner", &version)
            }
            Self::Trunk => has_version(workspace, "trunk", TRUNK_VERSION),
            Self::Node => workspace.which("node").is_some() && workspace.which("npm").is_some(),
            Self::WasmOpt => install::npm_has(workspace, "binaryen", BINARYEN_VERSION)
                .unwrap_or_else(|| has_version(workspace, "wasm-opt", major(BINARYEN_VERSION))),
            Self::Esbuild => install::npm_has(workspace, "esbuild", ESBUILD_VERSION)
                .unwrap_or_else(|| has_version(workspace, "esbuild", ESBUILD_VERSION)),
            Self::TypeScript => install::npm_has(workspace, "typescript", TYPESCRIPT_VERSION)
                .unwrap_or_else(|| has_version(workspace, "tsc", TYPESCRIPT_VERSION)),
            Self::Axe => install::npm_has(workspace, "axe-core", AXE_VERSION).unwrap_or(false),
            Self::Reveal => {
                install::npm_has(workspace, "reveal.js", REVEAL_VERSION).unwrap_or(false)
            }
            Self::Bundlers => BUNDLERS.iter().all(|(package, version)| {
                install::npm_has(workspace, package, version).unwrap_or(false)
            }),
            Self::Browser => browser::find(workspace).is_some(),
        })
    }

    fn install(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Rustfmt => install::component(workspace, "rustfmt"),
            Self::Clippy => install::component(workspace, "clippy"),
            Self::WasmTarget => install::wasm_target(workspace),
            Self::WasmBindgen => {
                let version = &wasm_bindgen_version(workspace)?;
                let package = "wasm-bindgen-cli";
                install::from_crates_io(workspace, &Program { package, version, crates: 140 })
            }
            Self::Trunk => {
                let program = Program { package: "trunk", version: TRUNK_VERSION, crates: 320 };
                install::from_crates_io(workspace, &program)
            }
            Self::Node => install::from_system(
                workspace,
                &["nodejs", "npm"],
                "Install Node.js 20 or newer with npm, then run this command again.",
            ),
            Self::WasmOpt => install::from_npm(workspace, &[("binaryen", BINARYEN_VERSION)]),
            Self::Esbuild => install::from_npm(workspace, &[("esbuild", ESBUILD_VERSION)]),
            Self::TypeScript => install::from_npm(workspace, &[("typescript", TYPESCRIPT_VERSION)]),
            Self::Axe => install::from_npm(workspace, &[("axe-core", AXE_VERSION)]),
            Self::Reveal => install::from_npm(workspace, &[("reveal.js", REVEAL_VERSION)]),
            Self::Bundlers => install::from_npm(workspace, &BUNDLERS),
            Self::Browser => install::from_system(
                workspace,
                &["chromium", "chromium-driver"],
                "Install Chrome or Chromium and the chromedriver of the same version on PATH \
                 (or name it in CHROMEDRIVER), then run this command again.",
            ),
        }
    }
}

/// Installs the missing tools and prints which; prints nothing if none is missing.
pub(crate) fn ensure(workspace: &Workspace, tools: &[Tool]) -> Result<()> {
    if missing(workspace, tools)?.is_empty() {
        return Ok(());
    }
    fs::create_dir_all(workspace.tools_dir()).context("creating .tools")?;
    // Two commands started at once must not install over each other.
    let lock = File::create(workspace.tools_dir().join("lock")).context("creating .tools/lock")?;
    if lock.try_lock().is_err() {
        println!("Waiting for another command that is installing tools.");
        lock.lock().context("waiting for .tools/lock")?;
    }
    install_missing(workspace, &missing(workspace, tools)?)
}

/// The tools that are not installed at the right version.
pub(crate) fn missing(workspace: &Workspace, tools: &[Tool]) -> Result<Vec<Tool>> {
    let mut missing = Vec::new();
    for &tool in tools {
        if !tool.is_installed(workspace)? {
            missing.push(tool);
        }
    }
    Ok(missing)
}

fn install_missing(workspace: &Workspace, missing: &[Tool]) -> Result<()> {
    let began = Instant::now();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing missing tools (only once):");
    for tool in missing {
        println!("  - {}: {}{}", tool.label(workspace)?, tool.purpose(), tool.usual_wait());
    }
    for (index, tool) in missing.iter().enumerate() {
        let label = tool.label(workspace)?;
        let tool_began = Instant::now();
        println!("\n[{}/{}] Installing {label} ...", index + 1, missing.len());
        tool.install(workspace).with_context(|| format!("installing {label}"))?;
        anyhow::ensure!(
            tool.is_installed(workspace)?,
            "{label} is still not found after its installation succeeded"
        );
        println!(
            "[{}/{}] Installed {label} in {} ({} so far).",
            index + 1,
            missing.len(),
            readable(tool_began.elapsed()),
            readable(began.elapsed())
        );
    }
    install::clean_up(workspace);
    println!("\nAll tools are installed, after {}.\n", readable(began.elapsed()));
    Ok(())
}

/// Trunk, without downloads and without settings from the user's environment.
pub(crate) fn trunk(workspace: &Workspace) -> Command {
    let mut trunk = workspace.command("trunk");
    trunk.args(["--offline", "--skip-version-check", "--log", TRUNK_LOG]);
    // Trunk refuses to start on `NO_COLOR=1`, and passes `RUST_LOG` on to tools that then print too
    // much.
    trunk.env_remove("NO_COLOR").env_remove("RUST_LOG");
    // Trunk's errors are clear without a stack trace.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    trunk
}

/// The command-line tool must match the library that the page links, so `Cargo.lock` determines
/// both versions.
fn wasm_bindgen_version(workspace: &Workspace) -> Result<String> {
    workspace.locked_version("wasm-bindgen")
}

/// Binaryen's programs print their version as `wasm-opt version 132 (version_132)`.
fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// Whether the program exists and reports this version.
fn has_version(workspace: &Workspace, program: &str, version: &str) -> bool {
    workspace.which(program).is_some_and(|path| {
        output(workspace.command(path).arg("--version"))
            .is_ok_and(|reply| reply.split_whitespace().any(|word| word == version))
    })
}
