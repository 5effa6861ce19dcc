//! `test`: every check that a change must pass, the fastest first.

mod package;
mod suites;

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::ValueEnum;

use crate::complete::{self, DIST_TOOLS};
use crate::tools::{self, Tool, browser};
use crate::workspace::{Workspace, describe, readable, run as run_command, run_watched};

/// The end-to-end tests of the crate `tests`. Cargo runs them only by name, since they need a built
/// page.
const END_TO_END: &str = "page";
/// The page's scripts that are modules, and its service worker.
const PAGE_SCRIPTS: [&str; 2] = ["web/placeholder/share", "web/placeholder/offline"];
const PAGE_SCRIPT_TESTS: [&str; 8] = [
    "web/placeholder/share/share.test.js",
    "web/placeholder/share/author/author.test.js",
    "web/placeholder/share/author/shared.test.js",
    "web/placeholder/share/glossary/glossary.test.js",
    "web/placeholder/share/progress.test.js",
    "web/placeholder/gallery/items.test.js",
    "web/placeholder/embedding/embed.test.js",
    "web/placeholder/embedding/embedding.test.js",
];
/// The timeout in seconds for one crate's tests in a browser, and for the driver's answers. The
/// defaults of 20 and 5 are too short on a busy machine.
const BROWSER_TEST_TIMEOUT_S: &str = "180";
const DRIVER_TIMEOUT_S: &str = "60";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only this step; may be given several times.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Run only the steps that need no browser and take less than a minute after a small change.
    #[arg(long, conflicts_with = "only")]
    quick: bool,
    /// Run the end-to-end tests on a processor that is this many times slower.
    #[arg(long, value_name = "TIMES")]
    slowdown: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Does rustfmt accept the format of the sources?
    Format,
    /// Do the sources follow the project's own rules?
    Tidy,
    /// Does Clippy accept the sources, natively and for the browser?
    Clippy,
    /// Do the tests and the examples in the documentation pass natively?
    Native,
    /// Do the tests of the page's scripts and of the JavaScript package pass in Node?
    JsNode,
    /// Do the JavaScript package's tests and the page's own tests pass in a browser?
    Browser,
    /// Can the page be built for publication, within its size budget?
    Dist,
    /// Does the published page work for a user in a browser?
    EndToEnd,
    /// Does the package for JavaScript work in Node, in a browser, and with every bundler?
    Package,
}

/// The steps of `--quick`.
const QUICK: [Step; 4] = [Step::Format, Step::Tidy, Step::Clippy, Step::Native];

impl Step {
    fn name(self) -> String {
        self.to_possible_value().unwrap_or_default().get_name().to_owned()
    }

    fn question(self) -> String {
        let value = self.to_possible_value().unwrap_or_default();
        value.get_help().map(ToString::to_string).unwrap_or_default()
    }

    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Format => &[Tool::Rustfmt],
            Self::Tidy | Self::Native => &[],
            Self::Clippy => &[Tool::Clippy, Tool::WasmTarget],
            Self::JsNode => &[Tool::WasmTarget, Tool::Node, Tool::WasmBindgen, Tool::TypeScript],
            Self::Browser => &[Tool::WasmTarget, Tool::Browser, Tool::WasmBindgen],
            Self::Dist => &DIST_TOOLS,
            Self::EndToEnd => &[Tool::Node, Tool::Axe, Tool::Reveal, Tool::Browser],
            Self::Package => &package::TOOLS,
        }
    }

    fn run(self, workspace: &Workspace, options: &Options) -> Result<()> {
        match self {
            Self::Format => run_command(workspace.cargo().args(["fmt", "--all", "--check"]))
                .context("run `cargo fmt` to format the sources"),
            Self::Tidy => complete::tidy(workspace),
            Self::Clippy => clippy(workspace),
            Self::Native => native(workspace, options.quick),
            Self::JsNode => js_node(workspace),
            Self::Browser => in_browser(workspace),
            Self::Dist => complete::dist(workspace),
            Self::EndToEnd => end_to_end(workspace, options.slowdown),
            Self::Package => package::test(workspace),
        }
    }
}

/// Runs the chosen steps, by default all of them, and stops at the first failure.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = chosen(options);
    let began = Instant::now();
    let mut times: Vec<(Step, Duration)> = Vec::new();
    for (index, step) in steps.iter().copied().enumerate() {
        install_for(workspace, &steps[index..])?;
        println!("\n== [{}/{}] {}: {}", index + 1, steps.len(), step.name(), step.question());
        let step_began = Instant::now();
        let outcome = step.run(workspace, options);
        times.push((step, step_began.elapsed()));
        if let Err(error) = outcome {
            print_times(&times);
            bail!(
                "step `{name}` failed after {} ({index} of {} passed before it): {error:#}\n\
                 To run it alone: cargo xtask test --only {name}",
                readable(step_began.elapsed()),
                steps.len(),
                name = step.name(),
            );
        }
        println!("== {} passed in {}.", step.name(), readable(step_began.elapsed()));
    }
    print_times(&times);
    println!("All {} steps passed in {}.", steps.len(), readable(began.elapsed()));
    Ok(())
}

/// The chosen steps in their usual order.
fn chosen(options: &Options) -> Vec<Step> {
    let only: &[Step] = if options.quick { &QUICK } else { &options.only };
    let all = Step::value_variants().iter().copied();
    all.filter(|step| only.is_empty() || only.contains(step)).collect()
}

/// Installs nothing until a step lacks a tool, so that a formatting error is reported at once. Then
/// it installs the tools of all remaining steps, since they build faster together.
fn install_for(workspace: &Workspace, remaining: &[Step]) -> Result<()> {
    let Some(next) = remaining.first() else { return Ok(()) };
    if tools::missing(workspace, next.tools())?.is_empty() {
        return Ok(());
    }
    let needed: Vec<Tool> = tools::ALL
        .into_iter()
        .filter(|tool| remaining.iter().any(|step| step.tools().contains(tool)))
        .collect();
    tools::ensure(workspace, &needed)
}

fn print_times(times: &[(Step, Duration)]) {
    println!("\nTimes of the steps:");
    for (step, time) in times {
        println!("{:>14}  {}", readable(*time), step.name());
    }
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    // `--all-targets` excludes targets that `cargo test` leaves out.
    let targets = ["--all-targets", "--test", END_TO_END, "--test", package::SUITE];
    run_command(workspace.cargo_native("clippy").args(targets).args(deny))?;
    run_command(workspace.cargo_for_javascript("clippy").arg("--all-targets").args(deny))?;
    // The program behind `cargo xtask` has fewer features than the one checked above.
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--package", "xtask", "--no-default-features"]);
    run_command(cargo.args(deny))
}

fn native(workspace: &Workspace, quick: bool) -> Result<()> {
    let mut cargo = workspace.cargo_native("test");
    if quick {
        let short = suites::short(workspace.root())?;
        cargo.args(["--lib", "--bins"]).args(short.iter().flat_map(|name| ["--test", name]));
    }
    run_command(&mut cargo)
}

fn js_node(workspace: &Workspace) -> Result<()> {
    for project in PAGE_SCRIPTS {
        run_command(workspace.command("tsc").args(["--project", project]))
            .context("the types in the page's scripts")?;
    }
    run_command(workspace.command("node").arg("--test").args(PAGE_SCRIPT_TESTS))?;
    let mut cargo = workspace.cargo_for_javascript("test");
    run_in_javascript(cargo.args(["--test", "node"]))
}

fn in_browser(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo_for_javascript("test");
    cargo.args(["--lib", "--test", "browser"]);
    // Without this, a crate that does not configure its test environment would run in Node.
    cargo.env("WASM_BINDGEN_USE_BROWSER", "1");
    cargo.env("CHROMEDRIVER", browser::find(workspace).context("no chromedriver")?);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_TIMEOUT_S);
    cargo.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT_S);
    let webdriver = workspace.root().join("crates/xtask/webdriver.json");
    run_in_javascript(cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver))
}

/// Runs tests that are compiled to WebAssembly with wasm-bindgen's test runner.
fn run_in_javascript(cargo: &mut Command) -> Result<()> {
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    let mut count = 0;
    run_watched(cargo, |line| count += tests_announced(line))?;
    // The runner also succeeds if it skips all suites.
    ensure!(count > 0, "`{}` ran no tests", describe(cargo));
    Ok(())
}

/// The number in `running 3 tests`, which precedes each suite.
fn tests_announced(line: &str) -> usize {
    let mut words = line.split_whitespace();
    let is_announcement = words.next() == Some("running");
    words.next().filter(|_| is_announcement).and_then(|count| count.parse().ok()).unwrap_or(0)
}

fn end_to_end(workspace: &Workspace, slowdown: Option<u32>) -> Result<()> {
    let dist = complete::dist_folder(workspace);
    let built = fs::metadata(dist.join("index.html")).and_then(|file| file.modified());
    let built = built.context("dist/ is not built: run `cargo xtask dist` first")?;
    let age = built.elapsed().unwrap_or_default();
    println!("Testing the page in dist/, built {} ago.", readable(age));
    let mut cargo = workspace.cargo_native("test");
    cargo.args(["--test", END_TO_END]).env("RAFT_DIST", dist);
    cargo.envs(slowdown.map(|times| ("RAFT_SLOWDOWN", times.to_string())));
    run_command(cargo.env("CHROMEDRIVER", browser::find(workspace).context("no chromedriver")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(only: &[Step], quick: bool) -> Vec<Step> {
        chosen(&Options { only: only.to_vec(), quick, slowdown: None })
    }

    #[test]
    fn by_default_every_step_runs_and_the_page_is_built_before_its_tests() {
        let steps = steps(&[], false);
        assert_eq!(steps.len(), Step::value_variants().len());
        let place = |step| steps.iter().position(|other| *other == step);
        assert!(place(Step::Dist) < place(Step::EndToEnd));
    }

    #[test]
    fn quick_steps_need_no_slow_installation() {
        let slow = [Tool::WasmBindgen, Tool::Trunk, Tool::Browser, Tool::Node];
        let steps = steps(&[], true);
        assert!(steps.contains(&Step::Native));
        for step in steps {
            assert!(!step.tools().iter().any(|tool| slow.contains(tool)), "{}", step.name());
        }
    }

    #[test]
    fn a_suite_reports_its_number_of_tests() {
        assert_eq!(tests_announced("running 3 tests"), 3);
        assert_eq!(tests_announced("running 1 test"), 1);
        assert_eq!(tests_announced("     Running tests/node.rs (7)"), 0);
        assert_eq!(tests_announced("no tests to run!"), 0);
    }

    #[test]
    fn selected_steps_keep_their_order() {
        assert_eq!(steps(&[Step::Native, Step::Format], false), [Step::Format, Step::Native]);
    }
}
